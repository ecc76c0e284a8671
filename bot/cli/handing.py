"""Giving work to the process that already works on a database, where this one must not or need not."""

import asyncio
import secrets
from datetime import datetime
from typing import Final

from dbos import DBOSClient, EnqueueOptions, WorkflowHandleAsync
from sqlalchemy.exc import DBAPIError

from bot.house import House
from bot.jobs.announcing import APPLICATION
from bot.jobs.liveness import DEAD_AFTER
from bot.jobs.queues import BRIEF
from bot.jobs.single import is_worked_on
from bot.jobs.system import located, system_url
from news.errors import StoreError

_PATIENCE: Final = 60.0
_POLL: Final = 0.2


async def needs_handing(house: House) -> bool:
    """True when somebody else does this database's work: a process with the lock, or workers that are alive."""
    location = located(house.settings.database)
    if location.file is not None:
        return is_worked_on(location.file)
    async with house.database.read() as tx:
        return any(not (one.silent or one.dead) for one in await tx.workers.known(silent_after=DEAD_AFTER))


async def hand_over(database: str, at: datetime | None) -> None:
    """Has what is due at `at` planned there (None: what the schedule has due now) and returns when it is.

    Raises StoreError when nobody takes it.
    """
    client = await asyncio.to_thread(_client, database)
    try:
        async with asyncio.timeout(_PATIENCE):
            handle = await _enqueued(client, at)
            await handle.get_result(polling_interval_sec=_POLL)
    except TimeoutError:
        reason = (
            "nobody took the work within a minute; is the server still running, or a worker that takes the queue "
            f"{BRIEF!r} (`ainews work --queues {BRIEF},…`)?"
        )
        raise StoreError("deliver", reason) from None
    finally:
        await asyncio.to_thread(client.destroy)


async def nudge(house: House) -> bool:
    """Tells a running server that the schedule has something new; False when there is none, which is no harm."""
    if not await needs_handing(house):
        return False
    client = await asyncio.to_thread(_client, house.settings.database)
    try:
        async with asyncio.timeout(_PATIENCE):
            await _enqueued(client, None)
    except TimeoutError:  # the next minute's tick finds it all the same
        return False
    finally:
        await asyncio.to_thread(client.destroy)
    return True


async def _enqueued(client: DBOSClient, at: datetime | None) -> WorkflowHandleAsync[None]:
    """A server that has only just begun on a new database has not made the engine's tables yet."""
    while True:
        try:
            return await client.enqueue_async(_options(at), *([at.isoformat()] if at else []))
        except DBAPIError:
            await asyncio.sleep(_POLL)


def _client(database: str) -> DBOSClient:
    return DBOSClient(system_database_url=system_url(located(database)), application_name=APPLICATION)


def _options(at: datetime | None) -> EnqueueOptions:
    number = secrets.token_hex(8)
    return EnqueueOptions(
        workflow_name="plan" if at else "due",
        queue_name=BRIEF,
        workflow_id=f"pln-{number}",
        queue_partition_key=f"plan-{number}",
    )
