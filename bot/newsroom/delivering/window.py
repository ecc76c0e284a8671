"""How many deliveries may be on their way at once: in all, to one origin, and to origins that do not answer."""

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from news.model import Subscription

_SLOW_AFTER: Final = 3
"""So many calls in a row without an answer, and an origin shares what is kept for the slow."""
_LONG: Final = 2.0
"""Seconds after which a call that is still under way counts as one without an answer, until it has one."""
_CROWDED: Final = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class WindowSize:
    """`total` bounds what may have to be repeated after a crash: what is claimed and its outcome not yet committed.

    Of these `per_origin` may be one origin's and `slow` those of all that do not answer, so that no origin delays the
    rest; `calls` bounds the calls that one origin has to answer at once.
    """

    total: int = 200
    per_origin: int = 100
    slow: int = 40
    calls: int = 50


def origin_of(subscription: Subscription) -> str:
    """Whose answer a delivery waits for: a server, or the platform itself."""
    server = urlsplit(subscription.address).netloc.rpartition("@")[2].lower()
    return server or f"{subscription.channel} {subscription.tenant}"


class Window:
    """One per process. A place is taken before a delivery is claimed and given back when its outcome is committed."""

    def __init__(self, size: WindowSize) -> None:
        self._size = size
        self._total = 0
        self._taken: Counter[str] = Counter()
        self._silent: Counter[str] = Counter()
        self._slow: set[str] = set()
        self._held: dict[str, float] = {}
        self._calls: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(size.calls))
        self._changed = asyncio.Event()

    @property
    def taken(self) -> int:
        return self._total

    def try_take(self, origin: str) -> bool:
        if self._total >= self._size.total or self._taken[origin] >= self._size.per_origin:
            return False
        if self.crowded(origin):
            return False
        self.take(origin)
        return True

    def crowded(self, origin: str) -> timedelta:
        """How long a slow origin is best left alone, because the slow have all the places that are kept for them; else 0."""
        full = origin in self._slow and sum(self._taken[one] for one in self._slow) >= self._size.slow
        return _CROWDED if full else timedelta(0)

    def take(self, origin: str) -> None:
        """A place for what must go on, whatever the bounds: it is counted like any other."""
        self._taken[origin] += 1
        self._total += 1

    def give_back(self, origin: str) -> None:
        self._total -= 1
        self._taken[origin] -= 1
        if not self._taken[origin]:
            del self._taken[origin]
            self._calls.pop(origin, None)
        self._changed.set()

    async def changed(self) -> None:
        """Returns when a place was given back after the last look; whoever waits, wakes."""
        self._changed.clear()
        await self._changed.wait()

    @asynccontextmanager
    async def calling(self, origin: str) -> AsyncIterator[None]:
        """Waits until the origin has few enough calls to answer."""
        async with self._calls[origin]:
            overdue = asyncio.get_running_loop().call_later(_LONG, self._unanswered, origin)
            try:
                yield
            finally:
                overdue.cancel()

    def hold(self, origin: str, wait: timedelta) -> None:
        """Nothing is to be begun there for so long."""
        until = time.monotonic() + wait.total_seconds()
        self._held[origin] = max(until, self._held.get(origin, until))
        self._changed.set()

    def held(self, origin: str) -> timedelta:
        """How long still."""
        left = self._held.get(origin, 0.0) - time.monotonic()
        if left <= 0:
            self._held.pop(origin, None)
        return timedelta(seconds=max(left, 0.0))

    def answered(self, origin: str, *, in_time: bool) -> None:
        """Learns from a call: an origin is slow until it answers once."""
        if in_time:
            self._silent.pop(origin, None)
            self._slow.discard(origin)
            return
        self._unanswered(origin)

    def _unanswered(self, origin: str) -> None:
        self._silent[origin] += 1
        if self._silent[origin] >= _SLOW_AFTER:
            self._slow.add(origin)
            self._changed.set()  # whoever waits for a place there need not
