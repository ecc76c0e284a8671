"""The taps below a message that are no command of every channel, typed: not every client shows taps. Pure."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from news.languages import LANGUAGES
from news.phrases import phrase

_TAPS: Final[Mapping[str, Mapping[str, str]]] = {
    "line.zone": {"do": "zone"},
    "line.week": {"do": "pause", "days": "7"},
    "line.fetch": {"do": "fetch"},
    "line.save": {"do": "save"},
    "answer.useful": {"do": "verdict", "verdict": "useful"},
    "answer.wrong": {"do": "verdict", "verdict": "wrong"},
}
"""What they are about, a story or an answer, is the latest that was shown."""


def typed_tap(text: str) -> Mapping[str, str] | None:
    """The data of the tap whose label the text is, in any of the six languages."""
    return _labels().get(_folded(text))


@cache
def _labels() -> Mapping[str, Mapping[str, str]]:
    return {_folded(phrase(language, key)): tap for key, tap in _TAPS.items() for language in LANGUAGES}


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!。！")
