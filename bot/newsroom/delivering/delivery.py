"""Deliver: carry a chunk of deliveries to their receivers. The ledger says `sending` before a call and what came of it after."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from bot.newsroom.delivering.calls import Threads, address_of
from bot.newsroom.delivering.claims import Claims
from bot.newsroom.delivering.errands import Errands
from bot.newsroom.delivering.window import Window
from bot.newsroom.making.editions import brief_id
from news.errors import DeliveryError
from news.model import Brief, Delivery, DeliveryState, Edition, Message
from news.ports import Channel, Clock
from store.database import Database
from store.deliveries import Parcel

Beside = Callable[[Coroutine[Any, Any, None]], "asyncio.Future[None]"]
"""Begins work that may go on for longer than its caller."""

STRAGGLING: Final = 2.0
"""Seconds that a round waits for the calls it began last: those who are to be tried again do not wait for who is slow."""
_LOOK_AGAIN: Final = timedelta(seconds=5)
"""How soon a chunk is looked at again of which something is still being sent."""
_ASK_AGAIN: Final = timedelta(minutes=1)
STOPPED: Final = "the program stopped while this was being sent"
_SLACK: Final = timedelta(minutes=10)
"""A last attempt that was planned inside the limit may come a little after it."""
NO_NEWS: Final = "no news on this day"


@dataclass(frozen=True, slots=True)
class Batch:
    """A frozen chunk of one brief on one channel, and what to know of the brief where none was made for want of news."""

    chunk: str
    tenant: str
    channel: str
    edition: Edition
    day: date

    @property
    def brief(self) -> str:
        return brief_id(self.edition, self.day)


class Renderings:
    """Each brief is rendered once per channel, however many chunks it goes to."""

    def __init__(self, keep: int = 32) -> None:
        self._keep = keep
        self._kept: dict[tuple[str, str, datetime], Sequence[Message]] = {}
        self.made = 0

    def of(self, brief: Brief, channel: Channel) -> Sequence[Message]:
        key = (channel.name, brief.id, brief.made)
        if key not in self._kept:
            while len(self._kept) >= self._keep:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = channel.renderer.brief(brief)
            self.made += 1
        return self._kept[key]


async def deliver_chunk(
    *,
    database: Database,
    clock: Clock,
    channel: Channel,
    batch: Batch,
    claims: Claims,
    window: Window,
    renderings: Renderings,
    late: timedelta,
    going_on: Callable[[], bool] = lambda: True,
    beside: Beside = asyncio.ensure_future,
    straggling: float = STRAGGLING,
) -> datetime | None:
    """Sends what is due of the chunk; when to come again, None when all is settled.

    Who answers more than `straggling` seconds late is waited for `beside` what comes next. Safe to repeat: what is sent is never sent again, what a dead
    process left is resolved as the platform allows. Once `going_on` says no, nothing more is begun. Raises StoreError when
    the ledger cannot be written.
    """
    brief = await _brief(batch, database=database, clock=clock)
    ready = await _ready(batch, brief, database=database, clock=clock, claims=claims, channel=channel, late=late)
    ready = await admitted(ready, brief, batch, database=database, clock=clock, channel=channel)
    if ready:
        messages = renderings.of(brief, channel)
        threads = await _threads(messages, ready, database=database, tenant=batch.tenant)
        claim = claims.begin()
        errands = Errands(
            database=database,
            clock=clock,
            channel=channel,
            claim=claim,
            window=window,
            late=late,
            tenant=batch.tenant,
            threads=threads,
        )
        running = beside(_held(claims, claim, errands.run(ready, messages, going_on)))
        await _until_only_stragglers(running, errands.begun, straggling)
    return await _again(batch, database=database, clock=clock)


async def _held(claims: Claims, claim: str, work: Awaitable[None]) -> None:
    """The claim is good for as long as the work goes on."""
    try:
        await work
    finally:
        claims.end(claim)


async def _until_only_stragglers(running: "asyncio.Future[None]", begun: asyncio.Event, patience: float) -> None:
    """Until the round is over, or a while after it began its last call. Raises what the round raised."""
    waiting = asyncio.ensure_future(begun.wait())
    either: set[asyncio.Future[Any]] = {running, waiting}
    try:
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
    finally:
        waiting.cancel()
    await asyncio.wait({running}, timeout=patience)
    if running.done():
        running.result()


async def _again(batch: Batch, *, database: Database, clock: Clock) -> datetime | None:
    async with database.read() as tx:
        next_at = await tx.deliveries.next_at(batch.chunk, tenant=batch.tenant)
        sending = await tx.deliveries.is_sending(batch.chunk, tenant=batch.tenant)
    if not sending:
        return next_at
    look = clock.now() + _LOOK_AGAIN
    return min(next_at, look) if next_at else look


async def _threads(
    messages: Sequence[Message], parcels: Sequence[Parcel], *, database: Database, tenant: str
) -> Threads:
    """Where the earlier briefs stand that some of the messages follow."""
    followed = {message.follows for message in messages if message.follows}
    if not followed:
        return {}
    async with database.read() as tx:
        return await tx.deliveries.threads(followed, [one.subscription.id for one in parcels], tenant=tenant)


async def _brief(batch: Batch, *, database: Database, clock: Clock) -> Brief:
    """The brief, or an empty one for a day without news: none was kept."""
    async with database.read() as tx:
        kept = await tx.briefs.get(batch.edition, batch.day)
    return kept or Brief(batch.brief, batch.edition, batch.day, clock.now(), 0, False, "", (), 0, 0)


async def _ready(
    batch: Batch,
    brief: Brief,
    *,
    database: Database,
    clock: Clock,
    claims: Claims,
    channel: Channel,
    late: timedelta,
) -> list[Parcel]:
    """What is to be sent now. What must not be sent any more is dropped here, with its reason."""
    now = clock.now()
    async with database.begin() as tx:
        members = await tx.deliveries.members(batch.chunk, tenant=batch.tenant)
        sending = {one.claim for one in members if one.delivery.state is DeliveryState.SENDING}
        dead = await claims.dead(sending)
        if dead:
            resolvable = channel.keyed or channel.lookup is not None
            state = DeliveryState.RETRYING if resolvable else DeliveryState.UNKNOWN
            await tx.deliveries.abandon(
                batch.chunk, claims=dead, state=state, error=STOPPED, now=now, tenant=batch.tenant
            )
            members = await tx.deliveries.members(batch.chunk, tenant=batch.tenant)
        waiting = [one for one in members if one.delivery.state in (DeliveryState.DUE, DeliveryState.RETRYING)]
        gone = [dropped(one, why, now) for one in waiting if (why := _reason_not_to(one, brief, now, late))]
        await tx.deliveries.settle(gone, claim=None, tenant=batch.tenant)
    ids = {one.id for one in gone}
    return [one for one in waiting if one.delivery.id not in ids and (one.delivery.retry_at or now) <= now]


def _reason_not_to(parcel: Parcel, brief: Brief, now: datetime, late: timedelta) -> str:
    """Why a delivery is dropped, "" when it is to be sent."""
    delivery, subscription = parcel.delivery, parcel.subscription
    if subscription.suspended:
        return f"the subscription is off: {subscription.suspended}"
    if subscription.paused_until and subscription.paused_until > delivery.day:
        return "the subscription is paused"
    if not brief.stories and not subscription.quiet_line:
        return NO_NEWS
    if now - delivery.due > late + (_SLACK if delivery.state is DeliveryState.RETRYING else timedelta(0)):
        return too_late(now - delivery.due, late)
    return ""


def too_late(delay: timedelta, late: timedelta) -> str:
    return f"{_hours(delay)} late; the limit is {_hours(late)}"


def dropped(parcel: Parcel, reason: str, now: datetime) -> Delivery:
    """What may have arrived is no less unknown for being given up."""
    state = DeliveryState.UNKNOWN if parcel.delivery.uncertain else DeliveryState.DROPPED
    return replace(parcel.delivery, state=state, error=reason, updated=now, retry_at=None)


async def admitted(
    ready: list[Parcel], brief: Brief, batch: Batch, *, database: Database, clock: Clock, channel: Channel
) -> list[Parcel]:
    """What the channel's policy lets through; each delivery is asked about before its first attempt. The rest is dropped."""
    asked = [one for one in ready if not (one.delivery.attempts or one.delivery.parts)]
    if channel.policy is None or not asked:
        return ready
    async with database.read() as tx:
        audience = await tx.subscriptions.audience(channel.name, tenant=batch.tenant)
    now, ids = clock.now(), {one.delivery.id for one in asked}
    try:
        refusals = await channel.policy.refusals(brief, [address_of(one) for one in asked], audience=audience)
    except DeliveryError as error:
        later = now + (error.retry_after or _ASK_AGAIN)
        async with database.begin() as tx:
            await tx.deliveries.postpone(ids, until=later, tenant=batch.tenant)
        return [one for one in ready if one.delivery.id not in ids]
    gone = [dropped(one, refusals[one.subscription.id], now) for one in asked if one.subscription.id in refusals]
    async with database.begin() as tx:
        await tx.deliveries.settle(gone, claim=None, tenant=batch.tenant)
    ids = {one.id for one in gone}
    return [one for one in ready if one.delivery.id not in ids]


def _hours(time: timedelta) -> str:
    minutes = round(time.total_seconds() / 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes % 60 else f"{minutes // 60} h"
