"""What a text speaks of, by words that are the same for every language: the known nouns (`bywords`) and deeds (`senses`). Pure."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from summariser.words.bywords import located_rows
from summariser.words.senses import senses, tongue_of
from summariser.words.tagging import base_of

_GENERAL: Final = frozenset({"name", "company", "amount", "date", "place", "country", "reason", "paid"})
"""What is said of anything."""
_NEAR: Final = {"cheaper": ("price", "costs"), "price": ("costs", "cheaper"), "costs": ("price",)}
"""What is asked by the one word is told by the other."""
_WORD: Final = re.compile("[a-z][a-z-]+", re.IGNORECASE)


def words_told(text: str) -> list[frozenset[str]]:
    """Of each known word, in reading order, all that it may mean: to raise is to increase, and to get money."""
    told: list[tuple[int, int, set[str]]] = []
    for start, end, name in sorted(_located(text)):
        if told and start < told[-1][1]:
            told[-1] = (told[-1][0], max(end, told[-1][1]), told[-1][2] | {name})
        else:
            told.append((start, end, {name}))
    return [
        frozenset((*names - _GENERAL, *(near for name in names for near in _NEAR.get(name, ()))))
        for _, _, names in told
        if names - _GENERAL
    ]


@lru_cache(maxsize=4096)
def concepts(text: str) -> frozenset[str]:
    return frozenset(name for _, _, name in _located(text)) - _GENERAL


def without_concepts(text: str) -> str:
    """The text with a blank for every known word."""
    for start, end, _ in _located(text):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _located(text: str) -> Iterator[tuple[int, int, str]]:
    yield from located_rows(text)
    tongue = tongue_of(text)
    for name, sense in senses().items():
        yield from ((found.start(), found.end(), name) for found in sense.told[tongue].finditer(text))
    if tongue != "en":
        return
    for found in _WORD.finditer(text):
        base = base_of(found[0].lower())[0]
        yield from ((found.start(), found.end(), name) for name, sense in senses().items() if base in sense.verbs)
