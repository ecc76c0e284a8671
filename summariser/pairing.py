"""What stands together in a telling must stand together in its quote: a number with its name and its words, a name with what is told of it.

A quote of several clauses tells each of somebody. A number, or most words of a clause, told of a name of another clause while the one
it belongs to is left out, was moved; so were the attributes of two things told in turn, and a number told by the words of another one.
Pure, for English.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from summariser.arguments import masked
from summariser.clauses import Clause, clauses

_MOSTLY: Final = 0.6
_COMPARES: Final = frozenset({"than", "unlike", "like", "versus", "against", "while", "as"})


def mispaired(told: str, sources: Sequence[str]) -> Iterator[str]:
    """ "number … of another" and "clause of another" for what is told of the wrong one."""
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
        yield from _numbers_of_another(one, theirs, known, whole)
        if _is_another(one, theirs, known, whole):
            yield "clause of another"
    for one in mine:
        yield from _numbers_by_words(one, mine, theirs)
        if _mixes(one, theirs):
            yield "parts of two clauses"


def _numbers_of_another(
    one: Clause, theirs: Sequence[Clause], known: frozenset[str], whole: frozenset[str]
) -> Iterator[str]:
    names = one.names & known
    if not names or one.open:
        return
    for number in sorted(one.numbers):
        held = [each for each in theirs if number in each.numbers]
        if held and all(
            _is_told_of(each) and not names & each.names and not each.names & whole for each in held
        ):
            yield f"number {number} of another"


def _is_told_of(one: Clause) -> bool:
    """Whether it says of whom it is told."""
    return not one.open and bool(one.subject) and one.tokens[1:2] != () and one.tokens[1].kind != "preposition"


def _numbers_by_words(one: Clause, mine: Sequence[Clause], theirs: Sequence[Clause]) -> Iterator[str]:
    """Of clauses with a number each: told by words of one with the number of another, and where both are told, both so."""
    for number in sorted(one.numbers):
        held = [each for each in theirs if number in each.numbers]
        if len(held) != 1:
            continue
        for other in theirs:
            if other is held[0] or not other.numbers or other.numbers & one.numbers:
                continue
            told = [each for each in mine if each.numbers & other.numbers]
            if _is_moved(one, held[0], other) and all(_is_moved(each, other, held[0]) for each in told):
                yield f"number {number} by the words of another"
                return


def _is_moved(one: Clause, own: Clause, other: Clause) -> bool:
    told = one.words | one.names
    right, wrong = _marks(own) - _marks(other), _marks(other) - _marks(own)
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


def _mixes(one: Clause, theirs: Sequence[Clause]) -> bool:
    """Names of two things that are told in turn, one between those of the other."""
    if any(token.lemma in _COMPARES for token in one.tokens):
        return False
    for at, first in enumerate(theirs):
        for second in theirs[at + 1 :]:
            if not (second.apart and first.subject and second.subject) or first.subject & second.subject:
                continue
            left, right = first.names - second.names, second.names - first.names
            sides = [name in left for name in _order(one) if name in left or name in right]
            turns = sum(here != there for here, there in pairwise(sides))
            if turns > 1 or (turns == 1 and len(sides) == 2 and one.subject & (left | right) and min(len(left), len(right)) > 1):
                return True
    return False


def _order(one: Clause) -> list[str]:
    return [f"«{token.lemma}»" for token in one.tokens if token.kind == "name"]
