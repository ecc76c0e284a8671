"""Cutting text to LINE's measures."""

from collections.abc import Iterable
from typing import Final

from channels.line.limits import ALT_TEXT, TEXT, utf16
from news.languages import Language
from news.text import cut

_WIDE: Final = frozenset({"ja", "zh-Hant", "zh-Hans", "ko"})


def trimmed(text: str, *, latin: int, language: Language) -> str:
    """At most so many characters where letters are narrow, half as many where they are square."""
    limit = latin // 2 if language in _WIDE else latin
    return cut(text, limit, language) if len(text) > limit else text


def whole_lines(lines: Iterable[str], limit: int) -> str:
    """As many lines as fit, in UTF-16 units; the first is cut when it alone is too long."""
    told = ""
    for text in lines:
        longer = f"{told}\n{text}" if told else text
        if utf16(longer) > limit:
            return told or _cut_units(text, limit)
        told = longer
    return told


def alt_text(lines: Iterable[str]) -> str:
    return whole_lines(lines, ALT_TEXT) or "AI News"


def message_text(lines: Iterable[str]) -> str:
    return whole_lines(lines, TEXT) or "AI News"


def _cut_units(text: str, limit: int) -> str:
    kept = text.encode("utf-16-le", "surrogatepass")[: 2 * (limit - 1)].decode("utf-16-le", "ignore")
    return kept + "…"
