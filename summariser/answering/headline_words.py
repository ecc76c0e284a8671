"""Which of thousands of headlines tell most of what a question asks for, by their words alone. Pure; six languages.

A concept is told by any of its words in any language, so a headline is found whose report tells other things beside it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from news.text import search_tokens
from summariser.answering.likelihood import words_in
from summariser.asking.asked_for import Asked, Part, broader_of
from summariser.words.lexicon import forms_of, lexicon
from summariser.words.senses import senses
from summariser.words.vectors import simplify

_NAME: Final = 1.0
_DEED: Final = 0.3
_WORD: Final = 0.15
"""What a name counts that is told, a word for the deed, and a word of the question by how much it tells apart; a part counts its weight."""


class Headlines:
    """Which words stand in which of them, by their places."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._places: defaultdict[str, set[int]] = defaultdict(set)
        for place, title in enumerate(titles):
            for word in words_in(title):
                self._places[word].add(place)

    def telling(self, asked: Asked) -> dict[int, float]:
        """The places of those that tell any of it, and how much."""
        worth: defaultdict[int, float] = defaultdict(float)
        for wanted in _wanted(asked):
            best: dict[int, float] = {}
            for weight, forms in sorted(wanted, key=lambda one: one[0]):
                best |= dict.fromkeys(set().union(*map(self._with, forms)), weight)
            for place, weight in best.items():
                worth[place] += weight
        return dict(worth)

    def _with(self, form: Sequence[str]) -> Collection[int]:
        """Those that have all its words."""
        every = [self._places.get(word, ()) for word in form]
        first, *others = sorted(every, key=len)
        return set(first).intersection(*others) if others else first


_Forms = Collection[tuple[str, ...]]
_Wanted = list[tuple[float, _Forms]]
"""What any of these tells, and how much: of what a headline tells of it the most counts."""


def _wanted(asked: Asked) -> Iterator[_Wanted]:
    for part in asked.parts:
        yield [(part.weight * share, forms) for share, forms in _forms(part)]
    for names in asked.spelled:
        yield [(_NAME, {form for name in names if (form := _words(name))})]
    for deed in asked.deeds:
        yield [(_DEED, {(token,) for token in senses()[deed].terms})]
    for token, weight in asked.tokens.items():
        yield [(_WORD * weight, {(token,)})]


def _forms(part: Part) -> Iterator[tuple[float, _Forms]]:
    for one in part.either or (part,):
        yield 1.0, {form for concept in one.concepts for form in _forms_of(concept)}
        if one.tokens:
            yield 1.0, {tuple(dict.fromkeys(one.tokens))}
        for concept, share in broader_of(one.concepts).items():
            yield share, _own_forms(concept)


@lru_cache(maxsize=4096)
def _forms_of(concept: str) -> frozenset[tuple[str, ...]]:
    return frozenset(form for told in forms_of(concept) if (form := _words(told)))


@lru_cache(maxsize=4096)
def _own_forms(concept: str) -> frozenset[tuple[str, ...]]:
    return frozenset(form for told in lexicon()[concept].forms if (form := _words(told)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(search_tokens(simplify(text))))
