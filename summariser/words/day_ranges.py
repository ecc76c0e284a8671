"""From one day to another, and days in a row ("13 to 19 July", 15号跟16号, 金曜から日曜まで, "yesterday and today"). Pure; six languages."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from summariser.words.leaving import since_after, since_before
from summariser.words.month_parts import parts_of_months
from summariser.words.time_words import (
    DAY,
    LAST_WEEK,
    NAMED,
    NEAR,
    OF_WEEK,
    WEEKDAYS,
    Days,
    Found,
    count,
    dates_in,
    week,
    weekday_of,
    weekdays_in,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A time as a text tells it, `days` None while its month is open; `sort`: dated, weekday, near, day, number, now."""

    sort: str
    days: Days | None
    at: int
    to: int
    number: int = 0

    @property
    def is_sure(self) -> bool:
        """It is a time by itself, and not only beside another."""
        return self.sort in ("dated", "weekday", "near")


_PART_OF_DAY: Final = (
    r"(?:morning|noon|afternoon|evening|night|の?(?:午前|午後|夕方|夜|朝|昼|晩|深夜)|的?(?:早上|上午|中午|下午|晚上|傍晚|晚|夜[里裡]?|凌晨)"
    r"|(?:오전|오후|아침|저녁|밤|점심|새벽)|(?:ตอน)?(?:เช้า|เย็น|บ่าย|ค่ำ|คืน|กลางคืน))"
)
_BEHIND: Final = re.compile(
    rf"^(?:\s?[(（][月火水木金土日一二三四五六월화수목금토일](?:曜日?|요일)?[)）]|(?<=曜)日|日間?の(?={_PART_OF_DAY})|\s?{_PART_OF_DAY}(?![a-z])|\s?(?:ที่แล้ว|ที่ผ่านมา)|\s?[这這那]?[两兩]天)+",
    re.IGNORECASE,
)
_AHEAD: Final = re.compile(
    r"(?:\b(?:late|early|last|this)\s+|ตอน|(?:เย็น|คืน|เช้า|บ่าย|ค่ำ)\s?|지난\s?|[这這](?=[周週]))$", re.IGNORECASE
)
_HAN_NUMBER: Final = r"(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_OPENS: Final = r"(?<![\d.,:$€£¥月월A-Za-z第])"
_AFTER_HAN: Final = r"(?:(?<![一-鿿])|(?<=[到至和跟与與及从從自在于於是我的]))"
_DAY: Final = re.compile(
    rf"{_OPENS}(?P<a>\d{{1,2}})(?:日(?![本間间])|일(?!\s?(?:간|동안|전|만에|째|[가-힣]*?씩)))"
    rf"|{_OPENS}{_AFTER_HAN}(?:(?P<b>\d{{1,2}})[号號]|(?P<c>{_HAN_NUMBER})[号號日])(?![机機线線楼樓本間间])"
    r"|วันที่\s?(?P<d>\d{1,2})(?![\d.:])|\bthe (?P<e>\d{1,2})(?:st|nd|rd|th)\b(?! (?:century|amendment|place|of\b|\w+ary))",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"(?<![\d.,:$€£¥%A-Za-z])(?P<a>\d{1,2})(?:st|nd|rd|th)?"
    r"(?![\d:%％°/]|\.\d|(?:st|nd|rd|th)?[a-z]|\s?(?:%|[万萬亿億만억个個家岁歳歲세社人名年月월]|percent|per cent|million|billion|ล้าน|ปี|เปอร์เซ็นต์))",
    re.IGNORECASE,
)
_ABBREVIATED: Final = re.compile(
    r"\b(?P<a>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs?|nes)?\b|(?P<b>จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อาทิตย์)"
)
_BEGINNINGS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FIGURES: Final = re.compile(
    r"(?<![\w./-])(?<![A-Za-z] )(\d{1,2})([./])(\d{1,2})\s?(?:[-–—~〜～至到]|から|부터|ถึง|to)\s?(\d{1,2})\2(\d{1,2})(?![\d./])"
)
"""7.13-7.19, and no versions."""
_NOW: Final = re.compile(
    r"\b(?:right )?now\b|\b(?:the )?present\b|今(?![日週月年朝晩回後度])|[现現]在|目前|지금|현재|ตอนนี้|ปัจจุบัน",
    re.IGNORECASE,
)

_TO: Final = re.compile(
    r"(?:,?\s?(?:日|에)?(?:\bto|through|thru|until|till|[-–—~〜～]|から|より|一?直?[至到]|부터|에서|(?:จน)?ถึง)\s?(?:the (?=\d)|วันที่\s?(?=\d))?)",
    re.IGNORECASE,
)
_AND: Final = re.compile(
    r"(?:日?(?:,?\s?(?:and|&|と|や|和|与|與|跟|及|[와과]|이?랑|하고|และ|กับ)|[,、，・/])?\s?(?:the (?=\d)|วันที่\s?(?=\d))?)",
    re.IGNORECASE,
)
_RANGE_BEFORE: Final = re.compile(
    r"(?:\b(?:since|from|between|on|in|during)\s+(?:the\s+)?|ระหว่าง(?:วันที่)?\s?|(?:นับ)?ตั้งแต่(?:วันที่)?\s?|ช่วง\s?|วันที่\s?|[从從自])$",
    re.IGNORECASE,
)
_RANGE_AFTER: Final = re.compile(r"^日?\s?(?:まで|にかけて|까지|之间|之間|期间|期間|の間|間|사이)(?:の間)?")
_BETWEEN_BEFORE: Final = re.compile(r"(?:\bbetween\s+(?:the\s+)?|ระหว่าง(?:วันที่)?\s?)$", re.IGNORECASE)
_BETWEEN_AFTER: Final = re.compile(r"^日?\s?(?:の間|之间|之間|间|間|사이)")
_OF_LAST_WEEK: Final = re.compile(rf"^,?\s?(?:of |の|the )*(?:{LAST_WEEK})", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    r"^\s(?!(?:AI|news|what|which|did|in|any|anything|please|for|i|we|were|was|the|and|inclusive|of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b)[a-z]",
    re.IGNORECASE,
)
"""Behind a bare number: what it counts."""
_NEAR_BY: Final = timedelta(days=7)


def range_in(text: str, today: date) -> Found | None:
    """The first days in a row that the text names, all of them with the last."""
    told = times_told(text, today)
    for at in range(len(told) - 1):
        run = _run(text, told[at:], today)
        if run is not None:
            return run
    return _figures(text, today)


@lru_cache(maxsize=256)
def times_told(text: str, today: date) -> tuple[Told, ...]:
    """Every time of the text in its order, of those that overlap the longest, with what is said beside it of the hour."""
    kept: list[Told] = []
    for one in sorted(_all(text, today), key=lambda one: (one.sort == "number", one.at - one.to)):
        if all(one.to <= other.at or one.at >= other.to for other in kept):
            kept.append(one)
    return tuple(_with_hour(text, one) for one in sorted(kept, key=lambda one: one.at))


def _with_hour(text: str, one: Told) -> Told:
    ahead, behind = _AHEAD.search(text[: one.at]), _BEHIND.match(text[one.to :])
    if one.sort in ("number", "now"):
        return one
    return replace(one, at=ahead.start() if ahead else one.at, to=one.to + (behind.end() if behind else 0))


def _all(text: str, today: date) -> Iterator[Told]:
    yield from (Told("dated", *found) for found in (*dates_in(text, today), *parts_of_months(text, today)))
    yield from (Told("dated", *found) for found in _since_figures(text, today))
    for match in OF_WEEK.finditer(text):
        monday, _ = week(1 if match["last"] else 0)(today)
        day = monday + timedelta(days=weekday_of(match["day"]))
        yield Told("dated", (day, day + DAY), *match.span())
    for match in weekdays_in(text):
        yield Told("weekday", _last(WEEKDAYS[match.group().lower()], today), *match.span())
    for match in _ABBREVIATED.finditer(text):
        number = _BEGINNINGS.index(match["a"]) if match["a"] else WEEKDAYS[f"วัน{match['b']}"]
        yield Told("abbreviated", _last(number, today), *match.span())
    for pattern, days in NAMED[:NEAR_WEEKS]:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            start, end = days(today)
            yield Told("near", _near(start, end, today), *match.span())
    yield from (Told("now", (today, today + DAY), *match.span()) for match in _NOW.finditer(text))
    for sort, kind in (("day", _DAY), ("number", _NUMBER)):
        for match in kind.finditer(text):
            number = next(count(one) for one in match.groups() if one)
            if 1 <= number <= _LONGEST:
                yield Told(sort, None, *match.span(), number)


NEAR_WEEKS: Final = NEAR + 1
_LONGEST: Final = 31


def _near(start: date, end: date, today: date) -> Days:
    """In a row "today" is today, and this week begins on Monday."""
    if end != today + DAY:
        return start, end
    return (today if start == today - DAY else today - timedelta(days=today.weekday())), end


def _last(weekday: int, today: date) -> Days:
    day = today - timedelta(days=(today.weekday() - weekday) % 7)
    return day, day + DAY


def _run(text: str, told: Sequence[Told], today: date) -> Found | None:
    """The first of these and those that are joined to it, where they are a row."""
    run, joints = [told[0]], list[bool]()
    for other in told[1:]:
        between = text[run[-1].to : other.at]
        to = _TO.fullmatch(between) is not None
        if not to and _AND.fullmatch(between) is None:
            break
        if other.sort == "now" and not to:
            break
        run.append(other)
        joints.append(to)
    while len(run) > 1:
        found = _row(text, run, joints, today)
        if found is not None:
            return found
        run, joints = run[:-1], joints[:-1]
    return None


def _row(text: str, run: Sequence[Told], joints: Sequence[bool], today: date) -> Found | None:
    if run[0].sort == "now" or (run[-1].sort == "number" and _GOES_ON.match(text[run[-1].to :])):
        return None
    if not any(one.is_sure or one.sort == "day" for one in run) and not all(one.sort == "abbreviated" for one in run):
        return None
    days = _resolved(run, today)
    if days is None:
        return None
    before, after = _RANGE_BEFORE.search(text[: run[0].at]), _RANGE_AFTER.match(text[run[-1].to :])
    between = _BETWEEN_BEFORE.search(text[: run[0].at]) or _BETWEEN_AFTER.match(text[run[-1].to :])
    for to, one, other, (start, end), (next_start, next_end) in zip(joints, run, run[1:], days, days[1:], strict=False):
        in_a_row = end == next_start or (other.number > 0 and next_start - start < _NEAR_BY)
        bare = text[one.to : other.at].strip() == ""
        if (
            next_end <= start
            or not (to or between or in_a_row)
            or (bare and (end != next_start or one.sort != other.sort))
        ):
            return None
        if start == next_start and one.sort == "dated" and other.sort != "now":
            return None
    start, end, to_ = days[0][0], days[-1][1], run[-1].to + (after.end() if after else 0)
    if weeks := _OF_LAST_WEEK.match(text[to_:]) if run[-1].sort == "weekday" else None:
        monday, back = week(1)(today)[0], start - timedelta(days=start.weekday())
        start, end, to_ = start + (monday - back), end + (monday - back), to_ + weeks.end()
    return ((start, end), before.start() if before else run[0].at, to_) if start <= today else None


def _resolved(run: Sequence[Told], today: date) -> list[Days] | None:
    """The days of each: a number's month is its neighbour's, a second weekday comes after the first."""
    dated = next((at for at, one in enumerate(run) if one.sort == "dated" and one.days), None)
    days: list[Days | None] = [one.days for one in run]
    if dated is None:
        last = max((at for at, one in enumerate(run) if one.number), default=None)
        if last is not None:
            days[last] = _numbered(run[last].number, today, back=True)
            dated = last
    if dated is None and any(one is None for one in days):
        return None
    for at in range((dated or 0) - 1, -1, -1):
        beside = days[at + 1]
        if run[at].number and beside:
            days[at] = _numbered(run[at].number, beside[0], back=True)
    for at in range((dated or 0) + 1, len(run)):
        beside = days[at - 1]
        if run[at].number and beside:
            days[at] = _numbered(run[at].number, beside[0], back=False)
    whole = [one for one in days if one]
    return _in_order(run, whole) if len(whole) == len(run) else None


def _in_order(run: Sequence[Told], days: list[Days]) -> list[Days]:
    """Wednesday to Friday, asked on a Wednesday, is of last week; Monday to Wednesday of last week ends in it."""
    weekly = timedelta(days=7)
    for at in range(len(run) - 1, 0, -1):
        one, other = run[at - 1], run[at]
        (start, end), (next_start, next_end) = days[at - 1], days[at]
        if one.sort in _WEEKLY and next_end <= start:
            days[at - 1] = (start - weekly, end - weekly)
        elif one.sort == "dated" and other.sort in _WEEKLY and next_start - start >= weekly:
            back = (next_start - start).days // 7 * weekly
            days[at] = (next_start - back, next_end - back)
    return days


_WEEKLY: Final = ("weekday", "abbreviated")


def _numbered(day: int, beside: date, *, back: bool) -> Days | None:
    """The nearest day of that number, before `beside` (or on it) or after."""
    year, month = beside.year, beside.month
    if (back and day > beside.day) or (not back and day < beside.day):
        month += -1 if back else 1
        year, month = (year - 1, 12) if month == 0 else (year + 1, 1) if month > _MONTHS else (year, month)
    if day > monthrange(year, month)[1]:
        return None
    first = date(year, month, day)
    return first, first + DAY


_MONTHS: Final = 12


def day_alone(one: Told, today: date) -> Days | None:
    """The last day of that number."""
    return _numbered(one.number, today, back=True) if one.number else one.days


def _figures(text: str, today: date) -> Found | None:
    for match in _FIGURES.finditer(text):
        month, day, last_month, last_day = (int(match[at]) for at in (1, 3, 4, 5))
        try:
            start, end = date(today.year, month, day), date(today.year, last_month, last_day)
        except ValueError:
            continue
        if start < end <= today and (match[2] == "/" or min(day, last_day) >= _TWO_FIGURES):
            return (start, end + DAY), match.start(), match.end()
    return None


_TWO_FIGURES: Final = 10


def _since_figures(text: str, today: date) -> Iterator[Found]:
    """7/28 where what happened since is asked: two figures alone may be anything. The day is first where only that can be, or in Thai."""
    for match in _FIGURE.finditer(text):
        before = text[: match.start()]
        if not (since_before(before) or since_after(text[match.end() :]) or _FROM_FIGURE.search(before)):
            continue
        month, day = int(match[1]), int(match[2])
        if month > _MONTHS or _IN_THAI.search(text):
            month, day = day, month
        try:
            first = date(today.year, month, day)
        except ValueError:
            continue
        first = first if first <= today else first.replace(year=today.year - 1)
        yield (first, first + DAY), match.start(), match.end()


_FIGURE: Final = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?![\d/.]|\s?[%％])")
_FROM_FIGURE: Final = re.compile(r"\bfrom \d{1,2}/\d{1,2} (?:to|through|till|until) $", re.IGNORECASE)
_IN_THAI: Final = re.compile(r"[\u0e00-\u0e7f]")
