"""The durable engine in the test's own process, with briefs that are there at once instead of worker processes."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from dbos import DBOS

from bot.jobs import engine
from bot.jobs.announcing import announce_orders
from bot.jobs.desk import Desk
from bot.jobs.engine import Terms, running
from bot.jobs.orders import read_edition
from bot.newsroom.delivering.planning import plan_due
from bot.newsroom.making.editions import brief_id
from bot.settings import Settings
from news.errors import StoreError
from news.model import PUBLIC, DeliveryState, Edition
from news.ports import Channel, FixedClock
from news.timetable import Due
from store.database import Database
from tests.fakes.briefs import brief
from tests.fakes.platforms import Platform
from tests.store.samples import subscription

NOON = datetime(2026, 7, 17, 12, tzinfo=UTC)
DAY = date(2026, 7, 17)
EDITION = Edition("en", 5)


@dataclass
class Writer:
    """A Crew that puts an edition on the shelf when asked; `before` runs first, and may fail or hang."""

    database: Database
    before: Callable[[], Awaitable[None]] | None = None
    asked: list[str] = field(default_factory=list)

    async def call(self, role: str, errand: str, **given: Any) -> Any:
        self.asked.append(errand)
        if self.before:
            await self.before()
        if errand != "edition":
            return 0
        edition, day = read_edition(given), date.fromisoformat(given["day"])
        made = brief(id=brief_id(edition, day), edition=edition, date=day)
        async with self.database.begin() as tx:
            await tx.briefs.put(made)
        return made.id

    def has(self, role: str) -> bool:
        return False


@dataclass
class Install:
    """One database and what works on it."""

    database: Database
    url: str
    channel: Channel
    writer: Writer
    now: datetime = NOON

    @asynccontextmanager
    async def engine(
        self, *, ticking: bool = False, queues: Sequence[str] | None = None, **settings: Any
    ) -> AsyncIterator[Desk]:
        terms = Terms(ticking=ticking) if queues is None else Terms(queues, ticking)
        async with running(
            settings=Settings(database_url=self.url, collect_minutes=0, **settings),
            database=self.database,
            clock=FixedClock(self.now),
            channels={"webhook": self.channel},
            crew=self.writer,
            terms=terms,
        ) as desk:
            yield desk

    async def subscribe(self, *addresses: str, due: datetime = NOON, **changes: Any) -> None:
        """Each is due at that moment, with the brief of that date."""
        given = {
            "channel": "webhook",
            "edition": EDITION,
            "zone": "UTC",
            "time": f"{due:%H:%M}",
            "weekdays": frozenset(range(7)),
        }
        made = [subscription(one, address=one, **{**given, **changes}) for one in addresses]
        async with self.database.begin() as tx:
            await tx.subscriptions.put(made, tenant=PUBLIC)
            await tx.schedules.set({one.id: Due(due, due.date()) for one in made}, tenant=PUBLIC)

    async def plan(self, desk: Desk) -> int:
        return await plan_due(
            database=self.database, clock=desk.clock, late=desk.late, announce=announce_orders(self.now.isoformat())
        )

    async def states(self) -> dict[str, DeliveryState]:
        """By address."""
        async with self.database.read() as tx:
            found = await tx.deliveries.find(tenant=PUBLIC, limit=1000)
        return {one.subscription.address: one.delivery.state for one in found}


def look_often(patch: pytest.MonkeyPatch) -> None:
    """Engines of this process look for work twenty times a second: a test waits for no poll."""
    patch.setattr(engine, "QUEUES", tuple(replace(queue, poll=0.05) for queue in engine.QUEUES))


@asynccontextmanager
async def opened(url: str, platform: Platform) -> AsyncIterator[Install]:
    """On a database of its own, whose channel is `platform`."""
    database = await Database.open(url)
    try:
        await database.migrate()
        yield Install(database, url, platform.channel(keyed=True), Writer(database))
    finally:
        await database.close()


async def until(true: Callable[[], Awaitable[bool]], seconds: float = 60) -> None:
    """Waits for what another task or process does."""
    async with asyncio.timeout(seconds):
        while not await true():  # noqa: ASYNC110 - what is waited for happens in another process
            await asyncio.sleep(0.05)


async def away() -> None:
    """What a worker process that ended says."""
    raise StoreError("worker process", "ended with status -9; it is tried again")


def everybody_has_it(install: Install, number: int) -> Any:
    async def sent() -> bool:
        states = await install.states()
        return len(states) == number and set(states.values()) == {DeliveryState.SENT}

    return sent


async def there_is(install: Install, name: str) -> bool:
    return any(one.name == name for one in await DBOS.list_workflows_async())
