"""Whose news a question asks for where no table has the name, and whether a name in a text goes on into another one. Pure; six languages."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from summariser.words.han_names import han_name

_HANGUL: Final = re.compile("[가-힣]")
_KATAKANA: Final = re.compile("[ァ-ヴー]")
_PARTICLE: Final = (
    "(?:(?:에서|에게|으로|로|와|과|까지|부터|보다|처럼|만)?(?:은|는|이|가|을|를|의|도|만)?|에|에서|에게|로|으로|와|과|까지|부터|보다|처럼"
    "|이나|나|이라는|라는|측|측은|측이|발|판|표|씨|및|등|등이|등은|등과|랑|이랑)"
)
_ENDS: Final = re.compile(rf"{_PARTICLE}(?![가-힣])")
_RELATIVE: Final = re.compile(
    r"[\s-]?(?:SD[SI]|CNS|C&T|E&A)|\s(?:Health|Pictures|Displays?|Biologics|Electro|Securities|Life|Card|Insurance|Pay|Bank|Vision Fund|Ventures?|Capital)\b"
    r"|健康|影[业業]|[証证證]券|保[険险險]|[銀银]行|生命|物産|디스플레이|바이오|전기|물산|생명|화재|증권|카드|중공업|이노텍|유플러스|에너지|화학|헬스케어|뱅크|페이|벤처스|텔레콤|ペイメント|モバイル|証券|銀行|ホークス"
)
"""Behind a name, what makes it another company's of the same house."""
_GROUP: Final = re.compile(r"グループ|ホールディングス|ジャパン|HD|G(?![A-Za-z])")


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether the name there is only how another one begins: 카카오 in 카카오모빌리티, ソフトバンク in ソフトバンクホークス. A particle ends it."""
    if _RELATIVE.match(text, end):
        return True
    last, following = text[start:end][-1:], text[end : end + 1]
    if _HANGUL.match(last) and _HANGUL.match(following):
        return _ENDS.match(text, end) is None
    if _KATAKANA.match(last) and _KATAKANA.match(following):
        return _GROUP.match(text, end) is None
    return False


def stands_in(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name in no table stands, whole: its words may be written together or apart."""
    for found in _written(name).finditer(text):
        if not goes_on(text, found.start(), found.end()):
            yield found.start(), found.end()


@lru_cache(maxsize=256)
def _written(name: str) -> re.Pattern[str]:
    spelled = r"\s?".join(map(re.escape, name.split()))
    before = r"(?<![A-Za-z0-9])" if name[:1].isascii() else "(?<![가-힣ァ-ヴー])" if _NATIVE.match(name) else ""
    behind = r"(?![A-Za-z0-9])" if name[-1:].isascii() else ""
    return re.compile(f"{before}{spelled}{behind}", re.IGNORECASE)


_ASKS: Final = re.compile(
    r"(?:최근|최신|요즘|새로운|관련|오늘|이번|지난|무슨|무엇|뭐|뭘|어떤|어떻게|소식|뉴스|근황|동향|기사|알려|대해|대한|발표|출시|공개|선보|했)"
    r"|(?:の|は|が|って|について|に関|から)?(?:最新|最近|ニュース|近況|動向|情報|記事|新着|新しい|何|どう|発表|公開|発売|リリース)|について|に関する"
    r"|(?:มี)?(?:ข่าว|อะไร|ประกาศ|เปิดตัว|ปล่อย|ล่าสุด|บ้าง|ช่วง|ทำ)"
)
_OF: Final = re.compile(r"^(?:ขอ)?(?:ข่าว)?(?:ล่าสุด|ใหม่)?\s*(?:ของ|เกี่ยวกับ|จาก)\s*")
_ENDING: Final = re.compile(r"(?<=[가-힣A-Za-z]{2})(?:은|는|이|가|의|을|를|에서)$|(?:の|は|が|って)$")
_EDGES: Final = " \t?？!！.。、,，「」『』\"'“”‘’"
_LONGEST: Final = 30
_WORDS: Final = 3
_NATIVE: Final = re.compile("[가-힣\u0e01-\u0e5bァ-ヴー]")
_KANA: Final = re.compile("[\u3041-\u309f]")
_SPACED: Final = re.compile("(?<=[\u4e00-\u9fff])\\s+(?=[\u4e00-\u9fff])")


@lru_cache(maxsize=1024)
def asked_name(question: str) -> str:
    """What stands before the words that ask, in Korean, Japanese, Thai or Chinese; "" where that is no name's form."""
    text = _OF.sub("", question.strip())
    at = _ASKS.search(text)
    name = _ENDING.sub("", text[: at.start()].strip(_EDGES) if at else text.strip(_EDGES)).strip(_EDGES)
    if not name or not _NATIVE.search(question):
        return han_name(_SPACED.sub("", question))
    if len(name) > _LONGEST or len(name.split()) > _WORDS or _KANA.search(name) or len(name) < 2:
        return ""
    return name
