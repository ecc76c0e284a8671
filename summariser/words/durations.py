"""How long something lasts, as values that are the same in every unit and language: two years, 24 months, 24か月."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from summariser.words.facts import plain

_WORDS: Final = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_UNITS: Final = (
    ("months", 1_200.0, r"centur(?:y|ies)\b|世[紀纪]|세기|ศตวรรษ"),
    ("months", 120.0, r"decades?\b|ทศวรรษ"),
    ("months", 12.0, r"years?\b|年間|年(?!\d|\s?\d{1,2}\s?月)|년(?!\d|\s?\d{1,2}\s?월)|ปี"),
    ("months", 1.0, r"months?\b|[かヶカケ个個]月|개월|เดือน"),
    ("minutes", 10_080.0, r"weeks?\b|週間|[周週](?![一二三四五六日年])|주(?:간|일)?(?![가-힣])|สัปดาห์"),
    ("minutes", 1_440.0, r"days?\b|日間|天|일간|วัน(?!ที่)"),
    ("minutes", 60.0, r"hours?\b|時間|小时|小時|시간|ชั่วโมง"),
    ("minutes", 1.0, r"minutes?\b|分間|分钟|分鐘|분(?:간)?(?![가-힣])|นาที"),
)
_LASTING: Final = tuple(
    (kind, size, re.compile(rf"(?P<number>\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(_WORDS)}))[\s-]?(?:{names})", re.IGNORECASE))
    for kind, size, names in _UNITS
)  # fmt: skip
_ELLIPSIS: Final = re.compile(
    rf"\b(?P<number>{'|'.join(_WORDS)}|\d+)(?= (?:for|in|on|at|with)\b|[,.;](?:\s|$)|$)", re.IGNORECASE
)
"""A number without a unit has that of the one before: "two years for phones and three for tablets"."""


def converted(told: str, source: str) -> frozenset[str]:
    """The numbers that the telling gives in another unit than its source, for the same time."""
    mine, theirs = dict(_lasting(told)), frozenset(time for _, time in _lasting(source))
    return frozenset(number for number, time in mine.items() if time in theirs)


@lru_cache(maxsize=4096)
def _lasting(text: str) -> tuple[tuple[str, tuple[str, float]], ...]:
    return tuple(_found(plain(text)))


def _found(text: str) -> Iterator[tuple[str, tuple[str, float]]]:
    for kind, size, pattern in _LASTING:
        for match in pattern.finditer(text):
            again = _ELLIPSIS.search(text, match.end())
            for word in (match["number"], again["number"]) if again else (match["number"],):
                value = _value(word.lower())
                yield f"{value:.10g}", (kind, value * size)


def _value(word: str) -> float:
    return float(_WORDS.index(word) + 1) if word in _WORDS else float(word.replace(",", ""))
