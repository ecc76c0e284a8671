"""A comparison from reports: what is said of the sides together, then of each the same aspect, amount with amount, price with price. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from news.text import search_tokens
from summariser.answering.aspects import ANY_SUM, BETTER, DEEDS, HALF, Wanted, aspects, aspects_of
from summariser.answering.comparable import Told
from summariser.answering.side_rows import best_of, rows_of
from summariser.asking.sides import Side
from summariser.words.aliases import places
from summariser.words.quantities import quantities
from summariser.words.question_words import GENERIC

_LINES: Final = 5
_FEW: Final = 3
"""Lines with which a comparison says enough."""
_OF_BOTH: Final = 2
"""Sentences that name the sides together, before what is told of each."""
_CHARACTERS: Final = 1300
_SAME: Final = 0.6
_COMPANY: Final = "company"
_KIN: Final = 2
"""Words that headlines of the same matter share beside the names."""
_PAIRS: Final = 2
"""Search tokens of a word where no spaces part words."""
_HEADLINES: Final = 12
"""Of one side, among which those of the same matter are looked for."""
_SAYS: Final = 0.25
"""What a sentence that says what its side is is worth more for each thing it says."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The sentences in the order in which they are shown; the sides of which nothing is told; aspects that are told of others than `lacking`."""

    told: tuple[Told, ...]
    missing: tuple[Side, ...]
    lacking: tuple[tuple[str, tuple[Side, ...]], ...] = ()
    compares: bool = False
    """A sentence sets the sides against each other, or the same is told of each."""
    otherwise: bool = False
    """What is asked is not told of all: what else is told of them stands in for it."""

    @property
    def whole(self) -> bool:
        """What is asked is told of every side; where anything goes, something by which they compare."""
        return self.compares and not (self.missing or self.lacking or self.otherwise)

    @property
    def worth(self) -> int:
        """More the more of the question it answers."""
        return 0 if not self.told else 1 + 4 * self.whole + 2 * self.compares + (not self.missing)

    def unanswered(self, wanted: Wanted, sides: Sequence[Side]) -> tuple[tuple[int, str], ...]:
        """The sides of which something asked is not told: by which aspect, "" for what else is asked."""
        counted = any(aspects()[name].counted for name in wanted.aspects)
        if not counted and any(one.of_all and (BETTER in one.aspects or one.beats) for one in self.told):
            return ()
        told = [
            (at, name)
            for one in self.told
            for at in one.sides
            for name in (*one.aspects, *_rest_of(one))
            if _is_its_value(one, at, name, sides)
        ]
        if not wanted:
            return tuple((at, "") for at, side in enumerate(sides) if side in self.missing)
        names = wanted.aspects or ("",)
        return tuple(
            (at, name) for name in names if name != BETTER for at in range(len(sides)) if (at, name) not in told
        )

    @property
    def apart(self) -> bool:
        """No sentence, and no report's title, names more than one side."""
        return not any(one.of_all or len(one.sides) > 1 for one in self.told)


def _is_its_value(one: Told, at: int, name: str, sides: Sequence[Side]) -> bool:
    """A deed with its day; of what is counted a number where it names that side, before it names another, or which of them has more."""
    if name in DEEDS:
        return one.dated
    if one.overtakes and len(one.sides) == len(sides):
        return True
    if len(one.sides) == 1 or name not in aspects() or not aspects()[name].counted:
        return True
    text = f"{one.text} "
    begins = sorted(sides[side].place(text, loosely=True) for side in one.sides)
    begin = sides[at].place(text, loosely=True)
    end = next((place for place in begins if place > begin), len(text))
    own = text[begin if begin > begins[0] else 0 : end].replace(sides[at].version or "\0", " ")
    return bool(quantities(own).stated)


def _rest_of(one: Told) -> tuple[str, ...]:
    return ("",) if one.share >= HALF else ()


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

    def _is_told_by(self, other: Told, one: Told) -> bool:
        """In the same words; the number of another side is its own, however alike the rest."""
        of_another = one.sides != other.sides and _amounts(one, self.sides) - _amounts(other, self.sides)
        return not of_another and _alike(one, other, self.names)

    def add(self, some: Sequence[Told]) -> bool:
        """All of them, where there is room and none of them is told already."""
        new = [one for one in some if one not in self.told]
        if not new or any(self._is_told_by(other, one) for one in new for other in self.told):
            return False
        if len(self.told) + len(new) > _LINES or sum(len(one.text) for one in (*self.told, *new)) > _CHARACTERS:
            return False
        self.told.extend(new)
        return True


def compared(found: Sequence[Told], sides: Sequence[Side], wanted: Wanted) -> Compared:
    """Those that set the sides against each other first, then what each is told to be by the same measure, what is asked before the rest;
    of a side of which nothing of that is told, the sentence that says best what it is. `found`: the best first."""
    names = frozenset(token for side in sides for token in side.terms)
    telling = _Telling(sides, wanted, names=names)
    together = sorted((one for one in found if len(one.sides) > 1), key=lambda one: (-len(one.sides), -one.score))
    own = [one for one in found if len(one.sides) == 1]
    if wanted.rest and ANY_SUM in wanted.aspects:  # some sum or other of theirs is none that is asked for
        own = [one for one in own if one.share > 0]
    answered = bool(wanted) and _as_asked(telling, together, own)
    opens = not wanted or (BETTER in wanted.aspects and _is_of_things(sides, wanted))
    compares = answered or (opens and _as_it_is_told(telling, together, own))
    if opens and not any(one.of_all for one in telling.told):
        _what_each_is(telling, own)
    if not (compares or wanted.aspects) and _is_of_things(sides, wanted):
        _set_against(telling, [one for one in together if one.compares > 1])
    if not wanted.aspects and (not compares or all(len(one.sides) == 1 and one.of_all for one in telling.told)):
        telling.add([one for one in together if one.promises][:1])
    shown = telling.shown()
    of_all = any(one.of_all for one in telling.told)
    missing = tuple(side for at, side in enumerate(sides) if at not in shown and not of_all)
    otherwise = bool(wanted) and not answered and bool(telling.told)
    return Compared(
        tuple(_needed(telling.told, wanted, sides)), missing, tuple(telling.lacking.items()), compares, otherwise
    )


def _is_of_things(sides: Sequence[Side], wanted: Wanted) -> bool:
    """Of companies nothing that they did otherwise tells what is asked."""
    return all(_is_thing(side) for side in sides) and not any(aspects()[name].of == _COMPANY for name in wanted.aspects)


def _is_thing(side: Side) -> bool:
    """A product, or what is in no table; no company and no country."""
    return side.sort != _COMPANY and side.id not in places()


def _as_asked(telling: _Telling, together: Sequence[Told], own: Sequence[Told]) -> bool:
    """Whether a line of both tells what is asked, or a line of each."""
    wanted = telling.wanted
    of_both = [one for one in together if _answers(one, wanted)]
    of_each = rows_of(own, telling.sides, wanted, wanted.aspects)
    counted = any(aspects()[name].counted or name in DEEDS for name in wanted.aspects)
    _set_against(
        telling, [one for one in of_both if not (counted and of_each) or _tells_each(one, wanted, telling.sides)]
    )
    answered = bool(telling.told)
    of_all = [name for name, row in of_each if _add_row(telling, name, row)]
    answered |= bool(of_all)
    answered |= bool(wanted.rest) and not wanted.aspects and _by_rest(telling, own)
    for name in (name for name in wanted.aspects if name not in of_all or not aspects()[name].counted):
        answered |= _of_some(telling, own, name)
    return answered


def _as_it_is_told(telling: _Telling, together: Sequence[Told], own: Sequence[Told]) -> bool:
    """Whether a line sets them against each other, by whatever it does, or the same measure of each is told."""
    before = len(telling.told)
    _set_against(telling, together)
    for name, row in rows_of(
        own, telling.sides, telling.wanted, aspects_of(*telling.sides, models=telling.wanted.models)
    ):
        if len(telling.told) < _FEW and _of_one_measure(name, row, telling):
            _add_row(telling, name, row)
    if len(telling.told) < _OF_BOTH:
        _of_same_matter(telling, own)
    return len(telling.told) > before


def _set_against(telling: _Telling, together: Sequence[Told]) -> None:
    """The lines that compare, a verdict or amounts before a mere contest; one alone that tells all that is asked."""
    any_measure = not telling.wanted
    amounts = {one: min(_OF_BOTH, len(_amounts(one, telling.sides))) if any_measure else 0 for one in together}
    for one in sorted(together, key=lambda one: (-one.compares, -amounts[one])):
        most = 1 if _tells_all(telling) or one.compares < 1 else _OF_BOTH
        if one.compares and len(telling.told) < most and not _adds_no_number(one, telling.told, telling.sides):
            telling.add((_shortest(one, together, telling.sides),))


def _add_row(telling: _Telling, name: str, row: Sequence[Told]) -> bool:
    """What each is told by one measure; what a line of both tells already is left out."""
    beside = any(len(one.sides) > 1 and name in one.aspects for one in telling.told)
    if beside:
        new = [one for one in row if not _adds_no_number(one, telling.told, telling.sides, of_any=True)]
        added = [telling.add([one]) for one in new]
        return any(added)
    known = [
        next((one for one in telling.told if one.sides == best.sides and name in one.aspects), None) for best in row
    ]
    return all(known) or telling.add([old or best for old, best in zip(known, row, strict=True)])


def _of_some(telling: _Telling, own: Sequence[Told], name: str) -> bool:
    """What some are told of what is asked, and of which it is lacking; whether a report of all tells it."""
    of_all = next((one for one in own if one.of_all and name == BETTER and name in one.aspects), None)
    if of_all and not _adds_no_number(of_all, telling.told, telling.sides, of_any=True):
        telling.add((of_all,))
    together = [one for one in telling.told if len(one.sides) > 1 and _tells(one, name)]
    if of_all or any(name in one.aspects or name == BETTER for one in together):
        return True
    row = [best_of(own, at, name) for at in range(len(telling.sides))]
    if any(row):
        row = [one or _speaking(own, at, name) for at, one in enumerate(row)]
    if not all(row):
        telling.add([one for one in row if one and name != BETTER])  # one's own test says nothing of the other
        telling.lacking[name] = tuple(side for side, one in zip(telling.sides, row, strict=True) if not one)
        return bool(together)
    return telling.add([one for one in row if one and one not in telling.told]) or bool(together)


def _tells_each(one: Told, wanted: Wanted, sides: Sequence[Side]) -> bool:
    """A number of the kind that is asked for of every side, or which of them has more."""
    told = one.aspects & set(wanted.aspects)
    return (
        one.beats
        or any(not aspects()[name].counted and (name not in DEEDS or one.dated) for name in told)
        or any(all(_is_its_value(one, at, name, sides) for at in one.sides) for name in told)
    )


def _needed(told: Sequence[Told], wanted: Wanted, sides: Sequence[Side]) -> list[Told]:
    """Without the lines all of whose numbers asked for are told by a line that tells more of them, or by a later one."""
    if not wanted.aspects or not all(aspects()[name].counted for name in wanted.aspects):
        return list(told)
    tells = {
        one: {
            (at, name)
            for at in one.sides
            for name in one.aspects & set(wanted.aspects)
            if _is_its_value(one, at, name, sides)
        }
        for one in told
    }
    alone = set[tuple[int, str]]().union(*(tells[one] for one in told if len(one.sides) == 1))
    of_each = len(alone) == len(sides) * len(wanted.aspects)
    kept = list(told)
    for one in sorted(told, key=lambda one: (len(one.sides) == 1, len(tells[one]), one.passage.published)):
        beside = [other for other in kept if other is not one and not (of_each and len(other.sides) > 1)]
        others = set[tuple[int, str]]().union(*(tells[other] for other in beside))
        if tells[one] <= others and not one.beats and one.sides <= {at for at, _ in others}:
            kept.remove(one)
    return kept


def _what_each_is(telling: _Telling, own: Sequence[Told]) -> None:
    """Of a side of which nothing is told, but that it is in a contest, the sentence that tells most of it: what was released, how large it is."""
    spoken = {one.passage.language for one in telling.told}
    told = {at for one in telling.told for at in one.sides if len(one.sides) == 1 or one.compares > 1 or telling.wanted}
    for at in sorted({*range(len(telling.sides))} - told):
        mine = [
            one for one in own if one.sides == {at} and (one.native or not spoken or one.passage.language in spoken)
        ]
        mine = [
            one for one in mine if not one.leans and (_is_thing(telling.sides[at]) or one.share or not telling.wanted)
        ]
        mine.sort(key=lambda one: -one.score - _SAYS * len(one.aspects) - 2 * _SAYS * one.deed)
        any(telling.add((one,)) for one in mine[:_FEW])


def _tells_all(telling: _Telling) -> bool:
    """A line tells what is asked with an amount for each side: another of both goes on to something else."""
    return bool(telling.wanted.aspects) and any(
        one.aspects & set(telling.wanted.aspects) and len(_amounts(one, telling.sides)) >= len(one.sides)
        for one in telling.told
    )


def _shortest(one: Told, together: Sequence[Told], sides: Sequence[Side]) -> Told:
    """Of those that tell the same numbers of the same sides."""
    own = _amounts(one, sides)
    same = (two for two in together if two.sides == one.sides and two.compares and _amounts(two, sides) == own)
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
    if BETTER in wanted.aspects and one.beats:
        return True
    if not wanted.aspects:
        return one.share >= HALF
    return any(name in one.aspects or aspects()[name].asks.search(one.text) for name in wanted.aspects)


def _tells(one: Told, name: str) -> bool:
    """It is told in it, or what else is asked; who is better also by who beats whom."""
    if name in one.aspects:
        return True
    return one.beats and (name == BETTER or bool(aspects()[name].asks.search(one.text)))


def _of_one_measure(name: str, row: Sequence[Told], telling: _Telling) -> bool:
    """Results compare where the same test, or the same third, is named."""
    if name != BETTER:
        return True
    named = (frozenset(search_tokens(" ".join(_NAMED.findall(one.text)))) - telling.names for one in row)
    return bool(frozenset.intersection(*named) - GENERIC)


_NAMED: Final = re.compile(r"\b[A-Z][\w.-]*[\w]")


def _speaking(own: Sequence[Told], side: int, name: str) -> Told | None:
    """A headline of what it did that speaks of it without a number: "Tencent to boost AI spending"."""
    asks = aspects()[name].asks
    return next((one for one in own if one.sides == {side} and one.deed and asks.search(one.text)), None)


def _by_rest(telling: _Telling, own: Sequence[Told]) -> bool:
    """What each side is told of what else is asked."""
    of_rest = [one for one in own if one.share >= HALF and (one.deed or _is_thing(telling.sides[min(one.sides)]))]
    met = [next((one for one in of_rest if one.sides == {at}), None) for at in range(len(telling.sides))]
    return all(met) and telling.add([one for one in met if one])


def _of_same_matter(telling: _Telling, own: Sequence[Told]) -> None:
    """Headlines of what each side did that share the most words: both on data centres, both on a break-in."""
    of_each = [[one for one in own if one.deed and one.sides == {at}][:_HEADLINES] for at in range(len(telling.sides))]
    words = {one.text: _words(one, telling.names) for headlines in of_each for one in headlines}
    best: tuple[float, tuple[Told, ...]] = (-_HEADLINES, ())
    for row in product(*of_each) if len(of_each) == _OF_BOTH else ():
        shared = len(frozenset.intersection(*(words[one.text] for one in row)))
        shared = shared if row[0].text.isascii() else shared // _PAIRS
        worth = shared + sum(one.score for one in row)
        if shared >= _KIN and worth > best[0]:
            best = (worth, row)
    telling.add(best[1])


def _words(one: Told, names: frozenset[str]) -> frozenset[str]:
    return frozenset(token for token in search_tokens(one.text) if token not in names and token not in GENERIC)


def _alike(one: Told, other: Told, names: frozenset[str]) -> bool:
    mine, theirs = frozenset(search_tokens(one.text)) - names, frozenset(search_tokens(other.text)) - names
    return len(mine & theirs) >= _SAME * max(1, min(len(mine), len(theirs)))
