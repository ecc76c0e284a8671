"""May a title stand alone? Not where its own page's text has the words that it quotes, or the name it gives, otherwise."""

import re
from collections.abc import Iterator
from typing import Final

from summariser.vectors import fold

_QUOTE: Final = re.compile(r"[“\"]([^“”\"]{2,120})[”\"]")
_TORN: Final = 2
"""So few words are no statement: taken out of a longer one, they can be turned on anything."""
_LONGER: Final = 3
_ENOUGH: Final = 120
"""Characters of text from which on it would hold a name that the title is about."""
_NAME: Final = re.compile(r"(?<![\w-])[A-Z][a-z]+(?: [A-Z][A-Za-z0-9]*)+(?![\w-])")


def is_borne_out(title: str, words: str) -> bool:
    """True when nothing in the text speaks against the title's quotations and names; an empty text says nothing."""
    return not any(_is_torn(one, words) for one in _QUOTE.findall(title)) and not any(_is_misnamed(title, words))


def _is_torn(quoted: str, words: str) -> bool:
    """One or two words between quotation marks that the text has only inside a quotation at least three words longer."""
    short = fold(quoted).split()
    if len(short) > _TORN:
        return False
    spans = [fold(span).split() for span in _QUOTE.findall(words)]
    holding = [span for span in spans if set(short) <= set(span)]
    return bool(holding) and all(len(span) >= len(short) + _LONGER for span in holding)


def _is_misnamed(title: str, words: str) -> Iterator[bool]:
    """A name of several words of which the text knows the first, as the end of another name, and not the last."""
    for name in _NAME.findall(title) if len(words) >= _ENOUGH else ():
        first, last = name.split()[-2], name.split()[-1]
        known = re.search(rf"\b[A-Z]\w+ {re.escape(first)}\b(?! [A-Z])", words)
        yield known is not None and not re.search(rf"\b{re.escape(last)}\b", words)
