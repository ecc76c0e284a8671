"""Whether two items of a list are one event told twice: in one language by its words, across languages by what both name or count. Pure."""

from collections.abc import Collection
from datetime import timedelta
from functools import lru_cache
from typing import Final

from news.asking import Passage
from summariser.asking.support import bare
from summariser.stories.one_event import coined
from summariser.words.names import companies_in, numbers_in, versions_in
from summariser.words.senses import tongue_of

_NEAR: Final = timedelta(days=4)
_TOGETHER: Final = timedelta(hours=40)
_OPENING: Final = 400
_PAIR: Final = 2


def one_event(one: tuple[str, Passage], other: tuple[str, Passage], own: Collection[str], *, once: bool = True) -> bool:
    """`own`: ids of companies that the list is about, which each of its items names; `once`: nobody does it, or suffers it, twice in two days.
    Each is a line and the report it is of."""
    if abs(one[1].published - other[1].published) > _NEAR:
        return False
    mine, theirs = _named(one[0]) - set(own), _named(other[0]) - set(own)
    if len(mine) >= _PAIR and mine == theirs:
        return True
    if tongue_of(one[0]) == tongue_of(other[0]):
        return False
    if own and mine and mine == theirs:
        return True
    if mine and theirs and not (mine <= theirs or theirs <= mine):
        return False
    if once and mine and theirs and abs(one[1].published - other[1].published) <= _TOGETHER:
        return True
    if _versions(one[0]) & _versions(other[0]) or _sums(one[0]) & _sums(other[0]):
        return True
    here, there = coined(one[0]), coined(other[0])
    return bool(here & there or (here & _coined_in(other[1]) and there & _coined_in(one[1])))


@lru_cache(maxsize=4096)
def _named(line: str) -> frozenset[str]:
    return frozenset(companies_in(line))


@lru_cache(maxsize=4096)
def _versions(line: str) -> frozenset[tuple[str, str]]:
    return frozenset((family, number) for family, numbers in versions_in(line).items() for number in numbers)


@lru_cache(maxsize=4096)
def _sums(line: str) -> frozenset[str]:
    return frozenset(str(one.key) for one in numbers_in(line) if one.unit not in ("", "%"))


def _coined_in(passage: Passage) -> frozenset[str]:
    return _coined(f"{bare(passage.title)}\n{passage.text[:_OPENING]}")


@lru_cache(maxsize=4096)
def _coined(text: str) -> frozenset[str]:
    return coined(text)
