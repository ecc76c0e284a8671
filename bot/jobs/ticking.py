"""What is done every minute: what is due is planned, what got stuck is taken up, and now and then the sources are read."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from dbos import DBOS, EnqueueOptions

from bot.jobs.announcing import announce_orders
from bot.jobs.desk import Desk
from bot.jobs.queues import INGEST
from bot.newsroom.collecting.ingesting import hosts_to_read
from bot.newsroom.delivering.planning import plan_due, take_up_stuck
from news.model import Source

_GATHER_AFTER: Final = timedelta(seconds=90)
"""By then nearly every source has answered; what comes later is grouped with the next brief."""


async def tick(desk: Desk) -> None:
    """Safe at any time, in any number of processes at once: the table says what is due, and each row is taken once."""
    announce = announce_orders(None)
    await plan_due(database=desk.database, clock=desk.clock, late=desk.late, announce=announce)
    await take_up_stuck(database=desk.database, clock=desk.clock, announce=announce)


async def order_reading(desk: Desk, every: timedelta, bundled: Callable[[], Sequence[Source]]) -> int:
    """One workflow per host and stretch of time, whichever worker asks first; the number of hosts."""
    slot = int(desk.clock.now().timestamp() // every.total_seconds())
    hosts = await hosts_to_read(database=desk.database, clock=desk.clock, bundled=bundled)
    for host in hosts:
        options = EnqueueOptions(
            workflow_name="ingest", queue_name=INGEST, workflow_id=f"ing-{slot}-{host}", queue_partition_key=host
        )
        await DBOS.enqueue_workflow_with_options_async(options, host, None)
    options = EnqueueOptions(
        workflow_name="gather",
        queue_name=INGEST,
        workflow_id=f"gth-{slot}",
        queue_partition_key="all",
        delay_seconds=_GATHER_AFTER.total_seconds(),
    )
    await DBOS.enqueue_workflow_with_options_async(options, None)
    return len(hosts)


def until_next(now: datetime, every: timedelta) -> float:
    """Seconds to the next full stretch of time: workers tick together, and as the clock strikes."""
    return every.total_seconds() - now.timestamp() % every.total_seconds()
