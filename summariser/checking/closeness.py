"""How near a told sentence stands to the words of its quote, and whether it would stand nearer with two of its words exchanged.

Pure, for one language. Words of one meaning count as one; what is compared is which words the quote holds, and in which order.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

from news.text import search_tokens
from summariser.words.wording import plainly

_REACH: Final = 4
"""So many words apart two words of the quote may stand and still be a pair."""


@dataclass(frozen=True, slots=True)
class _Source:
    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    """Content words (stems; pairs of characters) in reading order, each repetition right after itself once."""
    found = [word for line in text.split("\n") for word in search_tokens(plainly(in_usual_order(line)))]
    return tuple(word for at, word in enumerate(found) if at == 0 or found[at - 1] != word)


def in_usual_order(text: str) -> str:
    """In English, what may as well stand elsewhere where it usually does: "in May" last, "Google shares" for "shares of Google"."""
    return _OF.sub(r"\2 \1", opening_last(text, " "))


def opening_last(text: str, mark: str = ", ") -> str:
    """In English: "In May, it closed." as "it closed, In May"; as it is where nothing opens it."""
    opening = _OPENING.match(text)
    return f"{opening['rest'].rstrip(' .')}{mark}{opening['phrase']}" if opening else text


_OPENING: Final = re.compile(
    r"^(?P<phrase>(?:In|On|At|By|From|Since|Until|Before|After|During|For|With|Following|Under|Amid|According to|Over|Last|This|Next|Earlier|Later)\b[^,;]{2,60}), (?P<rest>.{20,})$",
    re.DOTALL,
)
_OF: Final = re.compile(r"\b([A-Za-z]+) of ([A-Z][\w-]*(?: [A-Z][\w-]*)*)")


@lru_cache(maxsize=1024)
def _source(text: str) -> _Source:
    found = words_of(text)
    pairs = {(word, after) for at, word in enumerate(found) for after in found[at + 1 : at + 1 + _REACH]}
    return _Source(frozenset(found), frozenset(pairs))


def closeness(told: str, source: str) -> float:
    """0 to 1: the mean of the share of words that the source holds, and of neighbours that it holds near each other in that order."""
    return _closeness(words_of(told), _source(source))


def _closeness(told: Sequence[str], source: _Source) -> float:
    if not told:
        return 0.0
    words = sum(word in source.words for word in told) / len(told)
    return (words + _ordered(told, source)) / 2


def _ordered(told: Sequence[str], source: _Source) -> float:
    pairs = list(pairwise(told))
    return sum(pair in source.pairs for pair in pairs) / len(pairs) if pairs else 1.0


def gains(told: str, source: str, one: str, other: str) -> float:
    """By how much the order of the told words would fit better if two of them (stems) changed places."""
    return _gain(words_of(told), _source(source), {one: other, other: one})


def gains_with(told: str, source: str, new: str, old: str) -> float:
    """By how much it would fit better if the source's word stood where the new one stands: then that one took its place."""
    return _gain(words_of(told), _source(source), {new: old})


def _gain(told: Sequence[str], source: _Source, change: Mapping[str, str]) -> float:
    return _ordered([change.get(word, word) for word in told], source) - _ordered(told, source)


def exchanged(told: str, source: str) -> float:
    """The most that is gained when any two shared words change places: much, where two parts of a statement were exchanged."""
    words, there = words_of(told), _source(source)
    shared = list(dict.fromkeys(word for word in words if word in there.words))
    swaps = ({one: other, other: one} for one, other in combinations(shared, 2))
    return max((_gain(words, there, swap) for swap in swaps), default=0.0)
