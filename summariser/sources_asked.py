"""The sources that a question wants to hear ("according to Reuters"), found by their names. Pure."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from summariser.aliases import mentions
from summariser.question_words import GENERIC

_REPORTED_BY: Final = re.compile(
    r"\b(?:according to|reported by|says|said by|from|in|on|by|at) (?:the )?$"
    r"|(?:据|據|根据|根據|来自|來自|จาก|ตาม)\s?$",
    re.IGNORECASE,
)
_REPORTS: Final = re.compile(
    r"^(?:'s)? ?(?:reports?|reported|(?:say|write|wrote)(?= about\b)|によると|によれば|が報じ|の記事|报道|報道|的报道|的報道|에 따르면|보도|기사|รายงาน)",
    re.IGNORECASE,
)


def named_sources(text: str, sources: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """Sources that the question wants to hear ("according to Reuters"), and the question without them."""
    folded = text.casefold()
    plain, called = _called(tuple(sources))
    begun = {folded[at : at + _SHORTEST] for at in range(len(folded))}
    for name in sorted((one for start in begun for one in called.get(start, ())), key=lambda one: (-len(one), one)):
        at = folded.find(name)
        end = at + len(name)
        if at < 0 or text[end : end + 1].isalnum():
            continue
        before = (_REPORTED_BY if name in plain and not mentions(name) else _ACCORDING).search(text[:at])
        after = _REPORTS.search(text[end:])
        if before or after:
            end += after.end() if after else 0
            ids = [id for own, id in zip(plain, sources.values(), strict=True) if f"{own} ".startswith(f"{name} ")]
            return tuple(ids), text[: before.start() if before else at] + " " + text[end:]
    return (), text


@lru_cache(maxsize=64)
def _called(sources: tuple[str, ...]) -> tuple[tuple[str, ...], Mapping[str, list[str]]]:
    """The sources' names in small letters, one each; and what they can be called by, by how it begins."""
    plain = tuple(name.partition(" (")[0].casefold() for name in sources)
    called: dict[str, list[str]] = {}
    for one in {*plain, *map(_brand, plain)}:
        if len(one) >= _SHORTEST:
            called.setdefault(one[:_SHORTEST], []).append(one)
    return plain, called


def _brand(name: str) -> str:
    """What a source is called by for short: CNBC for "CNBC Technology"; "" where that is the name of a company, or of a field."""
    first = " ".join(name.split(" ")[: 2 if name.startswith("the ") else 1])
    return "" if first in GENERIC or mentions(first) or not first.isascii() else first


_SHORTEST: Final = 3
_ACCORDING: Final = re.compile(r"\b(?:according to|reported by|said by|from) (?:the )?$", re.IGNORECASE)
