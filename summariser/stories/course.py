"""The course of a matter: what of one long event each day added, for who missed it. Pure; six languages."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from math import log2
from typing import Final

from news.languages import Language
from summariser.stories.newslines import Event, Line, shown_by
from summariser.words.meaning import meanings, unpacked
from summariser.words.senses import deeds_told
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


def developments(
    lines: Sequence[Line], own: Sequence[Language | None], matter: str, chances: Mapping[str, float]
) -> list[Event]:
    """What of one matter was told most, each development once under all that tell it, the first first: in the reader's language, and where that
    tells few, what else others tell. A development is what lies near in what tells the matter's headlines apart; what one alone tells fills up. `chances`: of each report, how likely it is of the matter."""
    if not lines:
        return []
    near = _near(lines)
    said = deeds_told(matter)
    new = [min(_DEEDS, len(deeds_told(one.text) - said)) for one in lines]
    left = set(range(len(lines)))
    told: list[list[int]] = []

    def weighs(at: int) -> tuple[bool, float]:
        another = all(_apart(lines[at], lines[group[0]]) > _DAYS for group in told)
        sure = _SURE * _log_odds(chances[lines[at].article.id])
        points = log2(len(near[at] & left)) + _A_DEED * new[at] + sure + _ANOTHER_DAY * another
        return lines[at].article.language in own, points

    while left and len(told) < _MOST:
        best = max(sorted(left), key=weighs)
        group = near[best] & left
        left -= group
        is_own, enough = lines[best].article.language in own, len(told) >= _ENOUGH
        if not enough or (is_own and len(group) > 1):
            told.append([best])
    parts = [Event([lines[at] for at in group]) for group in told]
    return sorted(parts, key=lambda part: shown_by(part, own).article.published)


def _near(lines: Sequence[Line]) -> list[set[int]]:
    """Of each the places of those that tell its development, with its own. What all mean together is taken off: it is the matter."""
    import numpy as np

    rows = unpacked(meanings([one.text for one in lines]))
    whole = rows @ rows.T
    if len(lines) >= _MANY:
        rows = rows - rows.mean(axis=0)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _LEAST)
    least = _OF_MANY if len(lines) >= _MANY else _OF_FEW
    cosines = rows @ rows.T

    def is_near(here: int, there: int) -> bool:
        days = _apart(lines[here], lines[there]) <= _DAYS
        return here == there or whole[here, there] >= _SAID_AGAIN or bool(days and cosines[here, there] >= least)

    places = range(len(lines))
    return [{there for there in places if is_near(here, there)} for here in places]


def _log_odds(chance: float) -> float:
    chance = min(_SURELY, chance)
    return log2(chance / (1 - chance))


def _apart(one: Line, other: Line) -> timedelta:
    return abs(one.article.published - other.article.published)


_MANY: Final = 6
_OF_MANY: Final = 0.17
_OF_FEW: Final = 0.45
_SAID_AGAIN: Final = 0.72
"""Cosines of headlines that tell one development."""
_LEAST: Final = 1e-6
_DAYS: Final = timedelta(hours=20)
_A_DEED: Final = 0.3
_SURE: Final = 0.6
_SURELY: Final = 0.95
_ANOTHER_DAY: Final = 0.8
"""For what no day that is told already has: how it began, how it stands."""
_DEEDS: Final = 2
_ENOUGH: Final = 4
_MOST: Final = 7
