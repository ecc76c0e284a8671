"""In ja, zh, ko and th: whether a telling is its quote's whole sentence, or leaves out, adds or moves what may carry another's word.

Pure. Where a clause ends is not written in these scripts, and a denial, a condition or a speaker may stand at either end. So only what can
say nothing is let go: signs, a day, how polite the verb is, which of two particles marks the one who acts.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from news.languages import Language
from news.text import sentences
from summariser.words.facts import plain
from summariser.words.roles import script_key

_GLOSS: Final = re.compile(r"[（(][A-Za-z0-9 .&'・ァ-ヴー-]{1,40}[)）]")
_SPEAKS: Final = re.compile(r"[?？「」『』“”\"]")
"""A question, or another's words."""
_DAY: Final = r"(?:\d{1,2}月)?\d{1,2}日に?|[月火水木金土日]曜日?に?|同日|(?:周|週|星期)[一二三四五六日天]|(?:\d{1,2}월)?\d{1,2}일|[월화수목금토일]요일|วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)(?:ที่)?(?:ผ่านมา)?"
_SAME: Final = {
    "ja": ((rf"{_DAY}|社|氏", ""), ("^(?:また|なお|さらに)", ""), ("ました", "た"), ("は", "が")),
    "zh": ((rf"{_DAY}|了", ""), ("^(?:另外|此外)", "")),
    "ko": ((_DAY, ""), ("^(?:또한|한편)", ""), ("습니다", "다"), ("[은는이]", "가")),
    "th": ((_DAY, ""), ("^(?:ทั้งนี้|นอกจากนี้)", "")),
}
"""What makes no difference, on either side: another day is seen by its number."""


def clipped(told: str, sources: Sequence[str], language: Language) -> bool:
    """False where each sentence of the telling is one of the sources', whole."""
    key = script_key(language)
    lines = [line for source in sources for line in sentences(source, language)]
    return not all(any(_is_whole(line, source, key) for source in lines) for line in sentences(told, language))


def _is_whole(told: str, source: str, key: str) -> bool:
    return set(_SPEAKS.findall(source)) == set(_SPEAKS.findall(told)) and _bare(told, key) == _bare(source, key)


@lru_cache(maxsize=4096)
def _bare(text: str, key: str) -> str:
    """Without signs, blanks and names in brackets behind their transliteration; vowel signs stay."""
    text = "".join(char for char in _GLOSS.sub("", plain(text)) if unicodedata.category(char)[0] not in "PZ")
    for pattern, instead in _SAME[key]:
        text = re.sub(pattern, instead, text)
    return text
