"""A deadline for a whole piece of work, and a place in its order: whatever is called in it, and the tasks begun there, see both."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_until: ContextVar[float | None] = ContextVar("deadline", default=None)
_place: ContextVar[int] = ContextVar("place", default=0)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """The block has so many seconds, and no more than the block around it."""
    until, outer = time.monotonic() + seconds, _until.get()
    token = _until.set(until if outer is None else min(until, outer))
    try:
        yield
    finally:
        _until.reset(token)


def time_left() -> float | None:
    """Seconds, 0.0 when they are over; None where no deadline was set."""
    until = _until.get()
    return None if until is None else max(0.0, until - time.monotonic())


@contextmanager
def in_place(place: int) -> Iterator[None]:
    """What is begun in the block comes after whatever has a lower place, where both wait for the same."""
    token = _place.set(place)
    try:
        yield
    finally:
        _place.reset(token)


def own_place() -> int:
    return _place.get()
