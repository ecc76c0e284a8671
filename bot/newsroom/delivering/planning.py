"""Plan: what is due becomes rows of the ledger, in the unit of work that moves the schedule on and orders the briefs."""

import asyncio
import secrets
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.newsroom.delivering.delivery import Batch, too_late
from bot.newsroom.making.editions import brief_id, short_id
from news.model import Delivery, DeliveryState, Edition, Subscription
from news.ports import Clock, SystemClock
from news.timetable import Due, last_due, next_due
from store.database import Database, Transaction
from store.deliveries import OPEN, Loose
from store.schedules import Scheduled

SLICE: Final = 1000
"""Subscriptions planned in one unit of work: few enough that nobody waits for it."""
CHUNK: Final = 500
_MISSED_AT_MOST: Final = 7
"""Of a long downtime so many missed days are recorded, the last ones."""
STUCK: Final = timedelta(minutes=5)
"""An open delivery that nobody touched for so long is taken up anew; a call ends, one way or the other, in seconds."""
_STUCK_WITHIN: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Order:
    """A brief that deliveries of a tenant wait for. The same deliveries make the same `key`."""

    tenant: str
    edition: Edition
    day: date
    key: str

    @property
    def brief(self) -> str:
        return brief_id(self.edition, self.day)


Announce = Callable[[Transaction, Sequence[Order]], Awaitable[None]]
"""Enqueues what is ordered, inside the unit of work that decides it."""
AnnounceChunks = Callable[[Transaction, Sequence[Batch]], Awaitable[None]]


async def plan_due(*, database: Database, clock: Clock, late: timedelta, announce: Announce) -> int:
    """Everything that the schedule has due by now; how many subscriptions that were. Late is late, and is recorded so."""
    planned = 0
    while True:
        async with database.begin() as tx:
            tenants = [tenant.id for tenant in await tx.tenants.list()]
            found = await tx.schedules.due(tenant=tenants, until=clock.now(), limit=SLICE)
            for tenant, scheduled in _by_tenant(found):
                await _plan(tx, tenant, scheduled, now=clock.now(), late=late, announce=announce)
        planned += len(found)
        if len(found) < SLICE:
            return planned
        await asyncio.sleep(0)


async def _plan(
    tx: Transaction, tenant: str, scheduled: Sequence[Scheduled], *, now: datetime, late: timedelta, announce: Announce
) -> None:
    rows: list[tuple[Subscription, Delivery]] = []
    following: dict[str, Due | None] = {}
    for one in scheduled:
        met = list(_met(one, now))
        rows += [(one.subscription, _delivery(one.subscription, due, now=now, late=late)) for due in met]
        following[one.subscription.id] = _next(one.subscription, met[-1].at)
    await tx.schedules.set(following, tenant=tenant)
    await _enter(tx, tenant, rows, announce)


def _met(scheduled: Scheduled, now: datetime) -> Iterator[Due]:
    """What came due since the schedule was last looked at: usually one, after a downtime the last few."""
    due: Due | None = scheduled.due
    met: list[Due] = []
    while due is not None and due.at <= now:
        met = [*met[1 - _MISSED_AT_MOST :], due]
        due = _next(scheduled.subscription, due.at)
    yield from met


async def plan_at(
    *, database: Database, clock: Clock, late: timedelta, announce: Announce, wall: Clock | None = None
) -> None:
    """What is due at this moment by the timetable alone, whatever was scheduled or planned before or since.

    What waits for another attempt is taken up too, but nothing that is on its way. A moment that the `wall` clock has not
    reached moves no schedule: the mornings until then are still to come.
    """
    now = clock.now()
    ahead = now > (wall or SystemClock()).now()
    async with database.read() as tx:
        tenants = [tenant.id for tenant in await tx.tenants.list()]
    for tenant in tenants:
        async with database.begin() as tx:
            waiting = (DeliveryState.DUE, DeliveryState.RETRYING)
            briefs = await tx.deliveries.release(
                tenant=tenant, states=waiting, since=now - late, until=now, untouched_since=now, retry_until=now
            )
            await _order_again(tx, tenant, briefs, announce)
        async with database.read() as tx:
            everybody = [one for one in await tx.subscriptions.list(tenant=tenant) if not one.suspended]
            scheduled = await tx.schedules.next(tenant=tenant)
        rows = [(one, due) for one in everybody if (due := _last(one, now, late)) is not None]
        for start in range(0, len(rows), SLICE):
            part = rows[start : start + SLICE]
            passed = [one for one, _ in part if not ahead and one.id in scheduled and scheduled[one.id].at <= now]
            async with database.begin() as tx:
                await tx.schedules.set({one.id: _next(one, now) for one in passed}, tenant=tenant)
                entered = [(one, _delivery(one, due, now=now, late=late)) for one, due in part]
                await _enter(tx, tenant, entered, announce)


async def take_up_stuck(*, database: Database, clock: Clock, announce: Announce) -> int:
    """Open deliveries that nobody touched for a while, whatever lost them, are ordered anew; the number of briefs."""
    now = clock.now()
    found = 0
    async with database.read() as tx:
        tenants = [tenant.id for tenant in await tx.tenants.list()]
    for tenant in tenants:
        async with database.begin() as tx:
            briefs = await tx.deliveries.release(
                tenant=tenant,
                states=OPEN,
                since=now - _STUCK_WITHIN,
                until=now,
                untouched_since=now - STUCK,
                retry_until=now - STUCK,
            )
            await _order_again(tx, tenant, briefs, announce)
        found += len(briefs)
    return found


async def freeze_chunks(*, database: Database, order: Order, announce: AnnounceChunks) -> int:
    """Puts the order's deliveries into chunks whose members stay the same from now on; how many chunks that were."""
    frozen = 0
    while True:
        async with database.begin() as tx:
            loose = await tx.deliveries.loose(order.brief, tenant=order.tenant, limit=SLICE)
            groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
            for one in _whole(loose):
                groups[one.channel, one.key].append(one.id)
            batches: list[Batch] = []
            for (channel, _), ids in groups.items():
                for start in range(0, len(ids), CHUNK):
                    members = ids[start : start + CHUNK]
                    # Named for its members and for when it was frozen: the same ones may come together again.
                    chunk = short_id("\n".join([order.key, *members]))
                    await tx.deliveries.freeze(members, chunk, tenant=order.tenant)
                    batches.append(Batch(chunk, order.tenant, channel, order.edition, order.day))
            await announce(tx, batches)
        frozen += len(batches)
        if len(loose) < SLICE:
            return frozen


def _whole(loose: Sequence[Loose]) -> Sequence[Loose]:
    """Of a full slice not the last key's, which may go on in the next one: what shared a call stays in one chunk."""
    last = loose[-1].key if len(loose) == SLICE else ""
    return [one for one in loose if one.key != last or not last]


async def _enter(
    tx: Transaction, tenant: str, rows: Sequence[tuple[Subscription, Delivery]], announce: Announce
) -> None:
    """Into the ledger, and of what is new there and due, the briefs into the orders."""
    new = await tx.deliveries.plan([delivery for _, delivery in rows], tenant=tenant)
    wanted: defaultdict[tuple[Edition, date], list[str]] = defaultdict(list)
    for subscription, delivery in rows:
        if delivery.id in new and delivery.state is DeliveryState.DUE:
            wanted[subscription.edition, delivery.day].append(delivery.id)
    orders = [Order(tenant, edition, day, short_id("\n".join(sorted(ids)))) for (edition, day), ids in wanted.items()]
    await announce(tx, orders)


async def _order_again(tx: Transaction, tenant: str, briefs: Iterable[str], announce: Announce) -> None:
    """Orders for deliveries that were in a chunk before. A brief of an edition that nobody has any more is found by its id."""
    orders: list[Order] = []
    for brief in sorted(briefs):
        key = secrets.token_hex(8)  # released in this unit of work and by nobody else: ordered once, and anew each time
        kept = await tx.briefs.by_id(brief, tenant=tenant)
        editions = [(kept.edition, kept.date)] if kept else []
        editions += [(edition, one.day) for edition, one in await tx.deliveries.editions(brief, tenant=tenant)]
        fitting = [(edition, day) for edition, day in editions if brief_id(edition, day) == brief]
        orders += [Order(tenant, edition, day, key) for edition, day in fitting[:1]]
    await announce(tx, orders)


def _delivery(subscription: Subscription, due: Due, *, now: datetime, late: timedelta) -> Delivery:
    brief = brief_id(subscription.edition, due.day)
    delay = now - due.at
    dropped = delay > late
    return Delivery(
        id="dlv_" + short_id("\n".join((subscription.tenant, brief, subscription.id))),
        tenant=subscription.tenant,
        brief=brief,
        subscription=subscription.id,
        state=DeliveryState.DROPPED if dropped else DeliveryState.DUE,
        attempts=0,
        day=due.day,
        due=due.at,
        updated=now,
        error=too_late(delay, late) if dropped else "",
    )


def _next(subscription: Subscription, after: datetime) -> Due | None:
    one = subscription
    return next_due(one.zone, one.time, one.weekdays, one.paused_until, after=after)


def _last(subscription: Subscription, now: datetime, late: timedelta) -> Due | None:
    one = subscription
    return last_due(one.zone, one.time, one.weekdays, one.paused_until, since=now - late, until=now)


def _by_tenant(found: Sequence[Scheduled]) -> list[tuple[str, list[Scheduled]]]:
    tenants: defaultdict[str, list[Scheduled]] = defaultdict(list)
    for one in found:
        tenants[one.subscription.tenant].append(one)
    return list(tenants.items())
