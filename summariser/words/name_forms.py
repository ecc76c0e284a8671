"""The other ways in which a text may write a name of the question: with its version in one word, or apart. Pure."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from summariser.words.aliases import mentions


@lru_cache(maxsize=65536)
def apart(word: str) -> tuple[str, ...]:
    """Of a search token that is a name with its version the parts as they stand apart elsewhere: Qwen3.8-Max is Qwen 3.8 Max."""
    found = _VERSIONED.fullmatch(word)
    return tuple(filter(None, found.groups())) if found else ()


_VERSIONED: Final = re.compile(r"([a-z]{2,})(\d[\d.]*)(?:-([a-z]+))?")


def heads(words: Sequence[str]) -> Iterator[str]:
    """The names before their versions: GPT-5.6 is a GPT."""
    return (word.partition("-")[0] for word in words if "-" in word)


def is_whole(name: str, text: str) -> bool:
    """Of a short Latin name, by its search token: it stands there otherwise than as the beginning of a name in one word (Suno in SunOS)."""
    if not (name.isascii() and name.isalpha()):
        return True
    found = list(re.finditer(rf"(?<![A-Za-z0-9]){name}", text, re.IGNORECASE))
    return not found or any(not text[one.end() : one.end() + 1].isupper() or one[0].isupper() for one in found)


def joined(text: str) -> Iterator[re.Pattern[str]]:
    """Names of Hangul with Latin letters behind, in no table, as they must stand in a text: 파수AI is not an AI that stands guard (파수꾼)."""
    for found in _JOINED.finditer(text):
        if not any(one.start < found.end() and found.start() < one.end for one in mentions(text)):
            yield re.compile(
                rf"(?<![가-힣]){re.escape(found[1])}[\s-]?{re.escape(found[2])}(?![A-Za-z])", re.IGNORECASE
            )


_JOINED: Final = re.compile(r"(?<![가-힣A-Za-z])([가-힣]{2,6})([A-Z][A-Za-z0-9]+)")
