"""How much is worked on at once: a lot, but little while events arrive, because whoever sends them waits for an answer."""

import asyncio
from collections import deque
from types import TracebackType
from typing import Final

AT_ONCE: Final = 32
"""Jobs that are worked on at once, per process: most of them wait for a platform or a model."""
AT_ONCE_IN_A_RUSH: Final = 3
RUSH: Final = 0.05
"""Seconds after an arrival in which the next one is expected."""


class Gate:
    """An async context manager for each job. `arrived` is told of every event."""

    def __init__(self, most: int = AT_ONCE, few: int = AT_ONCE_IN_A_RUSH) -> None:
        self._most, self._few = most, few
        self._inside = 0
        self._outside: deque[asyncio.Future[None]] = deque()
        self._rush_ends = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def arrived(self) -> None:
        loop = asyncio.get_running_loop()
        self._rush_ends = loop.time() + RUSH
        if self._timer is None:
            self._timer = loop.call_later(RUSH, self._calm)

    def _calm(self) -> None:
        """Lets in whoever waits once nothing has arrived for a while."""
        loop = asyncio.get_running_loop()
        left = self._rush_ends - loop.time()
        self._timer = loop.call_later(left, self._calm) if left > 0 else None
        self._let_in()

    def _room(self) -> int:
        rush = asyncio.get_running_loop().time() < self._rush_ends
        return (self._few if rush else self._most) - self._inside

    def _let_in(self) -> None:
        while self._outside and self._room() > 0:
            waiting = self._outside.popleft()
            if not waiting.done():
                self._inside += 1
                waiting.set_result(None)

    async def __aenter__(self) -> None:
        if not self._outside and self._room() > 0:
            self._inside += 1
            return
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._outside.append(waiting)
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
