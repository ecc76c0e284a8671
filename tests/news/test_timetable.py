"""Every enabled local date has one due moment, whatever the clocks of the zone do."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from news.errors import BadInput
from news.timetable import (
    EVERY_DAY,
    Due,
    format_weekdays,
    last_due,
    local_date,
    next_due,
    parse_time,
    parse_weekdays,
    parse_zone,
)

ZONES = (
    "Asia/Tokyo",
    "America/New_York",
    "Australia/Lord_Howe",  # half an hour of daylight saving
    "Africa/Casablanca",  # puts the clocks back for Ramadan
    "Europe/London",
    "America/Nuuk",  # changes in the last hour of a date
    "Asia/Beirut",  # changes at midnight
    "America/Santiago",
    "Asia/Kathmandu",  # 5 h 45 min from UTC
    "Pacific/Auckland",
)
TIMES = ("00:00", "00:15", "01:30", "02:00", "02:15", "02:30", "08:00", "12:45", "23:00", "23:30", "23:45")
START, STEP = datetime(2026, 1, 1, tzinfo=UTC), timedelta(minutes=15)
DAYS = 731


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def walk(zone: str, time: str, weekdays: frozenset[int] = EVERY_DAY) -> Iterator[Due]:
    """What a fake clock meets in two years: each due moment asks for the next."""
    due = next_due(zone, time, weekdays, None, after=START)
    while due is not None and due.at < START + timedelta(days=DAYS):
        yield due
        due = next_due(zone, time, weekdays, None, after=due.at)


def watched(zone: str) -> dict[str, dict[date, datetime]]:
    """By looking at the zone's clock every 15 minutes: when it first shows each time of each date, or jumps past it."""
    place = ZoneInfo(zone)
    seen: dict[str, dict[date, datetime]] = {time: {} for time in TIMES}
    shown = (START - STEP).astimezone(place).replace(tzinfo=None)
    for number in range(DAYS * 96):
        at = START + number * STEP
        now = at.astimezone(place).replace(tzinfo=None)
        if now - shown != STEP or now.strftime("%H:%M") in seen:
            for time in TIMES:
                for day in {shown.date(), now.date()}:
                    if shown < datetime.fromisoformat(f"{day} {time}") <= now:
                        seen[time].setdefault(day, at)
        shown = now
    return seen


@pytest.mark.parametrize("zone", ZONES)
def test_two_years_bring_every_date_once(zone: str) -> None:
    """The walk meets each date at the moment at which somebody who only watches the clock would send."""
    seen = watched(zone)
    for time in TIMES:
        met = [(due.day, due.at) for due in walk(zone, time)]
        expected = [(day, at) for day, at in seen[time].items() if at > START]
        assert met == expected
        assert len({day for day, _ in met}) == len(met) >= DAYS - 1


@given(
    zone=st.sampled_from(ZONES),
    time=st.times().map(lambda t: t.strftime("%H:%M")),
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    after=st.integers(0, DAYS * 24 * 3600).map(lambda seconds: START + timedelta(seconds=seconds)),
)
@example(zone="America/Nuuk", time="23:30", weekdays=EVERY_DAY, after=datetime(2026, 3, 28, 20, tzinfo=UTC))
def test_the_next_is_later_soon_and_on_an_enabled_day(
    zone: str, time: str, weekdays: frozenset[int], after: datetime
) -> None:
    """For any time of day and choice of weekdays, from any moment."""
    due = next_due(zone, time, weekdays, None, after=after)
    assert due is not None
    assert after < due.at <= after + timedelta(days=8)
    assert due.day.weekday() in weekdays
    shown = due.at.astimezone(ZoneInfo(zone))
    assert shown.strftime("%H:%M") >= time or shown.date() > due.day


@pytest.mark.parametrize("weekdays", [frozenset({0, 1, 2, 3, 4}), frozenset({6})])
def test_only_enabled_weekdays_come(weekdays: frozenset[int]) -> None:
    """And each of them in every week."""
    days = [due.day for due in walk("America/New_York", "02:30", weekdays)]
    first = START.date()
    expected = [first + timedelta(days=n) for n in range(DAYS) if (first + timedelta(days=n)).weekday() in weekdays]
    assert days == expected


def test_a_time_that_does_not_exist_is_due_at_the_next_that_does() -> None:
    """New York has no half past two on 8 March 2026: three o'clock it is."""
    due = next_due("America/New_York", "02:30", EVERY_DAY, None, after=moment("2026-03-08T00:00-05:00"))
    assert due == Due(moment("2026-03-08T03:00-04:00"), date(2026, 3, 8))


def test_a_time_that_comes_twice_is_due_once_the_first_time() -> None:
    """New York has two half past ones on 1 November 2026."""
    first = next_due("America/New_York", "01:30", EVERY_DAY, None, after=moment("2026-11-01T00:00-04:00"))
    assert first == Due(moment("2026-11-01T01:30-04:00"), date(2026, 11, 1))
    second = next_due("America/New_York", "01:30", EVERY_DAY, None, after=first.at)
    assert second == Due(moment("2026-11-02T01:30-05:00"), date(2026, 11, 2))


def test_a_brief_keeps_its_date_when_its_hour_falls_into_the_next() -> None:
    """Nuuk goes from 23:00 to midnight: the brief of the 28th comes as the 29th begins, and the 29th has its own."""
    saturday = next_due("America/Nuuk", "23:30", EVERY_DAY, None, after=moment("2026-03-28T12:00-02:00"))
    assert saturday == Due(moment("2026-03-29T00:00-01:00"), date(2026, 3, 28))
    sunday = next_due("America/Nuuk", "23:30", EVERY_DAY, None, after=saturday.at)
    assert sunday == Due(moment("2026-03-29T23:30-01:00"), date(2026, 3, 29))


def test_a_date_that_a_zone_left_out_has_no_brief() -> None:
    """Samoa went from 29 to 31 December 2011."""
    due = next_due("Pacific/Apia", "08:00", EVERY_DAY, None, after=moment("2011-12-29T08:00-10:00"))
    assert due == Due(moment("2011-12-31T08:00+14:00"), date(2011, 12, 31))


def test_a_pause_ends_on_its_date() -> None:
    """`paused_until` is the first date with a brief again; one without an end never is."""
    after = moment("2026-07-17T09:00+09:00")
    due = next_due("Asia/Tokyo", "08:00", EVERY_DAY, date(2026, 8, 1), after=after)
    assert due == Due(moment("2026-08-01T08:00+09:00"), date(2026, 8, 1))
    assert next_due("Asia/Tokyo", "08:00", EVERY_DAY, date.max, after=after) is None


def test_a_pause_of_the_past_changes_nothing() -> None:
    """It ended before the day asked about."""
    after = moment("2026-07-17T09:00+09:00")
    paused = next_due("Asia/Tokyo", "08:00", EVERY_DAY, date(2026, 7, 1), after=after)
    assert paused == next_due("Asia/Tokyo", "08:00", EVERY_DAY, None, after=after)


def test_without_a_weekday_nothing_is_due() -> None:
    """Nor with one that lies beyond the end of the calendar."""
    assert next_due("Asia/Tokyo", "08:00", frozenset(), None, after=START) is None


def test_the_last_due_moment_of_a_stretch() -> None:
    """Its end belongs to it, its beginning does not."""
    eight = moment("2026-07-17T08:00+09:00")
    due = Due(eight, date(2026, 7, 17))
    hours = timedelta(hours=1)
    assert last_due("Asia/Tokyo", "08:00", EVERY_DAY, None, since=eight - 3 * hours, until=eight) == due
    assert last_due("Asia/Tokyo", "08:00", EVERY_DAY, None, since=eight - 60 * hours, until=eight + hours) == due
    assert last_due("Asia/Tokyo", "08:00", EVERY_DAY, None, since=eight, until=eight + hours) is None


def test_the_local_date_is_the_zone_s() -> None:
    """It is tomorrow in Tokyo while New York still has yesterday."""
    at = datetime(2026, 7, 16, 23, tzinfo=UTC)
    assert local_date("Asia/Tokyo", at) == date(2026, 7, 17)
    assert local_date("America/New_York", at) == date(2026, 7, 16)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Asia/Tokio", "did you mean Asia/Tokyo"),
        ("Mars/Base", "such as Asia/Tokyo"),
        ("../../etc/passwd", "no such time zone"),
        ("Asia", "no such time zone"),
        ("", "no such time zone"),
        ("25:00", "no such time zone"),
        ("\x00", "no such time zone"),
    ],
)
def test_a_zone_that_does_not_exist_is_refused(text: str, hint: str) -> None:
    """With what to write instead."""
    with pytest.raises(BadInput, match=hint):
        parse_zone(text)


def test_a_zone_in_other_letters_is_known() -> None:
    """People write asia/tokyo; the name that is kept is the right one."""
    assert parse_zone(" asia/tokyo ") == "Asia/Tokyo"


@pytest.mark.parametrize("text", ["25:00", "8", "08:60", "24:00", "8pm", "-1:00", "08:00:00", "٠٨:٠٠", ""])
def test_a_time_that_no_clock_shows_is_refused(text: str) -> None:
    """With the form that is meant."""
    with pytest.raises(BadInput, match="write it like 08:00"):
        parse_time(text)


def test_a_time_is_kept_with_two_digits() -> None:
    """So that texts of times sort as times."""
    assert [parse_time(text) for text in ("8:00", "08:00", " 23:59 ")] == ["08:00", "08:00", "23:59"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", EVERY_DAY),
        ("daily", EVERY_DAY),
        ("weekdays", {0, 1, 2, 3, 4}),
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("Mon, Wednesday;sat", {0, 2, 5}),
        ("fri-mon", {4, 5, 6, 0}),
        ("0,2", {0, 2}),
        ("0-4", {0, 1, 2, 3, 4}),
    ],
)
def test_weekdays_are_read_as_people_write_them(text: str, days: set[int]) -> None:
    """0 is Monday."""
    assert parse_weekdays(text) == days


@pytest.mark.parametrize("text", ["noday", "mon-", "7", "mon--fri", "mon,,x", "1.5", "²", "mon-²"])
def test_other_weekdays_are_refused(text: str) -> None:
    """With names to use."""
    with pytest.raises(BadInput, match="mon-fri"):
        parse_weekdays(text)


@given(st.frozensets(st.integers(0, 6), min_size=1))
def test_weekdays_are_written_as_they_are_read(days: frozenset[int]) -> None:
    """What a list shows can be typed again."""
    assert parse_weekdays(format_weekdays(days)) == days
