"""Metering: the ledger of model calls and the kept replies over the database, and the bill."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from news.metering import Allowed, ModelCall, Purpose
from news.model import PUBLIC
from news.ports import Clock
from store.database import Database

KEPT = timedelta(days=30)
"""A reply that is older is asked for again: no edition reaches back so far."""
USELESS_KEPT = timedelta(hours=6)
"""So long one that could not be used is not asked for again."""


class DatabaseLedger:
    """Implements `news.ports.Ledger`. A day is one of `zone`; budgets in USD, `per_minute` calls per provider, 0 = any number.

    The install's own tenant is not held to `tenant_budget`: what it pays is everybody's.
    """

    def __init__(
        self, database: Database, *, zone: tzinfo, install_budget: float, tenant_budget: float, per_minute: int
    ) -> None:
        self._database, self._zone = database, zone
        self._install, self._tenant, self._per_minute = install_budget, tenant_budget, per_minute

    async def reserve(self, call: ModelCall) -> None:
        allowed = Allowed(
            since=day_start(call.at, self._zone),
            install=self._install,
            tenant=None if call.tenant == PUBLIC else self._tenant,
            per_minute=self._per_minute,
        )
        async with self._database.begin() as tx:
            await tx.model_calls.reserve(call, allowed)

    async def settle(self, call: ModelCall) -> None:
        async with self._database.begin() as tx:
            await tx.model_calls.settle(call)


class DatabaseReplies:
    """Implements `news.ports.Replies`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self._tidied = False

    async def get(self, key: str) -> str | None:
        async with self._database.read() as tx:
            return await tx.model_replies.get(key, since=self._clock.now() - KEPT)

    async def put(self, key: str, reply: str, *, lasting: bool = True) -> None:
        """What does not last is entered as if it were nearly as old as a reply may be."""
        now = self._clock.now()
        at = now if lasting else now - KEPT + USELESS_KEPT
        async with self._database.begin() as tx:
            await tx.model_replies.put(key, reply, at=at, since=now - KEPT)
            if not self._tidied:
                await tx.model_replies.forget(before=now - KEPT)
        self._tidied = True


@dataclass(frozen=True, slots=True)
class Spent:
    """Calls of one day, model and purpose. `unpriced` of them have no known price and count as 0; `failed` brought no reply."""

    day: date
    model: str
    purpose: Purpose
    calls: int = 0
    failed: int = 0
    unpriced: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float = 0.0


async def spending(*, database: Database, since: datetime, until: datetime, zone: tzinfo) -> Sequence[Spent]:
    """By day, model and purpose, the latest day first."""
    async with database.read() as tx:
        calls = await tx.model_calls.list(since=since, until=until)
    rows: defaultdict[tuple[date, str, Purpose], list[ModelCall]] = defaultdict(list)
    for call in calls:
        rows[call.at.astimezone(zone).date(), call.model, call.purpose].append(call)
    found = [_sum(Spent(*key), some) for key, some in rows.items()]
    return sorted(found, key=lambda one: (-one.day.toordinal(), one.model, one.purpose))


def _sum(empty: Spent, calls: Sequence[ModelCall]) -> Spent:
    return replace(
        empty,
        calls=len(calls),
        failed=sum(call.outcome != "ok" for call in calls),
        unpriced=sum(not call.priced for call in calls),
        input_tokens=sum(call.input_tokens for call in calls),
        output_tokens=sum(call.output_tokens for call in calls),
        cost=sum(call.cost for call in calls),
    )


def day_start(moment: datetime, zone: tzinfo) -> datetime:
    """Midnight of the moment's day where the install is."""
    return moment.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
