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


def wait_before(call: str, attempts: int, asked: timedelta | None) -> timedelta:
    """How long until the next attempt at a call: what the platform asked for, else longer each time.

    Never shorter than that, and a little longer for each call in its own way: those that failed together do not
    come back together. The same for the same attempt, whoever asks.
    """
    chance = Random(f"{call} {attempts}").random()  # noqa: S311 - spreads load, guards nothing
    if asked is not None:
        return asked + _AFTER_ASKED * chance
    return WAITS[min(max(attempts, 1), len(WAITS)) - 1] * (1 + JITTER * chance)


def after_failure(
    delivery: Delivery, error: DeliveryError, *, call: str, now: datetime, deadline: datetime, resolvable: bool
) -> Delivery:
    """The delivery as the ledger keeps it after an attempt that ended in `error`.

    `call` is what the attempt's call is known by: deliveries that share one come back together. `resolvable`: what may
    have arrived may be tried again, because the platform takes a key only once or tells what it has.
    """
    uncertain = delivery.uncertain or isinstance(error, Unanswered)
    ended = replace(delivery, updated=now, error=error.reason, retry_at=None, uncertain=uncertain)
    if error.permanent:
        return replace(ended, state=DeliveryState.UNKNOWN if uncertain else DeliveryState.UNREACHABLE)
    if uncertain and not resolvable:
        return replace(ended, state=DeliveryState.UNKNOWN)
    retry_at = now + wait_before(call, delivery.attempts, error.retry_after)
    if retry_at <= deadline:
        return replace(ended, state=DeliveryState.RETRYING, retry_at=retry_at)
    tried = "1 attempt" if delivery.attempts == 1 else f"{delivery.attempts} attempts"
    state = DeliveryState.UNKNOWN if uncertain else DeliveryState.UNREACHABLE
    return replace(ended, state=state, error=f"given up after {tried}: {error.reason}")
