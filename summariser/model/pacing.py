"""Who may call a provider now: so many at once, those that somebody waits for before the others, and nobody while it asks for quiet."""

import asyncio
import heapq
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from typing import Final

FAILURES: Final = 3
"""So many in a row and a model is left alone for a while, so that a brief does not wait for every story in turn."""
REST_SECONDS: Final = 60.0
_REMEMBERED: Final = 600.0
"""Seconds for which it counts how long a reply took."""


EVERY: Final = ""
"""In place of a model: all of a provider's."""


class _Queue:
    def __init__(self) -> None:
        self.busy = 0
        self.waiting: list[tuple[tuple[int, int, int], asyncio.Future[None]]] = []


@dataclass
class _Rest:
    until: float = 0.0
    failures: int = 0


class Pacer:
    """One per process. Seconds are the event loop's. Places are a provider's; a rest is that of one model, or of `EVERY` one."""

    def __init__(self) -> None:
        self._queues: defaultdict[str, _Queue] = defaultdict(_Queue)
        self._rests: defaultdict[tuple[str, str], _Rest] = defaultdict(_Rest)
        self._numbers = count()
        self._took: dict[tuple[str, str, str], tuple[float, float]] = {}

    @asynccontextmanager
    async def turn(self, provider: str, *, at_once: int, rank: int, place: int = 0) -> AsyncIterator[None]:
        """One of the provider's `at_once`; the lowest rank is next, of one rank the lowest place, of these the first."""
        queue = self._queues[provider]
        if queue.busy < at_once:
            queue.busy += 1
        else:
            mine = asyncio.get_running_loop().create_future()
            heapq.heappush(queue.waiting, ((rank, place, next(self._numbers)), mine))
            try:
                await mine
            except asyncio.CancelledError:
                if mine.done() and not mine.cancelled():
                    self._pass_on(queue)
                raise
        try:
            yield
        finally:
            self._pass_on(queue)

    def quiet_for(self, provider: str, model: str) -> float:
        """Seconds until that model of the provider may be called again."""
        until = max(self._rests[provider, model].until, self._rests[provider, EVERY].until)
        return max(0.0, until - asyncio.get_running_loop().time())

    def succeeded(self, provider: str, model: str, purpose: str, seconds: float) -> None:
        """A reply came after so many seconds."""
        self._rests[provider, model].failures = self._rests[provider, EVERY].failures = 0
        least = min(seconds, self.takes(provider, model, purpose) or seconds)
        self._took[provider, model, purpose] = least, asyncio.get_running_loop().time()

    def takes(self, provider: str, model: str, purpose: str) -> float:
        """Seconds of the quickest reply to such a call of late, 0.0 where none is known: with less left none need begin."""
        least, at = self._took.get((provider, model, purpose), (0.0, 0.0))
        return least if asyncio.get_running_loop().time() - at < _REMEMBERED else 0.0

    def failed(self, provider: str, model: str, *, retry_after: float | None = None) -> None:
        """Remembers a failure, and that the provider asked to be left alone for `retry_after` seconds."""
        rest, now = self._rests[provider, model], asyncio.get_running_loop().time()
        if retry_after is not None:
            rest.until = max(rest.until, now + retry_after)
            return
        rest.failures += 1
        if rest.failures >= FAILURES:
            rest.failures, rest.until = 0, max(rest.until, now + REST_SECONDS)

    def _pass_on(self, queue: _Queue) -> None:
        while queue.waiting:
            _, next_one = heapq.heappop(queue.waiting)
            if not next_one.done():
                next_one.set_result(None)
                return
        queue.busy -= 1
