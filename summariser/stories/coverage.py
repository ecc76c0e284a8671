"""How widely an event is told: reports whose titles mean the same, in whatever language and story, counted by who publishes them. Pure."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, lru_cache
from typing import Any, Final

from news.headline import Headline
from news.languages import Language
from news.model import Tier
from summariser.words.meaning import unpacked
from summariser.words.names import companies_in, name_terms
from summariser.words.vectors import rarity, terms

_ALIKE: Final = 0.52
_ABROAD: Final = 0.43
"""From such a cosine on two titles tell one event, in one language and in two."""
_NAMELESS: Final = 0.57
"""Where they do not name the same company."""
_BY_ITSELF: Final = 0.7
"""Where they share no word but names."""
_RARE: Final = 0.2
_OF_A_STORY: Final = 0.4
"""Where grouping put them together too."""
_MIDDLES: Final = 0.66
"""Of the middles of two groups."""
_APART: Final = timedelta(days=4)
_FEW: Final = 50
"""Titles of a language as many as which weigh half of what they have in common."""
_BLOCK: Final = 512
_OTHERS: Final = 4
"""Of a large group a report is near at least so many, itself among them: what is near one alone shares its subject, and no event."""
_JOINED: Final = 160
"""So many groups, the most widely told, are compared as a whole."""


@dataclass(frozen=True)
class Coverage:
    """An event. `reports`: the one that is most like all others first."""

    reports: tuple[Headline, ...]
    middle: Any
    likeness: Mapping[str, float]
    """Of a report, by its id, the cosine with the middle."""

    @cached_property
    def voices(self) -> Mapping[Language, frozenset[str]]:
        """Publishers in each language; who tells it in two counts in both."""
        told: dict[Language, set[str]] = defaultdict(set)
        for one in self.reports:
            if one.tier is not Tier.COMMUNITY:
                told[one.language].add(_voice(one))
        return {language: frozenset(some) for language, some in told.items()}

    @property
    def heard(self) -> int:
        return sum(map(len, self.voices.values()))

    @property
    def last(self) -> datetime:
        return max(one.published for one in self.reports)

    @property
    def story(self) -> str | None:
        """That most of them are in."""
        counted = Counter(one.story for one in self.reports if one.story)
        return min(counted, key=lambda id: (-counted[id], id)) if counted else None


def _voice(one: Headline) -> str:
    return one.title if one.tier is Tier.AGGREGATOR else one.source


def coverages(told: Sequence[Headline], packed: Sequence[bytes]) -> list[Coverage]:
    """The events that these reports tell, the most widely told first. `packed`: what their titles mean, in the same order."""
    return [*_coverages(tuple(told), tuple(packed))] if told else []


@lru_cache(maxsize=4)
def _coverages(told: tuple[Headline, ...], packed: tuple[bytes, ...]) -> tuple[Coverage, ...]:
    """Kept, some megabytes each: who asks within minutes of each other asks of the same reports."""
    order = sorted(range(len(told)), key=lambda at: (told[at].published, told[at].id))
    reports = [told[at] for at in order]
    vectors = _apart_from_all(reports, unpacked([packed[at] for at in order]))
    near = _near(reports, vectors)
    groups = _joined(reports, vectors, _grouped(reports, near))
    events = [_coverage(reports, vectors, group) for group in groups]
    return tuple(sorted(events, key=lambda one: (-one.heard, -one.last.timestamp(), one.reports[0].id)))


def _apart_from_all(reports: Sequence[Headline], vectors: Any) -> Any:
    """Without what all titles of a language have in common, or what says little would lie near everything."""
    import numpy as np

    for tongue in sorted({one.language for one in reports}):
        mine = [at for at, one in enumerate(reports) if one.language == tongue]
        vectors[mine] -= vectors[mine].sum(axis=0) / (len(mine) + _FEW)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)


def _coverage(reports: Sequence[Headline], vectors: Any, group: Sequence[int]) -> Coverage:
    middle = _middle(vectors, group)
    cosines = (vectors[list(group)] @ middle).tolist()
    mine = tuple(reports[at] for at in group)
    return Coverage(mine, middle, {one.id: cosine for one, cosine in zip(mine, cosines, strict=True)})


def _near(reports: Sequence[Headline], vectors: Any) -> list[list[int]]:
    """Of each report those that tell the same, itself among them."""
    import numpy as np

    times = np.array([one.published.timestamp() for one in reports])
    spoken = np.array([hash(one.language[:2]) for one in reports])
    stories = np.array([hash(one.story) if one.story else -at - 1 for at, one in enumerate(reports)])
    far = _APART.total_seconds()
    near: list[list[int]] = [[at] for at in range(len(reports))]
    for start in range(0, len(reports), _BLOCK):
        end = min(start + _BLOCK, len(reports))
        until = int(np.searchsorted(times, times[end - 1] + far, "right"))
        cosines = vectors[start:end] @ vectors[start:until].T
        bars = np.where(spoken[start:end, None] == spoken[None, start:until], _ALIKE, _ABROAD)
        bars = np.where(stories[start:end, None] == stories[None, start:until], _OF_A_STORY, bars)
        mine, theirs = np.nonzero(cosines >= bars)
        later = theirs > mine
        for one, other in zip((mine[later] + start).tolist(), (theirs[later] + start).tolist(), strict=True):
            cosine = float(cosines[one - start, other - start])
            if times[other] - times[one] <= far and _may_be_one(reports[one], reports[other], cosine):
                near[one].append(other)
                near[other].append(one)
    return near


def _may_be_one(one: Headline, other: Headline, cosine: float) -> bool:
    if one.story and one.story == other.story:
        return True
    mine, theirs = companies_in(one.title), companies_in(other.title)
    if not (mine and theirs):
        return cosine >= _NAMELESS
    if set(mine).isdisjoint(theirs):
        return False
    spelled = one.language == other.language == "en"  # whose words are told apart
    return not spelled or cosine >= _BY_ITSELF or not _words(one.title).isdisjoint(_words(other.title))


@lru_cache(maxsize=8192)
def _words(title: str) -> frozenset[str]:
    """What it says beside names: two titles may have no more in common than whom they speak of."""
    return frozenset(word for word in terms(title) if rarity(word) >= _RARE) - name_terms()


def _grouped(reports: Sequence[Headline], near: Sequence[Sequence[int]]) -> list[list[int]]:
    """Around the report that the most publishers tell alike, then around the next that is left."""
    told = [len({_voice(reports[other]) for other in some}) for some in near]
    close = [frozenset(some) for some in near]
    free = [True] * len(reports)
    groups = []
    for at in sorted(range(len(reports)), key=lambda at: (-told[at], -len(near[at]), at)):
        if free[at]:
            group = [at, *(other for other in near[at] if other != at and free[other])]
            few = min(_OTHERS, 1 + len(group) // 4)
            around = frozenset(group)
            group = [other for other in group if other == at or len(close[other] & around) >= few]
            for other in group:
                free[other] = False
            groups.append(group)
    return groups


def _joined(reports: Sequence[Headline], vectors: Any, groups: list[list[int]]) -> list[list[int]]:
    """The most widely told groups whose middles are alike are one."""
    groups.sort(key=lambda group: (-len({_voice(reports[at]) for at in group}), group[0]))
    first, rest = groups[:_JOINED], groups[_JOINED:]
    kept: list[list[int]] = []
    for group in first:
        middle = _middle(vectors, group)
        into = next((other for other in kept if _is_one(reports, vectors, other, group, middle)), None)
        if into is None:
            kept.append(group)
        else:
            into += group
    return kept + rest


def _is_one(reports: Sequence[Headline], vectors: Any, one: list[int], other: list[int], middle: Any) -> bool:
    if float(_middle(vectors, one) @ middle) < _MIDDLES:
        return False
    ours, others = ([reports[at].published for at in group] for group in (one, other))
    if max(min(ours), min(others)) - min(max(ours), max(others)) > _APART:
        return False
    mine, theirs = _companies(reports, one), _companies(reports, other)
    return bool(mine & theirs) or not (mine or theirs)


def _companies(reports: Sequence[Headline], group: Sequence[int]) -> frozenset[str]:
    """Named by a third of them."""
    counted = Counter(company for at in group for company in companies_in(reports[at].title))
    return frozenset(company for company, times in counted.items() if 3 * times >= len(group))


def _middle(vectors: Any, group: Sequence[int]) -> Any:
    import numpy as np

    middle = vectors[list(group)].mean(axis=0)
    return middle / max(float(np.linalg.norm(middle)), 1e-6)
