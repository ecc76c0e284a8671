"""The language that a question wants reports in: "news in Chinese about …", 日本語の記事, 영어 기사, ข่าวภาษาจีน. Pure; six languages."""

import re
from collections.abc import Iterator
from typing import Final

from news.languages import Language
from summariser.aliases import mentions

_CHINESE: Final[tuple[Language, ...]] = ("zh-Hans", "zh-Hant")
_NAMES: Final[tuple[tuple[str, tuple[Language, ...]], ...]] = (
    ("traditional chinese|繁体字(?:中国語)?|繁體中文|繁体中文|번체(?: 중국어)?|จีนตัวเต็ม", ("zh-Hant",)),
    ("simplified chinese|簡体字(?:中国語)?|简体中文|簡體中文|간체(?: 중국어)?|จีนตัวย่อ", ("zh-Hans",)),
    ("chinese|中国語|中文|汉语|漢語|중국어|จีน", _CHINESE),
    ("japanese|日本語|日语|日文|日語|일본어|ญี่ปุ่น", ("ja",)),
    ("korean|韓国語|韩语|韩文|韓語|韓文|한국어|한글|เกาหลี", ("ko",)),
    ("thai|タイ語|泰语|泰文|泰語|태국어|ไทย", ("th",)),
    ("english|英語|英语|英文|영어|영문|อังกฤษ", ("en",)),
)
_ANY: Final = "|".join(names for names, _ in _NAMES)
_PAPERS: Final = r"(?:news(?:papers?)?|articles?|reports?|coverage|stories|sources?|press|media|headlines?)\b"
_WEST: Final = re.compile(
    rf"\b(?:(?P<a>{_ANY})[ -]language(?= {_PAPERS})|(?:written )?in (?P<b>{_ANY})(?=[\s,.?!]*(?:$|(?:about|on|from|regarding|since|this|last)\b))"
    r"|(?P<c>" + _ANY + r")(?= articles?\b))",
    re.IGNORECASE,
)
_EAST: Final = re.compile(rf"(?P<a>{_ANY})(?:で書かれた|での|で|の|的|写的|寫的|로 된|로 쓴|로 쓰인)?\s?")
_PAPER: Final = re.compile(
    r"^(?:の|的|に関する|についての|に関する|関連|关于|關於|최신|관련|最新|最近|AI|인공지능|人工智能|人工智慧|\s)*(?:ニュース|記事|報道|メディア|新闻|新聞|报道|報導|文章|消息|媒体|媒體|기사|뉴스|소식|보도|언론)",
    re.IGNORECASE,
)
_THAI: Final = re.compile(rf"(?:(?<=ข่าว)|(?<=บทความ)|(?<=ข่าว AI )|(?<=\s))(?:ที่เป็น|เป็น)?ภาษา(?P<a>{_ANY})")
"""Behind the word for news, or by itself; "โมเดลภาษาไทย" is a model."""

_ALONE: Final = re.compile(
    rf"(?:(?:and|now|ok|also|what about|how about|では|じゃあ|那么?|那麼|그럼|แล้ว)[\s,、，]*)?(?:in |有?用?|เป็น)?(?:ภาษา)?(?P<a>{_ANY})"
    r"(?: (?:please|sources|reports|ones?))*(?:の?(?:記事|情報源)?(?:では|で|は)?(?:お願い(?:します)?|教えて(?:ください)?)?|的?(?:报道|報導|来源|來源)?呢|[으]?로는?|는|은|ล่ะ|ละ)?[\s?？。.!]*",
    re.IGNORECASE,
)


def language_alone(text: str) -> str:
    """English words that ask for reports in the language that is all a follow-up names: "and in Chinese?", 日本語で; "" for any other."""
    found = _ALONE.fullmatch(text.strip())
    if found is None:
        return ""
    names = next(names for names, _ in _NAMES if re.fullmatch(names, found["a"], re.IGNORECASE))
    return f"in {names.partition('|')[0]}"


def languages_asked_for(text: str) -> tuple[tuple[Language, ...], str]:
    """Empty when none is asked for; and the text without the words that ask."""
    for start, end, name in _found(text):
        languages = next(known for names, known in _NAMES if re.fullmatch(names, name, re.IGNORECASE))
        return languages, f"{text[:start]} {text[end:]}".strip()
    return (), text


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _WEST.finditer(text):
        yield match.start(), match.end(), match["a"] or match["b"] or match["c"]
    for match in _EAST.finditer(text):
        if not match["a"].isascii() and _PAPER.match(_nameless(text[match.end() :])):
            yield match.start(), match.end(), match["a"]
    if "ข่าว" in text or "บทความ" in text:
        for match in _THAI.finditer(text):
            yield match.start(), match.end(), match["a"]


def _nameless(text: str) -> str:
    """日本語のNVIDIAのニュース wants news of Nvidia; 日本語のモデルのニュース wants news of models."""
    for one in reversed(mentions(text)):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text
