"""Metering: the ledger of model calls and the kept replies over the database, and the bill."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, tzinfo

from news.metering import AFTERMATHS, Allowed, ModelCall, Spent, spent_on, summed
from news.model import PUBLIC
from news.ports import Clock
from store.database import Database

KEPT = timedelta(days=30)
"""A reply that is older is asked for again: no edition reaches back so far."""
CALLS_KEPT = timedelta(days=60)
"""After that a call is only part of its day's sum."""
_BRIEFS = 200
_NO_MONEY = ("budget", "small_budget")
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

    async def get(self, key: str) -> str | None:
        async with self._database.read() as tx:
            return await tx.model_replies.get(key, since=self._clock.now() - KEPT)

    async def put(self, key: str, reply: str, *, lasting: bool = True) -> None:
        """What does not last is entered as if it were nearly as old as a reply may be."""
        now = self._clock.now()
        at = now if lasting else now - KEPT + USELESS_KEPT
        async with self._database.begin() as tx:
            await tx.model_replies.put(key, reply, at=at, since=now - KEPT)


async def spending(*, database: Database, since: datetime, until: datetime, zone: tzinfo) -> Sequence[Spent]:
    """By day, model and purpose, the latest day first."""
    async with database.read() as tx:
        calls = await tx.model_calls.list(since=since, until=until)
        days = await tx.model_calls.days(since=since.astimezone(zone).date(), until=until.astimezone(zone).date())
    found = summed([*days, *(spent_on(call, zone) for call in calls)])
    return sorted(found, key=lambda one: (-one.day.toordinal(), one.model, one.purpose))


async def spending_of_tenants(
    *, database: Database, since: datetime, until: datetime, zone: tzinfo
) -> Mapping[str, tuple[int, float]]:
    """Calls and USD by tenant, the dearest first; what all share stands under the install's own."""
    async with database.read() as tx:
        calls = await tx.model_calls.list(since=since, until=until)
        days = await tx.model_calls.days_of_tenants(
            since=since.astimezone(zone).date(), until=until.astimezone(zone).date()
        )
    found: dict[str, tuple[int, float]] = {}
    for tenant, one in [*days, *((call.tenant, spent_on(call, zone)) for call in calls)]:
        before = found.get(tenant, (0, 0.0))
        found[tenant] = before[0] + one.calls, before[1] + one.cost
    return dict(sorted(found.items(), key=lambda item: (-item[1][1], item[0])))


async def calls_of(*, database: Database, since: datetime, until: datetime) -> Sequence[ModelCall]:
    """Every tenant's single calls of that time, as far as they are still kept."""
    async with database.read() as tx:
        return await tx.model_calls.list(since=since, until=until)


async def without_budget(*, database: Database, since: datetime) -> int:
    """How many stories of the install's own briefs made since then no model wrote because the budget did not allow it."""
    async with database.read() as tx:
        briefs = await tx.briefs.list(tenant=PUBLIC, limit=_BRIEFS)
    stories = (story for brief in briefs if brief.made >= since for story in brief.stories)
    return sum(story.provenance is not None and story.provenance.note in _NO_MONEY for story in stories)


def became(calls: Sequence[ModelCall]) -> Mapping[str, int]:
    """How many calls ended how, the most frequent first: their outcome, and of those that brought a reply what became of it."""
    ends = Counter(
        next((end for end in AFTERMATHS if call.outcome == "ok" and call.detail.startswith(end)), call.outcome)
        for call in calls
    )
    return dict(ends.most_common())


async def forget_calls(*, database: Database, clock: Clock, zone: tzinfo) -> int:
    """Keeps of the calls before `CALLS_KEPT` only what each day's came to, and removes replies that are too old; how many calls."""
    now = clock.now()
    before = day_start(now - CALLS_KEPT, zone)
    gone = 0
    async with database.begin() as tx:
        for tenant in await tx.tenants.list():
            gone += await tx.model_calls.fold(tenant=tenant.id, before=before, zone=zone)
        await tx.model_replies.forget(before=now - KEPT)
    return gone


def day_start(moment: datetime, zone: tzinfo) -> datetime:
    """Midnight of the moment's day where the install is."""
    return moment.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
