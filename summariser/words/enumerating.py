"""Things that are named one by one and then counted: 「A、B、Cなど3モデル」, "A, B, C 등 3종". Pure."""

import re
from collections.abc import Iterator
from typing import Final

from summariser.words.aliases import mentions
from summariser.words.facts import plain

_HAN: Final = {"两": 2, "兩": 2, **{char: value for value, char in enumerate("二三四五六七八九十", 2)}}
_COUNTED: Final = re.compile(
    r"(?:など|等|の|등|รวม)\s?(?:の|計|计|共|全|총)?\s?(?P<number>\d{1,2}|[二两兩三四五六七八九十])\s?"
    r"(?=つ|モデル|機種|種|社|製品|点|人|本|[かカヶケ]国|款|种|个|個|家|名|项|項|国|國|大|종|개|곳|명|가지|사|인|รุ่น|ราย|บริษัท|ประเทศ|แห่ง)"
)
_COMMA: Final = re.compile(r"[、，,・·&]|和|與|与|以及|及|と|와 |과 |및|และ|กับ")
_ENDS: Final = re.compile(r"[。！？\n]|\.\s")
_LATIN: Final = re.compile(r"[A-Za-z]{2,}|[A-Za-z]\d")


def listed(told: str) -> frozenset[str]:
    """The numbers that only count the names right before them, which each stand between commas."""
    return frozenset(_listed(plain(told)))


def _listed(text: str) -> Iterator[str]:
    for match in _COUNTED.finditer(text):
        before = _ENDS.split(text[: match.start()])[-1]
        items = [item for item in _COMMA.split(before) if item.strip()]
        number = _HAN.get(match["number"]) or int(match["number"])
        last = items[-number:]
        if 1 < number == len(last) and all(_LATIN.search(item) or mentions(item) for item in last):
            yield str(number)
