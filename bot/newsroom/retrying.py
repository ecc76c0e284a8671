"""How an attempt that did not succeed goes on: again, when, or never. Pure."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Final

from news.errors import DeliveryError, Unanswered
from news.model import Delivery, DeliveryState

WAITS: Final = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 300, 600, 1200, 1800))
"""Between attempts; the last for every further one."""
JITTER: Final = 0.2
_AFTER_ASKED: Final = timedelta(seconds=1)


def wait_before(delivery: Delivery, asked: timedelta | None) -> timedelta:
    """How long until the next attempt: what the platform asked for, else longer each time.

    Never shorter than that, and a little longer for each delivery in its own way: those that failed together do not
    come back together. The same for the same attempt, whoever asks.
    """
    chance = Random(f"{delivery.id} {delivery.attempts}").random()  # noqa: S311 - spreads load, guards nothing
    if asked is not None:
        return asked + _AFTER_ASKED * chance
    return WAITS[min(max(delivery.attempts, 1), len(WAITS)) - 1] * (1 + JITTER * chance)


def after_failure(
    delivery: Delivery, error: DeliveryError, *, now: datetime, deadline: datetime, keyed: bool
) -> Delivery:
    """The delivery as the ledger keeps it after an attempt that ended in `error`.

    `keyed`: the platform takes a key only once, so what may have arrived may be sent again.
    """
    ended = replace(delivery, updated=now, error=error.reason, retry_at=None)
    if error.permanent:
        return replace(ended, state=DeliveryState.UNREACHABLE)
    may_be_there = isinstance(error, Unanswered)
    if may_be_there and not keyed:
        return replace(ended, state=DeliveryState.UNKNOWN)
    retry_at = now + wait_before(delivery, error.retry_after)
    if retry_at <= deadline:
        return replace(ended, state=DeliveryState.RETRYING, retry_at=retry_at)
    tried = "1 attempt" if delivery.attempts == 1 else f"{delivery.attempts} attempts"
    state = DeliveryState.UNKNOWN if may_be_there else DeliveryState.UNREACHABLE
    return replace(ended, state=state, error=f"given up after {tried}: {error.reason}")
