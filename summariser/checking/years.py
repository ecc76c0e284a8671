"""The year and the month that a quote leaves to its reader: "last year" in an article of July 2026 is 2025, "on July 16" is of 2026,
"two months ago" is May. Pure; years for English, months for six languages."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from news.languages import Language
from summariser.words.moments import months_meant
from summariser.words.quantities import months_before, quantities
from summariser.words.roles import script_key

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_RELATIVE: Final = re.compile(r"\b(?P<which>last|this) year\b", re.IGNORECASE)
_DATE: Final = re.compile(
    rf"\b(?:(?P<in>[Ii]n )|[Oo]n )?(?P<month>{'|'.join(name.capitalize() for name in _MONTHS)})(?P<day> \d{{1,2}}(?:st|nd|rd|th)?)?\b(?!,? \d)"
)
_NEAR_MONTHS: Final = 2
"""A month further ahead than this is of the year before."""


_THAI: Final = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip


def with_dates(source: str, language: Language, told: str, published: date) -> str:
    """The quote with its months and years written out, where the telling has one that it has not; else as it is."""
    source = _with_months(source, language, told, published)
    return with_years(source, told, published) if language == "en" else source


def _with_months(source: str, language: Language, told: str, published: date) -> str:
    missing = quantities(told).months - quantities(source).months - months_before(source)
    meant = [one for one in months_meant(source, published) if one[0].month in missing] if missing else []
    for first, _, end in sorted(meant, key=lambda one: -one[2]):
        source = f"{source[:end]}{_named(first, language, str(first.year) in told)}{source[end:]}"
    return source


def _named(first: date, language: Language, has_year: bool) -> str:
    key, year = script_key(language), first.year if has_year else ""
    if key == "en":
        return f" in {_MONTHS[first.month - 1].capitalize()}"
    if key == "th":
        return f" {_THAI[first.month - 1]} {year}".rstrip()
    marks = ("년 ", "월") if key == "ko" else ("年", "月")
    return f"{' ' if key == 'ko' else ''}{f'{year}{marks[0]}' if year else ''}{first.month}{marks[1]}"


def with_years(source: str, told: str, published: date) -> str:
    """The quote with its years written out, where the telling has one that it has not; else as it is."""
    missing = {int(year) for year in _YEAR.findall(told)} - {int(year) for year in _YEAR.findall(source)}
    if not missing & {published.year, published.year - 1}:
        return source
    source = _RELATIVE.sub(_relative(published, missing), source)
    return _DATE.sub(_dated(published, missing), source)


def _relative(published: date, missing: set[int]) -> Callable[[re.Match[str]], str]:
    def written(found: re.Match[str]) -> str:
        year = published.year - (found["which"].casefold() == "last")
        return f"in {year}" if year in missing else found[0]

    return written


def _dated(published: date, missing: set[int]) -> Callable[[re.Match[str]], str]:
    def written(found: re.Match[str]) -> str:
        if not (found["day"] or found["in"]):
            return found[0]
        ahead = _MONTHS.index(found["month"].casefold()) + 1 - published.month
        year = published.year - (ahead > _NEAR_MONTHS)
        return f"{found[0]}{',' if found['day'] else ''} {year}" if year in missing else found[0]

    return written
