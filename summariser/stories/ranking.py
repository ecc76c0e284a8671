"""Stories to an order. The policy is a value; every score is a sum of parts in plain words."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import log2
from typing import Final

from news.model import Article, Score, Story, Tier
from summariser.reading.formats import Format, form_of
from summariser.reading.relevance import judge
from summariser.reading.stakes import Stake, stakes
from summariser.reading.staleness import past_share, told_on
from summariser.reading.subjects import named_by
from summariser.reading.voices import on_one_word, owner, voices
from summariser.stories.repeats import Gist, gist, repeats
from summariser.stories.signals import SILENCE, Signals
from summariser.words.names import companies_in
from summariser.words.vectors import fold

_MENTIONED: Final = 5.0  # log-odds of a title that says "AI" and nothing else of the field
_STEEPED: Final = 7.0
_LONGEST: Final = 200
_MOSTLY: Final = 0.5
_SEVERAL: Final = 3
_EDITED: Final = (Tier.OFFICIAL, Tier.SPECIALIST, Tier.GENERAL)
REPRINTING: Final[AbstractSet[str]] = frozenset(("ko", "ja"))
"""Languages of which most of a recorded morning's widely told stories without a known name were releases."""
_BYLINE: Final = re.compile(r"\([^()]*/[^()]+\)\s*$|\((?:[A-Z][\w.&]+ ?){1,4}\)\s*$")
"""An aggregator that names the newsroom whose report it picked: "(Ann Lee/Gazette)"."""
NOT_A_REPORT: Final = "not a report of one event"
"""The part of a score that says so."""
AT_STAKE: Final = "what is at stake"
AT_ITS_EDGE: Final = "AI stands at its edge"
NOTHING_NEW: Final = "nothing newer than two days"


@dataclass(frozen=True, slots=True)
class RankingPolicy:
    """How much each reason counts, in points, and the caps of one brief."""

    per_doubling_of_sources: float = 2.6
    most_for_sources: float = 9.0
    tier: Mapping[Tier, float] = field(
        default_factory=lambda: {
            Tier.OFFICIAL: 2.0,
            Tier.SPECIALIST: 1.5,
            Tier.GENERAL: 1.2,
            Tier.RESEARCH: -0.5,
            Tier.ANALYST: 0.6,
            Tier.AGGREGATOR: 0.0,
            Tier.COMMUNITY: -2.5,
        }
    )
    most_for_reprints: float = 2.0  # of a release: one country's newsrooms copy it, no known name, nothing at stake
    fresh: float = 5.0
    half_life: timedelta = timedelta(hours=18)
    fading: timedelta = timedelta(hours=36)
    stale: float = -2.5
    stale_after: timedelta = timedelta(hours=48)
    relevance: float = 5.0
    subject: float = 2.5
    sole: float = -1.0
    unedited: float = -3.5  # on top of `sole`: one paper, essay, post or listing that no newsroom took up
    own_word: float = -3.0  # what its maker alone says, with nothing at stake for others
    stakes: Mapping[Stake, float] = field(
        default_factory=lambda: {
            "power": 2.0,
            "harm": 2.0,
            "release": 1.5,
            "money": 1.5,
            "feature": -2.5,
            "trivia": -3.0,
            "minor": -1.5,
        }
    )
    most_at_stake: float = 3.5
    least_at_stake: float = -3.0
    past: float = -4.0
    edge: float = -4.0
    past_after: timedelta = timedelta(days=21)
    substance: float = 1.5
    known_names: float = 1.0
    topic: float = 2.0
    told: float = -6.0
    readers: float = 5.0
    formats: Mapping[Format, float] = field(
        default_factory=lambda: {
            "roundup": -8.0, "jobs": -8.0, "deal": -6.0, "promo": -5.0, "listicle": -5.0, "tutorial": -5.0, "opinion": -3.0,
        }
    )  # fmt: skip
    least: float = 7.5
    enough: int = 5
    slack: float = 2.5  # below `least`, while fewer than `enough` stories reach it
    most_per_source: int = 2
    most_per_company: int = 3
    company_window: int = 10


@dataclass(frozen=True, slots=True)
class Scored:
    """A story with its articles and its score."""

    story: Story
    articles: Sequence[Article]
    score: Score


def score(
    story: Story,
    articles: Sequence[Article],
    *,
    now: datetime,
    policy: RankingPolicy = RankingPolicy(),
    told: AbstractSet[str] = frozenset(),
    topics: AbstractSet[str] = frozenset(),
    readers: Signals = SILENCE,
) -> Score:
    """Points and where they come from. `told`: ids of articles the reader has had; `readers`: what the readers call useful."""
    about = [a for a in articles if judge(a.title, a.words).is_ai] or articles
    parts = {
        "independent sources": _sources(articles, now, policy),
        "rests on one source": _lonely(articles, policy),
        "kind of source": max((policy.tier[article.tier] for article in articles), default=0.0),
        "recency": _recency(articles, now, policy),
        NOTHING_NEW: policy.stale * _is_stale(articles, now, policy),
        "about AI": policy.relevance * _mean(judge(a.title, a.words).score for a in about),
        "AI is its subject": policy.subject * _subject(about),
        AT_STAKE: _at_stake(articles, policy),
        "of an earlier month by its own dates": policy.past * (past_share(articles, policy.past_after) > _MOSTLY),
        "has text beyond the title": policy.substance if any(substance(a) for a in articles) else 0.0,
        "names known in the field": policy.known_names if any(named_by(a) for a in articles) else 0.0,
        "reader's topics": policy.topic if topics & set(story.topics) else 0.0,
        AT_ITS_EDGE: policy.edge * _at_its_edge(articles),
        "told before": policy.told * _told_share(articles, told),
        NOT_A_REPORT: _format(articles, policy),
        "readers' signals": policy.readers * readers.of(story, articles),
    }
    parts = {name: round(points, 3) for name, points in parts.items() if points}
    return Score(round(sum(parts.values()), 3), parts)


def _lonely(articles: Sequence[Article], policy: RankingPolicy) -> float:
    if len(voices(articles)) < 2 and articles and all(a.tier is Tier.OFFICIAL for a in articles):
        return 0.0 if _at_stake(articles, policy) > 0 else policy.own_word
    if not on_one_word(articles):
        return 0.0
    edited = any(a.tier in _EDITED or _BYLINE.search(a.title) for a in articles)
    return policy.sole + (0.0 if edited else policy.unedited)


def _at_its_edge(articles: Sequence[Article]) -> bool:
    """Whether most of several titles do without AI: the event is another one, and one newsroom saw AI in it."""
    about = sum(judge(a.title, a.words).is_ai for a in articles)
    return len(articles) >= _SEVERAL and about <= _MOSTLY * len(articles)


def _at_stake(articles: Sequence[Article], policy: RankingPolicy) -> float:
    """A third of the titles must say so. A feature that a court orders is more than a feature; what amuses stays light."""
    found = stakes([a.title for a in articles])
    good = [policy.stakes[one] for one in found if policy.stakes[one] > 0]
    light = policy.stakes["trivia"] if "trivia" in found else 0.0
    return (
        min(policy.most_at_stake, sum(good)) + light
        if good
        else max(policy.least_at_stake, sum(policy.stakes[one] for one in found))
    )


def _age_share(article: Article, now: datetime, half_life: timedelta) -> float:
    """1.0 for an article of this moment, halved with every half-life."""
    return float(0.5 ** (max(timedelta(), now - told_on(article)) / half_life))


def _sources(articles: Sequence[Article], now: datetime, policy: RankingPolicy) -> float:
    """Points per doubling of independent sources; one that spoke days ago counts less than one of this morning."""
    fresh: dict[str, float] = {}
    for article in articles:
        speaker = owner(article)
        fresh[speaker] = max(fresh.get(speaker, 0.0), _age_share(article, now, policy.fading))
    heard = sum(fresh.get(voice, 0.0) for voice in voices(articles))
    most = policy.most_for_reprints if _reprinted(articles, policy) else policy.most_for_sources
    return min(most, policy.per_doubling_of_sources * log2(max(1.0, heard)))


def _reprinted(articles: Sequence[Article], policy: RankingPolicy) -> bool:
    """Whether its many voices may be one release: only where newsrooms print what companies and counties send them."""
    here = {article.language for article in articles} <= REPRINTING
    return here and _at_stake(articles, policy) <= 0 and not any(named_by(article) for article in articles)


def _is_stale(articles: Sequence[Article], now: datetime, policy: RankingPolicy) -> bool:
    return bool(articles) and max(map(told_on, articles)) < now - policy.stale_after


def _recency(articles: Sequence[Article], now: datetime, policy: RankingPolicy) -> float:
    """Of the article in the middle: neither the first whisper nor a straggler decides when a story happened."""
    shares = sorted(_age_share(article, now, policy.half_life) for article in articles)
    return policy.fresh * shares[len(shares) // 2] if shares else 0.0


def _subject(articles: Sequence[Article]) -> float:
    """0 to 1: from "AI" as a mere word to a piece on models, labs, chips or their makers."""
    return _mean(max(0.0, min(1.0, (judge(a.title, "").weight - _MENTIONED) / _STEEPED)) for a in articles)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def substance(article: Article) -> bool:
    """Whether there is text that says more than the title."""
    words = article.words
    return len(words) > len(article.title) + 80 and fold(words[:60]) != fold(article.title[:60])


def _told_share(articles: Sequence[Article], told: AbstractSet[str]) -> float:
    return sum(a.id in told for a in articles) / len(articles) if articles else 0.0


def _format(articles: Sequence[Article], policy: RankingPolicy) -> float:
    """The commonest format of the titles decides: one opinion among reports does not make a story one.

    The maker's own piece counts twice: what it calls a guide is one, whoever copies it.
    """
    counted: Counter[Format] = Counter()
    for article in articles:
        counted[form_of(article)] += 2 if article.tier is Tier.OFFICIAL else 1
    if not counted:
        return 0.0
    form = max(counted, key=lambda f: (counted[f], f == "news"))
    return policy.formats.get(form, 0.0)


def leads(story: Scored) -> bool:
    """A lead rests on two independent sources or on an official one."""
    return not on_one_word(story.articles)


def order(scored: Sequence[Scored], *, policy: RankingPolicy = RankingPolicy()) -> list[Scored]:
    """What a brief may tell, best first, a true lead on top.

    No source or company floods the head of the list: what is over a cap comes after the rest. A story that repeats a better one, and one
    below `policy.least` points, is left out, unless nothing would remain.
    """
    ranked = sorted(scored, key=lambda s: (-s.score.value, s.story.id))
    worth = _worth_telling(ranked, policy)
    lead = next((item for item in worth if leads(item)), None)
    if lead:
        worth.remove(lead)
        worth.insert(0, lead)
    return _spread(_once(worth), policy)


def _worth_telling(ranked: Sequence[Scored], policy: RankingPolicy) -> list[Scored]:
    """What reaches the bar; on a thin day, or in a language with few sources, what comes near it too."""
    worth = [item for item in ranked if item.score.value >= policy.least]
    if len(worth) < policy.enough:
        worth = [item for item in ranked if item.score.value >= policy.least - policy.slack][: 2 * policy.enough]
    return worth or list(ranked)


def _once(ranked: Sequence[Scored]) -> list[Scored]:
    told: list[Gist] = []
    kept: list[Scored] = []
    for item in ranked:
        this = gist(item.story, item.articles)
        if not any(repeats(this, earlier) for earlier in told):
            told.append(this)
            kept.append(item)
        if len(kept) >= _LONGEST:
            break
    return kept


def _spread(ranked: Sequence[Scored], policy: RankingPolicy) -> list[Scored]:
    """What is over a cap waits until the list is long enough for one more of its company, or comes after the rest."""
    kept: list[Scored] = []
    waiting = list(ranked)
    sole: Counter[str] = Counter()
    companies: Counter[str] = Counter()

    def may_come(item: Scored) -> bool:
        speakers = voices(item.articles)
        most = policy.most_per_company + len(kept) // policy.company_window
        crowded = any(companies[company] >= most for company in main_companies(item))
        return not crowded and not (len(speakers) == 1 and sole[speakers[0]] >= policy.most_per_source)

    while (item := next(filter(may_come, waiting), None)) is not None:
        waiting.remove(item)
        kept.append(item)
        speakers = voices(item.articles)
        companies.update(main_companies(item))
        sole.update(speakers if len(speakers) == 1 else ())
    return kept + waiting


def main_companies(story: Scored) -> tuple[str, ...]:
    """The companies a story is about: named in the title of at least half its articles."""
    counted = Counter(company for article in story.articles for company in set(companies_in(article.title)))
    return tuple(sorted(c for c, n in counted.items() if n * 2 >= len(story.articles)))
