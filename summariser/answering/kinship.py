"""Which stories are near a question that is not answered: those that share its name, or two of its rarer words. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from news.asking import Passage
from news.text import search_tokens
from summariser.asking.values import NO_COMPANIES, first_named
from summariser.words.aliases import mentions
from summariser.words.facts import names as proper_names
from summariser.words.misspelling import is_english
from summariser.words.question_words import GENERIC, about

_TITLED: Final = 2
_VERSION: Final = re.compile(r"[a-z]{0,2}\d[\d.]*[a-z]?", re.IGNORECASE)
_LEAD: Final = 600
"""Characters of a report in which a name that is in no table says what it is of."""
_WORDS: Final = 2
_PAIRS: Final = 3
"""So many pairs of characters make two words of a script without spaces."""


@lru_cache(maxsize=4096)
def names_of(text: str) -> frozenset[str]:
    """Ids of known companies, people and products, and names in no table; a country or a people is no name to be near by."""
    known = {one.id for one in mentions(text) if one.company} | {one.company for one in mentions(text) if one.company}
    others = {
        name
        for name in proper_names(text)
        if not mentions(name) and name not in NO_COMPANIES and not GENERIC.issuperset(search_tokens(name))
    }
    return frozenset(known | others)


def _known(text: str) -> frozenset[str]:
    """Those of a table."""
    return names_of(text) - frozenset(name for name in proper_names(text) if not mentions(name))


def near(question: str, passages: Sequence[Passage]) -> list[Passage]:
    """Those that are about what the question names, or of the same things: what has the very head of its name ("Claude Opus")
    before what has a part of it, in their order else."""
    found = [(closeness, one) for one in passages if (closeness := _closeness(question, one))]
    best = max((closeness for closeness, _ in found), default=0)
    return [one for closeness, one in sorted(found, key=lambda pair: -pair[0]) if closeness >= min(best, _TITLED)]


def _closeness(question: str, passage: Passage) -> int:
    """0: not near; more the more of the name stands in the title."""
    products = {one.id for one in mentions(question) if one.company and one.id != one.company}
    titled = {one.id for one in mentions(passage.title)}
    unknown = sum(_stands_in(name, passage.title) for name in _in_no_table(question))
    if products:
        lead = {one.id for one in mentions(passage.text[:_LEAD])}
        named = len(products & titled) + unknown
        return _TITLED + named if named else int(products <= lead)
    if unknown or _known(question) & _known(passage.title):
        return _TITLED
    lead_text = f"{passage.title}\n{passage.text[:_LEAD]}"
    if any(_stands_in(name, lead_text) for name in (*_in_no_table(question), first_named(question)) if name):
        return 1
    is_named = bool(names_of(question) or first_named(question))
    return int(not is_named and _shares_words(question, passage))


@lru_cache(maxsize=256)
def _in_no_table(question: str) -> tuple[str, ...]:
    """As the question writes them: Modular is no modular bracket."""
    names = [name for name in names_of(question) if not mentions(name)]
    there = [re.search(re.escape(name), question, re.IGNORECASE) for name in names]
    return tuple(found[0] if found else name for found, name in zip(there, names, strict=True))


def _stands_in(name: str, text: str) -> bool:
    """As a word of its own; a version alone (K4) is many things' name."""
    return _VERSION.fullmatch(name) is None and _standing(name).search(text) is not None


@lru_cache(maxsize=256)
def _standing(name: str) -> re.Pattern[str]:
    own = rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])" if name.isascii() else re.escape(name)
    is_word = name.istitle() and is_english(name.casefold())
    return re.compile(own, 0 if is_word else re.IGNORECASE)


def _shares_words(question: str, passage: Passage) -> bool:
    shared = {word for word in about(question) if word not in GENERIC} & set(search_tokens(passage.title))
    spaced = [word for word in shared if word.isascii()]
    return len(spaced) >= _WORDS or len(shared) - len(spaced) >= _PAIRS
