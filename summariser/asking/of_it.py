"""A question that leaves out whom it asks of, with them: "who made it?", 誰が作った？, 谁开发的？; and a question word alone in the place of the one before. Pure; six languages."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from summariser.asking.follow_frames import core_of
from summariser.asking.slots import subjects_of
from summariser.words.question_words import without_asking

_EDGES: Final = " ?？!！.。,，、"
_BEGINS: Final = re.compile(r"^(?:(?:and|or|but|so|also|then|ok(?:ay)?|well)\b[\s,]*)+", re.IGNORECASE)
_OWN: Final = re.compile(r"\b(?:its|their|his|her(?=\s+\w))\b", re.IGNORECASE)
_IT: Final = re.compile(
    r"\b(?:this|that|the)(?: same)? (?:company|model|startup|firm|lab|product|tool|app|one)\b|\b(?:it|they|them|he|him|she|her)\b|\b(?:this|that|these|those)\b(?=\s*\??$| (?:is|was|mean|happen|come|work|cost))",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"\bthe (?:ceo|cfo|cto|coo|chief executive|(?:co-?)?founders?|boss|president|chair(?:man|woman)?|head|investors?|board|valuation|price|developers?|makers?|creators?)\b",
    re.IGNORECASE,
)
_JA: Final = re.compile(r"(?:その|この)(?:会社|企業|モデル|製品|件)|それ|これ|彼ら?|その(?!後|他|うち|ため)|同社")
_ZH: Final = re.compile(r"[它他她][们們]?|[这這该該][个個家款]?(?:公司|模型|产品|產品|企[业業])|[该該]公司")
_KO: Final = re.compile(r"(?:그|이) (?:회사|모델|제품|기업|서비스)|그것|그거|이거|그게(?= )|그건(?= )")
_TH: Final = re.compile(r"(?<!น้ำ)มัน|(?:บริษัท|โมเดล|ตัว)(?:นี้|นั้น)|เขา")
_HANGUL: Final = re.compile("[가-힣]")
_KANA: Final = re.compile("[ぁ-ヿ]")
_THAI: Final = re.compile("[ก-๛]")


def of_it(text: str, last: str, today: date) -> str:
    """With the names of the question before, or what it was of."""
    whose = subjects_of(last, today)
    if not whose:
        return text if text.isascii() else f"{text.rstrip(_EDGES)} {without_asking(last)}?"
    if text.isascii():
        return _in_english(text, whose)
    for script, pattern, join in ((_HANGUL, _KO, _korean), (_KANA, _JA, _japanese), (_THAI, _TH, _thai)):
        if script.search(text):
            return _in(text, whose, pattern, join)
    return _in(text, whose, _ZH, _chinese)


def _in_english(text: str, whose: str) -> str:
    bare = _BEGINS.sub("", text.strip()).strip(_EDGES)
    for pattern, said in ((_OWN, f"{whose}'s"), (_IT, whose)):
        if found := pattern.search(bare):
            return f"{bare[: found.start()]}{said}{bare[found.end() :]}?"
    if role := _ROLE.search(bare):
        return f"{bare[: role.end()]} of {whose}{bare[role.end() :]}?"
    return f"{bare} {whose}?"


def _in(text: str, whose: str, it: re.Pattern[str], join: Callable[[str, str], str]) -> str:
    bare = text.strip()
    found = it.search(bare)
    if found:
        between = "の" if found[0] in ("その", "この") else ""
        return f"{bare[: found.start()]}{whose}{between}{bare[found.end() :]}"
    return join(whose, _bare(bare))


def _bare(text: str) -> str:
    """Without what it begins by: では, 那, 그럼, แล้ว."""
    rest = core_of(text).text
    return text[text.index(rest) :] if rest and rest in text else text


def _korean(whose: str, text: str) -> str:
    return f"{whose} {text}"


def _japanese(whose: str, text: str) -> str:
    return f"{whose}{'の' if 'は' in text else 'は'}{text}"


def _chinese(whose: str, text: str) -> str:
    if _ASKS_FIRST.match(text):
        return f"{whose}是{text}"
    return f"{whose}{text}" if not whose[-1:].isascii() else f"{whose} {text}"


_ASKS_FIRST: Final = re.compile(r"[谁誰](?!的)|什[么麼][时時]候|何[时時]|在哪|[为為]什[么麼]")


def _thai(whose: str, text: str) -> str:
    return f"{text.rstrip(_EDGES)} {whose}" if text.startswith("ใคร") else f"{whose} {text}"


_ENGLISH: Final = r"(?:who(?:m|se)?|when|where|why|how (?:much|many|long|big)|how|which one|by whom|what)"
_FIRST: Final = re.compile(rf"^(?:{_ENGLISH})(?:(?:['’]s)?(?= )| )", re.IGNORECASE)
_ASKING: Final = re.compile(
    r"なぜ|どうして|いつ|誰[がにを]?|どこ[でにが]?|いくら|何[をが]|何(?=[^\w]|社|人|時|月)|どう(?=[^い])"
    r"|[为為]什[么麼]|什[么麼][时時]候|何[时時]|[谁誰]|哪[里裡]|多少[钱錢]?|什[么麼]"
    r"|왜|언제|누가|누구|어디(?:서|에서)?|얼마(?:나|를|에)?|무엇을|뭘"
    r"|ทำไม|เมื่อไ(?:ร|หร่)|ใคร|ที่ไหน|เท่าไ(?:ร|หร่)"
)
_PARTICLES: Final = re.compile(r"[がにをで]$")


def asked_instead(text: str, last: str) -> str:
    """When, why or by whom what the question before asked of was."""
    if text.isascii():
        return f"{_BEGINS.sub('', text.strip()).strip(_EDGES)} {_FIRST.sub('', last, count=1).lstrip()}"
    new, old = _ASKING.search(text), _ASKING.search(last)
    if new is None:
        return f"{text.strip().strip(_EDGES)} {last}"
    if old is None:
        return f"{new[0]} {last}"
    return f"{last[: old.start()]}{new[0]}{last[old.end() :]}"


_THAN: Final = re.compile(
    r"^(?:(?:and|so|but) )?(?:is|are|was|were|does|did) (?:that|it|this|they|these|those)(?: (?:cost|raise|have))? (?P<how>[\w ]{3,20}?) than (?P<other>[^?,]{2,40}?)\W*$"
    r"|^(?:それは?|それって)?、?(?P<ja>[^、。]{1,20}?)より(?P<how_ja>[^、。]{1,12})$|^(?:그게|그건|그거)?\s?(?P<ko>[^,]{1,20}?)보다 ?(?P<how_ko>[^,]{1,12})$"
    r"|^(?:那|[这這])?(?:[个個]|是)?比(?P<zh>[^，。]{1,16}?)(?P<how_zh>[更还還]?[多高大贵貴少低早晚快慢长長便].{0,6})$"
    r"|^(?:แล้ว)?\s?(?P<how_th>(?:มาก|แพง|ถูก|ใหญ่|เร็ว|สูง)กว่า)\s?(?P<th>.{1,20}?)(?:ไหม|มั้ย|หรือเปล่า|รึเปล่า)?$",
    re.IGNORECASE,
)
_VERSUS: Final = " vs "


def compared_with(text: str, last: str, today: date) -> str:
    """What was asked of one, of two: "is that more than Orbita?"; "" where nothing is compared with it."""
    found = _THAN.match(text.strip().strip(_EDGES))
    whose = subjects_of(last, today) if found else ""
    if found is None or not whose or _VERSUS in last:
        return ""
    other = next(found[name] for name in ("other", "ja", "ko", "zh", "th") if found[name])
    rest = " ".join(re.sub(re.escape(whose), " ", last, flags=re.IGNORECASE).split()).strip(_EDGES)
    return f"{whose}{_VERSUS}{other.strip()}, {rest}?"
