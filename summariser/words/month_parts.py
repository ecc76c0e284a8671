"""A part of a month ("early July", "mid-July", 月初, 6月下旬, 지난달 말, ปลายเดือน) and the week of a day. Pure; six languages."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from summariser.words.time_words import DAY, NAMED, Found, dates_in, last_month, month_of, this_month

_PARTS: Final = {
    "early": (1, 10), "mid": (11, 20), "late": (21, 31), "first half": (1, 15), "second half": (16, 31), "first week": (1, 7),
}  # fmt: skip
_MONTH: Final = r"(?:(?:\s?of|\s?in)?\s?(?:the month of |the )?)"
_BEFORE: Final = (
    (
        "early",
        rf"\b(?:the )?(?:very )?(?:early|beginning|start|first days|first part)\b[ -]?{_MONTH}$|ต้น(?:ๆ)?(?:เดือน)?\s?$",
    ),
    ("mid", rf"\b(?:the )?(?:mid|middle)\b[ -]?{_MONTH}$|กลาง(?:เดือน)?\s?$"),
    ("late", rf"\b(?:the )?(?:very )?(?:late|end|last days)\b[ -]?{_MONTH}$|(?:ปลาย|สิ้น|ท้าย)(?:เดือน)?\s?$"),
    ("first half", rf"\b(?:the )?first half\b{_MONTH}$|ครึ่ง(?:เดือน)?แรก(?:ของ)?(?:เดือน)?\s?$"),
    ("second half", rf"\b(?:the )?(?:second|latter) half\b{_MONTH}$|ครึ่ง(?:เดือน)?หลัง(?:ของ)?(?:เดือน)?\s?$"),
    ("first week", rf"\b(?:the )?first week\b{_MONTH}$|สัปดาห์แรก(?:ของ)?(?:เดือน)?\s?$"),
)
_AFTER: Final = (
    ("first half", r"(?:の|的|\s)?(?:前半|上半[月]|前半月|전반)"),
    ("second half", r"(?:の|的|\s)?(?:[後后]半|下半月|후반)"),
    ("first week", r"(?:の|的|\s)?(?:第[一1][週周]|첫째?\s?주)"),
    ("early", r"(?:の|的|\s)?(?:上旬|初旬|初(?:め|头|頭)?|はじめ|頭|초(?:순|반)?(?=[에의부\s]|$))"),
    ("mid", r"(?:の|的|\s)?(?:中旬|半ば|なかば|中頃|중(?:순|반)(?=[에의부\s]|$))"),
    ("late", r"(?:の|的|\s)?(?:下旬|末|底|終わり|尾|하순|말(?=[에의부\s]|$))"),
)
_ALONE: Final = (
    ("early", r"(?<![\w個个月])月(?:初|头|頭)|(?<!\S)월\s?초(?=[에의부\s])|ต้นเดือน(?!\s?[ก-ฮ]*?(?:คม|ยน|พันธ์))|\b(?:start|beginning) of the month\b"),
    ("mid", r"(?<![\w個个月])月中(?=[旬到至，,。\s]|$)|กลางเดือน(?!\s?[ก-ฮ]*?(?:คม|ยน|พันธ์))|\bmiddle of the month\b"),
    ("late", r"(?<![\w個个月])月[底末尾]|(?<!\S)월\s?말(?=[에의부\s])|(?:ปลาย|สิ้น)เดือน(?!\s?[ก-ฮ]*?(?:คม|ยน|พันธ์))|\bend of the month\b"),
)  # fmt: skip
_WEEK_OF: Final = re.compile(r"\bweek (?:of|beginning|starting)(?: the)? $|สัปดาห์(?:ของ)?(?:วันที่\s?)?$", re.IGNORECASE)
_WEEK_AFTER: Final = re.compile(r"^\s?(?:の週|那一?[周週]|(?:이|가) 있(?:던|는) 주|주간)")


def parts_of_months(text: str, today: date) -> Iterator[Found]:
    """Thirds, halves and first weeks of the months that are named, and the weeks that are named by a day."""
    months = [one for one in dates_in(text, today) if one[0][1] - one[0][0] > DAY]
    for pattern, days in NAMED:
        if days in (last_month, this_month):
            months += ((month_of(days(today)[0]), *one.span()) for one in re.finditer(pattern, text, re.IGNORECASE))
    for days_, at, to in months:
        for part, before in _BEFORE:
            if found := re.search(before, text[:at], re.IGNORECASE):
                yield _part(days_[0], part), found.start(), to
        for part, after in _AFTER:
            if behind := re.match(after, text[to:]):
                yield _part(days_[0], part), at, to + behind.end()
    for part, alone in _ALONE:
        for match in re.finditer(alone, text, re.IGNORECASE):
            days_ = _part(today.replace(day=1), part)
            yield (days_ if days_[0] <= today else _part(last_month(today)[0], part)), *match.span()
    yield from _weeks(text, today)


def _part(first: date, part: str) -> tuple[date, date]:
    start, end = _PARTS[part]
    after = month_of(first)[1]
    return first + timedelta(days=start - 1), min(first + timedelta(days=end), after)


def _weeks(text: str, today: date) -> Iterator[Found]:
    for (start, end), at, to in dates_in(text, today):
        before, after = _WEEK_OF.search(text[:at]), _WEEK_AFTER.match(text[to:])
        if end - start == DAY and (before or after):
            monday = start - timedelta(days=start.weekday())
            yield (
                (monday, monday + timedelta(days=7)),
                before.start() if before else at,
                to + (after.end() if after else 0),
            )
