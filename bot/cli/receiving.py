"""Hearing what people write: the inbox at work, and the channels that dial out. What serve and work share."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import date

from bot.house import House
from bot.jobs.announcing import announce_orders
from bot.jobs.desk import Desk
from bot.jobs.gate import aside
from bot.jobs.helpers import Helpers
from bot.jobs.orders import write_order
from bot.jobs.reception import Reach, Reception, forget_old
from bot.newsroom.answering.limits import AskLimits
from bot.newsroom.answering.readiness import get_ready
from bot.newsroom.collecting.indexing import index_missing
from bot.newsroom.delivering.planning import Order, plan_due
from bot.newsroom.frontdesk import MakeBrief, NewsroomDesk
from news.errors import NewsError
from news.model import Edition
from summariser.words.meaning import load

_GRACE = 5.0
_HOUSEKEEPING = 24 * 3600.0
_PAUSE = 5.0
_log = logging.getLogger(__name__)


@asynccontextmanager
async def open_reception(house: House, desk: Desk, *, listening: bool, helpers: Helpers) -> AsyncIterator[Reception]:
    """What platforms send is worked on until the block ends; `listening`: channels that dial out do so from here."""
    front = NewsroomDesk(
        database=house.database,
        clock=house.clock,
        summariser=house.summariser,
        channels=desk.channels,
        make_brief=_brief_maker(desk),
        nudge=_nudge(house, desk),
        limits=AskLimits(house.settings.questions_per_reader, house.settings.questions_per_tenant),
        answer_seconds=house.settings.llm_answer_seconds,
        aside=aside,
        helpers=helpers,
    )
    reach = Reach(desk.channels, front)
    inbox = Reception(database=house.database, clock=house.clock, claims=desk.claims, reach=reach)
    loops: list[Awaitable[None]] = [inbox.run(), _tidy(house), _index(house)]
    if listening:
        loops += [_listen(name, inbox, desk) for name, one in desk.channels.items() if one.listener]
    tasks = [asyncio.ensure_future(loop) for loop in loops]
    try:
        yield inbox
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await inbox.close(_GRACE)


def _brief_maker(desk: Desk) -> MakeBrief:
    async def make(edition: Edition, day: date) -> str | None:
        order = write_order(Order(edition.tenant, edition, day, ""))
        made = await desk.crew.call("writer", "edition", edition=order["edition"], day=order["day"], at=None)
        return str(made)

    return make


def _nudge(house: House, desk: Desk) -> Callable[[], Awaitable[None]]:
    async def nudge() -> None:
        await plan_due(database=house.database, clock=house.clock, late=desk.late, announce=announce_orders(None))

    return nudge


async def _listen(name: str, inbox: Reception, desk: Desk) -> None:
    """For ever: a fault of one connection is told, and the next one is made."""
    listener = desk.channels[name].listener
    assert listener is not None
    while True:
        try:
            await listener.listen(inbox)
        except Exception:
            _log.exception("%s: the connection was lost; it is made again in %s s", name, _PAUSE)
        await asyncio.sleep(_PAUSE)


async def _tidy(house: House) -> None:
    while True:
        await asyncio.sleep(_HOUSEKEEPING)
        async with house.database.read() as tx:
            tenants = [tenant.id for tenant in await tx.tenants.list()]
        await forget_old(database=house.database, clock=house.clock, tenants=tenants)


async def _index(house: House) -> None:
    """What was collected before the index was made anew is found again, bit by bit; and what a first question takes longer for is done before it comes."""
    await asyncio.to_thread(load)
    try:
        count = await index_missing(database=house.database)
    except NewsError as error:
        _log.warning("%s; what is not indexed yet is taken up with the next start", error)
    else:
        if count:
            _log.info("indexed %s articles and briefs from before", count)
    with suppress(NewsError):  # the first question takes longer then, and tells what is wrong
        await get_ready(database=house.database, clock=house.clock, summariser=house.summariser)
