"""A weekday and a date side by side that contradict each other: one of them is wrong, and nobody can say which."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Final

_ENGLISH: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_KANJI: Final = "月火水木金土日"
_CHINESE: Final = "一二三四五六日"
_KOREAN: Final = "월화수목금토일"
_THAI: Final = ("จันทร์", "อังคาร", "พุธ", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_THAI_MONTHS: Final = ("ม.ค", "ก.พ", "มี.ค", "เม.ย", "พ.ค", "มิ.ย", "ก.ค", "ส.ค", "ก.ย", "ต.ค", "พ.ย", "ธ.ค")
_MONTH: Final = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY: Final = r"(\d{1,2})(?:st|nd|rd|th)?(?!\d|:)"
_WEEKDAY: Final = r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b,? "
_EAST: Final = re.compile(
    r"(?:(\d{1,2}) ?[月월] ?)?(?<!\d)(\d{1,2}) ?[日일号號] ?(?:[(（]([月火水木金土日一二三四五六월화수목금토일])(?:曜日?|요일)?[)）]|(?:星期|週|周|礼拜|禮拜)([一二三四五六日天])|([월화수목금토일])요일|([月火水木金土日])曜)"
)
_THAI_DATE: Final = re.compile(
    rf"วัน({'|'.join(_THAI)})(?:บดี)?(?:ที่)? ?(\d{{1,2}})(?!\d|[:.]\d) ?({'|'.join(re.escape(m) for m in _THAI_MONTHS)})?"
)
_WEST: Final = (
    re.compile(rf"{_WEEKDAY}{_MONTH} {_DAY}", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}{_DAY} {_MONTH}", re.IGNORECASE),
)


def misdated(text: str, published: date) -> bool:
    """True when a date of the months around `published` stands with a weekday that it is not, in any of the six languages."""
    return any(not _meets(month, day, weekday, published) for month, day, weekday in _dated(text))


def _meets(month: int | None, day: int, weekday: int, published: date) -> bool:
    """Whether the date falls on that weekday in the year of publication or one beside it; without a month, in one near."""
    months = [month] if month else [(published.month + step - 1) % 12 + 1 for step in (-1, 0, 1)]
    found = []
    for year in (published.year - 1, published.year, published.year + 1):
        for one in months:
            with suppress(ValueError):
                found.append(date(year, one, day))
    near = [one for one in found if abs((one - published).days) <= 183]
    return not near or any(one.weekday() == weekday for one in near)


def _dated(text: str) -> Iterator[tuple[int | None, int, int]]:
    """Month, day, weekday (Monday is 0) wherever they stand together."""
    for month, day, one, chinese, korean, kanji in _EAST.findall(text):
        sign = one or korean or kanji or chinese
        names = _CHINESE if chinese or sign in "一二三四五六" else _KOREAN if sign in _KOREAN else _KANJI
        yield int(month) if month else None, int(day), names.index("日" if sign == "天" else sign)
    for name, day, month in _THAI_DATE.findall(text):
        yield _THAI_MONTHS.index(month) + 1 if month else None, int(day), _THAI.index(name)
    for weekday, month, day in _WEST[0].findall(text):
        yield _MONTHS.index(month.lower()) + 1, int(day), _ENGLISH.index(weekday.lower())
    for weekday, day, month in _WEST[1].findall(text):
        yield _MONTHS.index(month.lower()) + 1, int(day), _ENGLISH.index(weekday.lower())
