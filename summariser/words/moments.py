"""The time that a question is about ("this week", 先週, "since May"), in six languages: from when until when, and where it says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from summariser.words.day_ranges import day_alone, range_in, times_told
from summariser.words.leaving import COMES_BACK, has_left, since_after, since_before
from summariser.words.month_parts import parts_of_months
from summariser.words.time_words import (
    AGO,
    BACK,
    COUNTS,
    DAY,
    HOUR,
    NAMED,
    OF_WEEK,
    RECENTLY,
    THIS_WEEK,
    TODAY,
    UNITS,
    WEEKDAYS,
    YEAR,
    Found,
    dates_in,
    last_month,
    month_of,
    this_month,
    week,
    weekday_of,
    weekdays_in,
    years_in,
)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` until before `end`; None is open. `words` is the question's own expression, markers included."""

    start: date
    end: date | None
    words: str

    @property
    def reported(self) -> "Span":
        """When it is reported: of one day also on the two days after it."""
        one_day = self.end is not None and self.end - self.start == DAY
        return replace(self, end=self.start + _REPORTED) if one_day else self

    @property
    def is_today(self) -> bool:
        """What is asked of today may be of yesterday: little of a day is known while it lasts."""
        return TODAY.search(self.words) is not None and self.end is not None and self.end - self.start == 2 * DAY

    def from_monday(self, today: date) -> "Span":
        """ "This week" as the calendar has it, which early in the week is not yet the last seven days."""
        monday = today - timedelta(days=today.weekday())
        is_longer = self.start < monday and _THIS_WEEK.search(self.words) is not None
        return replace(self, start=monday) if is_longer else self

    def seven_days(self, today: date) -> "Span":
        """ "This week" as the seven days that end today; other times as they are."""
        is_this_week = self.end == today + DAY and _THIS_WEEK.search(self.words) is not None
        return replace(self, start=min(self.start, today - 6 * DAY)) if is_this_week else self

    @property
    def is_year(self) -> bool:
        """A year is named, and no day or month of it."""
        return YEAR.search(self.words) is not None

    @property
    def is_vague(self) -> bool:
        """ "Recently" has no first day."""
        return RECENTLY.search(self.words) is not None


_REPORTED: Final = timedelta(days=3)
_THIS_WEEK: Final = re.compile(rf"(?:{THIS_WEEK})", re.IGNORECASE)
_ON_AFTER: Final = re.compile(r"^\s?에(?:는)?(?![가-힣])")
_ON_BEFORE: Final = re.compile(
    r"\b(?:on|in|over|during|of|last|as of)\s+(?:the\s+)?$|(?:(?:เมื่อ|ใน|ของ)?\s?(?:วันที่|เดือน)|เมื่อ|ใน)\s?$", re.IGNORECASE
)


def span_in(text: str, today: date) -> Span | None:
    """The first time that the text names, None when it names none, or only one that is still to come.

    "Since Monday", asked on a Monday, is since a week ago: what has happened today nobody has missed.
    """
    for find in (range_in, _until, _part, _exact, _back, _ago, _since, _by_name, _weekday, _on_a_day, _year):
        found = find(text, today)
        if found and found[0][0] <= today:
            (start, end), at, to = found
            return _with_markers(text, start, end, at, to)
    return None


def timeless(text: str, today: date) -> str:
    """The text without the times that it names."""
    for _ in range(_TIMES):
        span = span_in(text, today)
        if span is None:
            break
        text = text.replace(span.words, " ", 1)
    return text


_TIMES: Final = 4


def months_meant(text: str, today: date) -> Iterator[tuple[date, int, int]]:
    """The first day of each month that is told by how far back it lies ("last month", 두 달 전, "two weeks ago"), with where that is said."""
    for pattern, days in NAMED:
        if days in (last_month, this_month):
            for match in re.finditer(pattern, text, re.IGNORECASE):
                yield days(today)[0], match.start(), match.end()
    for match in BACK.finditer(text):
        many, length = _counted(match)
        back = today.year * 12 + today.month - 1 - many
        months = length == UNITS["month"]
        first = date(back // 12, back % 12 + 1, 1) if months else today - timedelta(days=many * length)
        yield first.replace(day=1), match.start(), match.end()


def _with_markers(text: str, start: date, end: date, at: int, to: int) -> Span:
    """ "Since" before or から after leaves the end open, and so does the day on which somebody left."""
    before, after = since_before(text[:at]), since_after(text[to:])
    on = _ON_BEFORE.search(text[:at])
    behind = after or _ON_AFTER.match(text[to:])
    words = text[(before or on).start() if before or on else at : to + (behind.end() if behind else 0)]  # type: ignore[union-attr]
    is_open = before or after or (end - start == DAY and has_left(text, at, to))
    return Span(start, None if is_open else end, words)


def _part(text: str, today: date) -> Found | None:
    return next(parts_of_months(text, today), None)


def _since(text: str, today: date) -> Found | None:
    """The day from which on it is asked, before every other that it names: since Friday, and now I am back today."""
    for one in times_told(text, today):
        days = day_alone(one, today)
        marked = since_before(text[: one.at]) or since_after(text[one.to :]) or has_left(text, one.at, one.to)
        if days is None or one.sort not in _DAYS or not marked:
            continue
        if days[0] == today and one.sort == "weekday":
            days = (today - _WEEK, today - _WEEK + DAY)
        return days, one.at, one.to
    return None


_DAYS: Final = ("dated", "weekday", "day")


def _until(text: str, today: date) -> Found | None:
    """Before a day, or up to it: a quarter of a year back."""
    for one in times_told(text, today):
        if one.days is None or one.sort not in ("dated", "weekday", "near"):
            continue
        before, after = _TO_BEFORE.search(text[: one.at]), _TO_AFTER.match(text[one.to :])
        is_up_to = before is not None and one.sort == "near" and before[0].lower().startswith("up ")
        if (not before and not after) or is_up_to:  # what has Meta been up to this week?
            continue
        with_it = (before and (before["with"] or before["to"])) or (after and after["with"])
        end = min(one.days[1] if with_it else one.days[0], today + DAY)
        at, to = before.start() if before else one.at, one.to + (after.end() if after else 0)
        return (end - _LONG_BEFORE, end), at, to
    return None


_LONG_BEFORE: Final = timedelta(days=92)
_TO_BEFORE: Final = re.compile(
    r"(?:(?<!day )\b(?:before|prior to|earlier than|ahead of)\s+(?:the\s+)?|\b(?P<with>(?:until|till|up (?:to|until)|through)\s+(?:and including\s+)?)(?:the\s+)?|ก่อน(?:หน้า)?(?:วันที่)?\s?|(?P<to>(?:จน)?ถึง(?:วันที่)?\s?))$",
    re.IGNORECASE,
)
_TO_AFTER: Final = re.compile(
    r"^日?(?:(?P<with>(?:まで(?!に)|为止|為止|[以之]?及之前|\s?까지))|より前|以前|之前|前(?!半|後)|\s?이전|\s?전(?![가-힣])|\s?전(?=에|의|까지))(?:の|に|的|에|의)?"
)
_WEEK: Final = timedelta(days=7)


def _by_name(text: str, today: date) -> Found | None:
    of_week = OF_WEEK.search(text)
    if of_week:
        monday, _ = week(1 if of_week["last"] else 0)(today)
        day = monday + timedelta(days=weekday_of(of_week["day"]))
        return (day, day + DAY), of_week.start(), of_week.end()
    for pattern, days in NAMED:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            if not COMES_BACK.match(text[match.end() :]):
                return days(today), match.start(), match.end()
    return None


def _back(text: str, today: date) -> Found | None:
    match = BACK.search(text)
    if match is None:
        return None
    many, length = _counted(match)
    days = (today - timedelta(days=many * length), today - timedelta(days=many * length - 1))
    if length == UNITS["week"]:
        days = week(many)(today)
    elif length == UNITS["month"]:
        back = today.year * 12 + today.month - 1 - many
        days = month_of(date(back // 12, back % 12 + 1, 1))
    elif length == HOUR:
        days = (today - timedelta(days=-(-many // _HOURS)), today + DAY)
    return days, match.start(), match.end()


_HOURS: Final = 24


def _counted(match: re.Match[str]) -> tuple[int, int]:
    """How many, and of how many days each."""
    groups = match.groupdict()
    number, unit = next((groups[n] or "", groups[f"{n}u"]) for n in "abcdef" if groups.get(f"{n}u"))
    many = int(number) if number.isdigit() else COUNTS.get(number.split(" ")[0].lower(), 1)
    return many, UNITS[unit.lower()]


def _ago(text: str, today: date) -> Found | None:
    match = AGO.search(text)
    if match is None:
        return None
    many, length = _counted(match)
    back = many * length or -(-many // _HOURS)
    return (today - timedelta(days=back), today + DAY), match.start(), match.end()


def _exact(text: str, today: date) -> Found | None:
    """A day or a month."""
    return next(dates_in(text, today), None)


def _year(text: str, today: date) -> Found | None:
    return next(years_in(text, today), None)


def _weekday(text: str, today: date) -> Found | None:
    match = next(weekdays_in(text), None)
    if match is None:
        return None
    back = (today.weekday() - WEEKDAYS[match.group().lower()]) % 7
    before, after = text[: match.start()], text[match.end() :]
    if not back and (since_before(before) or since_after(after) or before.lower().endswith("last ")):
        back = 7
    start = today - timedelta(days=back)
    return (start, start + DAY), match.start(), match.end()


def _on_a_day(text: str, today: date) -> Found | None:
    """A day that its number alone names, where it is said that something was on it: 15日に, "on the 15th"."""
    for one in times_told(text, today):
        days = day_alone(one, today) if one.sort == "day" else None
        before, after = _ON_THE.search(text[: one.at]), _ON.match(text[one.to :])
        if days and (before or after or text[one.at :].startswith("วันที่")):
            return days, one.at, one.to
    return None


_ON_THE: Final = re.compile(r"(?:\bon\s|在)$", re.IGNORECASE)
_ON: Final = re.compile(r"^(?:に(?!ち)|\s?에(?![가-힣]))")
