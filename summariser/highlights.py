"""News of no one company: the weightiest events of a time or a field, each once, with the headline that tells it best. Pure; six languages."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from news.languages import Language
from news.model import Article, Story
from summariser.commanding import commands_machines
from summariser.deeds import is_release
from summariser.headlines import with_maker
from summariser.names import bodies_in, companies_in
from summariser.newslines import Event, Line, is_report, is_told, same_matter, shown_by
from summariser.one_event import same_event
from summariser.predicates import predicates
from summariser.ranking import AT_ITS_EDGE, NOT_A_REPORT, RankingPolicy, Scored, score
from summariser.support import bare, is_unfit_line
from summariser.traces import headline
from summariser.weighing import weigh

MOST: Final = 7
FEW: Final = 4
SCORED: Final = 24
"""Stories of one language: each costs some milliseconds to weigh."""
_COMPARED: Final = 8
"""So many headlines of a story are held against those of another."""
_OF_ONE: Final = 2
"""So many lines may be of one company."""
_POLICY: Final = RankingPolicy()
_ABROAD: Final = -2.5
_NEXT: Final = -1.0
_WORLDWIDE: Final = 2.0
"""For whom reports of several languages tell of in that time."""
_FEW_NEAR: Final = 3
_IN_ANOTHER: Final = 1.0
"""Points for what is told only in a language that its reader did not ask in, and for what another one tells too."""
_GERUND: Final = re.compile(r"(?:^|: )(?:The |On )?[A-Z][a-z]+ing\b")
_FINITE: Final = frozenset({"finite", "past"})
_OF_ITS_KIND: Final = frozenset(
    {
        "about AI",
        "AI is its subject",
        "of an earlier month by its own dates",
        "names known in the field",
        "reader's topics",
        AT_ITS_EDGE,
        NOT_A_REPORT,
    }
)
"""What its score says of the event, and not of who reports it when."""
Found = tuple[Story, Sequence[Article]]


@dataclass(frozen=True, slots=True)
class Highlight:
    """An event: its story with all reports and its score, and the headline that is shown."""

    scored: Scored
    line: Line
    named: tuple[tuple[Line, frozenset[str]], ...]
    """Its first headlines, each with the companies that it names."""

    @property
    def id(self) -> str:
        return self.scored.story.id

    @property
    def companies(self) -> frozenset[str]:
        return frozenset().union(*(whose for _, whose in self.named))

    lines: tuple[Line, ...]
    weight: float

    @property
    def worth(self) -> float:
        """With how much it is of AI: what happened first in that time is no less than what happened last."""
        return self.weight + sum(points for name, points in self.scored.score.parts.items() if name in _OF_ITS_KIND)


def highlights(
    found: Sequence[Found],
    tongue: Language,
    *,
    now: datetime,
    topics: Sequence[str] = (),
    wanted: Callable[[str], bool] = bool,
    most: int = MOST,
    weighed: int = SCORED,
) -> list[Highlight]:
    """Of the stories with a headline in `tongue` that is `wanted` and tells an event by itself: the weightiest, each event once."""
    lined = [(story, reports, lines) for story, reports in found if (lines := _lines(reports, tongue, wanted))]
    told = [(*one, weigh(Event(one[2]), None, now=now)) for one in lined]
    told.sort(key=lambda one: (-one[3], one[0].id))
    scored = [
        Highlight(
            Scored(story, reports, score(story, reports, now=now, topics=set(topics))),
            shown_by(Event(lines), [tongue]),
            tuple((line, frozenset(companies_in(line.text))) for line in lines[:_COMPARED]),
            tuple(lines),
            weight,
        )
        for story, reports, lines, weight in told[:weighed]
    ]
    ranked = sorted(scored, key=lambda one: (-one.worth, one.id))
    merged = _merged([one for one in ranked if _happened(one)], now)
    return _spread(sorted(merged, key=lambda one: (-one.worth, one.id)), most)


def _happened(one: Highlight) -> bool:
    """Not so "Advancing AI with materials": an English headline that begins with a gerund has a verb behind it, or brings something out."""
    text = one.line.text
    if one.line.article.language != "en" or not _GERUND.search(text) or is_release(text):
        return True
    return any(not verb.noun and verb.form in _FINITE for verb in predicates(text))


def enough(own: Sequence[Highlight]) -> list[Highlight]:
    """Those that a brief would tell; where they are few, what comes near that too."""
    worthy = [one for one in own if one.worth >= _POLICY.least]
    return worthy if len(worthy) >= FEW else [one for one in own if one.worth >= _POLICY.least - _POLICY.slack][:FEW]


def one_event(mine: Highlight, theirs: Highlight) -> bool:
    """Whether two stories tell the same; where both name nobody that is known, what is alike is left to who groups them."""
    if mine.companies & theirs.companies:
        pairs = ((one, other) for one in mine.named for other in theirs.named if one[1] & other[1])
        return any(same_event(one[0], other[0]) for one, other in pairs)
    return not (mine.companies and theirs.companies) and same_matter(mine.line, theirs.line)


def together(
    told: Sequence[Sequence[Highlight]], read: Sequence[Language], *, now: datetime, most: int = MOST
) -> list[Highlight]:
    """Of several languages, the reader's first: each event once, in the first that tells it, the more weighty the more tell it.

    `read`: the reader's own, and what they read next; where these have some, of the rest only what several newsrooms report.
    """

    spoken: dict[str, set[Language]] = {}
    for one in (one for tongue in told for one in tongue):
        for whose in (*companies_in(one.line.text)[:1], *bodies_in(one.line.text)):
            spoken.setdefault(whose, set()).add(one.line.article.language)

    def worth(one: Highlight) -> float:
        tongue = one.line.article.language
        known = any(
            len(spoken.get(whose, ())) > 1 for whose in (*companies_in(one.line.text)[:1], *bodies_in(one.line.text))
        )
        return one.worth + _WORLDWIDE * known + (0.0 if tongue in read[:1] else _NEXT if tongue in read else _ABROAD)

    found = sorted(_merged([one for tongue in told for one in tongue], now), key=lambda one: (-worth(one), one.id))
    found = enough(found)
    near = [one for one in found if one.line.article.language in read]
    if len(near) >= _FEW_NEAR:
        found = [one for one in found if one in near or Event(list(one.lines)).voices > 1]
    return sorted(_spread(found, most), key=lambda one: one.line.article.language not in read[:1])


def _merged(found: Sequence[Highlight], now: datetime) -> list[Highlight]:
    """Each event once: the first that tells it, with the reports of all."""
    kept: list[Highlight] = []
    for one in found:
        at = next((at for at, other in enumerate(kept) if one_event(other, one)), None)
        if at is None:
            kept.append(one)
            continue
        lines = (*kept[at].lines, *one.lines)
        abroad = one.line.article.language != kept[at].line.article.language
        weight = weigh(Event(list(lines)), None, now=now) + _IN_ANOTHER * abroad
        kept[at] = replace(kept[at], lines=lines, weight=max(weight, kept[at].weight))
    return kept


def _lines(reports: Sequence[Article], tongue: Language, wanted: Callable[[str], bool]) -> list[Line]:
    lines = []
    for one in reports:
        title = bare(headline(one.title)) if one.language == tongue else ""
        plain = title and is_told(title) and wanted(title) and not commands_machines(one.title)
        if plain and not is_unfit_line(title, tongue) and is_report(one):
            lines.append(Line(one, with_maker(title, one)))
    return lines


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
