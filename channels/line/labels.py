"""The taps below a message that are no command of every channel, typed: not every client shows taps. Pure."""

import unicodedata
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
_ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "line.week": (
        "pause for a week", "pause for one week", "pause for 1 week", "pause for 7 days", "pause a week", "pause one week",
        "1週間停止", "一週間停止", "一週間休む", "1週間止めて", "一週間止めて", "1週間一時停止",
        "暂停一周", "暂停1周", "暂停一个星期", "暂停一星期", "暂停7天", "暂停七天",
        "暫停一週", "暫停1週", "暫停一個星期", "暫停一星期", "暫停7天", "暫停七天",
        "일주일 정지", "일주일 일시정지", "일주일 동안 일시정지", "일주일 동안 쉬기", "1주일 쉬기", "일주일간 중지",
        "หยุดหนึ่งสัปดาห์", "หยุด 1 สัปดาห์", "พัก 1 สัปดาห์", "พักหนึ่งอาทิตย์", "หยุดพักหนึ่งสัปดาห์", "หยุดชั่วคราว 1 สัปดาห์",
    ),
}  # fmt: skip
"""What people write for a label."""


def typed_tap(text: str) -> Mapping[str, str] | None:
    """The data of the tap whose label the text is, in any of the six languages."""
    return _labels().get(_folded(text))


@cache
def _labels() -> Mapping[str, Mapping[str, str]]:
    named = {_folded(phrase(language, key)): tap for key, tap in _TAPS.items() for language in LANGUAGES}
    return named | {_folded(one): _TAPS[key] for key, several in _ALSO.items() for one in several}


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip(".!。！")
