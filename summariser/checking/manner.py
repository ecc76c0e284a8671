"""Is what the sources carry of a sentence enough for the way it is told? A copy is held to more than free words are.

What is mostly copied and yet lacks a part, or is put together from two sentences, is suspect; what is told in other words shares
few of them even where it is true. So two small logistic models (`data/grounding.json`) over named measures, between which the
share of copied word pairs decides. Pure.
"""

from collections.abc import Mapping, Sequence, Set
from typing import Final

from summariser.words.logistic import chance, models

MEASURES: Final = ("carried", "pairs", "second", "longest")


def odds(measures: Mapping[str, float]) -> float:
    """Log-odds that a sentence with these measures is supported; from 0 on it is believed."""
    weighed = models("grounding")
    free = chance(weighed["free"].of(measures))
    return (1 - free) * weighed["copied"].of(measures) + free * weighed["reworded"].of(measures)


def copied(tokens: Sequence[str], places: Mapping[str, Sequence[int]]) -> tuple[float, float]:
    """Of a sentence's tokens: the share that follows its neighbour in the source too, and the share of the longest stretch copied.

    `places`: where in the source each token stands.
    """
    following = longest = 0
    ending: dict[int, int] = {}
    for token in tokens:
        ending = {place: ending.get(place - 1, 0) + 1 for place in places.get(token, ())}
        length = max(ending.values(), default=0)
        following += length > 1
        longest = max(longest, length)
    pairs = following / (len(tokens) - 1) if len(tokens) > 1 else float(longest > 0)
    return pairs, longest / max(1, len(tokens))


def second(words: Set[str], lines: Sequence[Set[str]]) -> float:
    """Share of the words that the best source sentence lacks and one other has: what is put together from two."""
    held = [words & line for line in lines]
    best = max(held, key=len, default=frozenset[str]())
    return max((len(one - best) for one in held), default=0) / max(1, len(words))
