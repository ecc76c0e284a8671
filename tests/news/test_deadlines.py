"""A deadline for a whole piece of work."""

import asyncio

from news.deadlines import time_left, within


async def test_the_nearest_deadline_around_holds_also_in_tasks_begun_there() -> None:
    """None was set outside, a longer one inside changes nothing, and it ends with its block."""
    assert time_left() is None
    with within(60):
        with within(3_600):
            inner = await asyncio.create_task(_left())
        with within(0):
            assert time_left() == 0
        assert 0 < (time_left() or 0) <= 60
    assert inner is not None
    assert inner <= 60
    assert time_left() is None


async def _left() -> float | None:
    return time_left()
