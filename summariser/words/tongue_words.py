"""Words of other languages in Latin letters: "quanti" is no misspelt "Quanta". Read from dictionaries without keeping them. Pure."""

import gzip
from collections.abc import Iterable
from importlib.resources import files
from typing import Final

_TONGUES: Final = ("es", "fr", "de", "it", "pt", "nl")


def words_elsewhere(words: Iterable[str]) -> frozenset[str]:
    """Those that a dictionary of Spanish, French, German, Italian, Portuguese or Dutch has. Read anew each time: few questions have words that nobody knows."""
    left, found = {word.casefold() for word in words}, set[str]()
    for tongue in _TONGUES:
        if not left:
            break
        packed = files("spellchecker").joinpath(f"resources/{tongue}.json.gz").read_bytes()
        held = gzip.decompress(packed)
        found |= {word for word in left if f'"{word}": '.encode() in held}
        left -= found
    return frozenset(found)
