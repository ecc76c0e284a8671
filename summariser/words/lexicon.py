"""Concepts of the news by the words that tell them in six languages, and which is a kind of which: `data/lexicon.tsv`. Pure.

A bank is a company, 地銀 is a bank: who asks which companies did something is told of it by a headline on a 地銀.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from summariser.words.vectors import DATA, simplify, stem

_WORD: Final = re.compile(r"[a-z0-9](?:[a-z0-9.+&]*[a-z0-9])?")
_BEGIN: Final = 2
"""Characters by which a form is looked up where words are not set apart."""
_LEADING: Final = frozenset("เแโใไ")
"""Thai vowels that are written before their consonant: no word begins behind one."""
_BROAD: Final = 25
"""A concept with so many narrower ones is searched for by its own words alone."""


@dataclass(frozen=True, slots=True)
class Concept:
    """`forms` as they are written, every language's; `rarity`: how much it tells apart, from 0 (in every report) to 1."""

    name: str
    forms: tuple[str, ...]
    kinds: tuple[str, ...]
    rarity: float


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of a text and the concepts that it may mean."""

    start: int
    end: int
    concepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Index:
    spaced: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    unspaced: Mapping[str, Sequence[tuple[str, str]]]
    broader: Mapping[str, frozenset[str]]
    narrower: Mapping[str, frozenset[str]]


@cache
def lexicon() -> Mapping[str, Concept]:
    """By name: its first English form."""
    lines = (DATA / "lexicon.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0].split(", ")[0]: _concept(row) for row in rows}


def _concept(row: Sequence[str]) -> Concept:
    *tongues, kinds, rarity = row
    forms = tuple(form for tongue in tongues for form in tongue.split(", ") if form)
    return Concept(forms[0], forms, tuple(filter(None, kinds.split(", "))), float(rarity))


@cache
def _index() -> _Index:
    spaced: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    unspaced: dict[str, list[tuple[str, str]]] = {}
    for concept in lexicon().values():
        for form in dict.fromkeys(map(_plain, concept.forms)):
            if form.isascii():
                words = tuple(stem for _, _, stem in _words(form))
                spaced.setdefault(words[0], []).append((words, concept.name))
            else:
                unspaced.setdefault(form[:_BEGIN], []).append((form, concept.name))
    for group in (*spaced.values(), *unspaced.values()):
        group.sort(key=lambda one: -len(one[0]))  # type: ignore[attr-defined]
    broader = {name: frozenset(_above(name)) for name in lexicon()}
    narrower: dict[str, set[str]] = {}
    for name, above in broader.items():
        for one in above:
            narrower.setdefault(one, set()).add(name)
    return _Index(spaced, unspaced, broader, {name: frozenset(below) for name, below in narrower.items()})


def _above(name: str) -> Iterator[str]:
    """Itself and all that it is a kind of."""
    seen: set[str] = set()
    left = [name]
    while left:
        one = left.pop()
        if one not in seen:
            seen.add(one)
            left += lexicon()[one].kinds if one in lexicon() else ()
    yield from seen & lexicon().keys()


def _plain(text: str) -> str:
    """Letter by letter: what is found stands at the same place in the text."""
    plain = simplify(text.lower())
    return plain if len(plain) == len(text) else text


def _words(plain: str) -> Iterator[tuple[int, int, str]]:
    return ((found.start(), found.end(), stem(found[0])) for found in _WORD.finditer(plain))


def concepts_in(text: str) -> list[Told]:
    """In reading order, each word under the longest form that it is part of."""
    plain = _plain(text)
    return sorted((*_spaced(plain), *_unspaced(plain)), key=lambda one: one.start)


def _spaced(plain: str) -> Iterator[Told]:
    words = list(_words(plain))
    stems = tuple(stem for _, _, stem in words)
    forms = _index().spaced
    at = 0
    while at < len(words):
        best, names = 1, set[str]()
        for form, name in forms.get(stems[at], ()):
            long = len(form)
            if long < best:
                break
            if long == 1 or form == stems[at : at + long]:
                best = long
                names.add(name)
        if names:
            yield Told(words[at][0], words[at + best - 1][1], frozenset(names))
        at += best


def _unspaced(plain: str) -> Iterator[Told]:
    if plain.isascii():
        return
    forms = _index().unspaced
    at = 0
    while at < len(plain) - 1:
        best, names = 1, set[str]()
        begins = () if at and plain[at - 1] in _LEADING else forms.get(plain[at : at + _BEGIN], ())
        for form, name in begins:
            if len(form) < best:
                break
            if plain.startswith(form, at):
                best = len(form)
                names.add(name)
        if names:
            yield Told(at, at + best, frozenset(names))
        at += best


@lru_cache(maxsize=16_384)
def told_in(text: str) -> frozenset[str]:
    """Every concept that stands there, with what it is a kind of."""
    broader = _index().broader
    return frozenset(above for told in concepts_in(text) for name in told.concepts for above in broader[name])


def forms_of(name: str) -> Iterator[str]:
    """What a report on it may be found by: its own forms, then those of what is a kind of it where these are few; always in one order, for a
    search takes only the first of many."""
    below = _index().narrower[name]
    for one in (name, *(sorted(below - {name}) if len(below) <= _BROAD else ())):
        yield from lexicon()[one].forms


def also_called(word: str) -> Iterator[str]:
    """The other forms, of its own language first, of what this alone names."""
    for told in concepts_in(word):
        if (told.start, told.end) == (0, len(word)):
            forms = (form for name in told.concepts for form in lexicon()[name].forms)
            yield from sorted((one for one in forms if one != word.lower()), key=lambda one: not one.isascii())
