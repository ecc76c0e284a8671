"""How much is worked on at once, and how fast it is begun: slowly while events arrive, for whoever sends them waits for a yes."""

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from types import TracebackType
from typing import Final

AT_ONCE: Final = 32
"""Jobs that are worked on at once, per process, and as many again that wait for a model: most of them wait for a platform."""
RUSH: Final = 0.05
"""Seconds after an arrival in which the next one is expected."""
PACE: Final = 0.025
"""In a rush one job is begun in so many seconds: a third of one processor, the rest is for what arrives."""
_here: Final[ContextVar["Turn | None"]] = ContextVar("turn", default=None)


class Gate:
    """`turn` is an async context manager for each job. `arrived` is told of every event."""

    def __init__(self, most: int = AT_ONCE, pace: float = PACE) -> None:
        self._most, self._pace = most, pace
        self._inside = 0
        self._first: deque[asyncio.Future[None]] = deque()
        self._outside: deque[asyncio.Future[None]] = deque()
        self._rush_ends = self._next_begins = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._aside: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(most))

    def arrived(self) -> None:
        self._rush_ends = asyncio.get_running_loop().time() + RUSH

    def turn(self, *, urgent: bool = False) -> "Turn":
        """`urgent` goes before all that waits, also in a rush."""
        return Turn(self, urgent=urgent)

    def aside(self, line: str) -> asyncio.Semaphore:
        """The places of those that wait for the same kind of thing."""
        return self._aside[line]

    async def enter(self, *, urgent: bool) -> None:
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        (self._first if urgent else self._outside).append(waiting)
        self._let_in()
        try:
            await waiting
        except asyncio.CancelledError:
            if waiting.done() and not waiting.cancelled():
                self.leave()
            raise

    def leave(self) -> None:
        self._inside -= 1
        self._let_in()

    def _let_in(self) -> None:
        """Whoever waits, in the order in which they came; a timer goes on where the pace or a rush holds somebody back."""
        loop = asyncio.get_running_loop()
        while self._first and self._inside < self._most:
            self._admit(self._first.popleft())
        while self._outside and self._inside < self._most:
            now = loop.time()
            if now < self._rush_ends and now < self._next_begins:
                if self._timer is None:
                    self._timer = loop.call_at(self._next_begins, self._next)
                return
            if self._admit(self._outside.popleft()):
                self._next_begins = now + self._pace

    def _admit(self, waiting: asyncio.Future[None]) -> bool:
        """False when it gave up waiting."""
        if waiting.done():
            return False
        self._inside += 1
        waiting.set_result(None)
        return True

    def _next(self) -> None:
        self._timer = None
        self._let_in()


class Turn:
    """One job inside the gate."""

    def __init__(self, gate: Gate, *, urgent: bool) -> None:
        self.gate, self._urgent = gate, urgent
        self._inside = self._over = False

    async def __aenter__(self) -> None:
        await self.gate.enter(urgent=self._urgent)
        self._inside = True
        _here.set(self)

    async def __aexit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._over = True
        _here.set(None)
        self.step_out()

    def step_out(self) -> bool:
        """False when it is out already."""
        was, self._inside = self._inside, False
        if was:
            self.gate.leave()
        return was

    async def step_in(self) -> None:
        """Before those that have not begun. A job that ended meanwhile needs no place."""
        if self._over:
            return
        await self.gate.enter(urgent=True)
        if self._over:
            self.gate.leave()
        else:
            self._inside = True


@asynccontextmanager
async def aside(line: str) -> AsyncIterator[None]:
    """For the part of a job that may wait for a model: others are worked on meanwhile. So many of one `line` do so at once.

    Where no job is worked on it is nothing. What fails goes on outside.
    """
    turn = _here.get()
    if turn is None or not turn.step_out():
        yield
        return
    async with turn.gate.aside(line):
        yield
    await turn.step_in()
