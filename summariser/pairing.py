"""What stands together in a telling must stand together in its quote: a number with its name and its words, a name with what is told of it.

A quote of several clauses tells each of somebody. A number, or most words of a clause, told of a name of another clause while the one
it belongs to is left out, was moved; so were the attributes of two things told in turn, and a number told by the words of another one.
Pure, for English.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations
from typing import Final

from summariser.arguments import masked
from summariser.clauses import Clause, clauses
from summariser.facts import plain
from summariser.phrases import stem

_MOSTLY: Final = 0.6
_UNIT: Final = (
    r"(?:(?:kilo|mega|giga|tera)?watt(?:-?hour)?s?|[kMGT]Wh?|miles?|kilomet(?:er|re)s?|km|tons?|tonnes?|(?:kilo)?grams?|kg|acres?|"
    r"hours?|minutes?|seconds?|milliseconds?|degrees?|square[ -](?:feet|foot|met(?:er|re)s?)|(?:mega|giga|tera)bytes?|[MGT]B|volts?|litres?|liters?|gallons?)"
)
_UNITS: Final = re.compile(rf"(?<![A-Za-z]){_UNIT}(?![A-Za-z])|°|%")
_COUNT: Final = re.compile(r"(?<![\w.,:$€£¥-])(\d[\d,]*(?:\.\d+)?)(?![\w%:])")
_MEASURED: Final = re.compile(rf"(?<![\w.,$€£¥-])(\d[\d,]*(?:\.\d+)?)[ -]?{_UNIT}(?![A-Za-z])")
_SAYS: Final = frozenset(map(stem, ("say", "write", "tell", "report", "announce", "argue", "find")))
_COMPARES: Final = frozenset({"than", "unlike", "like", "versus", "against", "while", "as"})


def mispaired(told: str, sources: Sequence[str]) -> Iterator[str]:
    """ "number … of another" and "clause of another" for what is told of the wrong one."""
    yield from _unmeasured(told, "\n".join(sources))
    here, there = masked(told, sources)
    mine = [one for line in clauses(here) for one in line]
    theirs = [one for line in clauses(there) for one in line]
    known = frozenset().union(*(one.names for one in theirs))
    whole = frozenset().union(*(one.names for one in mine))
    if "respectively" in there:
        return
    for one in mine:
        if any(one.names & each.names and one.numbers & each.numbers for each in theirs):
            continue  # what is left out there is told here
        yield from _numbers_of_another(one, mine, theirs, known)
        if _is_another(one, theirs, known, whole) or _has_another(one, theirs, known, whole):
            yield "clause of another"
    for one in mine:
        yield from _numbers_by_words(one, mine, theirs)
        yield from _numbers_of_two(one, theirs, frozenset().union(*(each.numbers for each in mine)))
        if _mixes(one, theirs):
            yield "parts of two clauses"


def _numbers_of_another(
    one: Clause, mine: Sequence[Clause], theirs: Sequence[Clause], known: frozenset[str]
) -> Iterator[str]:
    names = one.names & known
    if not names or one.open or _opens_speech(one):
        return
    for number in sorted(one.numbers):
        held = [each for each in theirs if number in each.numbers]
        if held and all(_is_told_of(each) and not names & each.names and not _is_told_so(each, mine) for each in held):
            yield f"number {number} of another"


def _opens_speech(one: Clause) -> bool:
    """Whether its number stands before who says something: "By 2025, Musk said, Tesla would" may tell it of what is said."""
    kinds = [token.kind for token in one.tokens]
    return (
        bool(one.words & _SAYS)
        and "number" in kinds
        and "name" in kinds
        and kinds.index("number") < kinds.index("name")
    )


def _is_told_so(one: Clause, mine: Sequence[Clause]) -> bool:
    """Whether its names are told, and not with another number."""
    return any(each.names & one.names and not (each.numbers and not each.numbers & one.numbers) for each in mine)


def _is_told_of(one: Clause) -> bool:
    """Whether it says of whom it is told."""
    return not one.open and bool(one.subject) and one.tokens[1:2] != () and one.tokens[1].kind != "preposition"


def _numbers_by_words(one: Clause, mine: Sequence[Clause], theirs: Sequence[Clause]) -> Iterator[str]:
    """Of clauses with a number each: told by words of one with the number of another, and where both are told, both so."""
    for number in sorted(one.numbers):
        held = [each for each in theirs if number in each.numbers]
        if not held:
            continue
        for other in theirs:
            if other in held or not other.numbers or other.numbers & one.numbers:
                continue
            told = [each for each in mine if each.numbers & other.numbers]
            if all(_is_moved(one, each, other) for each in held) and all(
                _is_moved(each, other, held[0]) for each in told
            ):
                yield f"number {number} by the words of another"
                return


def _numbers_of_two(one: Clause, theirs: Sequence[Clause], told: frozenset[str]) -> Iterator[str]:
    """A number told with a year that its own clause has another one for, which is not told."""
    for number, year in permutations(sorted(one.numbers), 2):
        held = [each for each in theirs if number in each.numbers]
        if len(held) != 1 or not _is_year(year) or _is_year(number) or year in held[0].numbers:
            continue
        if any(map(_is_year, held[0].numbers - told)):
            yield f"number {number} of another year"
            return


def _unmeasured(told: str, source: str) -> Iterator[str]:
    """ "measure 300" for a number of megawatts, miles or minutes told of something that is not measured."""
    here, there = plain(told), plain(source)
    if _UNITS.search(here):
        return
    counted = {match[1] for match in _COUNT.finditer(here)}
    measured = {match[1] for match in _MEASURED.finditer(there)}
    bare = {match[1] for match in _COUNT.finditer(_MEASURED.sub(" ", there))}
    yield from (f"measure {number}" for number in sorted(counted & measured - bare))


def _is_year(number: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", number) is not None


def _is_moved(one: Clause, own: Clause, other: Clause) -> bool:
    told = one.words | one.names
    right, wrong = _marks(own) - _marks(other), _marks(other) - _marks(own)
    if other.gapped and wrong and wrong <= told:
        return True
    return bool(right) and not told & right and bool(told & wrong)


def _marks(one: Clause) -> frozenset[str]:
    return one.words | one.names


def _is_another(one: Clause, theirs: Sequence[Clause], known: frozenset[str], whole: frozenset[str]) -> bool:
    subject = one.subject & known
    if not subject or len(one.words) < 2:
        return False
    shares = [len(one.words & each.words) / len(one.words) for each in theirs]
    best = max(shares, default=0.0)
    near = [each for each, share in zip(theirs, shares, strict=True) if share == best]
    return best >= _MOSTLY and all(
        not each.open and each.subject and not subject & each.names and not each.subject & whole for each in near
    )


def _has_another(one: Clause, theirs: Sequence[Clause], known: frozenset[str], whole: frozenset[str]) -> bool:
    """The subject and the words of one clause with a name of another, whose place in it a name has that is not told."""
    near = [
        each
        for each in theirs
        if one.subject & each.subject and len(one.words & each.words) >= _MOSTLY * len(one.words)
    ]
    rest = (one.own & known) - one.subject
    return (
        bool(near and rest)
        and any(each.apart for each in theirs)
        and all(not rest & each.names and (each.own - each.subject) - whole for each in near)
    )


def _mixes(one: Clause, theirs: Sequence[Clause]) -> bool:
    """Names of two things that are told in turn, one between those of the other."""
    if any(token.lemma in _COMPARES for token in one.tokens):
        return False
    speakers = frozenset().union(*(each.subject for each in theirs if each.words & _SAYS))
    for at, first in enumerate(theirs):
        for second in theirs[at + 1 :]:
            if (
                not ((second.apart or _is_alike(first, second)) and first.subject and second.subject)
                or first.subject & second.subject
            ):
                continue
            left, right = first.names - second.names - speakers, second.names - first.names - speakers
            sides = [name in left for name in _order(one) if name in left or name in right]
            turns = sum(here != there for here, there in pairwise(sides))
            if turns > 1 or (
                turns == 1 and len(sides) == 2 and len(_order(one)) == 2 and min(len(left), len(right)) > 1
            ):
                return True
    return False


def _is_alike(first: Clause, second: Clause) -> bool:
    """Told in the same words of two."""
    return len(first.words & second.words) >= max(2, _MOSTLY * len(second.words))


def _order(one: Clause) -> list[str]:
    return [f"«{token.lemma}»" for token in one.tokens if token.kind == "name"]
