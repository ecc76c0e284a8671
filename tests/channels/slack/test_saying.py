"""A message a second per conversation, without anybody waiting; nothing said twice."""

import pytest

from channels.slack.saying import Pace, Said
from news.errors import Undelivered


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pace(clock: Clock) -> Pace:
    return Pace(now=clock)


def later(pace: Pace, job: str, place: str = "C1", tenant: str = "slack:T1") -> float:
    """Seconds until the job may say something, 0 when it may now."""
    try:
        pace.check(tenant, place, job)
    except Undelivered as error:
        return error.retry_after.total_seconds() if error.retry_after else -1.0
    pace.used(tenant, place, job)
    return 0.0


def test_a_burst_is_spread_over_seconds_and_each_comes_back_once(pace: Pace, clock: Clock) -> None:
    """Everyone is told their own turn, in the order in which they came, and gets it."""
    assert [later(pace, f"job{n}") for n in range(5)] == [0, 1, 2, 3, 4]
    for n in range(1, 5):
        clock.now += 1
        assert later(pace, f"job{n}") == 0


def test_other_conversations_wait_for_nothing(pace: Pace) -> None:
    """Another channel, and a channel of another workspace."""
    assert [later(pace, "a"), later(pace, "b", "C2"), later(pace, "c", tenant="slack:T2")] == [0, 0, 0]


def test_a_turn_that_was_not_used_stays_the_jobs_own(pace: Pace, clock: Clock) -> None:
    """What could not be streamed is posted at the same turn; after that the next is a second later. An old turn is none."""
    pace.check("slack:T1", "C1", "job")
    pace.check("slack:T1", "C1", "job")
    pace.used("slack:T1", "C1", "job")
    assert later(pace, "job") == 1
    clock.now += 60
    assert [later(pace, "job"), later(pace, "other")] == [0, 1]


def test_a_busy_day_is_forgotten(pace: Pace, clock: Clock) -> None:
    """However many conversations there were."""
    for n in range(10_001):
        clock.now += 2
        later(pace, "job", f"C{n}")
    assert len(pace._next) < 10_000


async def test_what_was_said_is_not_said_again() -> None:
    """In the order of nothing: it is known by what it is."""
    said, told = Said(), []

    async def say() -> str:
        told.append(1)
        return f"C1:{len(told)}"

    assert [await said.once(what, say) for what in ("a", "a", "b", "a")] == ["C1:1", "C1:1", "C1:2", "C1:1"]
