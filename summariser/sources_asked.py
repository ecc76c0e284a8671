"""The sources that a question wants to hear ("according to Reuters"), found by their names. Pure."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from summariser.aliases import mentions, places
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


def source_called(text: str, sources: Mapping[str, str]) -> bool:
    """It is what a source is called by, and nobody else's name."""
    plain, called = _called(tuple(sources))
    folded = text.casefold().strip()
    known = folded in plain or any(name in called.get(name[:_SHORTEST], ()) for name in (folded, f"the {folded}"))
    return known and not _is_somebody(text)


def _is_somebody(text: str) -> bool:
    """It is, or begins by, the name of a company or a person: 日本経済新聞 is not Japan."""
    return any(one.id not in places() for one in mentions(text)) or any(
        one.end - one.start >= len(text) for one in mentions(text)
    )


def source_in(text: str, sources: Mapping[str, str]) -> tuple[int, int] | None:
    """Where a source stands that is called by its name, the longest; however it is asked for. None of a name that is also a company's."""
    folded = text.casefold()
    _, called = _called(tuple(sources))
    begun = {folded[at : at + _SHORTEST] for at in range(len(folded))}
    for name in sorted((one for start in begun for one in called.get(start, ())), key=lambda one: (-len(one), one)):
        at = folded.find(name)
        clear = at >= 0 and not (
            name.isascii() and (folded[at - 1 : at].isalnum() or folded[at + len(name) : at + len(name) + 1].isalnum())
        )
        if clear and not _is_somebody(name) and name not in GENERIC:
            return at, at + len(name)
    return None
