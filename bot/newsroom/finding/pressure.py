"""How many questions this process is answering: a few at once, in the order in which they came; while many wait, what costs most and is needed
least is left out."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

_CALM: Final = 2
"""So many at once leave time for everything: one process has a second in each second, and a list filled up takes a fifth of one."""
_AT_ONCE: Final = 3
"""One computes while others read the archive. More would only share the same second, and each would take as long as all of them."""


class Pressure:
    """Counts those under way; of one process and one event loop."""

    def __init__(self) -> None:
        self._under_way = 0
        self._inside = 0
        self._line: deque[asyncio.Future[None]] = deque()

    @property
    def under_way(self) -> int:
        return self._under_way

    @property
    def is_high(self) -> bool:
        return self._under_way > _CALM

    @asynccontextmanager
    async def one_more(self, *, waits: bool = False) -> AsyncIterator[None]:
        """`waits`: it mostly waits for a model, meanwhile others may be answered."""
        self._under_way += 1
        try:
            if waits:
                yield
            else:
                await self._enter()
                try:
                    yield
                finally:
                    self._leave()
        finally:
            self._under_way -= 1

    async def _enter(self) -> None:
        if self._inside < _AT_ONCE:
            self._inside += 1
            return
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._line.append(waiting)
        try:
            await waiting
        except asyncio.CancelledError:
            if waiting.done() and not waiting.cancelled():
                self._leave()
            raise

    def _leave(self) -> None:
        """The place is the next one's who still waits for it."""
        while self._line:
            first = self._line.popleft()
            if not first.done():
                first.set_result(None)
                return
        self._inside -= 1


PRESSURE: Final = Pressure()
