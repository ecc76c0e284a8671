"""Puts workflows into queues: inside the unit of work that decides them, so that neither is kept without the other."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from dbos import DBOS, DBOSClient, EnqueueOptions
from sqlalchemy import Connection

from bot.jobs.orders import Json, read_moment, write_batch, write_order
from bot.jobs.queues import BRIEF, DELIVER
from bot.newsroom.delivering.delivery import Batch
from bot.newsroom.delivering.planning import Announce, AnnounceChunks, Order
from store.database import Transaction

APPLICATION: Final = "ainews"
_GATHERING: Final = 0.1
_SHORTEST, _LONGEST = 0.5, 30.0
"""A leg starts so much later than its first delivery is ripe (a part of the wait; seconds): others ripen meanwhile."""
_clients: list[DBOSClient] = []


def open_client(url: str) -> DBOSClient:
    """The one that enqueues in our transactions; it connects to nothing by itself."""
    client = DBOSClient(system_database_url=url, application_name=APPLICATION, lazy=True)
    _clients[:] = [client]
    return client


def close_client() -> None:
    while _clients:
        _clients.pop().destroy()


def announce_orders(at: str | None) -> Announce:
    """Each order becomes a `brief` workflow; `at` stops the clock for it."""

    async def announce(tx: Transaction, orders: Sequence[Order]) -> None:
        await _enqueue(tx, [(_brief_options(order), (write_order(order), at)) for order in orders])

    return announce


def announce_batches(at: str | None) -> AnnounceChunks:
    """Each chunk becomes a `deliver` workflow."""

    async def announce(tx: Transaction, batches: Sequence[Batch]) -> None:
        await _enqueue(tx, [(_leg_options(batch.chunk, 0), (write_batch(batch), at, 0)) for batch in batches])

    return announce


async def follow_up(batch: Json, at: str | None, leg: int, wait: float) -> None:
    """From inside a workflow: the chunk's next leg, after `wait` seconds. A clock that stands still is put forward."""
    wait += min(max(wait * _GATHERING, _SHORTEST), _LONGEST)
    stopped = read_moment(at)
    then = (stopped + timedelta(seconds=wait)).isoformat() if stopped else None
    options = _leg_options(batch["chunk"], leg)
    options["delay_seconds"] = wait
    await DBOS.enqueue_workflow_with_options_async(options, batch, then, leg)


def _brief_options(order: Order) -> EnqueueOptions:
    return EnqueueOptions(
        workflow_name="brief",
        queue_name=BRIEF,
        workflow_id=f"brf-{order.brief}-{order.tenant}-{order.key}",
        queue_partition_key=order.brief,
    )


def _leg_options(chunk: str, leg: int) -> EnqueueOptions:
    return EnqueueOptions(workflow_name="deliver", queue_name=DELIVER, workflow_id=f"dlv-{chunk}-{leg}")


async def _enqueue(tx: Transaction, jobs: Sequence[tuple[EnqueueOptions, tuple[Any, ...]]]) -> None:
    if jobs:
        await tx.run_sync(lambda connection: _enqueue_all(connection, jobs))


def _enqueue_all(connection: Connection, jobs: Sequence[tuple[EnqueueOptions, tuple[Any, ...]]]) -> None:
    for options, given in jobs:
        _clients[0].enqueue_in_transaction(connection, options, *given)
