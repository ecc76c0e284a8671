"""Who may call a provider now: so many at once, those that somebody waits for before the others, and nobody while it asks for quiet."""

import asyncio
import heapq
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Final

FAILURES: Final = 3
"""So many in a row and a provider is left alone for a while, so that a brief does not wait for every story in turn."""
REST_SECONDS: Final = 60.0


class _Queue:
    def __init__(self, at_once: int) -> None:
        self.free = at_once
        self.waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self.quiet_until = 0.0
        self.failures = 0


class Pacer:
    """One per process. Seconds are the event loop's."""

    def __init__(self, at_once: int) -> None:
        self._queues: defaultdict[str, _Queue] = defaultdict(lambda: _Queue(at_once))
        self._numbers = count()

    @asynccontextmanager
    async def turn(self, provider: str, *, urgent: bool) -> AsyncIterator[None]:
        """Holds one of the provider's places; who is urgent is next."""
        queue = self._queues[provider]
        if queue.free:
            queue.free -= 1
        else:
            mine = asyncio.get_running_loop().create_future()
            heapq.heappush(queue.waiting, (0 if urgent else 1, next(self._numbers), mine))
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

    def quiet_for(self, provider: str) -> float:
        """Seconds until the provider may be called again."""
        return max(0.0, self._queues[provider].quiet_until - asyncio.get_running_loop().time())

    def succeeded(self, provider: str) -> None:
        self._queues[provider].failures = 0

    def failed(self, provider: str, *, retry_after: float | None = None) -> None:
        """Remembers a failure, and that the provider asked to be left alone for `retry_after` seconds."""
        queue, now = self._queues[provider], asyncio.get_running_loop().time()
        if retry_after is not None:
            queue.quiet_until = max(queue.quiet_until, now + retry_after)
            return
        queue.failures += 1
        if queue.failures >= FAILURES:
            queue.failures, queue.quiet_until = 0, max(queue.quiet_until, now + REST_SECONDS)

    def _pass_on(self, queue: _Queue) -> None:
        while queue.waiting:
            _, _, next_one = heapq.heappop(queue.waiting)
            if not next_one.done():
                next_one.set_result(None)
                return
        queue.free += 1
