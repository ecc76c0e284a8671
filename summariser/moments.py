"""The time that a question is about ("this week", 先週, "since May"), in six languages: from when until when, and where it says so."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` until before `end`; None is open. `words` is the question's own expression, markers included."""

    start: date
    end: date | None
    words: str


Days = tuple[date, date]
_DAY: Final = timedelta(days=1)
_REPORTED: Final = timedelta(days=3)
"""Reports of what happened on a day come a little later."""


def _this_week(today: date) -> Days:
    """From Monday; early in the week the last seven days, which is what people mean then."""
    monday = today - timedelta(days=today.weekday())
    return (monday if today.weekday() >= 3 else today - timedelta(days=6)), today + _DAY


def _last_week(today: date) -> Days:
    monday = today - timedelta(days=today.weekday())
    return monday - timedelta(days=7), monday + _DAY


def _month(first: date) -> Days:
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return first, after


def _last_month(today: date) -> Days:
    return _month((today.replace(day=1) - _DAY).replace(day=1))


_NAMED: Final[tuple[tuple[str, Callable[[date], Days]], ...]] = (
    (r"\bday before yesterday\b|一昨日|おととい|前天|그저께|เมื่อวานซืน", lambda t: (t - 2 * _DAY, t - _DAY)),
    (r"\byesterday\b|昨日|昨天|어제|เมื่อวานนี้|เมื่อวาน", lambda t: (t - _DAY, t)),
    (r"\btoday\b|\bthis morning\b|今日|本日|今朝|今天|오늘|วันนี้", lambda t: (t - _DAY, t + _DAY)),
    (r"\blast week\b|先週|上週|上周|上星期|지난\s?주|저번\s?주|สัปดาห์ที่แล้ว|สัปดาห์ก่อน|อาทิตย์ที่แล้ว", _last_week),
    (r"\bthis week\b|今週|本週|本周|这周|這週|這周|这星期|이번\s?주|금주|สัปดาห์นี้|อาทิตย์นี้", _this_week),
    (r"\blast month\b|先月|上个月|上個月|上月|지난\s?달|เดือนที่แล้ว|เดือนก่อน", _last_month),
    (r"\bthis month\b|今月|本月|这个月|這個月|이번\s?달|เดือนนี้", lambda t: (t.replace(day=1), t + _DAY)),
    (r"\blast year\b|昨年|去年|작년|지난해|ปีที่แล้ว", lambda t: (date(t.year - 1, 1, 1), date(t.year, 1, 1))),
    (r"\bthis year\b|今年|올해|ปีนี้", lambda t: (date(t.year, 1, 1), t + _DAY)),
    (r"\b(?:recently|lately|these days|in recent days)\b|最近|近日|近期|最近の|요즘|최근에?|ช่วงนี้|เร็ว\s?ๆ\s?นี้", lambda t: (t - 14 * _DAY, t + _DAY)),
)  # fmt: skip
_UNITS: Final = {"hour": 1, "day": 1, "week": 7, "month": 30, "時間": 1, "小时": 1, "小時": 1, "시간": 1, "ชั่วโมง": 1,
                 "日": 1, "天": 1, "일": 1, "วัน": 1, "週": 7, "周": 7, "星期": 7, "주": 7, "สัปดาห์": 7, "月": 30, "個月": 30, "个月": 30,
                 "か月": 30, "ヶ月": 30, "개월": 30, "달": 30, "เดือน": 30}  # fmt: skip
_SOME: Final = {"few": 4, "couple": 2, "数": 4, "几": 4, "幾": 4, "몇": 4, "": 1}
_AGO: Final = re.compile(
    r"\b(?:past|last|previous) (?P<a>\d{1,3}|few|couple of|couple|)\s?(?P<au>hour|day|week|month)s?\b"
    r"|(?:過去|直近|ここ|この|过去|過去|最近|近)(?P<b>\d{1,3}|数|几|幾)\s?(?P<bu>時間|小时|小時|か月|ヶ月|個月|个月|星期|日|天|週|周|月)間?"
    r"|(?:지난|최근)\s?(?P<c>\d{1,3}|몇)\s?(?P<cu>시간|개월|일|주|달)(?:간|동안)?"
    r"|(?P<d>\d{1,3})\s?(?P<du>ชั่วโมง|วัน|สัปดาห์|เดือน)(?:ที่ผ่านมา|ล่าสุด)",
    re.IGNORECASE,
)
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("january|jan|มกราคม", "february|feb|กุมภาพันธ์", "march|mar|มีนาคม", "april|apr|เมษายน", "may|พฤษภาคม", "june|jun|มิถุนายน",
         "july|jul|กรกฎาคม", "august|aug|สิงหาคม", "september|sept|sep|กันยายน", "october|oct|ตุลาคม", "november|nov|พฤศจิกายน",
         "december|dec|ธันวาคม"), start=1)
    for name in names.split("|")
}  # fmt: skip
_NAME: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        ("monday|月曜|星期一|周一|週一|礼拜一|월요일|วันจันทร์", "tuesday|火曜|星期二|周二|週二|화요일|วันอังคาร",
         "wednesday|水曜|星期三|周三|週三|수요일|วันพุธ", "thursday|木曜|星期四|周四|週四|목요일|วันพฤหัสบดี|วันพฤหัส",
         "friday|金曜|星期五|周五|週五|금요일|วันศุกร์", "saturday|土曜|星期六|周六|週六|토요일|วันเสาร์",
         "sunday|日曜|星期日|星期天|周日|週日|일요일|วันอาทิตย์"))
    for name in names.split("|")
}  # fmt: skip
_WEEKDAY: Final = re.compile("|".join(sorted(_WEEKDAYS, key=len, reverse=True)), re.IGNORECASE)
_ISO: Final = re.compile(r"\b(20\d\d)[-/](\d{1,2})[-/](\d{1,2})\b")
_EAST: Final = re.compile(r"(?:(20\d\d)[年년]\s?)?(\d{1,2})[月월](?:\s?(\d{1,2})[日일号號])?")
_WEST: Final = re.compile(
    rf"(?<![a-z])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<m>{_NAME})(?![a-z])(?: (?P<d2>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?)?(?:,? (?:ปี ?)?(?P<y>20\d\d))?",
    re.IGNORECASE,
)
_SINCE_BEFORE: Final = re.compile(
    r"(?:\b(?:since|from|after|starting)\s+(?:last\s+)?|自从?|自從?|从|從|ตั้งแต่\s?|นับตั้งแต่\s?|หลัง\s?)$", re.IGNORECASE
)
_SINCE_AFTER: Final = re.compile(
    r"^(?:日)?(?:\s?(?:から|以降|以来|以來|之后|之後|以后|以後|起|부터|이후|이래|เป็นต้นมา))"
)
_ON_BEFORE: Final = re.compile(r"\b(?:on|in|during|of|last|as of)\s+$", re.IGNORECASE)
_MAY_IS_A_VERB: Final = re.compile(r"\bmay\b")


def span_in(text: str, today: date) -> Span | None:
    """The first time that the text names, None when it names none, or only one that is still to come."""
    for find in (_exact, _ago, _by_name, _weekday):
        found = find(text, today)
        if found and found[0][0] <= today:
            (start, end), at, to = found
            return _with_markers(text, start, end, at, to)
    return None


_Found = tuple[Days, int, int]


def _with_markers(text: str, start: date, end: date, at: int, to: int) -> Span:
    """ "Since" before or から after leaves the end open."""
    before, after = _SINCE_BEFORE.search(text[:at]), _SINCE_AFTER.match(text[to:])
    on = _ON_BEFORE.search(text[:at])
    words = text[(before or on).start() if before or on else at : to + (after.end() if after else 0)]  # type: ignore[union-attr]
    return Span(start, None if before or after else end, words)


def _by_name(text: str, today: date) -> _Found | None:
    for pattern, days in _NAMED:
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            return days(today), match.start(), match.end()
    return None


def _ago(text: str, today: date) -> _Found | None:
    match = _AGO.search(text)
    if match is None:
        return None
    number, unit = next((match[n] or "", match[f"{n}u"]) for n in "abcd" if match[f"{n}u"])
    many = int(number) if number.isdigit() else _SOME.get(number.split(" ")[0].lower(), 1)
    return (today - timedelta(days=many * _UNITS[unit.lower()]), today + _DAY), match.start(), match.end()


def _exact(text: str, today: date) -> _Found | None:
    iso = _ISO.search(text)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]), today, iso)
    east = _EAST.search(text)
    if east:
        return _day(int(east[1] or 0), int(east[2]), int(east[3] or 0), today, east)
    for west in _WEST.finditer(text):
        if _MAY_IS_A_VERB.fullmatch(west["m"]) or (west["m"].islower() and west["m"].isascii() and len(west["m"]) < 4):
            continue
        return _day(int(west["y"] or 0), _MONTHS[west["m"].lower()], int(west["d1"] or west["d2"] or 0), today, west)
    return None


def _day(year: int, month: int, day: int, today: date, match: re.Match[str]) -> _Found | None:
    """A day or a month, without a year the last one that is not to come; None for what is no date."""
    try:
        first = date(year or today.year, month, day or 1)
    except ValueError:
        return None
    if not year and first > today:
        first = date(today.year - 1, month, day or 1) if (month, day) != (2, 29) else first
    days = (first, first + _REPORTED) if day else _month(first)
    return days, match.start(), match.end()


def _weekday(text: str, today: date) -> _Found | None:
    match = _WEEKDAY.search(text)
    if match is None:
        return None
    back = (today.weekday() - _WEEKDAYS[match.group().lower()]) % 7
    start = today - timedelta(days=back or 7 if _SINCE_BEFORE.search(text[: match.start()]) and not back else back)
    return (start, start + 2 * _DAY), match.start(), match.end()
