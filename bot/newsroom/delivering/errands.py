"""The errands of one chunk: claim a few, call, settle; several at once, as many as the window lets."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Final

from bot.newsroom.delivering.calls import Errand, Outcome, Threads, address_of, call, shared_errand, single_errand
from bot.newsroom.delivering.window import Window, origin_of
from news.errors import StoreError
from news.inbound import stopped_job
from news.model import DeliveryState, Message
from news.ports import Channel, Clock
from store.database import Database
from store.deliveries import Parcel

_CLAIMED_TOGETHER: Final = 40
_SETTLED_TOGETHER: Final = 80
_GATHER_PAUSE: Final = 0.01
"""Seconds in which places gather for one claim."""
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
        threads: Threads,
    ) -> None:
        self._database, self._clock, self._channel, self._window = database, clock, channel, window
        self._claim, self._late, self._tenant, self._threads = claim, late, tenant, threads
        self._ended: asyncio.Queue[tuple[Errand, Outcome]] = asyncio.Queue()
        self.begun = asyncio.Event()
        """Set when the round begins no more calls and only waits for those under way."""

    async def run(self, parcels: Sequence[Parcel], messages: Sequence[Message], going_on: Callable[[], bool]) -> None:
        """Returns when every call that was begun is settled. Raises StoreError when no more could be claimed."""
        settling = asyncio.ensure_future(self._settle_all())
        calls: set[asyncio.Task[None]] = set()
        try:
            todo = _by_origin(self._errands(parcels))
            while todo and going_on():
                await self._postpone(todo)
                group = self._take(todo)
                if not group:
                    if todo:
                        await self._window.changed()
                        await asyncio.sleep(_GATHER_PAUSE)
                    continue
                for errand in await self._claimed(group):
                    task = asyncio.ensure_future(self._carry(errand, messages))
                    calls.add(task)
                    task.add_done_callback(calls.discard)
        finally:
            self.begun.set()
            await asyncio.gather(*calls)
            await self._ended.join()
            settling.cancel()

    def _errands(self, parcels: Sequence[Parcel]) -> Iterator[Errand]:
        """One each, or as many in one as the platform takes. What once shared a call shares it again: it has its key."""
        many = self._channel.multicast
        if many is None:
            yield from map(single_errand, parcels)
            return
        groups: defaultdict[tuple[str, int], list[Parcel]] = defaultdict(list)
        for parcel in parcels:
            if not many.takes(address_of(parcel)):
                yield single_errand(parcel)
                continue
            groups[parcel.key, len(parcel.delivery.parts)].append(parcel)
        for (key, _), members in groups.items():
            if key:
                yield Errand(tuple(members), key, shared=True)
                continue
            for start in range(0, len(members), many.most):
                yield shared_errand(members[start : start + many.most])

    async def _postpone(self, todo: dict[str, deque[Errand]]) -> None:
        """What may not be begun for a while is left to a later round: no worker waits for who is busy or slow."""
        for origin, errands in list(todo.items()):
            wait = self._window.held(origin) or self._window.crowded(origin)
            later = [id for errand in errands for id in errand.ids] if wait else []
            if later:
                async with self._database.begin() as tx:
                    await tx.deliveries.postpone(later, until=self._clock.now() + wait, tenant=self._tenant)
                del todo[origin]

    def _take(self, todo: dict[str, deque[Errand]]) -> list[Errand]:
        """The first few whose origin has a place, taken off the list: no origin waits for another's place."""
        group: list[Errand] = []
        for origin, errands in list(todo.items()):
            while errands and len(group) < _CLAIMED_TOGETHER and self._window.try_take(origin):
                group.append(errands.popleft())
            if not errands:
                del todo[origin]
        return group

    async def _claimed(self, group: Sequence[Errand]) -> list[Errand]:
        """What of them is ours now. The ledger says `sending` before anything leaves."""
        mine: list[Errand] = []
        try:
            async with self._database.begin() as tx:
                take = partial(tx.deliveries.claim, claim=self._claim, now=self._clock.now(), tenant=self._tenant)
                alone = [id for errand in group if not errand.shared for id in errand.ids]
                taken = await take(alone) if alone else set()
                for errand in group:
                    if errand.shared:
                        taken |= await take(errand.ids, key=errand.key)
            mine = [_of(errand, taken) for errand in group if taken.intersection(errand.ids)]
        finally:
            kept = {errand.key for errand in mine}
            for errand in group:
                if errand.key not in kept:
                    self._window.give_back(_origin(errand))
        return mine

    async def _carry(self, errand: Errand, messages: Sequence[Message]) -> None:
        """Calls until the last message is there, one did not arrive, or the next may only come later."""
        outcome = await self._called(errand, messages)
        while outcome.deliveries[0].state is DeliveryState.SENDING:
            if not await self._advanced(outcome):
                break
            parcels = [replace(one, delivery=now) for one, now in zip(errand.parcels, outcome.deliveries, strict=True)]
            errand = replace(errand, parcels=tuple(parcels))
            outcome = await self._called(errand, messages)
        if outcome.refused:
            await self._divide(errand, messages)
        else:
            self._ended.put_nowait((errand, outcome))

    async def _called(self, errand: Errand, messages: Sequence[Message]) -> Outcome:
        async with self._window.calling(_origin(errand)):
            outcome = await call(
                errand, messages, channel=self._channel, clock=self._clock, late=self._late, threads=self._threads
            )
        self._window.answered(_origin(errand), in_time=outcome.answered)
        if outcome.hold:
            self._window.hold(_origin(errand), outcome.hold)
        return outcome

    async def _advanced(self, outcome: Outcome) -> bool:
        """Commits that a message arrived before the next one leaves; False when others have the work by now."""
        async with self._database.begin() as tx:
            kept = [
                await tx.deliveries.advance(one, claim=self._claim, tenant=self._tenant) for one in outcome.deliveries
            ]
        return all(kept)

    async def _divide(self, errand: Errand, messages: Sequence[Message]) -> None:
        """Of a list that was refused, each half by itself: in the end one bad address costs only itself."""
        first, second = errand.halves()
        async with self._database.begin() as tx:
            for half in (first, second):
                await tx.deliveries.share(half.ids, key=half.key, claim=self._claim, tenant=self._tenant)
        self._window.take(_origin(errand))  # the errand had one place, its halves need two
        await asyncio.gather(self._carry(first, messages), self._carry(second, messages))

    async def _settle_all(self) -> None:
        """Commits outcomes, a few at a time, for as long as the round lasts."""
        while True:
            ended = [await self._ended.get()]
            await asyncio.sleep(_SETTLE_PAUSE)
            while len(ended) < _SETTLED_TOGETHER and not self._ended.empty():
                ended.append(self._ended.get_nowait())
            await self._settle(ended)
            for errand, _ in ended:
                self._window.give_back(_origin(errand))
                self._ended.task_done()

    async def _settle(self, ended: Sequence[tuple[Errand, Outcome]]) -> None:
        settled = [delivery for _, outcome in ended for delivery in outcome.deliveries]
        gone = [(one, outcome.off) for errand, outcome in ended for one in errand.parcels if outcome.off]
        off = {one.subscription.id: reason for one, reason in gone}
        now = self._clock.now()
        told = [stopped_job(one.subscription, why, delivery=one.delivery.id, now=now) for one, why in gone]
        while True:
            try:
                async with self._database.begin() as tx:
                    await tx.deliveries.settle(settled, claim=self._claim, tenant=self._tenant)
                    await tx.subscriptions.suspend(off, tenant=self._tenant)
                    await tx.inbox.add(told if self._channel.tells_stopped else (), tenant=self._tenant, claim="")
            except StoreError:
                await asyncio.sleep(_STORE_PAUSE)
            else:
                return


def _origin(errand: Errand) -> str:
    return origin_of(errand.parcels[0].subscription)


def _of(errand: Errand, ids: set[str]) -> Errand:
    return replace(errand, parcels=tuple(one for one in errand.parcels if one.delivery.id in ids))


def _by_origin(errands: Iterator[Errand]) -> dict[str, deque[Errand]]:
    origins: defaultdict[str, deque[Errand]] = defaultdict(deque)
    for errand in errands:
        origins[_origin(errand)].append(errand)
    return dict(origins)
