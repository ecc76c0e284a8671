"""Sentences that tell as a fact what the next one lays on a report or on unnamed people: the reader of the first alone takes it for sure."""

import re
from collections.abc import Sequence
from typing import Final

from news.text import search_tokens

_UNNAMED: Final = re.compile(
    r"\b(?:according to|citing|told|sa(?:id|ys?)) [^.;]{0,60}?\b(?:people|persons?|sources?|insiders?|officials?) (?:familiar|briefed|close|with (?:direct )?knowledge|who (?:asked|spoke|requested))"
    r"|\b(?:anonymous|unnamed|unidentified) (?:sources?|people|officials?)\b|\bpeople familiar\b"
    r"|, (?:[Tt]he )?(?:[A-Z][\w’]+ ){1,4}(?:first )?(?:reported|reports)\b"
    r"|^(?:The )?(?:[A-Z][\w’]+ ){1,4}(?:first reported|reported (?:that|on|earlier|the))\b|\b[Tt]he (?:news )?report (?:said|says|claims|states)\b|\b(?:[Aa]ccording to|per) (?:the|a|that) report\b"
)
_GOES_BACK: Final = re.compile(r"(?:The|It|Its|They|Their|That|This|According)\b")
_SAYS: Final = re.compile(
    r"\b(?:sa(?:id|ys?)|told|tells|according to|report(?:s|ed|edly)|announce[sd]?|confirm\w*|wrote|writes)\b|[“\"]|^Sources?\b"
)
_UNDER_WAY: Final = re.compile(
    r"\b(?:is|are|has been|have been) (?:\w+ly )?[a-z]+ing\b|\b(?:plans?|intends?|expects?|hopes?|wants?|will|is set|are set|in talks)\b"
)
_SHARED: Final = 3


def hearsay(lines: Sequence[str]) -> list[bool]:
    """For each sentence of an article whether it tells as a fact what the sentence after it lays on unnamed people or a report."""
    plain = [line.replace("'", "’") for line in lines]
    return [_is_hearsay(one, following) for one, following in zip(plain, [*plain[1:], ""], strict=True)]


def _is_hearsay(line: str, following: str) -> bool:
    if _SAYS.search(line) or not _UNDER_WAY.search(line) or not _UNNAMED.search(following):
        return False
    return (
        bool(_GOES_BACK.match(following))
        or len(frozenset(search_tokens(line)) & frozenset(search_tokens(following))) >= _SHARED
    )
