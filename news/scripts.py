"""Building blocks for language tables: character classes (which script a character is written in) and word sets."""

import re
from typing import Final

HAN: Final = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA: Final = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
HANGUL: Final = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
CJK: Final = HAN + KANA + HANGUL
THAI: Final = "\u0e01-\u0e3a\u0e40-\u0e5b"
UNSPACED: Final = CJK + THAI
"""Scripts whose reading time is counted in characters."""


def words(text: str) -> frozenset[str]:
    """The words of a table written as running text."""
    return frozenset(text.split())


_HAN: Final = re.compile(f"[{HAN}]")
_KANA: Final = re.compile(f"[{KANA}]")
_LATIN: Final = re.compile(r"[A-Za-z][\w.-]*")
_MOSTLY: Final = 0.6


def reads_as_chinese(text: str) -> bool:
    """Whether a reader of Chinese gets the gist of a Japanese line: most of it is Han characters and Latin names, each as two of them."""
    known = len(_HAN.findall(text)) + 2 * len(_LATIN.findall(text))
    return known >= _MOSTLY * (known + len(_KANA.findall(text)))
