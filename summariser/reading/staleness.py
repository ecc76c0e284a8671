"""How long ago what a text tells happened, by the dates that it names: an old event on a new page is no news."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from urllib.parse import urlsplit

from news.model import Article
from summariser.reading.traces import dates_in

LEAD: Final = 400
"""Characters of a text whose dates are those of its news; further down stands background."""
_FOUNDED: Final = r"(?! ?(?:末|初|頭|に|の|에)? ?(?:設立|创立|創立|創業|創設|成立|设立|設置|設けられ|설립|창립|창업|出生|生まれ|ก่อตั้ง))"
_MONTH: Final = re.compile(rf"(20\d\d)(?:年|년) ?(\d{{1,2}})(?:月|월)(?! ?\d{{1,2}}(?:日|일)){_FOUNDED}")
_DAY: Final = re.compile(r"(?<![\d年년])(?<!年 )(?<!년 )(\d{1,2})(?:月|월) ?(\d{1,2})(?:日|일)")
_YEAR: Final = re.compile(rf"(20\d\d)(?:年|년)(?! ?\d){_FOUNDED}")
_AWARD: Final = re.compile(r"(?<![A-Za-z])[A-Z]{2,}[A-Z ]*(20[12]\d)(?!\d|年|년)")
"""An edition of a contest or a fair: DCON2025."""
_THAI: Final = re.compile(r"(?<!\d)(\d{1,2}) (ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค)\.")
_THAI_MONTHS: Final = ("ม.ค", "ก.พ", "มี.ค", "เม.ย", "พ.ค", "มิ.ย", "ก.ค", "ส.ค", "ก.ย", "ต.ค", "พ.ย", "ธ.ค")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_IN_FULL: Final = (
    r"(Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)|Sep(?:tember|t?\.)"
    r"|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_ENGLISH: Final = re.compile(
    rf"\b{_IN_FULL} (\d{{1,2}})(?:st|nd|rd|th)?(?![\w%]|[.:,]\d|,? (?:19|20)\d\d)"
    rf"|(?<![\w.,:])(\d{{1,2}})(?:st|nd|rd|th)? {_IN_FULL}(?!\w|,? (?:19|20)\d\d)"
)
_LISTED_LATE: Final = timedelta(days=7)
"""A feed that lists a page so much later than its address says sums up what others told then."""
_DATED_BACK: Final = timedelta(days=3)
"""An address whose day lies so far before the feed's date is believed: a feed may list today what a page told then."""
_MONTH_IN_PATH: Final = re.compile(r"/(20\d\d)/(0[1-9]|1[0-2])/")
_AHEAD: Final = timedelta(days=150)
"""A day and month without a year lie at most so far ahead; else the year before is meant."""


def told_on(article: Article) -> datetime:
    """When the article told its news: as its feed says, when it was first seen without a date, or on the older day in its address."""
    said = article.published if article.dated else article.seen
    paged = _paged(article)
    if paged and said.date() - max(paged) > _DATED_BACK:
        return datetime.combine(max(paged), time.max, UTC)
    return said


def _paged(article: Article) -> tuple[date, ...]:
    """The days that an address is of: a full date, or else the last day of a month ("/2026/03/")."""
    path = urlsplit(article.url).path
    months = [(int(year), int(month)) for year, month in _MONTH_IN_PATH.findall(path)]
    ends = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) for year, month in months)
    return dates_in(path) or tuple(ends)


def days_in(text: str, published: date) -> tuple[date, ...]:
    """The days a text of that date names: full dates, a month by its last day, a day without its year, this year by that day.

    The year in which something was founded is none of its news.
    """
    return (*dates_in(text), *_whole_months(text), *_bare_days(text, published), *_years(text, published))


def english_days(text: str, published: date) -> tuple[date, ...]:
    """The days that an English text names by month and day without the year: "May 6", "6 May"."""
    found = ((m[1] or m[4], m[2] or m[3]) for m in _ENGLISH.finditer(text))
    return tuple(_of_a_year(((_MONTHS.index(month[:3]) + 1, int(day)) for month, day in found), published))


def is_past(text: str, published: date, after: timedelta) -> bool:
    """True when the text names days, and even the last of them lies longer than `after` before its publication."""
    days = days_in(text, published)
    return bool(days) and published - max(days) > after


def past_share(articles: Sequence[Article], after: timedelta) -> float:
    """0 to 1: of the articles that name days near their start, those that tell of nothing but the past."""
    told = [verdict for article in articles if (verdict := _tells_the_past(article, after)) is not None]
    return sum(told) / len(told) if told else 0.0


def _tells_the_past(article: Article, after: timedelta) -> bool | None:
    """None when neither text nor address name a day. An address with the day of its page is surer than any text."""
    published = article.published.date()
    paged = _paged(article)
    if paged and published - max(paged) > _LISTED_LATE:
        return True
    days = days_in(f"{article.title}\n{article.words[:LEAD]}", published)
    return published - max(days) > after if days else None


def _whole_months(text: str) -> Iterator[date]:
    for match in _MONTH.finditer(text):
        year, month = int(match[1]), int(match[2])
        with suppress(ValueError):
            yield date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _bare_days(text: str, published: date) -> Iterator[date]:
    found = [(int(match[1]), int(match[2])) for match in _DAY.finditer(text)]
    found += [(_THAI_MONTHS.index(match[2]) + 1, int(match[1])) for match in _THAI.finditer(text)]
    yield from _of_a_year(found, published)


def _of_a_year(found: Iterable[tuple[int, int]], published: date) -> Iterator[date]:
    """Each month and day in the year of publication, or in the one before where it would lie too far ahead."""
    for month, day in found:
        with suppress(ValueError):
            near = date(published.year, month, day)
            yield near if near - published <= _AHEAD else date(published.year - 1, month, day)


def _years(text: str, published: date) -> Iterator[date]:
    """This year may mean this week; an earlier one alone may be background, unless it names a contest."""
    yield from (published for match in _YEAR.finditer(text) if int(match[1]) >= published.year)
    for match in _AWARD.finditer(text):
        yield published if int(match[1]) >= published.year else date(int(match[1]), 12, 31)
