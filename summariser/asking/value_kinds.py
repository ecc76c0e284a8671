"""The kind of value that a question asks for - a sum, a share, a count, a length, a size, a day, who is ahead - and whether a line holds one. Pure; six languages."""

import re
from typing import Final

from summariser.asking.sums import told_otherwise
from summariser.asking.values import value_asked
from summariser.words.aliases import mentions
from summariser.words.bywords import rows_in
from summariser.words.counting import asks_how_much, has_time, tells_money
from summariser.words.facts import numbers, plain
from summariser.words.versions import respelled

_TIME_UNIT: Final = r"(?:minutes?|hours?|days?|weeks?|months?|years?|分|時間|小[時时]|日[間间]?|天|[週周](?:[間间])?|[ヶか个個]月|年|분|시간|일|주|개월|달|년|นาที|ชั่วโมง|วัน|สัปดาห์|เดือน|ปี)"
_NUMBER: Final = r"(?:\d[\d,.]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b|[一二三四五六七八九十兩两]+)"
_CHANGES: Final = r"(?:rise|risen|rose|fall|fell|drop\w*|grow\w*|grew|increas\w*|decreas\w*|declin\w*|jump\w*|surg\w*|gain\w*|climb\w*|plung\w*|slid\w*|going (?:up|down)|go (?:up|down)|went (?:up|down)|faster|slower|cheaper|better|higher|lower)\b"
FORMS: Final = tuple(
    (kind, re.compile(asks, re.IGNORECASE), re.compile(tells, re.IGNORECASE))
    for kind, asks, tells in (
        (
            "share",
            rf"\bwhat (?:percentage|percent|share|proportion|fraction)\b|\bby how much\b|\bhow (?:much|far|sharply|steeply)\b.*\b{_CHANGES}|\bhow (?:successful|accurate|effective)\b|\b\w+ rate\b"
            r"|[幾几]成|百分之[幾几多]|何\s?(?:[%％倍割]|パーセント)|割合|[比機][例率]|占比|[成增][長长功]率?了?多少|[幾几]倍|[跌漲涨掉降升減减滑便宜貴贵快慢]了?多少|的?成功率|몇 ?(?:%|퍼센트|프로|배)|비율|비중|얼마나 (?:오르|올|떨어|하락|상승|늘|줄|빨|싸|비싸)|(?<!เ)กี่ ?(?:%|เปอร์เซ็นต์|เท่า)|สัดส่วน",
            r"\d\s?(?:[%％倍배割成]|percent\b|per cent\b|パーセント|퍼센트|เปอร์เซ็นต์|เท่า|x\b|times\b)|\bhalf\b|[一二三四五六七八九兩两]成|半[數数]|절반|ครึ่ง|\d+(?:분의 ?\d|分の\d|分之\d)|百分之",
        ),
        (
            "length",
            rf"\bhow (?:long|old)\b|どれ(?:くらい|ぐらい|ほど)(?:かか|の期間|の長さ|時間)|何\s?(?:分|時間|日[間かで]|週間|[ヶか]月|年[間かで前])|多(?:久|[長长])|얼마나 (?:걸|오래|긴)|몇 ?(?:분|시간|일|주|개월|달|년)(?:간|이나| 만|짜리|이|을|걸)|นานเท่าไ|นานแค่ไหน|(?<!เ)กี่ ?{_TIME_UNIT}",
            rf"{_NUMBER}[\s-]?{_TIME_UNIT}",
        ),
        (
            "size",
            r"\bhow (?:big|large|powerful)\b|\bwhat size\b|規模|规模|규모|ขนาด|大きさ|容量|多大|얼마나 (?:큰|커|크)",
            r"\d[\d,.]*\s?(?:[MGKT]W|㎿|㎾|[TGMP]B\b|[KMBT]\b|tokens?\b|acres?\b|[万萬億亿兆만억조坪]|ล้าน|เมกะวัตต์|กิกะวัตต์|平方|㎡|メガワット|ギガワット|메가와트|기가와트|[百千]?[万萬]?千?瓦)|[$€£¥₩]\d",
        ),
        (
            "ahead",
            r"\b(?:which|who)(?: one)? (?:is|are|was|did|does) (?:\w+ )?(?:better|stronger|faster|smarter|ahead)\b|\bwho (?:won|wins|beat)\b|[谁誰](?:更|比[較较]|[贏赢]|[勝胜])|ど(?:ちら|っち)が|누가 더|더 (?:강|나은|나아|좋|뛰어)|(?:ใคร|อันไหน|ตัวไหน)(?:ดี|เก่ง)กว่า",
            r"\bbeat(?:s|ing|en)?\b|\boutperform|\bsurpass|\b(?:better|stronger|faster) than\b|超[越過过]|[勝胜][過过る]|[击擊][败敗]|上回|凌駕|領先|领先|앞[서섰질선]|이[겼긴]|능가|เหนือกว่า|ชนะ|แซง|ทะลุ",
        ),
    )
)
_COUNTS: Final = re.compile(
    r"\bhow many (?P<en>[\w -]+)|何(?:[件社人台個本枚店回問校か])|몇 ?(?:건|개|명|곳|대|종|가지|장|문제)|(?<!เ)กี่|[幾几][個个款家名項项件位首支種种]|多少(?:[個个款家名項项件位首支種种人]|用[戶户])",
    re.IGNORECASE,
)
_NO_COUNT: Final = re.compile(
    rf"\d[\d,.]*\s?{_TIME_UNIT}|"
    r"[$€£¥₩]\s?\d[\d,.]*\s?[KMBT]?|\d[\d,.]*\s?(?:[%％]|割|percent|per cent|퍼센트|パーセント|เปอร์เซ็นต์|[月日年週周](?!間)|月|월|일(?![가-힣])|년|(?:개월|주) ?(?:만|간|연속)|ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค|(?:hours?|days?|weeks?|months?|years?|minutes?)\b|億?[万萬]?[ドル円元]|[만억조]*\s?(?:원|달러))|\b(?:19|20|25)\d\d\b(?!\s?[件人社台個个名명건개])",
    re.IGNORECASE,
)
"""Numbers that count nothing: sums, shares, days, lengths."""
_HOW_MUCH: Final = re.compile(
    r"\bhow (?:much|many)\b|多少[钱錢元]?|[幾几][個个家款種种]|いくら|얼마\S{0,2}|몇|เท่าไ(?:ร|หร่)", re.IGNORECASE
)
_WHEN: Final = re.compile(
    r"\bwhen\b|\bwhat (?:date|day)\b|いつ|什[么麼][时時]候|何[时時日]|哪[天日]|언제|며칠|เมื่อไ|วันไหน", re.I
)
_DATED: Final = re.compile(
    r"\d{1,2}\s?[月/]|\d{1,2}\s?[日일](?![本上])|\d{1,2}\s?월|\d{1,2}\s(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิ|ธันวา)"
)


_TO_COME: Final = re.compile(
    r"\b(?:next|upcoming|future) round\b|\bin (?:early |advanced )?talks\b|\b(?:seek|aim|plan|hope|look|target|consider|weigh|mull|discuss)(?:s|ing)?\b|\b(?:could|would|will|may|to) (?:be )?(?:raise|seek|invest|pay|value|buy)"
    r"|次の?(?:ラウンド|調達)|交渉|協議|検討|目指|下一?[輪轮]|洽[談谈]|[擬拟計计][劃划]?[融募投]|[尋寻]求|考[慮虑]|有望|다음 (?:라운드|투자)|협의|검토|추진|논의|목표|รอบ(?:ถัดไป|หน้า|ต่อไป)|เจรจา|คุยกับ|เล็ง|เตรียม|วางแผน",
    re.IGNORECASE,
)
"""A sum that nobody has paid yet."""
_DONE: Final = re.compile(
    r"\bhow much (?:did|has|have|was|were)\b|[たし]の?(?:は)?[？?。]*$|しました|した(?:額|金額|の)|了多少|到多少|[했었았]|ไปเท่าไ|ได้(?:กี่|เท่าไ)|ล่าสุด",
    re.IGNORECASE,
)


def is_of_another_time(question: str, line: str) -> bool:
    """What was paid is asked for, and the line tells what may be."""
    return bool(_DONE.search(question) and _TO_COME.search(line) and not _TO_COME.search(question))


_VERSION_ASKED: Final = re.compile(
    r"\b(?:latest|newest|current|what|which) version\b|\bversion(?: number)?\??$|最新(?:版本|版(?!本)|バージョン)|最新の?バージョン|최신 ?버전|เวอร์ชัน(?:ล่าสุด|ใหม่|อะไร)",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"[\s-]{0,2}(?:[A-Z][\w-]+ ){0,2}(?:version |ver\.? ?)?v?\d+(?:\.\d+)*(?![\d%])", re.IGNORECASE
)


def kind_of(text: str) -> str:
    """The kind by its form; an empty text where none is asked for that could be told so."""
    if _VERSION_ASKED.search(text):
        return "version"
    shaped = next((kind for kind, asks, _ in FORMS if asks.search(text)), "")
    if shaped:
        return shaped
    value = value_asked(text, english=True)
    if value is not None and value.kind == "sum":
        return "sum"
    if _COUNTS.search(text) or (value is not None and value.kind == "count"):
        return "count"
    if _WHEN.search(text):
        return "time"
    return "sum" if asks_how_much(text) else ""


def without_form(text: str) -> str:
    """The question without what asks for the value."""
    for asks in (_HOW_MUCH, *(asks for _, asks, _ in FORMS)):
        text = asks.sub(" ", text)
    return text


def holds(kind: str, question: str, line: str) -> bool:
    """A value of the kind, that the question does not say itself."""
    value = value_asked(question, english=True)
    if kind == "sum":
        if value is None:
            return tells_money(line)
        return value.told_by(line) and (
            not value.measure or value.tells_its_measure(line) or told_otherwise(question, line)
        )
    if kind == "time":
        return bool(_DATED.search(line) or has_time(line))
    if kind == "version":
        asked = {one.id for one in mentions(question)}
        return any(_NUMBERED.match(line, one.end) for one in mentions(line) if one.id in asked)
    said = numbers(question)
    if kind == "count":
        counted = numbers(_NO_COUNT.sub(" ", _unversioned(line))) - said
        thing = _COUNTS.search(question)
        things = rows_in(thing["en"] if thing and thing["en"] else question)
        return bool(counted) and (not things or bool(things & rows_in(line)))
    told = any(form == kind and tells.search(plain(line)) for form, _, tells in FORMS)
    return told and (kind != "size" or bool(numbers(_unversioned(line)) - said))


def _unversioned(text: str) -> str:
    return respelled(text, lambda one, written: one.head)
