"""The time that a question is about ("this week", 先週, "since May"), in six languages: from when until when, and where it says so."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` until before `end`; None is open. `words` is the question's own expression, markers included."""

    start: date
    end: date | None
    words: str

    @property
    def reported(self) -> "Span":
        """When it is reported: of one day also on the two days after it."""
        one_day = self.end is not None and self.end - self.start == _DAY
        return replace(self, end=self.start + _REPORTED) if one_day else self

    @property
    def is_vague(self) -> bool:
        """ "Recently" has no first day."""
        return _RECENTLY.search(self.words) is not None


Days = tuple[date, date]
_DAY: Final = timedelta(days=1)
_REPORTED: Final = timedelta(days=3)


def _this_week(today: date) -> Days:
    """From Monday; early in the week the last seven days, which is what people mean then."""
    monday = today - timedelta(days=today.weekday())
    return (monday if today.weekday() >= 3 else today - timedelta(days=6)), today + _DAY


def _week(back: int) -> Callable[[date], Days]:
    """The calendar week so many before this one, Monday to Sunday."""

    def days(today: date) -> Days:
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return monday, monday + timedelta(days=7)

    return days


def _weekend(today: date) -> Days:
    """The last one that has begun."""
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    return saturday, saturday + 2 * _DAY


def _month(first: date) -> Days:
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return first, after


def _last_month(today: date) -> Days:
    return _month((today.replace(day=1) - _DAY).replace(day=1))


def _this_month(today: date) -> Days:
    return today.replace(day=1), today + _DAY


_LAST_WEEK: Final = r"\b(?:last|previous) week\b|先週|上个?[周週]|上個[周週]|上个?星期|上個星期|지난\s?주|저번\s?주|สัปดาห์ที่แล้ว|สัปดาห์ก่อน|อาทิตย์ที่แล้ว|อาทิตย์ก่อน"
_THIS_WEEK: Final = r"\bthis week\b|今週|本週|本周|这周|這週|這周|这个?星期|這個?星期|이번\s?주|금주|สัปดาห์นี้|อาทิตย์นี้"
_RECENT: Final = (
    r"\b(?:recently|lately|these days|in recent days)\b|最近|近日|近期|最近の|요즘|최근에?|ช่วงนี้|เร็ว\s?ๆ\s?นี้"
)
_RECENTLY: Final = re.compile(rf"(?:{_RECENT})$", re.IGNORECASE)
_NAMED: Final[tuple[tuple[str, Callable[[date], Days]], ...]] = (
    (r"\bday before yesterday\b|一昨日|おととい|前天|그저께|เมื่อวานซืน", lambda t: (t - 2 * _DAY, t - _DAY)),
    (r"\byesterday\b|昨日|昨天|어제|เมื่อวานนี้|เมื่อวาน", lambda t: (t - _DAY, t)),
    (r"\btoday\b|\bthis morning\b|今日|本日|今朝|今天|오늘|วันนี้", lambda t: (t - _DAY, t + _DAY)),
    (r"\bweek before last\b|先々週|先先週|上上个?[周星]期?|上上個?[週星]期?|지지난\s?주|저저번\s?주", _week(2)),
    (r"\bweekend\b|週末|周末|주말|สุดสัปดาห์|เสาร์-?อาทิตย์", _weekend),
    (_LAST_WEEK, _week(1)),
    (_THIS_WEEK, _this_week),
    (r"\b(?:last|previous) month\b|先月|上个月|上個月|上月|지난\s?달|เดือนที่แล้ว|เดือนก่อน", _last_month),
    (r"\bthis month\b|今月|本月|这个月|這個月|이번\s?달|이달|เดือนนี้", _this_month),
    (r"\blast year\b|昨年|去年|작년|지난해|ปีที่แล้ว", lambda t: (date(t.year - 1, 1, 1), date(t.year, 1, 1))),
    (r"\bthis year\b|今年|올해|ปีนี้", lambda t: (date(t.year, 1, 1), t + _DAY)),
    (r"[这這][几幾两兩][天日]|ここ数日|この数日|요\s?며칠|최근\s?며칠", lambda t: (t - 4 * _DAY, t + _DAY)),
    (_RECENT, lambda t: (t - 14 * _DAY, t + _DAY)),
)  # fmt: skip
_NEAR: Final = next(at for at, (_, days) in enumerate(_NAMED) if days is _this_week)
"""The first of these are days, and weeks begin."""
_UNITS: Final = {"hour": 1, "day": 1, "week": 7, "fortnight": 14, "month": 30, "時間": 1, "小时": 1, "小時": 1, "시간": 1, "ชั่วโมง": 1,
                 "日": 1, "天": 1, "일": 1, "วัน": 1, "週": 7, "周": 7, "星期": 7, "주": 7, "สัปดาห์": 7, "月": 30, "個月": 30, "个月": 30,
                 "か月": 30, "ヶ月": 30, "カ月": 30, "개월": 30, "주일": 7, "个星期": 7, "個星期": 7, "อาทิตย์": 7, "달": 30, "เดือน": 30}  # fmt: skip
_COUNTS: Final = {
    word: number
    for number, words in enumerate(
        ("one a an 一 한 일 หนึ่ง", "two couple 二 两 兩 두 이 สอง", "three 三 세 삼 สาม", "four few several 四 数 數 几 幾 네 사 몇 สี่ ไม่กี่ หลาย",
         "five 五 다섯 오 ห้า", "six 六 여섯 육 หก", "seven 七 일곱 칠 เจ็ด", "eight 八 여덟 팔 แปด", "nine 九 아홉 구 เก้า",
         "ten 十 열 십 สิบ"), start=1)
    for word in words.split()
}  # fmt: skip
_COUNT: Final = "|".join(sorted((word for word in _COUNTS if word != "일"), key=len, reverse=True))
_EAST_UNITS: Final = r"時間|小时|小時|か月|ヶ月|カ月|個月|个月|个星期|個星期|星期|日|天|週|周"
_KOREAN_UNITS: Final = r"시간|개월|일|주일|주|달"
_THAI_UNITS: Final = r"ชั่วโมง|วัน|สัปดาห์|อาทิตย์|เดือน"
_AGO: Final = re.compile(
    rf"\b(?:(?:past|last|previous) (?P<a>\d{{1,3}}|(?:{_COUNT})(?: of)?) (?P<au>hour|day|week|fortnight|month)s?"
    r"|(?:(?:the )?past|the last|last(?= hour| day| fortnight))(?P<e>) (?P<eu>hour|day|week|fortnight|month))\b"
    rf"|(?:過去|直近|ここ|この|过去|最近|近)\s?(?P<b>\d{{1,3}}|{_COUNT})\s?(?P<bu>{_EAST_UNITS})間?"
    rf"|(?:지난|최근)\s?(?P<c>\d{{1,3}}|{_COUNT}|일(?=주))\s?(?P<cu>{_KOREAN_UNITS})(?:간|동안)?"
    rf"|(?P<d>\d{{1,3}}|{_COUNT})\s?(?P<du>{_THAI_UNITS})(?:ที่ผ่านมา|ล่าสุด|มานี้)",
    re.IGNORECASE,
)
"""So many days up to now. "Last week" alone is the calendar's, "the past week" and "in the last week" are seven days."""
_BACK: Final = re.compile(
    rf"\b(?P<a>\d{{1,3}}|{_COUNT}) (?P<au>day|week|month)s? (?:ago|earlier)\b|(?P<b>\d{{1,3}}|{_COUNT})\s?(?P<bu>{_EAST_UNITS}|月)間?前"
    rf"|(?P<c>\d{{1,3}}|{_COUNT})\s?(?P<cu>{_KOREAN_UNITS})\s?전|(?P<d>\d{{1,3}}|{_COUNT})\s?(?P<du>{_THAI_UNITS})(?:ก่อน|ที่แล้ว)",
    re.IGNORECASE,
)
"""The day, the calendar's week or the month so many before this one."""
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
_OF_WEEK: Final = re.compile(
    rf"(?:(?P<last>{_LAST_WEEK})|{_THIS_WEEK})(?:の|\s|['’]s\s|\son\s)?(?P<day>{_WEEKDAY.pattern}|(?<=[周週期])[一二三四五六日天](?!些))",
    re.IGNORECASE,
)
"""A day of a week that is named: 上周三, "last week on Friday", 先週の金曜."""
_ISO: Final = re.compile(r"\b(20\d\d)[-/](\d{1,2})[-/](\d{1,2})\b")
_EAST: Final = re.compile(
    r"(?:(20\d\d)[年년]\s?)?(\d{1,2}|(?<![一二三四五六七八九十个個])(?:十[一二]?|[一二三四五六七八九]))[月월](?!球|亮|饼|餅|報|报|刊|期)份?(?:\s?(\d{1,2}|二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])[日일号號])?"
)
_HAN: Final = "〇一二三四五六七八九"
"""Digits of months and days written in words: 七月二十一日."""
_WEST: Final = re.compile(
    rf"(?<![a-z])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<m>{_NAME})(?![a-z])(?: (?P<d2>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?)?(?:,? (?:ปี ?)?(?P<y>20\d\d))?",
    re.IGNORECASE,
)
_SINCE_BEFORE: Final = re.compile(
    r"(?:\b(?:since|from|after|starting)\s+(?:(?:last|the|this)\s+)*|自从?|自從?|从|從|ตั้งแต่\s?|นับตั้งแต่\s?|หลัง\s?)$",
    re.IGNORECASE,
)
_SINCE_AFTER: Final = re.compile(
    r"^(?:日)?(?:\s?(?:から|以降|以来|以來|之后|之後|以后|以後|起|부터|이후|이래|เป็นต้นมา))"
)
_RANGE_BEFORE: Final = re.compile(
    r"(?:\b(?:since|from|between|on|in|during)\s+|ระหว่าง(?:วันที่)?\s?|ตั้งแต่(?:วันที่)?\s?|วันที่\s?|[从從自])$", re.IGNORECASE
)
_RANGE_AFTER: Final = re.compile(r"^\s?(?:まで|까지|之间|之間|期间|期間|の間|間|사이)")
_BETWEEN_BEFORE: Final = re.compile(r"(?:\bbetween\s+|ระหว่าง(?:วันที่)?\s?)$", re.IGNORECASE)
_BETWEEN_AFTER: Final = re.compile(r"^\s?(?:の間|之间|之間|间|間|사이)")
_TO_WORDS: Final = r"(?:to|through|thru|until|till)|[-–—~〜～]|から|より|至|到|부터|에서|(?:จน)?ถึง(?:วันที่)?"
_AND_WORDS: Final = r"and|と|和|与|與|跟|[와과]|และ(?:วันที่)?|กับ"
_TO: Final = re.compile(rf",?\s?(?:{_TO_WORDS})\s?", re.IGNORECASE)
_AND: Final = re.compile(rf",?\s?(?:{_AND_WORDS})\s?", re.IGNORECASE)
_A_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th|日|일|号|號)?"
_TO_A_DAY: Final = re.compile(
    rf"\s?(?:(?P<to>{_TO_WORDS})|{_AND_WORDS})\s?{_A_DAY}(?![\d.:%月월]|\s?[a-z])(?:,? 20\d\d)?", re.IGNORECASE
)
_FROM_A_DAY: Final = re.compile(rf"(?<![\d.]){_A_DAY}\s?(?:(?P<to>{_TO_WORDS})|{_AND_WORDS})\s?$", re.IGNORECASE)
_ON_AFTER: Final = re.compile(r"^\s?에(?:는)?(?![가-힣])")
_ON_BEFORE: Final = re.compile(
    r"\b(?:on|in|over|during|of|last|as of)\s+(?:the\s+)?$|(?:(?:เมื่อ|ใน|ของ)?\s?(?:วันที่|เดือน)|เมื่อ|ใน)\s?$", re.IGNORECASE
)
_MAY_IS_A_VERB: Final = re.compile(r"\bmay\b")


def span_in(text: str, today: date) -> Span | None:
    """The first time that the text names, None when it names none, or only one that is still to come.

    "Since Monday", asked on a Monday, is since a week ago: what has happened today nobody has missed.
    """
    for find in (_range, _exact, _back, _ago, _by_name, _weekday):
        found = find(text, today)
        if found and found[0][0] <= today:
            (start, end), at, to = found
            return _with_markers(text, start, end, at, to)
    return None


def months_meant(text: str, today: date) -> Iterator[tuple[date, int, int]]:
    """The first day of each month that is told by how far back it lies ("last month", 두 달 전, "two weeks ago"), with where that is said."""
    for pattern, days in _NAMED:
        if days in (_last_month, _this_month):
            for match in re.finditer(pattern, text, re.IGNORECASE):
                yield days(today)[0], match.start(), match.end()
    for match in _BACK.finditer(text):
        many, length = _counted(match)
        back = today.year * 12 + today.month - 1 - many
        months = length == _UNITS["month"]
        first = date(back // 12, back % 12 + 1, 1) if months else today - timedelta(days=many * length)
        yield first.replace(day=1), match.start(), match.end()


_Found = tuple[Days, int, int]


def _with_markers(text: str, start: date, end: date, at: int, to: int) -> Span:
    """ "Since" before or から after leaves the end open."""
    before, after = _SINCE_BEFORE.search(text[:at]), _SINCE_AFTER.match(text[to:])
    on = _ON_BEFORE.search(text[:at])
    behind = after or _ON_AFTER.match(text[to:])
    words = text[(before or on).start() if before or on else at : to + (behind.end() if behind else 0)]  # type: ignore[union-attr]
    return Span(start, None if before or after else end, words)


def _range(text: str, today: date) -> _Found | None:
    """From one day to another, both with it: "between July 15 and 18", 7月15日から18日, "15-18 กรกฎาคม", 周一到周三."""
    named = list(_days_named(text, today))
    for one, other in pairwise(sorted([*named, *_days_near(text, today)], key=lambda found: found[1:])):
        joined = text[one[2] : other[1]]
        days = one[0][1] == other[0][0] and other[0][1] - one[0][0] == 2 * _DAY  # Saturday and Sunday
        if _TO.fullmatch(joined) or (_AND.fullmatch(joined) and (days or _is_between(text, one[1], other[2]))):
            return _from_to(text, one, other)
    for one in named:
        first = one[0][0]
        after, before = _TO_A_DAY.match(text[one[2] :]), _FROM_A_DAY.search(text[: one[1]])
        if after and (after["to"] or _is_between(text, one[1], one[2] + after.end())):
            last = _in_month(first, int(after["day"]))
            if last:
                return _from_to(text, one, ((last, last + _DAY), one[1], one[2] + after.end()))
        elif before and (before["to"] or _is_between(text, before.start("day"), one[2])):
            day = _in_month(first, int(before["day"]))
            if day:
                return _from_to(text, ((day, day + _DAY), before.start("day"), one[2]), one)
    return None


def _from_to(text: str, one: _Found, other: _Found) -> _Found | None:
    start, end = one[0][0], other[0][1]
    if end <= start:  # Monday to Wednesday, asked on a Tuesday: both of last week
        start = start - timedelta(days=7) if end > start - timedelta(days=7) else start
    before, after = _RANGE_BEFORE.search(text[: one[1]]), _RANGE_AFTER.match(text[other[2] :])
    at = before.start() if before else one[1]
    return ((start, end), at, other[2] + (after.end() if after else 0)) if end > start else None


def _is_between(text: str, at: int, to: int) -> bool:
    return bool(_BETWEEN_BEFORE.search(text[:at]) or _BETWEEN_AFTER.match(text[to:]))


def _in_month(first: date, day: int) -> date | None:
    try:
        return first.replace(day=day)
    except ValueError:
        return None


def _days_named(text: str, today: date) -> Iterator[_Found]:
    """Every date, month and weekday of the text, in its order, each until the day after it."""
    found = [one for one in _dates(text, today) if one is not None]
    for match in _WEEKDAY.finditer(text):
        start = today - timedelta(days=(today.weekday() - _WEEKDAYS[match.group().lower()]) % 7)
        found.append(((start, start + _DAY), match.start(), match.end()))
    return iter(sorted(found, key=lambda one: one[1:]))


def _days_near(text: str, today: date) -> Iterator[_Found]:
    """Those told by how near they are: 주말부터 오늘까지, "from yesterday to today"."""
    for pattern, days in _NAMED[:_NEAR]:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            yield days(today), match.start(), match.end()


def _by_name(text: str, today: date) -> _Found | None:
    of_week = _OF_WEEK.search(text)
    if of_week:
        monday, _ = _week(1 if of_week["last"] else 0)(today)
        day = monday + timedelta(days=_weekday_of(of_week["day"]))
        return (day, day + _DAY), of_week.start(), of_week.end()
    for pattern, days in _NAMED:
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            return days(today), match.start(), match.end()
    return None


def _weekday_of(word: str) -> int:
    return _WEEKDAYS[word.lower()] if word.lower() in _WEEKDAYS else "一二三四五六日天".index(word) % 7


def _back(text: str, today: date) -> _Found | None:
    match = _BACK.search(text)
    if match is None:
        return None
    many, length = _counted(match)
    days = (today - timedelta(days=many * length), today - timedelta(days=many * length - 1))
    if length == _UNITS["week"]:
        days = _week(many)(today)
    elif length == _UNITS["month"]:
        back = today.year * 12 + today.month - 1 - many
        days = _month(date(back // 12, back % 12 + 1, 1))
    return days, match.start(), match.end()


def _counted(match: re.Match[str]) -> tuple[int, int]:
    """How many, and of how many days each."""
    groups = match.groupdict()
    number, unit = next((groups[n] or "", groups[f"{n}u"]) for n in "abcde" if groups.get(f"{n}u"))
    many = int(number) if number.isdigit() else _COUNTS.get(number.split(" ")[0].lower(), 1)
    return many, _UNITS[unit.lower()]


def _ago(text: str, today: date) -> _Found | None:
    match = _AGO.search(text)
    if match is None:
        return None
    many, length = _counted(match)
    return (today - timedelta(days=many * length), today + _DAY), match.start(), match.end()


def _exact(text: str, today: date) -> _Found | None:
    """A day or a month."""
    return next(filter(None, _dates(text, today)), None)


def _dates(text: str, today: date) -> Iterator[_Found | None]:
    for iso in _ISO.finditer(text):
        yield _day(int(iso[1]), int(iso[2]), int(iso[3]), today, iso)
    for east in _EAST.finditer(text):
        yield _day(int(east[1] or 0), _count(east[2]), _count(east[3] or "0"), today, east)
    for west in _WEST.finditer(text):
        if _MAY_IS_A_VERB.fullmatch(west["m"]) or (west["m"].islower() and west["m"].isascii() and len(west["m"]) < 4):
            continue
        yield _day(int(west["y"] or 0), _MONTHS[west["m"].lower()], int(west["d1"] or west["d2"] or 0), today, west)


def _count(written: str) -> int:
    """7, 七, 十二, 二十一."""
    if written.isdigit():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return (_HAN.index(tens or "一") * 10 if ten else 0) + (_HAN.index(ones) if ones else 0)


def _day(year: int, month: int, day: int, today: date, match: re.Match[str]) -> _Found | None:
    """A day or a month, without a year the last one that is not to come; None for what is no date."""
    try:
        first = date(year or today.year, month, day or 1)
    except ValueError:
        return None
    if not year and first > today:
        first = date(today.year - 1, month, day or 1) if (month, day) != (2, 29) else first
    return ((first, first + _DAY) if day else _month(first)), match.start(), match.end()


def _weekday(text: str, today: date) -> _Found | None:
    match = _WEEKDAY.search(text)
    if match is None:
        return None
    back = (today.weekday() - _WEEKDAYS[match.group().lower()]) % 7
    before, after = text[: match.start()], text[match.end() :]
    if not back and (_SINCE_BEFORE.search(before) or _SINCE_AFTER.match(after) or before.lower().endswith("last ")):
        back = 7
    start = today - timedelta(days=back)
    return (start, start + _DAY), match.start(), match.end()
