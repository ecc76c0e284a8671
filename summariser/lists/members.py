"""What line is no item of a list: a fragment, what hangs on the sentence before it, what tells of a day before the time that is asked for. Pure."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final
from urllib.parse import urlsplit

from news.asking import Passage
from summariser.reading.staleness import days_in, english_days
from summariser.reading.traces import dates_in

_CLOSED: Final = re.compile(r"^[^(（\[「『【<《“]*[)）\]」』】>》”]")
"""A mark is closed that was opened before it begins."""
_GOES_ON: Final = re.compile(
    r"^(?:i|i[’']\w+|we|my|our|this|that|these|those|it|its|they|their|he|she|his|her|but|and|also|such)\b"
    r"|^(?:これ|同社|同行|同氏|この|その|今回|同|また|此外|[这這該该此]|[这這此][次項项])"
    r"|^(?:이번|이|그|해당|또|한편)(?= |는 |를 )|^[^,]{0,24}(?:^|\s)(?:이|해당) (?:회사|기업|업체|기관|은행|모델|제품)[은는이가] "
    r"|^(?:ซึ่ง|โดย|แต่|และ|นอกจากนี้|ดีลนี้|รอบนี้|เหตุการณ์นี้)",
    re.IGNORECASE,
)
_DATELINE: Final = 80
_A_DAY: Final = timedelta(days=1)
_BARE_DAY: Final = re.compile(
    r"(?<![\d월月.])(?<![월月] )(?:\d{1,2}일(?!\s?(?:간|동안|만|째|부터|까지))|\d{1,2}日(?!間|ま|か))"
)
_LAST_MONTH: Final = re.compile(r"\blast month\b|先月|上[个個]?月|지난달|지난 달|เดือนที่แล้ว|เดือนก่อน", re.IGNORECASE)
_SLUG: Final = re.compile(
    r"(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-(\d{1,2})-(20\d\d)(?!\d)", re.IGNORECASE
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def is_fragment(line: str) -> bool:
    """It begins inside a bracket, or speaks of what another sentence named."""
    return _CLOSED.match(line) is not None or _GOES_ON.search(line) is not None


def is_before(line: str, passage: Passage, start: date) -> bool:
    """It tells of a day before `start`: its own, else its title's, the dateline's or the address's."""
    published = passage.published.date()
    if _LAST_MONTH.search(line):
        return published.replace(day=1) - _A_DAY < start
    if _BARE_DAY.search(line):
        return False  # of the month that it is reported in
    for text in (line, passage.title, passage.text[:_DATELINE]):
        named = [
            day for day in (*days_in(text, published), *english_days(text, published)) if day <= published + _A_DAY
        ]
        if named:
            return max(named) < start - _A_DAY
    paged = list(_days_of(urlsplit(passage.url).path))
    return bool(paged) and max(paged) < start - _A_DAY


def _days_of(path: str) -> Iterator[date]:
    yield from dates_in(path)
    for month, day, year in _SLUG.findall(path):
        if 1 <= int(day) <= 28:
            yield date(int(year), _MONTHS.index(month.casefold()) + 1, int(day))
