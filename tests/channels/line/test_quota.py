"""The month's messages last to its end, and nobody is pushed to who would not be reached."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.line.quota import (
    Mode,
    QuotaPolicy,
    Seat,
    Share,
    Standing,
    apportion,
    forecast,
    is_big,
    line_date,
    refused,
    rest_of_month,
    warning,
)

START = datetime(2026, 7, 1, tzinfo=UTC)
JULY = date(2026, 7, 1)
DAILY = frozenset(range(7))


def seats(number: int, *, weight: int = 1) -> list[Seat]:
    return [Seat(f"s{n:03}", weight, DAILY, START + timedelta(hours=n)) for n in range(number)]


def month(standing: Standing, members: list[Seat], policy: QuotaPolicy, start: date = JULY) -> tuple[int, int]:
    """Plays the policy day by day; how many people were pushed to, and on how many days somebody was."""
    chance, history, used, days = random.Random(7), [], standing.used, 0
    for day in rest_of_month(start):
        now = Standing(standing.limit, used)
        plan = apportion(members, now, policy, day)
        lead = chance.lognormvariate(2.5, 0.4)
        big = is_big(lead, history[-28:], big_days=plan.big_days, days=plan.days, day=day.day)
        said = refused(members, plan, now, policy, big=big)
        pushed = sum(seat.weight for seat in members if seat.id not in said)
        used, days = used + pushed, days + bool(pushed)
        history.append(lead)
        assert standing.limit is None or used <= max(standing.used, standing.limit - policy.reserve)
    return used - standing.used, days


def test_five_readers_get_a_push_every_day_of_a_free_month() -> None:
    """155 of 200 messages."""
    assert month(Standing(200, 0), seats(5), QuotaPolicy()) == (155, 31)


def test_forty_readers_get_the_big_days() -> None:
    """Four days of a month, and everybody the same ones."""
    pushed, days = month(Standing(200, 0), seats(40), QuotaPolicy())
    assert pushed == 40 * days
    assert days in (3, 4)


def test_of_four_hundred_those_who_came_first_get_the_big_days() -> None:
    """The others ask for it: a reply is free."""
    plan = apportion(seats(400), Standing(200, 0), QuotaPolicy(), JULY)
    on_big_days = [id for id, share in plan.shares.items() if share is Share.BIG_DAYS]
    assert on_big_days == [f"s{n:03}" for n in range(47)]
    assert set(plan.shares.values()) == {Share.BIG_DAYS, Share.PULL}


def test_a_group_counts_its_members() -> None:
    """A push to a group of ten is ten messages."""
    assert month(Standing(200, 0), seats(1, weight=10), QuotaPolicy())[0] <= 190
    assert apportion(seats(1, weight=6), Standing(200, 0), QuotaPolicy(), JULY).shares == {"s000": Share.PUSH}


def test_a_plan_without_limit_pushes_to_everybody() -> None:
    """And has no day on which it ends."""
    assert month(Standing(None, 0), seats(400), QuotaPolicy()) == (400 * 31, 31)
    assert forecast(seats(400), Standing(None, 0), JULY) is None


@pytest.mark.parametrize(("mode", "days"), [(Mode.PULL, 0), (Mode.PUSH, 5), (Mode.BIG_DAYS, 4)])
def test_the_operator_may_choose_otherwise(mode: Mode, days: int) -> None:
    """Never, always until it ends, or once a week."""
    assert month(Standing(200, 0), seats(40), QuotaPolicy(mode))[1] <= days


def test_the_forecast_names_the_first_day_that_would_fail() -> None:
    """Forty people a day: five days, and the sixth is not taken."""
    assert forecast(seats(40), Standing(200, 0), JULY) == date(2026, 7, 6)
    assert forecast(seats(40), Standing(200, 0), JULY, sent_today=True) == date(2026, 7, 7)
    assert forecast(seats(40), Standing(200, 0), JULY, reserve=1) == date(2026, 7, 5)
    assert forecast(seats(6), Standing(200, 0), JULY) is None
    weekend = [Seat("s", 40, frozenset({5, 6}), START)]
    assert forecast(weekend, Standing(200, 0), JULY) == date(2026, 7, 19)


def test_an_operator_is_warned_before_it_is_too_late() -> None:
    """With what will happen, and when."""
    assert "2026-07-05" in warning(seats(40), Standing(200, 0), QuotaPolicy(Mode.PUSH), JULY)
    assert "keeps all" in warning(seats(5), Standing(200, 0), QuotaPolicy(Mode.PUSH, 500), JULY)
    assert "160 of this month's 200" in warning(seats(5), Standing(200, 160), QuotaPolicy(), date(2026, 7, 28))
    assert "353 of 400" in warning(seats(400), Standing(200, 0), QuotaPolicy(), JULY)
    assert warning(seats(5), Standing(200, 0), QuotaPolicy(), JULY) == ""


def test_the_month_is_japans() -> None:
    """LINE counts by the Japanese calendar: at 16:00 UTC of the 31st it is August."""
    assert line_date(datetime(2026, 7, 31, 16, tzinfo=UTC)) == date(2026, 8, 1)


@given(
    members=st.lists(st.tuples(st.integers(1, 80), st.sets(st.integers(0, 6))), max_size=40),
    limit=st.integers(0, 600),
    used=st.integers(0, 700),
    reserve=st.integers(0, 50),
    mode=st.sampled_from(Mode),
    first=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
)
def test_no_policy_ever_spends_more_than_there_is(
    members: list[tuple[int, set[int]]], limit: int, used: int, reserve: int, mode: Mode, first: date
) -> None:
    """Whoever is subscribed, whatever was spent before, on whichever day it begins: no push is refused by LINE."""
    chosen = [Seat(f"s{n}", weight, frozenset(days), START) for n, (weight, days) in enumerate(members)]
    month(Standing(max(limit, used), used), chosen, QuotaPolicy(mode, reserve), first)
