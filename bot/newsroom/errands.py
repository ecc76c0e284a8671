"""The errands of one chunk: claim a few, call, settle; several at once, as many as the window lets."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.newsroom.retrying import after_failure
from bot.newsroom.window import Window, origin_of
from news.errors import DeliveryError, StoreError, Unanswered, Undelivered, Unreachable
from news.model import Address, Delivery, DeliveryState, Message, Receipt
from news.ports import Channel, Clock
from store.database import Database
from store.deliveries import Parcel

_CLAIMED_TOGETHER: Final = 40
_SETTLED_TOGETHER: Final = 80
_SETTLE_PAUSE: Final = 0.02
"""Seconds in which outcomes gather for one commit."""
_STORE_PAUSE: Final = 0.5
"""Seconds between tries to write an outcome to a database that does not answer: it is known here and nowhere else."""


class Errands:
    """One round over one chunk, under one claim."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        channel: Channel,
        claim: str,
        window: Window,
        late: timedelta,
        tenant: str,
    ) -> None:
        self._database, self._clock, self._channel, self._window = database, clock, channel, window
        self._claim, self._late, self._tenant = claim, late, tenant
        self._ended: asyncio.Queue[tuple[Parcel, Delivery, str]] = asyncio.Queue()

    async def run(self, parcels: Sequence[Parcel], messages: Sequence[Message], going_on: Callable[[], bool]) -> None:
        """Returns when every call that was begun is settled. Raises StoreError when no more could be claimed."""
        settling = asyncio.ensure_future(self._settle_all())
        calls: set[asyncio.Task[None]] = set()
        try:
            todo = _by_origin(parcels)
            while todo and going_on():
                group = self._take(todo)
                if not group:
                    await self._window.changed()
                    continue
                for parcel in await self._claimed(group):
                    call = asyncio.ensure_future(self._call(parcel, messages))
                    calls.add(call)
                    call.add_done_callback(calls.discard)
        finally:
            await asyncio.gather(*calls)
            await self._ended.join()
            settling.cancel()

    def _take(self, todo: dict[str, deque[Parcel]]) -> list[Parcel]:
        """The first few whose origin has a place, taken off the list: no origin waits for another's place."""
        group: list[Parcel] = []
        for origin, parcels in list(todo.items()):
            while parcels and len(group) < _CLAIMED_TOGETHER and self._window.try_take(origin):
                group.append(parcels.popleft())
            if not parcels:
                del todo[origin]
        return group

    async def _claimed(self, group: Sequence[Parcel]) -> list[Parcel]:
        """Those that are ours now. The ledger says `sending` before anything leaves."""
        ids = [parcel.delivery.id for parcel in group]
        mine: set[str] = set()
        try:
            async with self._database.begin() as tx:
                mine = await tx.deliveries.claim(ids, claim=self._claim, now=self._clock.now(), tenant=self._tenant)
        finally:
            for parcel in group:
                if parcel.delivery.id not in mine:
                    self._window.give_back(origin_of(parcel.subscription))
        return [parcel for parcel in group if parcel.delivery.id in mine]

    async def _call(self, parcel: Parcel, messages: Sequence[Message]) -> None:
        delivery = replace(parcel.delivery, attempts=parcel.delivery.attempts + 1)
        origin = origin_of(parcel.subscription)
        try:
            receipt = await self._send(parcel, messages)
        except DeliveryError as error:
            self._window.answered(origin, in_time=not isinstance(error, Unanswered))
            deadline = delivery.due + self._late
            ended = after_failure(delivery, error, now=self._clock.now(), deadline=deadline, keyed=self._channel.keyed)
            off = error.reason if isinstance(error, Unreachable) else ""
        else:
            self._window.answered(origin, in_time=True)
            ended = replace(
                delivery,
                state=DeliveryState.SENT,
                updated=self._clock.now(),
                platform_id=receipt.id,
                error="",
                retry_at=None,
            )
            off = ""
        self._ended.put_nowait((parcel, ended, off))

    async def _send(self, parcel: Parcel, messages: Sequence[Message]) -> Receipt:
        """The first message's receipt. A fault in a channel is one receiver's bad day, not everybody's."""
        one = parcel.subscription
        address = Address(one.channel, one.address, one.tenant, one.secret)
        receipts: list[Receipt] = []
        try:
            for number, message in enumerate(messages):
                key = f"{parcel.delivery.id}-{number}" if number else parcel.delivery.id
                receipts.append(await self._channel.transport.deliver(address, message, key=key))
        except DeliveryError:
            raise
        except Exception as fault:
            raise Undelivered(one.address, f"a fault of the channel ({type(fault).__name__}: {fault})") from fault
        return receipts[0]

    async def _settle_all(self) -> None:
        """Commits outcomes, a few at a time, for as long as the round lasts."""
        while True:
            ended = [await self._ended.get()]
            await asyncio.sleep(_SETTLE_PAUSE)
            while len(ended) < _SETTLED_TOGETHER and not self._ended.empty():
                ended.append(self._ended.get_nowait())
            await self._settle(ended)
            for parcel, _, _ in ended:
                self._window.give_back(origin_of(parcel.subscription))
                self._ended.task_done()

    async def _settle(self, ended: Sequence[tuple[Parcel, Delivery, str]]) -> None:
        off = {parcel.subscription.id: reason for parcel, _, reason in ended if reason}
        while True:
            try:
                async with self._database.begin() as tx:
                    await tx.deliveries.settle([one for _, one, _ in ended], claim=self._claim, tenant=self._tenant)
                    await tx.subscriptions.suspend(off, tenant=self._tenant)
            except StoreError:
                await asyncio.sleep(_STORE_PAUSE)
            else:
                return


def _by_origin(parcels: Sequence[Parcel]) -> dict[str, deque[Parcel]]:
    origins: defaultdict[str, deque[Parcel]] = defaultdict(deque)
    for parcel in parcels:
        origins[origin_of(parcel.subscription)].append(parcel)
    return dict(origins)
