"""Numbers that are asked for, and whose a number is: "Qwen, a 2.4 trillion parameter model, days after Kimi K3" counts nothing of Kimi. Pure."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from summariser.words.aliases import Mention, mentions, places
from summariser.words.facts import dates, numbers
from summariser.words.vectors import simplify
from summariser.words.versions import respelled

MEASURED: Final = r"(?:매출|이익|실적|가격|주가|시가총액|売上高?|利益|価格|株価|時価総額|营收|營收|利润|利潤|价格|價格|股价|股價|市值|估值|กำไร|รายได้|ราคา|revenue|profits?|price|valuation)(?=[？?。.\s]*$)"
"""What is only ever so much: a question that is no sentence and ends with it asks for the number."""
_AMOUNT: Final = re.compile(
    rf"{MEASURED}|\b(?:how (?:many|much|large|big)|what (?:price|amount|number))\b|多少|几[个個]|いくら|いくつ|何(?:人|億|件|円|個)|[数數][はが是]|수는|얼마|몇|เท่าไ|(?<!เ)กี่",
    re.I,
)
_NUMBER: Final = re.compile(r"(?<![\w.-])[$€£¥]?\d[\d,]*(?:\.\d+)?(?![\d.]|\w*-?(?:Max|Pro|Flash|Mini))")
_HOW_MUCH: Final = re.compile(rf"\bhow much\b|いくら|얼마(?!나)|多少(?:[钱錢元]|(?=[？?。\s]*$))|เท่าไ|{MEASURED}", re.I)
_SCALE: Final = r"(?:[万萬亿億兆千百만억조천백]|thousand|[mb]illion|trillion|พัน|หมื่น|แสน|ล้าน)"
_SUM: Final = re.compile(
    rf"(?:[$€£¥₩฿]|US\$)\s?\d|\d(?:[\s,.]?{_SCALE})*\s?(?:円|元|ドル|セント|美分|ユーロ|달러|센트|유로|원|[美日欧歐台港韓韩]元|ดอลลาร์|เซนต์|บาท|ยูโร|dollars?\b|cents?\b|euros?\b|yen\b|won\b|yuan\b)",
    re.I,
)
_SHARE: Final = re.compile(r"\d\s?(?:[%％]|per\s?cent|パーセント|퍼센트|เปอร์เซ็นต์|割(?!り))", re.I)
_TIMES: Final = re.compile(
    r"\b\d[\d.]*(?:x\b|[ -]?(?:times|fold)\b)|\b(?:twice|triple|double|(?:two|three|four|five|ten) times)\b", re.I
)
_VERSION: Final = re.compile(r"[\s-]?[A-Za-z]?\d+(?:\.\d+)*(?:[\s-](?:Max|Pro|Flash|Mini|Lite|Ultra))?", re.I)


_SHARE_ASKED: Final = re.compile(r"\bwhat (?:percentage|percent|share|proportion|fraction)\b", re.I)
_PART: Final = re.compile(
    r"%|\bper\s?cent\b|\b(?:half|majority|quarters?|(?:one|two|three|four|an?)[ -](?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?)\b"
    r"|\b(?:in|out of) (?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.I,
)
_TIME_ASKED: Final = re.compile(r"^\W*(?:and |so )?when\b|\bwhat (?:date|day|year|month)\b", re.I)
_TIME: Final = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|ago|(?:last|next|this|earlier this|later this) (?:week|month|year|spring|summer|autumn|fall|winter|quarter|night))\b"
    r"|\b(?:19|20)\d\d\b",
    re.I,
)
_MONEY_ASKED: Final = re.compile(
    r"\bwhat(?:'s| is| was| are| were) .*\b(?:price|cost|valuation|revenue|salary|worth)\b"
    r"|\bhow much (?:money|(?:do|does|did|will|would) .+ (?:cost|pay|raise|spend|charge|earn|invest|owe)|(?:is|was) .+ worth)\b",
    re.I,
)
_COUNT_ASKED: Final = re.compile(r"\bhow many\b", re.I)
_NO_COUNT: Final = re.compile(
    r"[$€£¥₩]\s?\d[\d,.]*|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:19|20)\d\d\b(?![,.]?\d)"
    r"|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b"
)
"""Numbers that count nothing: sums, days and years."""
_COUNT: Final = re.compile(
    r"\b(?:dozens?|hundreds?|thousands?|millions?|billions?|none|no|both|one|single|first|sole|lone|only|once|twice|half|couple|several|pair|duo|trio)\b",
    re.I,
)


def _has_count(text: str, question: str) -> bool:
    """A number of the text, and not of the question, could count something: it is no sum, day or version."""
    bare = _NO_COUNT.sub(" ", text)
    new = numbers(respelled(bare, lambda one, written: one.head)) - numbers(question)
    return bool(new) or _COUNT.search(bare) is not None


def telling(question: str, texts: Sequence[str]) -> list[bool]:
    """Which texts tell what is asked for, where it asks how many or what share: a count, a share. English."""
    if _COUNT_ASKED.search(question):
        return [_has_count(text, question) for text in texts]
    return [_SHARE_ASKED.search(question) is None or _PART.search(text) is not None for text in texts]


def asks_for_time(question: str) -> bool:
    return _TIME_ASKED.search(question) is not None


def has_time(text: str) -> bool:
    """A day, a month, a year, or one told from the day of the report: "on Tuesday", "last week"."""
    return bool(dates(text)) or _TIME.search(text) is not None


def asks_for_money(question: str) -> bool:
    """A sum: the price of something, what somebody paid. English."""
    return _MONEY_ASKED.search(question) is not None


def whose_number(question: str, text: str) -> Literal["own", "another", ""]:
    """Where a number is asked for: whether one of the text's stands nearest to a name of the question, or all to other known names.

    "" where it tells none, and where the question names nothing that is known.
    """
    asked = {part for one in mentions(question) for part in (one.id, one.company)}
    if not asked or _AMOUNT.search(question) is None:
        return ""
    there = (
        one for one in mentions(text) if one.id not in places() or _is_asked(one, asked)
    )  # built in Texas, it is not Texas's
    names = [(one, _end(text, one)) for one in there]
    taken = [(one.start, end) for one, end in names]
    numbers = [n for n in _NUMBER.finditer(text) if not any(start <= n.start() < end for start, end in taken)]
    if not numbers or not any(_is_asked(one, asked) for one, _ in names):
        return ""
    nearest = [min(names, key=lambda pair: _apart(pair[0].start, pair[1], n.start(), n.end()))[0] for n in numbers]
    return "own" if any(_is_asked(one, asked) for one in nearest) else "another"


_SUM_ASKED: Final = re.compile(
    r"얼마[를에]|いくら(?=[をで調融払投]|(?:です|でした|だ|だった)?か?[?？。\s]*$)|多少(?:[钱錢]|[美日欧歐港]?元)"
)


def asks_for_a_sum(question: str) -> bool:
    """Money, in a language whose words for it say so."""
    return _SUM_ASKED.search(question) is not None


_THING: Final = "[一-鿿ァ-ヴー]{2,10}|[가-힣]{2,8}?"
_COUNTERS: Final = "[件個社台枚回本機隻人]|[건명개곳대편]|[个家款项]"
_COUNT_OF: Final = re.compile(
    rf"(?P<thing>{_THING})(?:の数)?[はがを은는이가을를]?\s?(?:何|몇\s?)(?P<counter>{_COUNTERS})(?![の의])"
    rf"|(?:何|몇\s?|多少|几)(?P<first>{_COUNTERS})[の의]?\s?(?P<behind>{_THING})"
)


def counted(question: str, texts: Sequence[str]) -> list[bool]:
    """Which texts tell the number beside what is counted, where the first has none by that counter: 脆弱性は何件 is told by 脆弱性89件 or
    89件の脆弱性."""
    found = _COUNT_OF.search(simplify(question))
    if found is None or not texts:
        return [False for _ in texts]
    thing, counter = re.escape(found["thing"] or found["behind"]), re.escape(found["counter"] or found["first"])
    number = rf"\d[\d,.]*[万亿億만억천여余多]*\s?{counter}"
    if re.search(number, simplify(texts[0])):
        return [False for _ in texts]
    beside = re.compile(rf"{thing}[はがを은는이가]?[約约총약]?\s?{number}|{number}[の의的]?\s?{thing}")
    return [beside.search(simplify(text)) is not None for text in texts]


def asks_how_much(question: str) -> bool:
    """For an amount of what nobody counts one by one: money, or a share."""
    return _HOW_MUCH.search(question) is not None


def tells_a_sum(text: str) -> bool:
    """It holds a number with a currency, a share, or how many times as much."""
    return tells_money(text) or _SHARE.search(text) is not None or _TIMES.search(text) is not None


def tells_money(text: str) -> bool:
    """It holds a number with a currency."""
    return _SUM.search(text) is not None


def _is_asked(one: Mention, asked: set[str]) -> bool:
    return one.id in asked or one.company in asked


def _end(text: str, one: Mention) -> int:
    """Where a name ends with its version."""
    version = _VERSION.match(text, one.end)
    return version.end() if version else one.end


def _apart(start: int, end: int, first: int, last: int) -> int:
    return first - end if end <= first else max(0, start - last)
