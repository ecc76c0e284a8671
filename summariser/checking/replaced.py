"""Names and numbers exchanged in what is otherwise a copy of a source sentence."""

import re
from collections.abc import Iterator, Sequence, Set
from difflib import SequenceMatcher
from typing import Final

from news.scripts import CJK, words
from news.text import STOP_WORDS
from summariser.words.facts import plain

_WORD: Final = re.compile(rf"[{CJK}]|[^\W_{CJK}]+(?:['.,&-][^\W_{CJK}]+)*")
_DENSE: Final = re.compile(f"[{CJK}]")
_NO_NAMES: Final = words(
    "mr mrs ms dr prof sir lord however also although though because since therefore meanwhile according still yet"
)
_ALIKE: Final = 0.75


def replaced(told: str, source: str, small: Set[str]) -> Iterator[str]:
    """Words of `told` that stand where `source` has others, and are names, numbers or (in Chinese and Japanese) anything.

    `small`: words the passage writes in lower case, which are no names even at the start of a sentence.
    """
    mine, theirs = _WORD.findall(plain(told)), _WORD.findall(plain(source))
    matcher = SequenceMatcher(None, [w.casefold() for w in mine], [w.casefold() for w in theirs], autojunk=False)
    if 2 * sum(block.size for block in matcher.get_matching_blocks()) < _ALIKE * min(
        2 * len(mine), len(mine) + len(theirs)
    ):
        return
    for kind, start, end, there, until in matcher.get_opcodes():
        new, old = mine[start:end], theirs[there:until]
        if kind == "replace" and _tells(new, start, small) and _tells(old, there, small) and not _same(new, old):
            yield " ".join(new)


def _tells(words: Sequence[str], at: int, small: Set[str]) -> bool:
    """True when these words hold a name, a number, or a character of a dense script."""
    return any(_DENSE.match(word) for word in words) or bool(_names(words, at, small))


def _names(words: Sequence[str], at: int, small: Set[str]) -> list[str]:
    found = []
    for place, word in enumerate(words):
        low = word.casefold().removesuffix("'s")
        if low in STOP_WORDS or low in _NO_NAMES:
            continue
        first = at + place == 0
        if any(map(str.isdigit, word)) or (word[0].isupper() and not (first and low in small)):
            found.append(word)
    return found


def _same(new: Sequence[str], old: Sequence[str]) -> bool:
    """The same words otherwise written: joined, split, with or without a possessive or a comma."""

    def bare(words: Sequence[str]) -> str:
        return "".join(char for word in words for char in word.casefold().removesuffix("'s") if char.isalnum())

    return bare(new) == bare(old)
