"""A comparison from reports: what is said of the sides together, then of each the same aspect, amount with amount, price with price. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Final

from news.text import search_tokens
from summariser.aliases import places
from summariser.aspects import BETTER, DEEDS, HALF, RELEASED, Wanted, aspects, aspects_of
from summariser.comparable import Told
from summariser.quantities import quantities
from summariser.question_words import GENERIC
from summariser.sides import Side

_LINES: Final = 6
_FEW: Final = 3
"""Lines with which a comparison says enough."""
_OF_BOTH: Final = 2
"""Sentences that name the sides together, before what is told of each."""
_CHARACTERS: Final = 1300
_SAME: Final = 0.6
_OPEN: Final = "open"
"""A licence says little where that of the others is not told."""
_KIN: Final = 2
"""Words that headlines of the same matter share beside the names."""
_HEADLINES: Final = 12
"""Of one side, among which those of the same matter are looked for."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The sentences in the order in which they are shown; the sides of which nothing is told; aspects that are told of others than `lacking`."""

    told: tuple[Told, ...]
    missing: tuple[Side, ...]
    lacking: tuple[tuple[str, tuple[Side, ...]], ...] = ()
    asked: bool = False
    """What is lacking was asked for."""
    otherwise: bool = False
    """What is asked is told of none: what else is told of them stands in for it."""

    @property
    def whole(self) -> bool:
        """Something is told of every side, and what is asked."""
        said = any(not one.promises for one in self.told)
        return said and not (self.missing or (self.lacking and self.asked) or self.otherwise)

    @property
    def apart(self) -> bool:
        """No sentence, and no report's title, names more than one side."""
        return not any(one.of_all or len(one.sides) > 1 for one in self.told)


@dataclass(slots=True)
class _Telling:
    """What is told so far."""

    sides: Sequence[Side]
    wanted: Wanted
    told: list[Told] = field(default_factory=list)
    lacking: dict[str, tuple[Side, ...]] = field(default_factory=dict)
    names: frozenset[str] = frozenset()

    def shown(self) -> set[int]:
        return {at for one in self.told for at in one.sides}

    def add(self, some: Sequence[Told]) -> bool:
        """All of them, where there is room and none of them is told already."""
        new = [one for one in some if one not in self.told]
        if not new or any(_alike(one, other, self.names) for one in new for other in self.told):
            return False
        if len(self.told) + len(new) > _LINES or sum(len(one.text) for one in (*self.told, *new)) > _CHARACTERS:
            return False
        self.told.extend(new)
        return True


def compared(found: Sequence[Told], sides: Sequence[Side], wanted: Wanted, *, loosely: bool = False) -> Compared:
    """Those that name the sides together first, then what each is told to be by the same measure. Empty where nothing is comparable.

    `found`: the best first. `loosely`: where what is asked is told of no side, what else is told of them stands in for it.
    """
    telling = _telling(found, sides, wanted)
    otherwise = (
        loosely
        and bool(wanted.rest)
        and not wanted.aspects
        and not telling.told
        and not any(side.id in places() for side in sides)
    )
    if otherwise:
        telling = _telling(found, sides, replace(wanted, aspects=(), rest=""))
    shown = telling.shown()
    missing = tuple(side for at, side in enumerate(sides) if at not in shown)
    return Compared(
        tuple(telling.told),
        missing,
        tuple(telling.lacking.items()),
        bool(wanted.aspects),
        otherwise and bool(telling.told),
    )


def _telling(found: Sequence[Told], sides: Sequence[Side], wanted: Wanted) -> _Telling:
    names = frozenset(token for side in sides for token in side.terms)
    telling = _Telling(sides, wanted, names=names)
    together = [one for one in found if len(one.sides) > 1 and _answers(one, wanted)]
    together.sort(key=lambda one: (one.promises, -len(one.sides), -one.score))
    for one in together:
        most = _OF_BOTH if not one.promises and not _tells_all(telling) else 1
        if len(telling.told) < most and not _adds_no_number(one, telling.told, sides):
            telling.add((_shortest(one, together, sides),))
    own = [one for one in found if len(one.sides) == 1]
    _by_measure(telling, own, wanted.aspects or aspects_of(*sides, models=wanted.models))
    if wanted.rest:
        _by_rest(telling, own)
    if not wanted and len(telling.told) < _FEW:
        if all(len(one.sides) > 1 for one in telling.told):
            _what_is_told(telling, own)
        if len(telling.shown()) < len(sides) or len(telling.told) < _OF_BOTH:
            _of_same_matter(telling, own)
        for one in together[:_LINES]:
            new = len(telling.told) < _FEW and not one.promises and not _adds_no_number(one, telling.told, sides)
            if telling.told and new:
                telling.add((one,))
        if not telling.told and not any(side.id and side.id == side.company for side in sides):
            _by_measure(telling, own, (RELEASED,))  # what each of two products is
    return telling


def _tells_all(telling: _Telling) -> bool:
    """A line tells what is asked with an amount for each side: another of both goes on to something else."""
    return bool(telling.wanted.aspects) and any(
        one.aspects & set(telling.wanted.aspects) and len(_amounts(one, telling.sides)) >= len(one.sides)
        for one in telling.told
    )


def _shortest(one: Told, together: Sequence[Told], sides: Sequence[Side]) -> Told:
    """Of those that tell the same numbers of the same sides."""
    own = _amounts(one, sides)
    same = (two for two in together if two.sides == one.sides and not two.promises and _amounts(two, sides) == own)
    return min(same, key=lambda two: len(two.text), default=one) if own else one


def _adds_no_number(one: Told, told: Sequence[Told], sides: Sequence[Side], *, of_any: bool = False) -> bool:
    """Its numbers are told of these sides, or `of_any`, already in other words."""
    own = _amounts(one, sides)
    if not own and one.beats and not of_any:
        return any(other.beats and other.sides == one.sides and one.aspects <= other.aspects for other in told)
    return bool(own) and any((of_any or one.sides <= other.sides) and own <= _amounts(other, sides) for other in told)


def _amounts(one: Told, sides: Sequence[Side]) -> frozenset[str]:
    """The numbers of a line that belong to no side's name."""
    return quantities(one.text).stated - {number for side in sides for number in quantities(side.label).stated}


def _answers(one: Told, wanted: Wanted) -> bool:
    """It tells what is asked, or speaks of it; which is better is told by whatever sets the sides against each other."""
    if not wanted or one.share >= HALF or (BETTER in wanted.aspects and (one.beats or one.promises)):
        return True
    return any(name in one.aspects or aspects()[name].asks.search(one.text) for name in wanted.aspects)


def _by_measure(telling: _Telling, own: Sequence[Told], names: Sequence[str]) -> None:
    """By each measure what is told of every side, the measures that are told best first; of what is asked also what some are told."""
    for name, best in _rows(own, telling.sides, names):
        known = [
            next((one for one in telling.told if one.sides == {at} and name in one.aspects), None)
            for at in range(len(best))
        ]
        new = [old or best for old, best in zip(known, best, strict=True)]
        beside = name in telling.wanted.aspects and any(len(one.sides) > 1 for one in telling.told)
        if not beside and not all(known):
            telling.add(new)
        for one in new if beside else ():  # what a line of both leaves out of one
            if not _adds_no_number(one, telling.told, telling.sides, of_any=True):
                telling.add((one,))
    for name in telling.wanted.aspects:
        row = [_best(own, at, name) or _speaking(own, at, name) for at in range(len(telling.sides))]
        of_all = next((one for one in own if one.of_all and name in one.aspects), None)
        if of_all and not _adds_no_number(of_all, telling.told, telling.sides, of_any=True):
            telling.add((of_all,))
        together = any(len(one.sides) > 1 and _tells(one, name) for one in telling.told)
        if all(row) or together:
            continue
        some = [one for one in row if one]
        telling.add(some)
        if telling.told and not any(one.of_all for one in some):
            telling.lacking[name] = tuple(side for side, one in zip(telling.sides, row, strict=True) if not one)


def _tells(one: Told, name: str) -> bool:
    """It is told in it, or what else is asked; who is better also by who beats whom."""
    if name in one.aspects or (one.share >= HALF and not one.promises):
        return True
    if name == BETTER:
        return one.beats
    return bool(one.beats and aspects()[name].asks.search(one.text))


def _rows(own: Sequence[Told], sides: Sequence[Side], names: Sequence[str]) -> list[tuple[str, tuple[Told, ...]]]:
    """The aspects of which all sides are told something, with the best sentence of each; those that are told best first."""
    rows: list[tuple[float, str, tuple[Told, ...]]] = []
    for place, name in enumerate(names):
        row = [_best(own, at, name) for at in range(len(sides))]
        if all(row):
            chosen = tuple(one for one in row if one)
            rows.append((min(one.score for one in chosen) - 0.05 * place, name, chosen))
    return [(name, chosen) for _, name, chosen in sorted(rows, key=lambda row: -row[0])]


def _best(own: Sequence[Told], side: int, name: str) -> Told | None:
    return next((one for one in own if one.sides == {side} and name in one.aspects), None)


def _speaking(own: Sequence[Told], side: int, name: str) -> Told | None:
    """A headline of what it did that speaks of it without a number: "Tencent to boost AI spending"."""
    asks = aspects()[name].asks
    return next((one for one in own if one.sides == {side} and one.deed and asks.search(one.text)), None)


def _by_rest(telling: _Telling, own: Sequence[Told]) -> None:
    """What each side is told of what else is asked."""
    met = [
        next((one for one in own if one.sides == {at} and one.share >= HALF), None) for at in range(len(telling.sides))
    ]
    if all(met):
        telling.add([one for one in met if one])


def _of_same_matter(telling: _Telling, own: Sequence[Told]) -> None:
    """Headlines of what each side did that share the most words: both on data centres, both on a break-in."""
    of_each = [[one for one in own if one.deed and one.sides == {at}][:_HEADLINES] for at in range(len(telling.sides))]
    words = {one.text: _words(one, telling.names) for headlines in of_each for one in headlines}
    best: tuple[float, tuple[Told, ...]] = (-_HEADLINES, ())
    least = 1 if telling.told else _KIN
    for row in product(*of_each) if len(of_each) == _OF_BOTH else ():
        shared = len(frozenset.intersection(*(words[one.text] for one in row)))
        met = any(one.share >= HALF for one in row)
        worth = shared + sum(one.score + 2 * one.share for one in row)
        if (shared >= least or met) and worth > best[0]:
            best = (worth, row)
    telling.add(best[1])


def _words(one: Told, names: frozenset[str]) -> frozenset[str]:
    return frozenset(token for token in search_tokens(one.text) if token not in names and token not in GENERIC)


def _what_is_told(telling: _Telling, own: Sequence[Told]) -> None:
    """Of each side its best measure; beside what is told of them together only where all have one."""
    best = [_measured(own, at, side, telling.wanted.models) for at, side in enumerate(telling.sides)]
    versions = all(side.version for side in telling.sides)
    if (telling.told and not all(best)) or not (telling.told or versions):
        return
    for new in filter(None, best):
        if telling.add((new,)) and not all(best):
            name = next(name for name in aspects() if name in new.aspects - DEEDS)
            without = [side for at, side in enumerate(telling.sides) if not _best(own, at, name)]
            if not any(len(one.sides) > 1 and name in one.aspects for one in telling.told):
                telling.lacking[name] = tuple(without)


def _measured(own: Sequence[Told], at: int, side: Side, models: bool) -> Told | None:
    """What it costs before how large it is, and so on."""
    names = (name for name in aspects_of(side, models=models) if name != _OPEN)
    return next(filter(None, (_best(own, at, name) for name in names)), None)


def _alike(one: Told, other: Told, names: frozenset[str]) -> bool:
    mine, theirs = frozenset(search_tokens(one.text)) - names, frozenset(search_tokens(other.text)) - names
    return len(mine & theirs) >= _SAME * max(1, min(len(mine), len(theirs)))
