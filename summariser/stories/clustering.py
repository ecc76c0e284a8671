"""Articles and known stories to stories: one story per event, streaming, deterministic.

Near-duplicates first; then average linkage over TF-IDF with a bar that knows text length, group size, time and contradictions
(another version, another amount, other companies). A story keeps its id and slug for life; when two turn out to be one, the older survives.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from news.model import Article, Story, Tier
from summariser.reading.formats import format_of, is_roundup
from summariser.reading.topics import topics_of
from summariser.reading.traces import Trace, headline, trace
from summariser.stories.bridging import bank, meetings
from summariser.stories.linkage import Matrix, agglomerate, similarities
from summariser.stories.slugs import slugify, story_id
from summariser.words.names import Number, amounts_agree, amounts_conflict, versions_conflict
from summariser.words.vectors import Idf, everyday

__all__ = ["ClusteringPolicy", "Grouping", "KnownStory", "group", "is_roundup", "remerge", "slugify", "story_id"]

_BATCH: Final = 2_500
_LENGTH: Final = 0.65
_USUAL: Final = 1_000.0
_THIN: Final = 120
_VETO: Final = np.float32(-9.0)


@dataclass(frozen=True, slots=True)
class ClusteringPolicy:
    """How alike two pieces must be. Two texts of L distinct terms on average belong together above

    `floor * L**0.65 + demand / (L * pairs**0.4)`, plus the penalties where they contradict each other.
    """

    floor: float = 0.0094
    demand: float = 0.8
    discount: float = 0.8
    decay: float = 0.04
    window: timedelta = timedelta(days=4)
    stranger: float = 0.06
    nameless: float = 0.06
    amounts: float = 0.1
    agreement: float = 0.1
    same_source: float = 0.12
    settled: float = 0.03
    evidence: float = 9.0
    share: float = 0.5
    margin: float = 1.1
    long_ago: float = 0.1
    apart: timedelta = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class KnownStory:
    """A story active in the window with its articles."""

    story: Story
    articles: Sequence[Article]


@dataclass(frozen=True, slots=True)
class Grouping:
    """`assignments`: new article → story. `new`: stories not known before. `merged`: known story → the one it is now part of."""

    assignments: Mapping[str, str]
    new: Sequence[Story] = ()
    merged: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Node:
    """Articles that stay together: a known story, or near-duplicates, or a group found so far."""

    traces: tuple[Trace, ...]
    stories: tuple[Story, ...] = ()

    @property
    def first(self) -> datetime:
        return min(t.published for t in self.traces)

    @property
    def last(self) -> datetime:
        return max(t.published for t in self.traces)


def group(
    articles: Sequence[Article], known: Sequence[KnownStory] = (), *, policy: ClusteringPolicy = ClusteringPolicy()
) -> Grouping:
    """Give each article a story, known or new. Pure; the same input gives the same stories in any order of `articles`."""
    nodes = [_known(story) for story in known if story.articles]
    fresh = sorted(articles, key=lambda article: (article.published, article.id))
    idf = _fresh_idf()
    for node in nodes:
        for piece in node.traces:
            idf.learn((*piece.weights, *piece.facts))
    for start in range(0, len(fresh), _BATCH):
        batch = [trace(article) for article in fresh[start : start + _BATCH]]
        for piece in batch:
            idf.learn((*piece.weights, *piece.facts))
        nodes = _link(_absorb_copies(nodes, batch), idf, policy)
    return _grouping(nodes, frozenset(article.id for article in articles))


def remerge(known: Sequence[KnownStory], *, policy: ClusteringPolicy = ClusteringPolicy()) -> Mapping[str, str]:
    """The second look when nothing is new: stories that turned out to be one event, absorbed id → surviving id."""
    nodes = [_known(story) for story in known if story.articles]
    idf = _fresh_idf()
    for node in nodes:
        for piece in node.traces:
            idf.learn((*piece.weights, *piece.facts))
    return _grouping(_link(nodes, idf, policy), frozenset()).merged


def _fresh_idf() -> Idf:
    return Idf({term: share * _USUAL for term, share in everyday().items()}, documents=_USUAL)


def _known(story: KnownStory) -> _Node:
    return _Node(tuple(trace(article) for article in story.articles), (story.story,))


def _absorb_copies(nodes: Sequence[_Node], batch: Iterable[Trace]) -> list[_Node]:
    """Articles with a title already seen join it at once; the rest become nodes of their own."""
    pieces = [list(node.traces) for node in nodes]
    at = {piece.key: index for index, node in enumerate(nodes) for piece in node.traces if len(piece.key) > 12}
    for piece in batch:
        place = at.get(piece.key)
        if place is None:
            at[piece.key] = len(pieces)
            pieces.append([piece])
        else:
            pieces[place].append(piece)
    stories = [node.stories for node in nodes] + [()] * (len(pieces) - len(nodes))
    return [_Node(tuple(found), known) for found, known in zip(pieces, stories, strict=True)]


def _link(nodes: Sequence[_Node], idf: Idf, policy: ClusteringPolicy) -> list[_Node]:
    """Group within each script, let groups of different scripts meet, and put the parts of a known story together again."""
    parts: dict[str, list[_Node]] = {}
    for node in nodes:
        for part in _by_script(node):
            parts.setdefault(part.traces[0].script, []).append(part)
    groups = [group for script in sorted(parts) for group in _link_alike(parts[script], idf, policy)]
    return _united(groups, [*_meetings(groups, idf, policy), *_shared_stories(groups)])


def _by_script(node: _Node) -> list[_Node]:
    scripts: dict[str, list[Trace]] = {}
    for piece in node.traces:
        scripts.setdefault(piece.script, []).append(piece)
    return [_Node(tuple(found), node.stories) for found in scripts.values()]


def _meetings(groups: Sequence[_Node], idf: Idf, policy: ClusteringPolicy) -> list[tuple[int, int]]:
    reports = [at for at, node in enumerate(groups) if any(_reports(piece) for piece in node.traces)]
    banks = [bank(groups[at].traces, idf) for at in reports]
    met = meetings(banks, evidence=policy.evidence, share=policy.share, margin=policy.margin)
    return [(reports[i], reports[j]) for i, j in met]


def _reports(piece: Trace) -> bool:
    return not piece.roundup and piece.article.tier is not Tier.COMMUNITY


def _shared_stories(groups: Sequence[_Node]) -> list[tuple[int, int]]:
    holders: dict[str, int] = {}
    return [(holders.setdefault(story.id, at), at) for at, node in enumerate(groups) for story in node.stories]


def _united(groups: Sequence[_Node], pairs: Iterable[tuple[int, int]]) -> list[_Node]:
    root = list(range(len(groups)))

    def find(at: int) -> int:
        while root[at] != at:
            at = root[at]
        return at

    for i, j in pairs:
        root[max(find(i), find(j))] = min(find(i), find(j))
    members: dict[int, list[_Node]] = {}
    for at, node in enumerate(groups):
        members.setdefault(find(at), []).append(node)
    return [_joined(found) for found in members.values()]


def _link_alike(nodes: Sequence[_Node], idf: Idf, policy: ClusteringPolicy) -> list[_Node]:
    if len(nodes) < 2:
        return list(nodes)
    sizes = np.array([len(node.traces) for node in nodes], np.float32)
    roots = np.array([_mean(len(t.weights) ** 0.5 for t in node.traces) for node in nodes], np.float32)
    alike, strongest = similarities([_mean_vector([t.weights for t in node.traces], idf) for node in nodes])
    excess = alike - policy.floor * np.outer(roots, roots) ** _LENGTH
    _hold_apart(excess, nodes, policy)
    labels = agglomerate(excess, policy.discount * strongest, sizes, np.float32(policy.demand**0.5) / roots)
    members: dict[int, list[_Node]] = {}
    for label, node in zip(labels, nodes, strict=True):
        members.setdefault(label, []).append(node)
    return [_joined(found) for found in members.values()]


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)


def _mean_vector(weights: Sequence[Mapping[str, float]], idf: Idf) -> Mapping[str, float]:
    if len(weights) == 1:
        return idf.vector(weights[0])
    total: dict[str, float] = {}
    for one in weights:
        for term, weight in idf.vector(one).items():
            total[term] = total.get(term, 0.0) + weight / len(weights)
    return total


def _joined(nodes: Sequence[_Node]) -> _Node:
    if len(nodes) == 1:
        return nodes[0]
    stories = {story.id: story for node in nodes for story in node.stories}
    return _Node(tuple(piece for node in nodes for piece in node.traces), tuple(stories.values()))


def _hold_apart(excess: Matrix, nodes: Sequence[_Node], policy: ClusteringPolicy) -> None:
    """Lower `excess` where time, source, names, versions or amounts speak against one event."""
    first = np.array([node.first.timestamp() for node in nodes])
    last = np.array([node.last.timestamp() for node in nodes])
    gap = np.maximum(0.0, np.maximum.outer(first, first) - np.minimum.outer(last, last))
    excess -= (policy.decay * gap / 86_400).astype(np.float32)
    excess[gap > policy.window.total_seconds()] = _VETO
    roundup = np.array([any(piece.roundup for piece in node.traces) for node in nodes])
    excess[roundup[:, None] | roundup[None, :]] = _VETO
    settled = np.array([bool(node.stories) for node in nodes])  # apart so far: to put them together takes more
    excess[settled[:, None] & settled[None, :]] -= np.float32(policy.settled)
    publishers: dict[str, int] = {}
    sole = np.array([_sole(node, publishers) for node in nodes])
    excess[(sole[:, None] == sole[None, :]) & (sole >= 0)] -= np.float32(policy.same_source)
    traits = [_traits(node) for node in nodes]
    for i, j in np.argwhere(np.triu((excess > -policy.agreement) & _comparable(traits), 1)).tolist():
        penalty = _penalty(traits[i], traits[j], policy)
        if penalty:
            excess[i, j] -= penalty
            excess[j, i] -= penalty


def _sole(node: _Node, publishers: dict[str, int]) -> int:
    """A number for the one source of a node, -1 where there are several."""
    sources = {piece.article.source for piece in node.traces}
    return publishers.setdefault(sources.pop(), len(publishers)) if len(sources) == 1 else -1


class _Traits(NamedTuple):
    """`names`: subjects and uncommon words with a capital; `thin`: titles alone, where a shared everyday word weighs too much."""

    subjects: frozenset[str]
    capitals: frozenset[str]
    names: frozenset[str]
    said: frozenset[str]
    thin: bool
    versions: Mapping[str, frozenset[str]]
    amounts: frozenset[Number]
    dates: tuple[date, ...]


def _traits(node: _Node) -> _Traits:
    versions: dict[str, frozenset[str]] = {}
    for piece in node.traces:
        for family, found in piece.versions.items():
            versions[family] = versions.get(family, frozenset()) | found
    subjects: frozenset[str] = frozenset().union(*(piece.subjects for piece in node.traces))
    capitals: frozenset[str] = frozenset().union(*(piece.capitals for piece in node.traces))
    return _Traits(
        subjects,
        capitals,
        subjects | capitals,
        frozenset(term for piece in node.traces for term in piece.weights),
        all(len(piece.article.words) < _THIN for piece in node.traces),
        versions,
        frozenset().union(*(piece.amounts for piece in node.traces)),
        tuple(found for piece in node.traces for found in piece.dates),
    )


def _comparable(traits: Sequence[_Traits]) -> NDArray[np.bool_]:
    """Pairs that both tell something `_penalty` compares: most pairs of short texts do not."""
    told = np.array([[bool(t.versions), bool(t.subjects), bool(t.amounts), bool(t.dates)] for t in traits])
    names, thin = (
        np.array([bool(value) for value in column]) for column in zip(*((t.names, t.thin) for t in traits), strict=True)
    )
    found: NDArray[np.bool_] = np.logical_or.outer(thin, thin) & np.logical_and.outer(names, names)
    for column in told.T:
        found |= np.logical_and.outer(column, column)
    return found


def _penalty(a: _Traits, b: _Traits, policy: ClusteringPolicy) -> float:
    if a.versions and b.versions and versions_conflict(a.versions, b.versions):
        return 9.0
    penalty = policy.long_ago if a.dates and b.dates and _apart(a.dates, b.dates) > policy.apart else 0.0
    if a.subjects and b.subjects and not a.subjects & b.subjects:
        penalty += policy.stranger
    if (a.thin or b.thin) and a.names and b.names and not _share_a_name(a, b):
        penalty += policy.nameless
    if a.amounts and b.amounts:
        common = bool(a.subjects & b.subjects)
        if amounts_conflict(a.amounts, b.amounts):
            if a.capitals and b.capitals and not a.capitals & b.capitals:
                return 9.0  # one template, other names, other sums
            penalty += policy.amounts * (0.5 if common else 1.0)
        elif common and amounts_agree(a.amounts, b.amounts):
            penalty -= policy.agreement
    return penalty


def _share_a_name(a: _Traits, b: _Traits) -> bool:
    return not (a.names.isdisjoint(b.names) and a.capitals.isdisjoint(b.said) and b.capitals.isdisjoint(a.said))


def _apart(a: Sequence[date], b: Sequence[date]) -> timedelta:
    return min(abs(one - other) for one in a for other in b)


def _grouping(nodes: Sequence[_Node], fresh: frozenset[str]) -> Grouping:
    assignments: dict[str, str] = {}
    new: list[Story] = []
    merged: dict[str, str] = {}
    for node in nodes:
        if node.stories:
            story = min(node.stories, key=lambda s: (s.created, s.id))
            merged.update({other.id: story.id for other in node.stories if other.id != story.id})
        else:
            story = _story(node.traces)
            new.append(story)
        assignments.update({p.article.id: story.id for p in node.traces if p.article.id in fresh})
    return Grouping(assignments, tuple(sorted(new, key=lambda s: (s.created, s.id))), merged)


def _story(traces: Sequence[Trace]) -> Story:
    ordered = sorted((piece.article for piece in traces), key=lambda article: (article.published, article.id))
    founder, speaker = ordered[0], _speaker(traces)
    told = headline(speaker.title)
    return Story(
        id=story_id(founder.id),
        slug=slugify(told),
        headline=told,
        language=speaker.language,
        articles=tuple(article.id for article in ordered),
        topics=topics_of(speaker.title, speaker.words),
        created=founder.published,
        updated=ordered[-1].published,
        tenant=founder.tenant,
    )


_LOUD: Final = (Tier.COMMUNITY, Tier.AGGREGATOR)


def _speaker(traces: Sequence[Trace]) -> Article:
    """Whose title names the story: a report in the commonest language, from a publisher, nearest to what all say."""
    languages = Counter(piece.article.language for piece in traces)
    common = Counter(term for piece in traces for term in piece.weights)

    def merit(piece: Trace) -> tuple[bool, bool, int, float, float, str]:
        article = piece.article
        shared = sum(common[term] - 1 for term in piece.weights) / (len(piece.weights) + 3)
        news = format_of(article.title) == "news"
        return (
            article.tier not in _LOUD,
            news,
            languages[article.language],
            shared,
            -article.published.timestamp(),
            article.id,
        )

    return max(traces, key=merit).article
