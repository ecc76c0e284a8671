"""Subscriptions: an address, an edition and a local time."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Row, bindparam, delete, func, select, update

from news.model import Edition, Subscription
from store.statements import Repository, check_owner, chunks, owned
from store.tables import DELIVERIES, SUBSCRIPTIONS

_FIXED: Final = ("tenant", "id", "created")


class Subscriptions(Repository):
    async def put(self, subscriptions: Sequence[Subscription], *, tenant: str) -> None:
        """Adds or changes by id; `created` and what is due next stay. Raises StoreError when tenant or reader is not stored."""
        check_owner(subscriptions, tenant)
        if not subscriptions:
            return
        rows = [_values(subscription) for subscription in subscriptions]
        change = [name for name in rows[0] if name not in _FIXED]
        await self._many(self._upsert(SUBSCRIPTIONS, key=("tenant", "id"), change=change), rows)

    async def get(self, id: str, *, tenant: str) -> Subscription | None:
        row = await self._first(select(SUBSCRIPTIONS).where(owned(SUBSCRIPTIONS, tenant), SUBSCRIPTIONS.c.id == id))
        return None if row is None else subscription_of(row)

    async def list(self, *, tenant: str) -> Sequence[Subscription]:
        statement = select(SUBSCRIPTIONS).where(owned(SUBSCRIPTIONS, tenant)).order_by(SUBSCRIPTIONS.c.id)
        return [subscription_of(row) for row in await self._all(statement)]

    async def audience(self, channel: str, *, tenant: str) -> int:
        """How many subscriptions of a channel are not suspended."""
        on = (owned(SUBSCRIPTIONS, tenant), SUBSCRIPTIONS.c.channel == channel, SUBSCRIPTIONS.c.suspended == "")
        row = await self._first(select(func.count().label("rows")).select_from(SUBSCRIPTIONS).where(*on))
        return 0 if row is None else int(row.rows)

    async def suspend(self, reasons: Mapping[str, str], *, tenant: str) -> None:
        """Subscription id to why nothing is sent any more; nothing is due for it from now on."""
        which = (owned(SUBSCRIPTIONS, tenant), SUBSCRIPTIONS.c.id == bindparam("subscription"))
        statement = update(SUBSCRIPTIONS).where(*which)
        statement = statement.values(suspended=bindparam("reason"), next_due_at=None, next_day=None)
        await self._many(statement, [{"subscription": id, "reason": why} for id, why in sorted(reasons.items())])

    async def remove(self, ids: Collection[str], *, tenant: str) -> int:
        """How many there were. Their deliveries go with them, and so does every address and secret."""
        removed = 0
        for some in chunks(ids):
            theirs = (owned(DELIVERIES, tenant), DELIVERIES.c.subscription.in_(some))
            await self._connection.execute(delete(DELIVERIES).where(*theirs))
            statement = delete(SUBSCRIPTIONS).where(owned(SUBSCRIPTIONS, tenant), SUBSCRIPTIONS.c.id.in_(some))
            removed += len(await self._all(statement.returning(SUBSCRIPTIONS.c.id)))
        return removed


def _values(subscription: Subscription) -> dict[str, Any]:
    edition = subscription.edition
    return {
        "tenant": subscription.tenant,
        "id": subscription.id,
        "reader": subscription.reader,
        "channel": subscription.channel,
        "address": subscription.address,
        "edition_tenant": edition.tenant,
        "language": edition.language,
        "minutes": edition.minutes,
        "topics": edition.topics,
        "zone": subscription.zone,
        "time": subscription.time,
        "weekdays": tuple(str(day) for day in sorted(subscription.weekdays)),
        "created": subscription.created,
        "paused_until": subscription.paused_until,
        "suspended": subscription.suspended,
        "secret": subscription.secret,
        "quiet_line": subscription.quiet_line,
    }


def subscription_of(row: Row[Any]) -> Subscription:
    """From a row that holds every column of the table; it may hold others too."""
    return Subscription(
        id=row.id,
        tenant=row.tenant,
        reader=row.reader,
        channel=row.channel,
        address=row.address,
        edition=Edition(row.language, row.minutes, row.topics, row.edition_tenant),
        zone=row.zone,
        time=row.time,
        weekdays=frozenset(int(day) for day in row.weekdays),
        created=row.created,
        paused_until=row.paused_until,
        suspended=row.suspended,
        secret=row.secret,
        quiet_line=row.quiet_line,
    )
