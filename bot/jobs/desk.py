"""What workflows work with. One per process: a workflow is a function, so it finds its desk here."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.newsroom.delivering.claims import Claims
from bot.newsroom.delivering.delivery import Renderings
from bot.newsroom.delivering.window import Window
from news.ports import Channel, Clock, FixedClock
from store.database import Database


class Crew(Protocol):
    async def call(self, role: str, errand: str, **given: Any) -> Any:
        """Runs an errand in the worker process of that role. Raises what it raised there, StoreError when it died."""
        ...

    def has(self, role: str) -> bool:
        """Does that process run?"""
        ...


@dataclass(slots=True)
class Desk:
    """`reads`: the sources are read from here, by and by; a reading older than `fresh` is old, and since `waiting`, of
    time.monotonic, briefs wait for a new one. `stopping` is set when nothing more may be begun; `busy` is what is being done.
    """

    database: Database
    clock: Clock
    channels: Mapping[str, Channel]
    claims: Claims
    window: Window
    late: timedelta
    crew: Crew
    fit: Callable[[], bool] = lambda: True
    reads: bool = False
    fresh: timedelta = timedelta(hours=1)
    waiting: float | None = None
    renderings: Renderings = field(default_factory=Renderings)
    stopping: bool = False
    busy: set[asyncio.Future[Any]] = field(default_factory=set)

    def clock_at(self, at: datetime | None) -> Clock:
        """The house's clock, or the one that `--at T` stopped."""
        return FixedClock(at) if at else self.clock

    def going_on(self) -> bool:
        """False once nothing more may be begun: at the end, or when other workers may take this one for dead."""
        return not self.stopping and self.fit()

    def stop(self) -> None:
        """Nothing more is begun from now on; what is on its way may end."""
        self.stopping = True

    async def do(self, work: Awaitable[Any]) -> Any:
        """Runs a step's work so that the end of the process can wait for it."""
        return await self.beside(work)

    def beside(self, work: Awaitable[Any]) -> asyncio.Future[Any]:
        """Begins work that the end of the process can wait for, too, though its step may be over by then."""
        task = asyncio.ensure_future(work)
        self.busy.add(task)
        task.add_done_callback(self.busy.discard)
        return task


_desks: list[Desk] = []


def sit_down(desk: Desk) -> None:
    _desks[:] = [desk]


def stand_up() -> None:
    _desks.clear()


def this_desk() -> Desk:
    return _desks[0]
