"""The course of a matter: what of one long event each day added, for who missed it. Pure; six languages."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from news.languages import Language
from summariser.stories.newslines import Event, Line, shown_by
from summariser.words.vectors import rarity, terms

_A_DAY: Final = timedelta(hours=12)
"""The evening of one and the morning of the next are two."""
_RETOLD: Final = 0.6
"""So much of what a headline says, by how much each word tells apart, was said on a day before."""


def course(events: Sequence[Event], own: Sequence[Language | None], common: frozenset[str]) -> list[Event]:
    """Each event as its days, without what only says again what an earlier day said. `common`: words that all headlines have."""
    return [part for event in events for part in _parts(event, own, common)]


def _parts(event: Event, own: Sequence[Language | None], common: frozenset[str]) -> list[Event]:
    lines = sorted(_read(event, own), key=lambda line: line.article.published)
    days: list[list[Line]] = []
    for line in lines:
        if not days or line.article.published - days[-1][0].article.published >= _A_DAY:
            days.append([])
        days[-1].append(line)
    if len(days) == 1:
        return [event]
    kept: list[Event] = []
    said: list[frozenset[str]] = []
    for day in days:
        words = {line.article.id: frozenset(terms(line.text)) - common for line in day}
        new = [line for line in day if not any(_retells(words[line.article.id], one) for one in said)]
        if any(line.plain for line in new):
            kept.append(Event(new, event.score, event.of_ai, event.known))
            said.append(words[shown_by(kept[-1], own).article.id])
    return kept or [event]


def _read(event: Event, own: Sequence[Language | None]) -> list[Line]:
    """In the reader's language, where it is told there."""
    return [line for line in event.lines if line.article.language in own] or event.lines


def _retells(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return _weight(mine & theirs) >= _RETOLD * min(_weight(mine), _weight(theirs))


def _weight(words: frozenset[str]) -> float:
    return sum(map(rarity, words))
