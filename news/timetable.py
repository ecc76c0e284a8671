"""When is a subscription due? Local mornings as moments in UTC, with daylight saving as people expect it.

A local time that a change of the clocks leaves out is due at the next that exists; one that comes twice is due the first
time. So every enabled local date has exactly one due moment. A date that a zone left out altogether has none.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from difflib import get_close_matches
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from news.errors import BadInput

EVERY_DAY: Final = frozenset(range(7))
_NAMES: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORDS: Final = {"": "mon-sun", "daily": "mon-sun", "all": "mon-sun", "weekdays": "mon-fri", "weekends": "sat-sun"}
_TIME: Final = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_SECOND: Final = timedelta(seconds=1)
_LOOK_AHEAD: Final = 15
"""Days in which some enabled weekday comes, even where a zone leaves one date out."""


@dataclass(frozen=True, slots=True)
class Due:
    """The moment in UTC, and the local date whose brief it is: after a change of the clocks, perhaps the day before."""

    at: datetime
    day: date


def next_due(
    zone: str, time: str, weekdays: Collection[int], paused_until: date | None, *, after: datetime
) -> Due | None:
    """The first due moment later than `after`; `paused_until` is the first date that is on again.

    None when there is none: no weekday is enabled, or the pause has no end. Raises BadInput for a bad zone or time.
    """
    place, hour = _zone(parse_zone(zone)), clock_time.fromisoformat(parse_time(time))
    start = after.astimezone(place).date() - timedelta(days=1)
    for day in _days(max(start, paused_until) if paused_until else start):
        at = _moment(day, hour, place) if day.weekday() in weekdays else None
        if at is not None and at > after:
            return Due(at, day)
    return None


def last_due(
    zone: str, time: str, weekdays: Collection[int], paused_until: date | None, *, since: datetime, until: datetime
) -> Due | None:
    """The last due moment in (since, until], None when there is none. Raises as `next_due`."""
    found, due = None, next_due(zone, time, weekdays, paused_until, after=since)
    while due is not None and due.at <= until:
        found, due = due, next_due(zone, time, weekdays, paused_until, after=due.at)
    return found


def local_date(zone: str, moment: datetime) -> date:
    """The date that people in the zone write at this moment. Raises BadInput for a bad zone."""
    return moment.astimezone(_zone(parse_zone(zone))).date()


def parse_zone(text: str) -> str:
    """An IANA name as it is written. Raises BadInput, with names that look alike."""
    name = text.strip()
    if name in _zones():
        return name
    folded = {known.lower(): known for known in _zones()}
    if name.lower() in folded:
        return folded[name.lower()]
    alike = [folded[near] for near in get_close_matches(name.lower(), folded, n=3, cutoff=0.7)]
    hint = f"; did you mean {' or '.join(alike)}?" if alike else ""
    raise BadInput(f"zone {text!r}", f"no such time zone; use an IANA name such as Asia/Tokyo{hint}", wording="zone")


def parse_time(text: str) -> str:
    """A local time as "HH:MM". Raises BadInput."""
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise BadInput(f"time {text!r}", "not a local time; write it like 08:00, from 00:00 to 23:59", wording="time")
    return f"{int(found[1]):02}:{found[2]}"


def parse_weekdays(text: str) -> frozenset[int]:
    """Names, numbers (0 = Monday) and ranges, such as "mon-fri" or "mon,wed"; nothing means every day. Raises BadInput."""
    plain = text.strip().lower()
    found: set[int] = set()
    for part in re.split(r"[\s,;|]+", _WORDS.get(plain, plain)):
        first, dash, last = part.partition("-")
        low, high = _weekday(first, text), _weekday(last if dash else first, text)
        found.update((low + step) % 7 for step in range((high - low) % 7 + 1))
    return frozenset(found)


def format_weekdays(weekdays: Collection[int]) -> str:
    """Short names in order, or "daily"."""
    return "daily" if set(weekdays) >= EVERY_DAY else ",".join(_NAMES[day] for day in sorted(weekdays))


def _weekday(name: str, text: str) -> int:
    if name in "0123456" and len(name) == 1:
        return int(name)
    if name[:3] in _NAMES and name.isalpha():
        return _NAMES.index(name[:3])
    raise BadInput(f"weekdays {text!r}", "use names such as mon-fri or mon,wed,sat", wording="weekdays")


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _days(first: date) -> Iterator[date]:
    for step in range(_LOOK_AHEAD):
        if (date.max - first).days < step + 2:  # a pause without an end lasts to the end of the calendar
            return
        yield first + timedelta(days=step)


def _moment(day: date, hour: clock_time, zone: ZoneInfo) -> datetime | None:
    """When clocks in the zone first show the hour on that day, or first go past it. None for a day that was left out."""
    wanted = datetime.combine(day, hour)
    at = wanted.replace(tzinfo=zone).astimezone(UTC)  # fold 0: the first of two
    if at.astimezone(zone).replace(tzinfo=None) == wanted:
        return at
    change = _change(at, wanted.replace(tzinfo=zone, fold=1).astimezone(UTC), zone)
    skipped_all_day = change.astimezone(zone).date() > day and (change - _SECOND).astimezone(zone).date() < day
    return None if skipped_all_day else change


def _change(late: datetime, early: datetime, zone: ZoneInfo) -> datetime:
    """The first moment after `early` with the offset that holds at `late`: when the clocks were put forward."""
    after = late.astimezone(zone).utcoffset()
    seconds = int((late - early).total_seconds())
    low, high = 0, seconds  # the offset at early + high is the new one, at early + low the old one
    while high - low > 1:
        middle = (low + high) // 2
        if (early + middle * _SECOND).astimezone(zone).utcoffset() == after:
            high = middle
        else:
            low = middle
    return early + high * _SECOND
