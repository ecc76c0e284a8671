"""Amounts, months and weekdays as values that are the same in all six languages: "$1.5 billion", "15億ドル", "15억 달러" are one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from news.scripts import CJK, THAI
from summariser.words.facts import plain

_SCALES: Final[dict[str, float]] = {
    "trillion": 1e12, "t": 1e12, "tn": 1e12, "trn": 1e12, "billion": 1e9, "bn": 1e9, "b": 1e9, "million": 1e6, "mn": 1e6, "m": 1e6,
    "thousand": 1e3, "k": 1e3, "hundred": 1e2, "兆": 1e12, "億": 1e8, "亿": 1e8, "万": 1e4, "萬": 1e4, "千": 1e3, "百": 1e2, "十": 10,
    "조": 1e12, "억": 1e8, "만": 1e4, "천": 1e3, "백": 1e2, "ล้าน": 1e6, "แสน": 1e5, "หมื่น": 1e4, "พัน": 1e3, "ร้อย": 1e2,
}  # fmt: skip
_LATIN: Final = "|".join(sorted((name for name in _SCALES if name.isascii() and name != "t"), key=len, reverse=True))
_OTHER: Final = "|".join(sorted((name for name in _SCALES if not name.isascii()), key=len, reverse=True))
_NUMBER: Final = re.compile(
    rf"(?P<digits>\d[\d,]*(?:\.\d+)?)(?:[\s-]?(?P<latin>(?i:{_LATIN})|T)(?![A-Za-z])|\s?(?P<other>(?:{_OTHER})+))?"
)
_WORDS: Final = {
    word: value
    for value, names in enumerate(
        ("zero", "one first once single", "two second twice both double pair couple", "three third triple", "four fourth", "five fifth",
         "six sixth", "seven seventh", "eight eighth", "nine ninth", "ten tenth decade", "eleven eleventh", "twelve twelfth dozen"))
    for word in names.split()
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "century": 100,
     "half": 2, "quarter": 4, "fortnight": 14, "hundred": 100} | {
    word: 13 + at for at, word in enumerate(["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"])}  # fmt: skip
_WORD_SCALED: Final = re.compile(
    rf"\b({'|'.join(sorted(_WORDS, key=len, reverse=True))})\b(?:[\s-](hundred|thousand|million|billion|trillion)\b)?",
    re.IGNORECASE,
)
_COMPOUND: Final = re.compile(
    r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](one|two|three|four|five|six|seven|eight|nine)\b",
    re.IGNORECASE,
)
_FOLD: Final = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred)[- ]?fold\b", re.IGNORECASE
)
_DOZENS: Final = re.compile(r"\b(two|three|four|five|six) dozen\b", re.IGNORECASE)
_SINGLE: Final = re.compile(
    r"(?:\b(?:an?|per|each|every) |/\s?)(hundred|thousand|million|billion|trillion)\b|(?:\bper |/\s?)([mk])(?= (?:\w+ )?tokens?\b)"
    r"|(?:每|毎|/|ต่อ)\s?([百千十]?[万萬億亿]|백만|천만|ล้าน)|(?<![\d.])([百千十][万萬]|백만|천만|ล้าน)\s?(?=トークン|토큰|โทเค็น|tokens?)",
    re.IGNORECASE,
)
"""One of a unit, without a digit: "a hundred", "per million", "$3/M tokens", "每百万"."""
_CENTURY: Final = re.compile(r"(?:\d{1,2}|[一二十]{1,3})\s?世[纪紀](?=\d0年代)")
_DECADE: Final = re.compile(r"\b(?:19|20)(\d0)s\b")
_HAN: Final = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_HAN_RUN: Final = re.compile(
    "[〇零一二三四五六七八九十百千两兩]{2,}(?=[万萬億亿兆年月日个個人家社倍割％%])|[一二三四五六七八九十两兩](?=[万萬億亿兆个個年月日人社名种種项項倍割歳岁届])"
)
_NAMED: Final = re.compile(r"(?<![A-Za-z0-9$€£.,-])[A-Za-z]+\d+(?:\.\d+)*(?![A-Za-z0-9])")
_PLACE: Final = r"[^.。,，、\d]{0,14}"
_AMOUNT: Final = r"\d[\d,.]*\d(?:\s?(?:[A-Za-z%]+|[万億亿兆萬만억조]+))?|\d"
_COURSE: Final = re.compile(
    rf"(?P<end4>{_AMOUNT})[^.;\d]{{0,30}}?\b(?:up|down) from \D{{0,3}}(?P<start4>{_AMOUNT})"
    rf"|\bfrom \D{{0,3}}(?P<start>{_AMOUNT})[^.,;\d]{{0,30}}? to \D{{0,8}}(?P<end>{_AMOUNT})"
    rf"|(?:从|從|由|จาก)\s?(?P<start2>{_AMOUNT}){_PLACE}?(?:到|至|为|為|เป็น|ถึง|สู่)\s?(?P<end2>{_AMOUNT})"
    rf"|(?P<start3>{_AMOUNT})(?:ドル|円|人|달러|원|명)?(?:から|에서)\s?(?P<end3>{_AMOUNT})"
)
_FRACTIONS: Final = {
    "half": "0.5",
    "quarter": "0.25",
    "fifth": "0.2",
    "tenth": "0.1",
    "hundredth": "0.01",
    "thousandth": "0.001",
}
_FRACTION: Final = re.compile(
    r"\b(?:an?|one) (half|quarter|fifth|tenth|hundredth|thousandth)\b|\b(half) an?\b", re.IGNORECASE
)
_BESIDE_ASIAN: Final = re.compile(f"\\s?[{CJK}{THAI}]")
"""What follows a number with an "m" that is metres."""
_RANGE: Final = re.compile(
    rf"(?<![\d,.万萬億亿兆만억조])(?P<low>\d[\d,]*(?:\.\d+)?)(?P<to>\s?[–~〜-]\s?[$€£¥]?| to )(?=\d[\d,]*(?:\.\d+)?\s?(?P<scale>(?:million|billion|trillion)\b|(?:{_OTHER})+))"
)
"""Two amounts of one scale: "$1–2 billion", "90 to 95 billion"."""
_VAGUE: Final = re.compile(
    f"(?:数|數|几|幾|수|หลาย|上|成|何)(?:{_OTHER})+|(?:{_OTHER})+(?:多|以上の人々)|百度|千問|千问|三星|萬字|万华|万達"
)
MONTH_NAMES: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_ENGLISH_MONTH: Final = re.compile(
    r"\b(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_ASIAN_MONTH: Final = re.compile(r"(?<![\d.])(1[0-2]|[1-9])\s?(?:月(?!間|间|额|額)|월)")
_THAI_MONTHS: Final = (
    ("มกราคม", "ม.ค."), ("กุมภาพันธ์", "ก.พ."), ("มีนาคม", "มี.ค."), ("เมษายน", "เม.ย."), ("พฤษภาคม", "พ.ค."), ("มิถุนายน", "มิ.ย."),
    ("กรกฎาคม", "ก.ค."), ("สิงหาคม", "ส.ค."), ("กันยายน", "ก.ย."), ("ตุลาคม", "ต.ค."), ("พฤศจิกายน", "พ.ย."), ("ธันวาคม", "ธ.ค."),
)  # fmt: skip
_WEEKDAYS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bMondays?\b|月曜|(?:周|週|星期|礼拜)一|월요일|วันจันทร์",
        r"\bTuesdays?\b|火曜|(?:周|週|星期|礼拜)二|화요일|วันอังคาร",
        r"\bWednesdays?\b|水曜|(?:周|週|星期|礼拜)三|수요일|วันพุธ",
        r"\bThursdays?\b|木曜|(?:周|週|星期|礼拜)四|목요일|วันพฤหัส",
        r"\bFridays?\b|金曜|(?:周|週|星期|礼拜)五|금요일|วันศุกร์",
        r"\bSaturdays?\b|土曜|(?:周|週|星期|礼拜)六|토요일|วันเสาร์",
        r"\bSundays?\b|日曜|(?:周|週|星期|礼拜)[日天]|일요일|วันอาทิตย์",
    )
)
_THAI_DIGITS: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_THAI: Final = re.compile("[\u0e01-\u0e5b]")
_BUDDHIST: Final = re.compile(r"(?<!\d)(25[0-9]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Quantities:
    """`stated` are numbers in digits or numerals; `worded` those that English words imply ("both", "second", "a decade")."""

    stated: frozenset[str]
    worded: frozenset[str]
    months: frozenset[int]
    weekdays: frozenset[int]

    @property
    def all(self) -> frozenset[str]:
        """Everything that can be pointed at, as comparable keys."""
        dates = {f"month {month}" for month in self.months} | {f"weekday {day}" for day in self.weekdays}
        return self.stated | frozenset(dates)


@lru_cache(maxsize=4096)
def quantities(text: str) -> Quantities:
    """What the text says in numbers, whatever its language."""
    text = _RANGE.sub(r"\g<low> \g<scale>\g<to>", _FOLD.sub(r"\1 times", plain(text).translate(_THAI_DIGITS)))
    text = _COMPOUND.sub(_compound, text)
    weekdays = frozenset(day for day, pattern in enumerate(_WEEKDAYS) if pattern.search(text))
    for pattern in _WEEKDAYS:
        text = pattern.sub(" ", text)
    if _THAI.search(text):
        text = _BUDDHIST.sub(lambda match: str(int(match[1]) - 543), text)
    text = _CENTURY.sub(" ", text)
    text = _HAN_RUN.sub(lambda match: f" {_han_value(match.group())}", _VAGUE.sub(" ", text))
    months = frozenset(_months(text))
    text = _ASIAN_MONTH.sub(" ", text)
    dozens = {str(12 * int(_WORDS[match[1].lower()])) for match in _DOZENS.finditer(text)}
    worded = frozenset(_worded(_DOZENS.sub(" ", text))) | dozens
    return Quantities(frozenset(_stated(text)), worded, months, weekdays)


def _compound(match: re.Match[str]) -> str:
    return str(_WORDS[match[1].lower()] + _WORDS[match[2].lower()])


def amounts(text: str) -> tuple[str, ...]:
    """The numbers in digits, in reading order."""
    return tuple(_stated(plain(text).translate(_THAI_DIGITS)))


def course(text: str) -> tuple[str, str] | None:
    """From which number to which something went, where the text says "from … to …"; None where it does not."""
    match = _COURSE.search(plain(text).translate(_THAI_DIGITS))
    if match is None:
        return None
    found = {name.rstrip("234"): text for name, text in match.groupdict().items() if text}
    return _only(found["start"]), _only(found["end"])


def _only(text: str) -> str:
    return next(_stated(text), "")


def unfounded(told: Quantities, source: Quantities) -> Iterator[str]:
    """What is told and does not stand in the source. "One" is never evidence: languages count single things differently."""
    known = source.stated | source.worded | {"1"}
    yield from (f"number {number}" for number in sorted(told.stated - known))
    yield from (f"month {month}" for month in sorted(told.months - source.months) if str(month) not in source.stated)
    yield from (f"weekday {day}" for day in sorted(told.weekdays - source.weekdays))


def placed_numbers(text: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The text as it is read for numbers, and each of them with the place where it ends there."""
    text = _HAN_RUN.sub(lambda match: f" {_han_value(match.group())}", plain(text).translate(_THAI_DIGITS))
    return text, tuple(_placed(text))


def unnamed(text: str, titles: str) -> str:
    """The text without the names written with digits ("K3") that stand in the titles too: their digits count nothing."""
    held = titles.casefold()
    return _NAMED.sub(lambda match: " " if match[0].casefold() in held else match[0], text)


def _stated(text: str) -> Iterator[str]:
    return (number for number, _ in _placed(text))


def _placed(text: str) -> Iterator[tuple[str, int]]:
    total, end, last = 0.0, -1, 0.0
    for match in _NUMBER.finditer(text):
        metres = match["latin"] == "m" and _BESIDE_ASIAN.match(text, match.end())
        value, scale = _value(match["digits"]), 1.0 if metres else _scale(match["latin"], match["other"])
        joined = bool(match["other"] or last) and end >= 0 and not text[end : match.start()].strip() and scale < last
        if end >= 0 and not joined:
            yield f"{total:.10g}", end
            total = 0.0
        total += value * scale
        end, last = match.end(), scale if match["other"] else 0.0
    if end >= 0:
        yield f"{total:.10g}", end


def fractions(text: str) -> frozenset[str]:
    """The decimals that "a tenth of a second" and "half a point" stand for."""
    return frozenset(_FRACTIONS[(match[1] or match[2]).lower()] for match in _FRACTION.finditer(text))


def _worded(text: str) -> Iterator[str]:
    for match in _WORD_SCALED.finditer(text):
        value = float(_WORDS[match[1].lower()])
        yield f"{value * _SCALES.get((match[2] or '').lower(), 1):.10g}"
    for match in _SINGLE.finditer(text):
        latin, other = (match[1] or match[2]), (match[3] or match[4])
        yield f"{_scale(latin, other):.10g}"
    yield from (match[1] for match in _DECADE.finditer(text))


def _scale(latin: str | None, other: str | None) -> float:
    if latin:
        return _SCALES[latin.lower()]
    product = 1.0
    for part in re.findall(_OTHER, other or ""):
        product *= _SCALES[part]
    return product


def _value(digits: str) -> float:
    try:
        return float(digits.replace(",", ""))
    except ValueError:
        return 0.0


def _han_value(run: str) -> str:
    """三百二十 → 320; a run of bare digits (二〇二六) is read digit by digit."""
    if all(char in _HAN for char in run):
        return "".join(str(_HAN[char]) for char in run)
    total, digit = 0, 0
    for char in run:
        if char in _HAN:
            digit = _HAN[char]
        else:
            total += (digit or 1) * int(_SCALES[char])
            digit = 0
    return str(total + digit)


def _months(text: str) -> Iterator[int]:
    for match in _ENGLISH_MONTH.finditer(text):
        yield next(n for n, name in enumerate(MONTH_NAMES, 1) if name.startswith(match[1].lower()[:3]))
    yield from (int(match[1]) for match in _ASIAN_MONTH.finditer(text))
    yield from (number for number, names in enumerate(_THAI_MONTHS, 1) if any(name in text for name in names))


_LAST_MONTH: Final = re.compile(
    r"\b(?:last|previous|prior|preceding) month\b|\bmonth (?:before|earlier)\b|month-(?:on|over)-month|上[个個]?月|[先前]月|지난달|전월|เดือน(?:ก่อน|ที่แล้ว)",
    re.IGNORECASE,
)


def months_before(text: str) -> frozenset[int]:
    """Those that it leaves to its reader: "7月…，較上月減7.2%" is a fall from June."""
    return (
        frozenset((month - 2) % 12 + 1 for month in quantities(text).months)
        if _LAST_MONTH.search(text)
        else frozenset()
    )


_MONEY: Final = {
    "dollar": re.compile(r"\$|\bUSD\b|\bdollars?\b|ドル|美元|美金|달러|ดอลลาร์", re.IGNORECASE),
    "euro": re.compile(r"€|\bEUR\b|\beuros?\b|ユーロ|欧元|歐元|유로|ยูโร", re.IGNORECASE),
    "pound": re.compile(r"£|\bGBP\b|\bpounds? sterling\b|ポンド|英镑|英鎊|파운드|ปอนด์", re.IGNORECASE),
    "yen": re.compile(r"\bJPY\b|\byen\b|(?<=[\d億万兆])円|日元|日圓|엔화|(?<=[\d억만조]) ?엔|เยน", re.IGNORECASE),
    "yuan": re.compile(r"\bCNY\b|\bRMB\b|\byuan\b|人民元|人民币|人民幣|위안|หยวน", re.IGNORECASE),
    "won": re.compile(
        r"₩|\bKRW\b|(?<=\d) won\b|(?:trillion|billion|million) won\b|ウォン|韩元|韓元|韓圓|(?<=[\d억만조])\s?원|วอน"
    ),
    "baht": re.compile(r"฿|\bTHB\b|\bbaht\b|バーツ|泰铢|泰銖|바트|บาท", re.IGNORECASE),
}
_SHARE: Final = re.compile(
    r"(\d[\d.,]*)\s?(?:%|percent\b|per cent\b|パーセント|퍼센트|เปอร์เซ็นต์|ร้อยละ)|ร้อยละ\s?(\d[\d.,]*)", re.IGNORECASE
)


_SHARED: Final = re.compile(
    r"\b(?:percentages?|proportions?|per cent|percent|shares? of|rates?)\b|割合|比率|率は|シェア|比例|占比|比重|份额|份額|비율|비중|점유율|สัดส่วน|อัตรา",
    re.IGNORECASE,
)
"""What says of a number without a sign that it is a share: "that percentage was reduced to 12.5"."""


def perhaps_shares(told: str, source: str) -> frozenset[str]:
    """The percentages of the telling that the source may tell by a word for a share."""
    return frozenset(
        value
        for value in shares(told) - shares(source)
        if _SHARED.search(source) and value in quantities(source).stated
    )


def misunited(told: str, source: str) -> Iterator[str]:
    """A currency that the source does not count in, a share of what it tells as a number, by values that both have."""
    mine, theirs = currencies(told), currencies(source)
    if theirs:
        yield from (f"currency {name}" for name in sorted(mine - theirs))
    known, of_source = quantities(source).stated, shares(source)
    yield from (
        f"percent {value}"
        for value in sorted(shares(told) - of_source - perhaps_shares(told, source))
        if value in known
    )


def currencies(text: str) -> frozenset[str]:
    """Those that it counts money in."""
    return frozenset(name for name, pattern in _MONEY.items() if pattern.search(plain(text)))


def shares(text: str) -> frozenset[str]:
    """The numbers that are percentages."""
    found = _SHARE.finditer(plain(text).translate(_THAI_DIGITS))
    return frozenset(f"{_value((match[1] or match[2]).rstrip('.,')):.10g}" for match in found)
