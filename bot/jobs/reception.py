"""What platforms send: kept before it is acknowledged, worked on at once, and after a crash by whoever is alive."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from typing import Final

from bot.jobs.gate import Gate
from bot.jobs.gathering import Gathering
from bot.newsroom.delivering.claims import Claims
from news.errors import BadInput, DeliveryError, NewsError, StoreError
from news.frontdesk import FrontDesk
from news.inbound import Inbound
from news.model import Tenant
from news.ports import Channel, Clock
from store.database import Database
from store.inbox import Waiting

_BACKLOG: Final = 2000
"""Of what waits, so many are kept in memory; the rest waits in the database."""
_SWEEP: Final = 5.0
_TRIES: Final = 5
_WAITS: Final = (2, 10, 60, 300)
_AT_HAND: Final = timedelta(minutes=1)
"""What may go on so soon waits in memory, in its place in the conversation; what must wait longer waits in the database."""
_PATIENCE: Final = timedelta(days=1)
"""After so long nobody waits for an answer any more, however often the platform asked for patience."""
_KEPT: Final = timedelta(days=7)
"""For so long an id is known, so that what a platform sends again is not taken twice."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reach:
    """What a job is worked on with."""

    channels: Mapping[str, Channel]
    desk: FrontDesk


class Reception:
    """An Inbox (see news.ports) of one process. `run` for as long as jobs shall be worked on."""

    def __init__(self, *, database: Database, clock: Clock, claims: Claims, reach: Reach) -> None:
        self._database, self._clock, self._claims, self._reach = database, clock, claims, reach
        self._claim = claims.begin()
        self._gate = Gate()
        self._tails: dict[tuple[str, str, str], asyncio.Task[None]] = {}
        self._tenants: set[str] = set()
        self._working = False
        self._closing = asyncio.Event()
        self._arriving = Gathering(self._keep)
        self._ended = Gathering(self._finish)

    async def put(self, jobs: Sequence[Inbound]) -> int:
        self._gate.arrived()
        return await self._arriving.add(jobs)

    async def _keep(self, arrived: Sequence[Sequence[Inbound]]) -> list[int]:
        """How many were new of each that arrived; of two alike the first is."""
        first: dict[tuple[str, str, str], Inbound] = {}
        for job in chain.from_iterable(arrived):
            first.setdefault(_key(job), job)
        by_owner: defaultdict[tuple[str, str], list[Inbound]] = defaultdict(list)
        for job in first.values():
            by_owner[job.tenant, job.channel].append(job)
        held = self._claim if self._working and len(self._tails) < _BACKLOG else ""
        fresh: list[Inbound] = []
        async with self._database.begin() as tx:
            for (tenant, _), theirs in by_owner.items():
                if tenant not in self._tenants and await tx.tenants.get(tenant) is None:
                    await tx.tenants.put(Tenant(tenant, tenant, self._clock.now()))
                new = await tx.inbox.add(theirs, tenant=tenant, claim=held)
                fresh += [job for job in theirs if job.id in new]
        self._tenants.update(tenant for tenant, _ in by_owner)
        if held:
            for job in fresh:
                self._begin(Waiting(job, 0))
        new_ones = {id(job) for job in fresh}
        return [sum(id(job) in new_ones for job in jobs) for jobs in arrived]

    async def run(self) -> None:
        """Until cancelled. What others left, or could not take, is taken up here."""
        self._working = True
        try:
            while True:
                try:
                    await self._sweep()
                except StoreError as error:
                    _log.warning("the inbox could not be read: %s", error)
                await asyncio.sleep(_SWEEP)
        finally:
            self._working = False

    async def close(self, grace: float) -> None:
        """What was begun may end within `grace` seconds; what does not stays in the inbox for the next process."""
        self._closing.set()
        running = list(self._tails.values())
        if running:
            _, late = await asyncio.wait(running, timeout=grace)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._arriving.settled()
        await self._ended.settled()
        self._claims.end(self._claim)

    async def _sweep(self) -> None:
        room = _BACKLOG - len(self._tails)
        async with self._database.read() as tx:
            tenants = [tenant.id for tenant in await tx.tenants.list()]
            claims = await tx.inbox.claims(tenant=tenants)
        nobodys = await self._claims.dead(claims - {""}) | (claims & {""})
        if not nobodys or room <= 0:
            return
        async with self._database.begin() as tx:
            taken = await tx.inbox.take(
                tenant=tenants, claims=nobodys, claim=self._claim, now=self._clock.now(), limit=room
            )
        for waiting in taken:
            self._begin(waiting)

    def _begin(self, waiting: Waiting) -> None:
        """One conversation's jobs one after the other, in the order in which they came."""
        job = waiting.job
        key = (job.channel, job.tenant, job.conversation)
        task = asyncio.ensure_future(self._after(self._tails.get(key), waiting))
        self._tails[key] = task
        task.add_done_callback(lambda done: self._tails.pop(key) if self._tails.get(key) is done else None)

    async def _after(self, before: asyncio.Task[None] | None, waiting: Waiting) -> None:
        """A job that must wait is not in the gate meanwhile, so it holds up its own conversation alone."""
        if before is not None:
            await asyncio.wait([before])
        while not self._closing.is_set():
            async with self._gate.turn(urgent=waiting.job.urgent):
                wait = await self._work(waiting)
            if wait is None:
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), wait.total_seconds())

    async def _work(self, waiting: Waiting) -> timedelta | None:
        """How long it is to wait before it is worked on again here, None when it is done with or put back."""
        job = waiting.job
        try:
            channel = self._reach.channels.get(job.channel)
            if channel is None or channel.handler is None:
                raise NewsError(job.channel, "this channel is not set up any more")
            await channel.handler.handle(job, self._reach.desk)
        except DeliveryError as error:
            if error.retry_after is not None and not error.permanent:
                return await self._put_off(waiting, error, error.retry_after)
            await self._failed(waiting, error, again=not error.permanent)
        except BadInput as error:
            _log.info("a %s event was left: %s", job.channel, error)
            await self._settle(job, str(error)[:500])
        except NewsError as error:
            await self._failed(waiting, error, again=isinstance(error, StoreError))
        except Exception as error:
            _log.exception("a fault while a %s event was worked on", job.channel)
            await self._failed(waiting, error, again=True)
        else:
            await self._settle(job)
        return None

    async def _put_off(self, waiting: Waiting, error: DeliveryError, wait: timedelta) -> timedelta | None:
        """The platform, or our own pace, says when: that is no failure, and is not counted as a try."""
        job, now = waiting.job, self._clock.now()
        if now - job.received > _PATIENCE:
            _log.warning("a %s event was given up after a day of waiting: %s", job.channel, error)
            await self._settle(job, str(error)[:500])
            return None
        if wait <= _AT_HAND:
            return wait
        await self._put_back(waiting, attempts=waiting.attempts, wait=wait, reason=str(error)[:500])
        return None

    async def _failed(self, waiting: Waiting, error: Exception, *, again: bool) -> None:
        job, tried = waiting.job, waiting.attempts + 1
        reason = str(error)[:500]
        if not again or tried >= _TRIES:
            _log.warning("a %s event was given up after %s attempts: %s", job.channel, tried, reason)
            await self._settle(job, reason)
            return
        wait = timedelta(seconds=_WAITS[min(tried, len(_WAITS)) - 1])
        await self._put_back(waiting, attempts=tried, wait=wait, reason=reason)

    async def _put_back(self, waiting: Waiting, *, attempts: int, wait: timedelta, reason: str) -> None:
        job, retry_at = waiting.job, self._clock.now() + wait
        try:
            async with self._database.begin() as tx:
                await tx.inbox.put_back(job, tenant=job.tenant, attempts=attempts, retry_at=retry_at, error=reason)
        except StoreError as fault:
            _log.warning("the inbox could not be written: %s", fault)

    async def _settle(self, job: Inbound, error: str = "") -> None:
        try:
            await self._ended.add((job, error))
        except StoreError as fault:
            _log.warning("the inbox could not be written: %s", fault)

    async def _finish(self, ended: Sequence[tuple[Inbound, str]]) -> list[None]:
        by_tenant: defaultdict[str, list[tuple[Inbound, str]]] = defaultdict(list)
        for job, error in ended:
            by_tenant[job.tenant].append((job, error))
        async with self._database.begin() as tx:
            for tenant, theirs in by_tenant.items():
                errors = {job.id: error for job, error in theirs if error}
                await tx.inbox.finish([job for job, _ in theirs], tenant=tenant, errors=errors)
        return [None] * len(ended)


def _key(job: Inbound) -> tuple[str, str, str]:
    return job.tenant, job.channel, job.id


async def forget_old(*, database: Database, clock: Clock, tenants: Collection[str]) -> None:
    """Ids and notes that nobody needs any more."""
    now = clock.now()
    for tenant in tenants:
        async with database.begin() as tx:
            await tx.inbox.forget(tenant=tenant, before=now - _KEPT)
            await tx.notes.forget(tenant=tenant, now=now)
