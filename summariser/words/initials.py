"""What a word stands for whose letters are the initials of a name: WAICO is a World AI Cooperation Organization. Pure; Latin letters."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

SHORT: Final = re.compile(r"[A-Za-z]{4,7}")
"""Of fewer letters too many runs of words begin so."""
_BETWEEN: Final = r"(?:[ -](?:of|for|the|and|on|in|de))?[ -]"


def spelled_by(word: str, titles: Iterable[str]) -> str:
    """The name in the titles whose words begin with its letters, the commonest; a shorter word of capitals in it may stand whole. "" where none does."""
    if not SHORT.fullmatch(word):
        return ""
    ways = "|".join(_BETWEEN.join(way) for way in _ways(word.upper()) if len(way) > _FEWEST)
    found = re.compile(rf"(?<![\w-])(?:{ways})(?![\w-])")
    counted = Counter(one[0] for title in titles for one in found.finditer(title))
    return counted.most_common(1)[0][0] if counted else ""


_FEWEST: Final = 2


def _ways(letters: str) -> list[list[str]]:
    """Each letter a word's first, or two of them such a word themselves: AI."""
    if not letters:
        return [[]]
    ways = [[rf"{letters[0]}[a-z]+", *rest] for rest in _ways(letters[1:])]
    return ways + ([["AI", *rest] for rest in _ways(letters[2:])] if letters.startswith("AI") else [])
