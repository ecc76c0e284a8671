"""Dates as feeds write them."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Final

_REGION_HOURS: Final = {"JP": 9, "KR": 9, "CN": 8, "TW": 8, "HK": 8, "SG": 8, "TH": 7}
_LANGUAGE_HOURS: Final = {"ja": 9, "ko": 9, "zh": 8, "th": 7}
_ZONE_NAMES: Final = {
    "JST": "+0900", "KST": "+0900", "HKT": "+0800", "SGT": "+0800", "ICT": "+0700", "IST": "+0530", "CET": "+0100",
    "CEST": "+0200", "BST": "+0100", "EET": "+0200", "EEST": "+0300", "MSK": "+0300", "AEST": "+1000", "AEDT": "+1100",
    "AKST": "-0900", "AKDT": "-0800", "HST": "-1000", "WET": "+0000", "WEST": "+0100", "Z": "+0000", "UTC": "+0000",
}  # fmt: skip
_ZONE_NAME: Final = re.compile(r"\b([A-Z]{1,4})\s*$")
_NUMBERS: Final = re.compile(
    r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?"
    r"(?:[T\s,]+(\d{1,2})[:時时](\d{2})分?(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?\s*",
    re.IGNORECASE,
)
_OLDEST: Final = 1990
_NEWEST: Final = 2200


def parse_date(text: str, *, language: str = "", region: str = "") -> datetime | None:
    """Aware, UTC; None for anything that is no date. Without a zone, the clock of the source's country is meant."""
    local = timezone(timedelta(hours=_REGION_HOURS.get(region, _LANGUAGE_HOURS.get(language[:2], 0))))
    try:
        found = _from_numbers(text, local) or _from_words(text, local)
        return found.astimezone(UTC) if found and _OLDEST <= found.year < _NEWEST else None
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _from_numbers(text: str, local: timezone) -> datetime | None:
    """ISO 8601 and its relatives: 2026-07-17T06:00:00Z, 2026/7/17 6:00, 2026年7月17日."""
    match = _NUMBERS.fullmatch(text)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=_zone(match[7], local))


def _zone(text: str | None, local: timezone) -> timezone:
    if text is None:
        return local
    if text[0] not in "+-":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    return timezone((-1 if text[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))


def _from_words(text: str, local: timezone) -> datetime:
    """RFC 822: Fri, 17 Jul 2026 06:00:00 +0900, also with a zone's name."""
    text = _ZONE_NAME.sub(lambda name: _ZONE_NAMES.get(name[1], name[1]), text.strip())
    found = parsedate_to_datetime(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC if text.endswith("-0000") else local)
