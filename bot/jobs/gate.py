"""How much is worked on at once, and how fast it is begun: slowly while events arrive, for whoever sends them waits for a yes."""

import asyncio
from collections import deque
from types import TracebackType
from typing import Final

AT_ONCE: Final = 32
"""Jobs that are worked on at once, per process: most of them wait for a platform or a model."""
RUSH: Final = 0.05
"""Seconds after an arrival in which the next one is expected."""
PACE: Final = 0.025
"""In a rush one job is begun in so many seconds: a third of one processor, the rest is for what arrives."""


class Gate:
    """An async context manager for each job. `arrived` is told of every event."""

    def __init__(self, most: int = AT_ONCE, pace: float = PACE) -> None:
        self._most, self._pace = most, pace
        self._inside = 0
        self._outside: deque[asyncio.Future[None]] = deque()
        self._rush_ends = self._next_begins = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def arrived(self) -> None:
        self._rush_ends = asyncio.get_running_loop().time() + RUSH

    def _let_in(self) -> None:
        """Whoever waits, in the order in which they came; a timer goes on where the pace or a rush holds somebody back."""
        loop = asyncio.get_running_loop()
        while self._outside and self._inside < self._most:
            now = loop.time()
            if now < self._rush_ends and now < self._next_begins:
                if self._timer is None:
                    self._timer = loop.call_at(self._next_begins, self._next)
                return
            waiting = self._outside.popleft()
            if not waiting.done():
                self._inside += 1
                self._next_begins = now + self._pace
                waiting.set_result(None)

    def _next(self) -> None:
        self._timer = None
        self._let_in()

    async def __aenter__(self) -> None:
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._outside.append(waiting)
        self._let_in()
        try:
            await waiting
        except asyncio.CancelledError:
            if waiting.done() and not waiting.cancelled():
                self._leave()
            raise

    async def __aexit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._leave()

    def _leave(self) -> None:
        self._inside -= 1
        self._let_in()
