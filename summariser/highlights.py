"""News of no one company: the weightiest events of a time or a field, each once, with the headline that tells it best. Pure; six languages."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log2
from typing import Final

from news.languages import Language
from news.model import Article, Story
from summariser.commanding import commands_machines
from summariser.deeds import is_release
from summariser.headlines import with_maker
from summariser.names import companies_in
from summariser.newslines import Event, Line, is_report, is_told, shown_by
from summariser.one_event import same_event
from summariser.predicates import predicates
from summariser.ranking import RankingPolicy, Scored, score
from summariser.stakes import stakes
from summariser.support import bare, is_unfit_line
from summariser.traces import headline
from summariser.voices import owner

MOST: Final = 6
FEW: Final = 4
_SCORED: Final = 16
"""Stories of one language: each costs some milliseconds to weigh."""
_COMPARED: Final = 8
"""So many headlines of a story are held against those of another."""
_AHEAD: Final = 2 * MOST
"""So many distinct events are enough to choose from."""
_OF_ONE: Final = 2
"""So many lines may be of one company."""
_POLICY: Final = RankingPolicy()
_GERUND: Final = re.compile(r"(?:^|: )(?:The |On )?[A-Z][a-z]+ing\b")
_FINITE: Final = frozenset({"finite", "past"})
Found = tuple[Story, Sequence[Article]]


@dataclass(frozen=True, slots=True)
class Highlight:
    """An event: its story with all reports and its score, and the headline that is shown."""

    scored: Scored
    line: Line
    named: tuple[tuple[Line, frozenset[str]], ...]
    """Its first headlines, each with the companies that it names."""

    @property
    def companies(self) -> frozenset[str]:
        return frozenset().union(*(whose for _, whose in self.named))

    @property
    def worth(self) -> float:
        return self.scored.score.value


def highlights(
    found: Sequence[Found],
    tongue: Language,
    *,
    now: datetime,
    topics: Sequence[str] = (),
    wanted: Callable[[str], bool] = bool,
    most: int = MOST,
) -> list[Highlight]:
    """Of the stories with a headline in `tongue` that is `wanted` and tells an event by itself: the weightiest, each event once."""
    told = [(story, reports, lines) for story, reports in found if (lines := _lines(reports, tongue, wanted))]
    told.sort(key=lambda one: (-_at_first_sight(one[2]), one[0].id))
    scored = [
        Highlight(
            Scored(story, reports, score(story, reports, now=now, topics=set(topics))),
            shown_by(Event(lines), [tongue]),
            tuple((line, frozenset(companies_in(line.text))) for line in lines[:_COMPARED]),
        )
        for story, reports, lines in told[:_SCORED]
    ]
    ranked = sorted(scored, key=lambda one: (-one.worth, one.scored.story.id))
    return _spread(_once([one for one in ranked if _happened(one)]), most)


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
    pairs = ((one, other) for one in mine.named for other in theirs.named if one[1] & other[1])
    return bool(mine.companies & theirs.companies) and any(same_event(one[0], other[0]) for one, other in pairs)


def _lines(reports: Sequence[Article], tongue: Language, wanted: Callable[[str], bool]) -> list[Line]:
    lines = []
    for one in reports:
        title = bare(headline(one.title)) if one.language == tongue else ""
        plain = title and is_told(title) and wanted(title) and not commands_machines(one.title)
        if plain and not is_unfit_line(title, tongue) and is_report(one):
            lines.append(Line(one, with_maker(title, one)))
    return lines


def _at_first_sight(lines: Sequence[Line]) -> float:
    """Before it is weighed: who reports it, and what is at stake."""
    heard = len({owner(line.article) for line in lines})
    at_stake = sum(_POLICY.stakes[one] for one in stakes([line.text for line in lines]))
    tier = max(_POLICY.tier[line.article.tier] for line in lines)
    return _POLICY.per_doubling_of_sources * log2(heard) + at_stake + tier


def _once(ranked: Sequence[Highlight]) -> list[Highlight]:
    kept: list[Highlight] = []
    for one in ranked:
        if len(kept) == _AHEAD:
            break
        if not any(one_event(one, other) for other in kept):
            kept.append(one)
    return kept


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
