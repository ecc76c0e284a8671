"""Subscribe: an address, an edition and a local time; changed, paused and removed by whoever runs this install."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from bot.newsroom.making.editions import short_id
from news.errors import BadInput
from news.model import PUBLIC, DeliveryState, Edition, Subscription
from news.ports import Channel, Clock
from news.timetable import Due, local_date, next_due, parse_time, parse_zone
from news.wishes import Subscribed, Wish
from store.database import Database

FOR_GOOD: Final = date.max
"""A pause without an end."""
_RETRIED_AT_MOST: Final = 100_000


async def subscribe(
    *, database: Database, clock: Clock, channel: Channel, wishes: Sequence[Wish], tenant: str = PUBLIC
) -> list[Subscribed]:
    """Adds, or changes what is there for the same address and edition: a pause stays, a suspension ends.

    Nobody is subscribed twice to the same; of two wishes for one the later holds. All or none: raises BadInput for a wish
    that cannot be met.
    """
    async with database.begin() as tx:
        known = {one.id: one for one in await tx.subscriptions.list(tenant=tenant)}
        made: dict[str, Subscribed] = {}
        for wish in wishes:
            one = _made(wish, channel, clock, tenant, known)
            if first := made.get(one.subscription.id):
                one = replace(one, new=first.new, secret="" if wish.secret else first.secret, resumed=first.resumed)
            made[one.subscription.id] = one
        await tx.subscriptions.put([one.subscription for one in made.values()], tenant=tenant)
        made = {id: replace(one, due=_first_due(one, clock)) for id, one in made.items()}
        await tx.schedules.set({id: one.due for id, one in made.items()}, tenant=tenant)
    return list(made.values())


async def subscribe_address(
    *, database: Database, clock: Clock, channel: Channel, wish: Wish, tenant: str, reader: str | None
) -> Subscribed:
    """One subscription per address, as chats have it: the one that is there is changed, keeps its ledger and is on again.

    Raises BadInput for a wish that cannot be met.
    """
    async with database.begin() as tx:
        known = {one.id: one for one in await tx.subscriptions.list(tenant=tenant)}
        made = _made(wish, channel, clock, tenant, known)
        theirs = [
            one for one in known.values() if (one.channel, one.address) == (channel.name, made.subscription.address)
        ]
        before = min((one for one in theirs if one is not made.subscription), key=lambda one: one.created, default=None)
        if before is not None and made.new:
            kept = replace(made.subscription, id=before.id, created=before.created, secret=before.secret)
            if wish.quiet_line is None:
                kept = replace(kept, quiet_line=before.quiet_line)
            made = Subscribed(kept, new=False, secret="")
        on = replace(made.subscription, reader=reader or made.subscription.reader, paused_until=None)
        made = replace(made, subscription=on)
        await tx.subscriptions.put([made.subscription], tenant=tenant)
        due = _first_due(made, clock) if wish.at_once else _due_after_now(made.subscription, clock)
        await tx.schedules.set({made.subscription.id: due}, tenant=tenant)
    return replace(made, due=due)


def check_wish(wish: Wish, channel: Channel) -> None:
    """Raises BadInput as `subscribe` would, and stores nothing."""
    parse_zone(wish.zone), parse_time(wish.time)
    channel.admit(wish.to, wish.secret, PUBLIC)


def _made(wish: Wish, channel: Channel, clock: Clock, tenant: str, known: dict[str, Subscription]) -> Subscribed:
    given = channel.admit(wish.to, wish.secret, tenant)
    id = _id(tenant, channel.name, given.value, wish.edition)
    before = known.get(id)
    secret = given.secret if wish.secret or before is None else before.secret
    subscription = Subscription(
        id=id,
        tenant=tenant,
        reader=before.reader if before else None,
        channel=channel.name,
        address=given.value,
        edition=wish.edition,
        zone=parse_zone(wish.zone),
        time=parse_time(wish.time),
        weekdays=wish.weekdays,
        created=before.created if before else clock.now(),
        secret=secret,
        paused_until=before.paused_until if before else None,
        quiet_line=bool(before and before.quiet_line) if wish.quiet_line is None else wish.quiet_line,
    )
    known[id] = subscription
    made_secret = "" if wish.secret or before else secret
    return Subscribed(subscription, before is None, made_secret, resumed=before.suspended if before else "")


def _id(tenant: str, channel: str, address: str, edition: Edition) -> str:
    parts = (tenant, channel, address, edition.language, str(edition.minutes), ",".join(edition.topics))
    return "sub_" + short_id("\n".join(parts))


def _first_due(one: Subscribed, clock: Clock) -> Due | None:
    """A new subscription gets today's brief now; it counts as today's, so the morning brings no second one."""
    now = clock.now()
    if one.new:
        return Due(now, local_date(one.subscription.zone, now))
    return _due_after_now(one.subscription, clock)


async def list_subscriptions(*, database: Database, tenant: str = PUBLIC) -> list[tuple[Subscription, Due | None]]:
    """Each with what is due next for it, None when it is off."""
    async with database.read() as tx:
        found = await tx.subscriptions.list(tenant=tenant)
        dues = await tx.schedules.next(tenant=tenant)
    return [(one, dues.get(one.id)) for one in found]


async def list_everywhere(*, database: Database) -> list[tuple[Subscription, Due | None]]:
    """As `list_subscriptions`, of every tenant: for whoever runs this install."""
    return [
        one
        for tenant in await every_tenant(database)
        for one in await list_subscriptions(database=database, tenant=tenant)
    ]


async def every_tenant(database: Database) -> list[str]:
    async with database.read() as tx:
        return [tenant.id for tenant in await tx.tenants.list()]


async def pause(
    *, database: Database, clock: Clock, ids: Sequence[str], until: date | None, tenant: str | None = PUBLIC
) -> list[Subscription]:
    """Nothing is sent before the date `until`, or until it is resumed. Raises BadInput for an unknown id.

    Here and below, the tenant None means any: for whoever runs this install.
    """
    changed = [replace(one, paused_until=until or FOR_GOOD) for one in await _named(ids, database, tenant)]
    return await _keep(changed, database, clock)


async def resume(
    *, database: Database, clock: Clock, ids: Sequence[str], tenant: str | None = PUBLIC
) -> list[Subscription]:
    """Ends a pause or a suspension. Raises BadInput for an unknown id."""
    changed = [replace(one, paused_until=None, suspended="") for one in await _named(ids, database, tenant)]
    return await _keep(changed, database, clock)


async def remove(*, database: Database, ids: Sequence[str], tenant: str | None = PUBLIC) -> int:
    """With everything that was kept of them; how many. Raises BadInput for an unknown id."""
    found = await _named(ids, database, tenant)
    async with database.begin() as tx:
        return sum(
            [await tx.subscriptions.remove([one.id for one in theirs], tenant=of) for of, theirs in _by_tenant(found)]
        )


async def retry_deliveries(
    *,
    database: Database,
    clock: Clock,
    ids: Sequence[str],
    states: Sequence[DeliveryState],
    tenant: str = PUBLIC,
) -> set[str]:
    """Makes deliveries due again, by id or all in those states, and puts their subscriptions on again; their ids."""
    now = clock.now()
    async with database.begin() as tx:
        found = await tx.deliveries.find(tenant=tenant, limit=_RETRIED_AT_MOST, ids=ids, states=states)
        revived = await tx.deliveries.revive([one.delivery.id for one in found], now=now, tenant=tenant)
        off = {one.subscription.id: one.subscription for one in found if one.delivery.id in revived}
        back = [replace(one, suspended="") for one in off.values() if one.suspended]
        await tx.subscriptions.put(back, tenant=tenant)
        await tx.schedules.set({one.id: _due_after_now(one, clock) for one in back}, tenant=tenant)
    return revived


async def _named(ids: Sequence[str], database: Database, tenant: str | None) -> list[Subscription]:
    """By id or by address; an address may have several."""
    tenants = await every_tenant(database) if tenant is None else [tenant]
    async with database.read() as tx:
        known = [one for of in tenants for one in await tx.subscriptions.list(tenant=of)]
    found: dict[str, Subscription] = {}
    for id in ids:
        meant = [one for one in known if id in (one.id, one.address)]
        if not meant:
            reason = "there is none; `ainews subscribers list` shows them"
            raise BadInput(f"subscription {id!r}", reason, wording="gone")
        found.update((one.id, one) for one in meant)
    return list(found.values())


async def _keep(changed: Sequence[Subscription], database: Database, clock: Clock) -> list[Subscription]:
    async with database.begin() as tx:
        for tenant, theirs in _by_tenant(changed):
            await tx.subscriptions.put(theirs, tenant=tenant)
            dues = {one.id: None if one.suspended else _due_after_now(one, clock) for one in theirs}
            await tx.schedules.set(dues, tenant=tenant)
    return list(changed)


def _by_tenant(found: Sequence[Subscription]) -> list[tuple[str, list[Subscription]]]:
    tenants = dict.fromkeys(one.tenant for one in found)
    return [(tenant, [one for one in found if one.tenant == tenant]) for tenant in tenants]


def _due_after_now(one: Subscription, clock: Clock) -> Due | None:
    return next_due(one.zone, one.time, one.weekdays, one.paused_until, after=clock.now())
