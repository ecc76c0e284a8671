"""The language that a question wants reports in: "news in Chinese about …", 日本語の記事, 영어 기사, ข่าวภาษาจีน. Pure; six languages."""

import re
from collections.abc import Iterator
from typing import Final

from news.languages import Language
from summariser.words.aliases import mentions

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
_MEDIA: Final = (
    r"(?:media|press|sources|outlets|newspapers|websites|publications|journalists)\b"
    r"(?! (?:law|regulat|group|compan|giant|firm|ban|censor|freedom|mogul|startup|conglomerate|union|outlet))"
)
"""Whose own language is meant, and no news of them."""
_PAPERS: Final = r"(?:news(?:papers?)?|articles?|reports?|coverage|stories|sources?|press|media|headlines?)\b"
_WEST: Final = re.compile(
    rf"\b(?:(?P<a>{_ANY})[ -]language(?= {_PAPERS})|(?:written )?in (?P<b>{_ANY})(?=[\s,.?!？。]*(?:$|(?:about|on|from|regarding|since|this|last)\b))"
    rf"|(?P<c>{_ANY})(?= articles?\b)"
    rf"|\b(?:from|in|according to) (?:the )?(?P<g>{_ANY}) (?:web ?)?(?:pages|sites|papers|feeds|reports)\b"
    rf"|(?:what (?:do|does|did|have) )?\b(?:only |just )?(?:(?:from|in|by|according to) )?(?:the )?(?P<d>{_ANY})[ -](?:language )?{_MEDIA}(?: only)?(?: (?:say|said|report|reported|write|wrote)(?:ing)?(?: (?=about|on)))?"
    rf"|\b(?:only|just) (?:in )?(?P<e>{_ANY})\b(?: (?=news\b))?|(?:\bin )?\b(?P<f>{_ANY}) only\b(?! (?:model|version|support))[:,]?)",
    re.IGNORECASE,
)
_EAST: Final = re.compile(
    rf"(?:只看|只要|[仅僅]看?|只|用|เฉพาะ)?(?P<a>{_ANY})(?:で書かれた|での|で|の|的|写的|寫的|로 된|로 쓴|로 쓰인)?\s?"
    r"(?:(?:报道|報道|報導|媒体|媒體|来源|來源|情報源|メディア|記事)(?:だけ|のみ)?(?:で|から|では)?(?:的|の)?|(?:기사|매체|언론|출처)(?:만|로))?\s?"
)
_PAPER: Final = re.compile(
    r"^(?:で書かれた|での?|の|的|[写寫]的|로 (?:된|쓴|쓰인)|に関する|についての|関連|关于|關於|최신|관련|最新|最近|AI|인공지능|人工智能|人工智慧|\s)*(?:ニュース|記事|報道|メディア|情報源|新闻|新聞|报道|報導|文章|消息|媒体|媒體|来源|來源|기사|뉴스|소식|보도|언론|출처|매체)",
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


def apart(text: str) -> tuple[str, str]:
    """The text without the language that it asks for, and that as English words; "" where it asks for none."""
    languages, bare = languages_asked_for(text)
    names = next((names for names, known in _NAMES if known == languages), "") if languages else ""
    return (bare, f"in {names.partition('|')[0]}") if names else (text, "")


def languages_asked_for(text: str) -> tuple[tuple[Language, ...], str]:
    """Empty when none is asked for; and the text without the words that ask."""
    for start, end, name in _found(text):
        languages = next(known for names, known in _NAMES if re.fullmatch(names, name, re.IGNORECASE))
        return languages, f"{text[:start]} {text[end:]}".strip()
    return (), text


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _WEST.finditer(text):
        yield match.start(), match.end(), next(filter(None, match.groups()))
    for match in _EAST.finditer(text):
        if match["a"].isascii():
            continue
        if _PAPER.match(_nameless(text[match.end("a") :])):
            alone = not text[: match.start()].strip() and not text[match.end() :].strip(" ?？。")
            yield match.start(), match.end("a") if alone else match.end(), match["a"]
    if "ข่าว" in text or "บทความ" in text:
        for match in _THAI.finditer(text):
            yield match.start(), match.end(), match["a"]


def _nameless(text: str) -> str:
    """日本語のNVIDIAのニュース wants news of Nvidia; 日本語のモデルのニュース wants news of models."""
    for one in reversed(mentions(text)):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text
