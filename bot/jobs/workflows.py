"""The workflows: thin, each step one verb. Their bodies decide nothing that a second run could decide otherwise.

A workflow's name, arguments and order of steps are kept in databases: change them only as docs/decisions/0008 says.
"""

import asyncio
import time
from datetime import datetime, timedelta
from typing import Any, Final

from dbos import DBOS

from bot.jobs.announcing import announce_batches, announce_orders, follow_up
from bot.jobs.desk import Desk, this_desk
from bot.jobs.orders import Json, read_batch, read_moment, read_order
from bot.newsroom.delivering.delivery import deliver_chunk
from bot.newsroom.delivering.planning import freeze_chunks, plan_at, plan_due
from news.errors import StoreError
from news.model import PUBLIC

_AWAY_SECONDS: Final = 2.0


async def when_it_answers(error: BaseException) -> bool:
    """A step that failed is tried again; for a database that is away, once it is back."""
    desk = this_desk()
    while isinstance(error, StoreError) and not desk.stopping:
        try:
            await desk.database.is_current()
            return True
        except StoreError:
            await asyncio.sleep(_AWAY_SECONDS)
    return True


_RETRIES: Final[dict[str, Any]] = {
    "should_retry": when_it_answers,
    "retries_allowed": True,
    "max_attempts": 6,
    "interval_seconds": 1.0,
    "backoff_rate": 2.0,
}
"""Of a step whose worker process was away, say: tries for half a minute; what is left then, the sweep takes up."""
_LOOK_EVERY, _PATIENCE = 2.0, 180.0
"""Seconds. After three minutes there is no news, or no network: whatever waits goes on, and nothing waits anew."""
_OVERDUE_AT_MOST: Final = 0.1
"""Of the sources: a few slow ones hold up no morning."""
_RECOVERIES: Final = 1000
"""A workflow that so many crashes interrupted may be what crashes us."""


@DBOS.workflow(name="brief", max_recovery_attempts=_RECOVERIES)
async def brief(order: Json, at: str | None) -> int:
    """Makes the edition of the date and puts what waits for it into chunks; how many."""
    await edition_step(order, at)
    return await freeze_step(order, at)


@DBOS.workflow(name="deliver", max_recovery_attempts=_RECOVERIES)
async def deliver(batch: Json, at: str | None, leg: int) -> float | None:
    """Carries a chunk; what is to be tried again goes into a further leg, so that no worker waits for it."""
    wait = await carry_step(batch, at)
    if wait is not None:
        await follow_up(batch, at, leg + 1, wait)
    return wait


@DBOS.workflow(name="plan", max_recovery_attempts=_RECOVERIES)
async def plan(at: str) -> None:
    """What is due at a moment that somebody named."""
    await plan_step(at)


@DBOS.workflow(name="due", max_recovery_attempts=_RECOVERIES)
async def due() -> None:
    """What the schedule has due, for somebody who does not want to wait for the minute's tick."""
    await due_step()


@DBOS.workflow(name="ingest", max_recovery_attempts=_RECOVERIES)
async def ingest(host: str, at: str | None) -> int:
    """Reads the sources of one host; how many articles were new."""
    return int(await reading_step("ingest", {"host": host, "at": at}))


@DBOS.workflow(name="gather", max_recovery_attempts=_RECOVERIES)
async def gather(at: str | None) -> int:
    """Reads the pages of what the sources brought, then groups it; how many stories are new."""
    await reading_step("pages", {"at": at})
    return int(await grouping_step(at))


@DBOS.step(name="edition", **_RETRIES)
async def edition_step(order: Json, at: str | None) -> str:
    given = {"edition": order["edition"], "day": order["day"], "at": at}
    return str(await this_desk().do(_edition(given)))


async def _edition(given: Json) -> str:
    """Spares the worker process a call for a brief that is there."""
    desk = this_desk()
    wanted = read_order({**given, "tenant": "", "key": ""})
    async with desk.database.read() as tx:
        kept = await tx.briefs.get(wanted.edition, wanted.day)
    if kept is None and desk.reads and given["at"] is None:
        await _fresh_reading(desk)
    return kept.id if kept else str(await desk.crew.call("writer", "edition", **given))


async def _fresh_reading(desk: Desk) -> None:
    """A new install has nothing to tell before its first reading is grouped, and after a downtime only old news: who waits
    for a brief gets today's, if a bit later."""
    while not await _has_news(desk):
        now = time.monotonic()
        desk.waiting = now if desk.waiting is None else desk.waiting
        if not desk.going_on() or now - desk.waiting > _PATIENCE:
            return
        await asyncio.sleep(_LOOK_EVERY)
    desk.waiting = None


async def _has_news(desk: Desk) -> bool:
    now = desk.clock.now()
    async with desk.database.read() as tx:
        overdue = await tx.sources.overdue(tenant=PUBLIC, since=now - desk.fresh, now=now)
        return overdue <= _OVERDUE_AT_MOST and bool(await tx.stories.latest(tenant=PUBLIC, limit=1, until=now))


@DBOS.step(name="freeze", **_RETRIES)
async def freeze_step(order: Json, at: str | None) -> int:
    desk = this_desk()
    announce = announce_batches(at)
    return int(await desk.do(freeze_chunks(database=desk.database, order=read_order(order), announce=announce)))


@DBOS.step(name="carry", **_RETRIES)
async def carry_step(batch: Json, at: str | None) -> float | None:
    """Seconds until there is more to do for this chunk, None when it is settled."""
    desk = this_desk()
    wanted, clock, began = read_batch(batch), desk.clock_at(read_moment(at)), time.monotonic()
    again: datetime | None = await desk.do(
        deliver_chunk(
            database=desk.database,
            clock=clock,
            channel=desk.channels[wanted.channel],
            batch=wanted,
            claims=desk.claims,
            window=desk.window,
            renderings=desk.renderings,
            late=desk.late,
            going_on=desk.going_on,
            beside=desk.beside,
        )
    )
    # By a clock that stands still the next leg is put forward by what this one took, as time would: else those whose
    # attempts come a little later each wait for another leg, behind whoever does not answer.
    spent = time.monotonic() - began if at else 0.0
    return None if again is None else max((again - clock.now()) / timedelta(seconds=1), spent)


@DBOS.step(name="plan", **_RETRIES)
async def plan_step(at: str) -> None:
    desk = this_desk()
    clock = desk.clock_at(read_moment(at))
    await desk.do(plan_at(database=desk.database, clock=clock, late=desk.late, announce=announce_orders(at)))


@DBOS.step(name="due", **_RETRIES)
async def due_step() -> None:
    desk = this_desk()
    await desk.do(plan_due(database=desk.database, clock=desk.clock, late=desk.late, announce=announce_orders(None)))


@DBOS.step(name="reading", **_RETRIES)
async def reading_step(errand: str, given: Json) -> int:
    return int(await this_desk().do(this_desk().crew.call("reader", errand, **given)))


@DBOS.step(name="grouping", **_RETRIES)
async def grouping_step(at: str | None) -> int:
    return int(await this_desk().do(this_desk().crew.call("writer", "group", at=at)))
