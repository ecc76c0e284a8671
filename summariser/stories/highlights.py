"""News of no one company: the weightiest events of a time or a field, each once, with the headline that tells it best. Pure; six languages."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final

from news.languages import Language
from news.model import Article, Story
from summariser.asking.happenings import countries
from summariser.asking.support import bare
from summariser.reading.traces import headline
from summariser.stories.matters import Among, one_matter
from summariser.stories.newslines import Event, Line, has_verb, is_told, line_in, same_matter, shown_by
from summariser.stories.one_event import same_event
from summariser.stories.ranking import AT_ITS_EDGE, NOT_A_REPORT, RankingPolicy, Scored, score
from summariser.stories.weighing import of_robots, weigh
from summariser.words.names import companies_in
from summariser.words.senses import deeds_told

MOST: Final = 7
LONGEST: Final = 10
"""So many are told of a day or two, and of a week."""
FEW: Final = 4
SCORED: Final = 40
"""Each costs some milliseconds to weigh."""
_SCORED_OWN: Final = 20
"""Beside these, of what its reader's language tells."""
_COMPARED: Final = 8
"""So many headlines of a story are held against those of another."""
_OF_ONE: Final = 2
"""So many lines may be of one company."""
_POLICY: Final = RankingPolicy()
_LEAST: Final = _POLICY.least - 1.5
"""Less than of a brief, because less counts of its score."""
_NEXT: Final = -0.7
_ABROAD: Final = -2.0
"""Points for what its reader has to read in a language that they read next, and in another."""
_ELSEWHERE: Final = -2.0
_AT_HOME: Final = -6.0
"""And for what is told in one language only, which is not theirs: more where nobody from another country does it."""
_AT_HOME_IN: Final = {"ko": "south-korea", "ja": "japan", "zh": "china"}
_FEW_NEAR: Final = 3
_WORLDWIDE: Final = 0.7
_MOST_WORLDWIDE: Final = 2.0
"""For each language beyond the first that tells it: what one country's newsrooms copy stays there."""
_NEAR: Final = 0.3
_ONE_MATTER: Final = 0.33
"""Cosines of the middles of two events from which on they may be one, and are where all else that they share says so."""
_SURELY: Final = 0.58
"""Where they are, unless they name other companies."""
_DAYS: Final = timedelta(days=4)
_ONCE: Final = frozenset({"breach", "settle", "ban", "fine", "layoff", "ipo", "outage", "recall", "suspend"})
_TELLING: Final = 0.16
"""A headline so much further from the middle than the nearest one tells something else."""
_LATER: Final = timedelta(hours=20)
_NEWER: Final = 2
_SOME: Final = 3
"""Of one matter what came so much later is told, where that many publishers tell it, and one in so many as tell the other."""
_OF_NOBODY: Final = -5.0
"""For what the police tell of somebody who used it."""
_NO_REPORT: Final = -5.0
_AT_THE_EDGE: Final = -2.0
_UNTOLD: Final = -1.0
"""For what no headline tells in a sentence ("The Kimi moment")."""
_OF_THE_TRADE: Final = 3.0
"""Points at least for what is of robots, however few of its words are of AI."""
_GERUND: Final = re.compile(r"(?:^|: )(?:The |On )?[A-Z][a-z]+ing\b")
_OF_ITS_KIND: Final = {
    "about AI": 1.0,
    "AI is its subject": 0.5,
    "of an earlier month by its own dates": 1.0,
    "reader's topics": 1.0,
    AT_ITS_EDGE: 1.0,
    NOT_A_REPORT: 1.0,
}
"""How much counts of what its score says of the event, and not of who reports it when."""


@dataclass(frozen=True)
class Found:
    """A story's reports. `voices`: who publishes one, of more than are read; `middle`: what they mean, as a unit vector; `likeness`: of a report, by
    its id, with that."""

    story: Story
    reports: Sequence[Article]
    voices: Mapping[Language, frozenset[str]] = field(default_factory=dict)
    middle: Any = None
    likeness: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Highlight:
    """An event: its story with all reports and its score, and the headline that is shown."""

    scored: Scored
    line: Line
    named: tuple[tuple[Line, frozenset[str]], ...]
    """Its first headlines, each with the companies that it names."""
    event: Event
    weight: float
    middle: Any = None

    @property
    def id(self) -> str:
        return self.scored.story.id

    @property
    def companies(self) -> frozenset[str]:
        return frozenset().union(*(whose for _, whose in self.named))

    @property
    def worth(self) -> float:
        """With how much it is of AI: what happened first in that time is no less than what happened last."""
        parts = self.scored.score.parts
        kind = sum(points * _OF_ITS_KIND.get(name, 0.0) for name, points in parts.items())
        if of_robots(self.event):
            return self.weight + max(kind, _OF_THE_TRADE)
        return self.weight + kind + _AT_THE_EDGE * (AT_ITS_EDGE in parts) + _OF_NOBODY * _is_of_a_culprit(self.event)


def _is_of_a_culprit(event: Event) -> bool:
    told = sum("arrest" in deeds_told(line.text) for line in event.lines)
    return 3 * told >= len(event.lines) and not any(companies_in(line.text) for line in event.lines)


def highlights(
    found: Sequence[Found],
    read: Sequence[Language],
    *,
    now: datetime,
    topics: Sequence[str] = (),
    wanted: Callable[[str], bool] = bool,
    most: int = MOST,
) -> list[Highlight]:
    """Of the stories with a headline that is `wanted` and tells an event by itself: the weightiest, each event once, in the reader's language
    before others. `read`: their own, and what they read next."""
    told = [(one, Event(lines, told_by=one.voices)) for one in found if (lines := _lines(one.reports, wanted))]
    weighed = sorted(((_weight(event), one, event) for one, event in told), key=_by_weight)
    own = [one for one in weighed[SCORED:] if any(_is_own(line, read) for line in one[2].lines)][:_SCORED_OWN]
    scored = [_highlight(one, event, weight, read, now, topics) for weight, one, event in (*weighed[:SCORED], *own)]

    def worth(one: Highlight) -> float:
        tongue = one.line.article.language
        abroad = 0.0 if _is_own(one.line, read) else _NEXT if tongue in read else _ABROAD
        elsewhere = _elsewhere(one) if abroad < 0 else 0.0
        return one.worth + abroad + elsewhere + _worldwide(one.event) + _UNTOLD * (not _tells(one.line))

    ranked = sorted(
        (one for one in scored if _happened(one) and not _is_no_report(one)), key=lambda one: (-worth(one), one.id)
    )
    merged = sorted(_merged(ranked, read), key=lambda one: (-worth(one), one.id))
    shown = _with_own(_spread(_from_near(enough(merged), read), len(merged)), read, most)
    return sorted(shown, key=lambda one: not _is_own(one.line, read))


def _elsewhere(one: Highlight) -> float:
    tongues = {each[:2] for each in one.event.languages}
    if len(tongues) > 1 or tongues == {"en"}:
        return 0.0
    from_abroad = any(countries().get(company) != _AT_HOME_IN.get(min(tongues)) for company in one.companies)
    return _ELSEWHERE if from_abroad else _AT_HOME


def _with_own(ranked: Sequence[Highlight], read: Sequence[Language], most: int) -> list[Highlight]:
    """The first, and in place of the last of them half in the reader's language, where that tells so many."""
    own = [one for one in ranked if _is_own(one.line, read)][: (most + 1) // 2]
    others = [one for one in ranked if one not in own][: most - len(own)]
    return sorted([*own, *others], key=ranked.index)


def _from_near(found: Sequence[Highlight], read: Sequence[Language]) -> list[Highlight]:
    """Where what its reader reads has some, of the rest only what several newsrooms tell."""
    near = [one for one in found if one.line.article.language in read]
    return [one for one in found if one in near or one.event.voices > 1] if len(near) >= _FEW_NEAR else list(found)


def _is_own(line: Line, read: Sequence[Language]) -> bool:
    return line.article.language[:2] in {tongue[:2] for tongue in read[:1]}


def _weight(event: Event) -> float:
    """As of its own last report: who was away missed the first day as much as the last."""
    return weigh(event, None, now=event.last)


def _by_weight(one: tuple[float, Found, Event]) -> tuple[float, str, str]:
    return -one[0], one[1].story.id, one[1].reports[0].id


def _highlight(
    one: Found, event: Event, weight: float, read: Sequence[Language], now: datetime, topics: Sequence[str]
) -> Highlight:
    near = _told_well(event, one.likeness)
    return Highlight(
        Scored(one.story, one.reports, score(one.story, one.reports, now=now, topics=set(topics))),
        _shown(near, read),
        tuple((line, frozenset(companies_in(line.text))) for line in near.lines[:_COMPARED]),
        event,
        weight,
        one.middle,
    )


def _shown(event: Event, read: Sequence[Language]) -> Line:
    """Where several say what was done, one of these in its language."""
    line = shown_by(event, read)
    often = Counter(deed for one in event.lines for deed in deeds_told(one.text))
    done = {deed for deed, times in often.items() if times > 1 and 3 * times >= len(event.lines)}
    tongue = line.article.language
    own = [one for one in event.lines if one.article.language == tongue and one.plain]
    own = [one for one in own if _tells(one)] or own
    doing = [one for one in own if deeds_told(one.text) & done] or own
    return shown_by(Event(doing), read) if doing and line not in doing else line


def _told_well(event: Event, likeness: Mapping[str, float]) -> Event:
    """What is most like all that is told of it: a neighbour's headline in the reader's language would tell something else."""
    least = max(likeness.get(line.article.id, 1.0) for line in event.lines) - _TELLING
    return Event([line for line in event.lines if likeness.get(line.article.id, 1.0) >= least])


def _worldwide(event: Event) -> float:
    tongues = {one[:2] for one in event.languages}
    return min(_MOST_WORLDWIDE, _WORLDWIDE * (len(tongues) - 1))


def _happened(one: Highlight) -> bool:
    """Not so "Advancing AI with materials": an English headline that begins with a gerund has a verb behind it, or brings something out."""
    return _tells(one.line) or not _GERUND.search(one.line.text)


def _tells(line: Line) -> bool:
    """An English headline has a verb or names a deed; in other languages nothing tells that surely."""
    return line.article.language != "en" or has_verb(line.text) or bool(deeds_told(line.text))


def _is_no_report(one: Highlight) -> bool:
    """An advertisement or a list, whoever prints it."""
    return one.scored.score.parts.get(NOT_A_REPORT, 0.0) <= _NO_REPORT


def enough(own: Sequence[Highlight]) -> list[Highlight]:
    """Those that a brief would tell; where they are few, what comes near that too."""
    worthy = [one for one in own if one.worth >= _LEAST]
    return worthy if len(worthy) >= FEW else [one for one in own if one.worth >= _LEAST - _POLICY.slack][:FEW]


def one_event(mine: Highlight, theirs: Highlight) -> bool:
    """Whether two stories tell the same; where both name nobody that is known, what is alike is left to who groups them."""
    if mine.companies & theirs.companies:
        pairs = ((one, other) for one in mine.named for other in theirs.named if one[1] & other[1])
        return any(same_event(one[0], other[0]) for one, other in pairs)
    return not (mine.companies and theirs.companies) and same_matter(mine.line, theirs.line)


def _merged(found: Sequence[Highlight], read: Sequence[Language]) -> list[Highlight]:
    """Each event once: the first that tells it, with the reports of all."""
    among = Among([line for one in found for line in one.event.lines]) if found else None
    kept: list[Highlight] = []
    for one in found:
        at = next((at for at, other in enumerate(kept) if among and _is_one(other, one, among)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = _with(kept[at], one, read)
    return kept


def _is_one(mine: Highlight, theirs: Highlight, among: Among) -> bool:
    near = 1.0 if mine.middle is None or theirs.middle is None else float(mine.middle @ theirs.middle)
    if near < _NEAR:
        return _does_one_thing(mine, theirs)
    if (
        mine.middle is not None
        and near >= _SURELY
        and not (mine.companies and theirs.companies.isdisjoint(mine.companies))
    ):
        return True
    return one_event(mine, theirs) or (near >= _ONE_MATTER and one_matter(mine.event, theirs.event, among))


def _does_one_thing(mine: Highlight, theirs: Highlight) -> bool:
    """In different languages, whose titles may lie far from each other: the same company does or suffers what it does once in days."""
    if mine.event.languages & theirs.event.languages or abs(mine.event.last - theirs.event.last) > _DAYS:
        return False
    return bool(_done_once(mine.event) & _done_once(theirs.event))


def _done_once(event: Event) -> frozenset[tuple[str, str]]:
    """Who is named first in half of the headlines, with what is done there."""
    told = Counter(
        (whose, deed)
        for line in event.lines
        for whose in companies_in(line.text)[:1]
        for deed in deeds_told(line.text) & _ONCE
    )
    return frozenset(pair for pair, times in told.items() if 2 * times >= len(event.lines))


def _with(mine: Highlight, theirs: Highlight, read: Sequence[Language]) -> Highlight:
    """As one, told by what its reader reads first, and by the later of both where enough tell that."""
    lines = [*mine.event.lines, *theirs.event.lines]
    told_by = {
        tongue: mine.event.told_by.get(tongue, frozenset()) | theirs.event.told_by.get(tongue, frozenset())
        for tongue in mine.event.told_by.keys() | theirs.event.told_by.keys()
    }
    event = Event(lines, told_by=told_by)
    many = theirs.event.voices >= max(_SOME, mine.event.voices / _NEWER)
    later = many and _middle_of(theirs) >= _middle_of(mine) + _LATER
    weight = max(_weight(event), mine.weight)
    first = max(mine, theirs, key=lambda one: (*_fit(one.line, read), (one is theirs) == later))
    return replace(first, event=event, weight=weight, middle=mine.middle, named=mine.named)


def _fit(line: Line, read: Sequence[Language]) -> tuple[bool, bool, bool]:
    return _is_own(line, read), line.article.language in read, _tells(line)


def _middle_of(one: Highlight) -> datetime:
    """When the report in the middle came."""
    moments = sorted(line.article.published for line in one.event.lines)
    return moments[len(moments) // 2]


def _lines(reports: Sequence[Article], wanted: Callable[[str], bool]) -> list[Line]:
    lines = (line_in(one, wanted) for one in reports if is_told(bare(headline(one.title))))
    return [line for line in lines if line]


def _spread(ranked: Sequence[Highlight], most: int) -> list[Highlight]:
    """What is over a company's share comes after the rest."""
    kept: list[Highlight] = []
    over: list[Highlight] = []
    shares: Counter[str] = Counter()
    for one in ranked:
        whose = companies_in(one.line.text)[:1]
        crowded = any(shares[company] >= _OF_ONE for company in whose)
        (over if crowded else kept).append(one)
        shares.update(whose)
    return [*kept, *over][:most]
