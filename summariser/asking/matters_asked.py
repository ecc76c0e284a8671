"""What a conversation is about, in a few words, and a follow-up with these words: "at what valuation?" of the Switch IPO. Pure; six languages."""

import re
from collections.abc import Iterable
from typing import Final

from news.text import search_tokens
from summariser.asking.bare_kinds import PLAIN
from summariser.asking.slots import named_in
from summariser.words.question_words import about, without_asking

_EDGES: Final = " ?？!！.。,，、"
_AND: Final = re.compile(r"^(?:(?:and|or|but|so|also|then|ok(?:ay)?|well)\b[\s,]*)+", re.IGNORECASE)
_AROUND: Final = re.compile(r"\s*\([^()]*\)\s*$|^[Ss]ources?: |^Report: ")
_WORD: Final = re.compile(r"[$€£]?\d[\d,.]*\w*|\w[\w&.’'-]*")
_MOST: Final = 16
_FEW: Final = 3
_SHARED: Final = 3


def matter_of(text: str) -> str:
    """What a question or a line speaks of: its words but those that ask."""
    bare = _AROUND.sub("", text)
    if not bare.isascii() and re.search("[\u0e00-\u9fff가-힣]", bare):
        return without_asking(bare).strip(_EDGES)
    words = [found[0] for found in _WORD.finditer(bare)]
    return " ".join([one for k, one in enumerate(words) if _speaks(one, k)][:_MOST])


def _speaks(word: str, at: int) -> bool:
    known = about(word)
    return (at > 0 and word[0].isupper()) or any(token not in PLAIN for token in known)


def speaks_of(line: str, matters: Iterable[str]) -> bool:
    """It has most of what one of them is called, or several words of that and one of its names."""
    said = set(search_tokens(line))
    return any(len(said & (words := _content(one))) >= min(_SHARED, max(2, len(words))) for one in matters)


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in about(text) if word not in PLAIN)


def asked_of(text: str, matter: str) -> str:
    """The follow-up as a question of that matter."""
    bare = _AND.sub("", text.strip()).strip(_EDGES)
    said = set(search_tokens(bare))
    if text.isascii() and matter.isascii():
        left = [word for word in matter.split() if not said.issuperset(search_tokens(word))]
        return f"{bare} {' '.join(left)}?"
    return f"{matter} {bare}?"


def says_little(text: str) -> bool:
    """It names nobody and says hardly anything, in any language."""
    return not named_in(text) and len([word for word in about(text) if word not in PLAIN]) <= _FEW
