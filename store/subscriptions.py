"""Subscriptions: an address, an edition and a local time."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Row, select

from news.model import Edition, Subscription
from store.statements import Repository, check_owner, owned
from store.tables import SUBSCRIPTIONS

_FIXED: Final = ("tenant", "id", "created")


class Subscriptions(Repository):
    async def put(self, subscription: Subscription, *, tenant: str) -> None:
        """Adds or changes by id; `created` stays. Raises StoreError when tenant or reader is not stored."""
        check_owner([subscription], tenant)
        values = _values(subscription)
        change = [name for name in values if name not in _FIXED]
        statement = self._upsert(SUBSCRIPTIONS, key=("tenant", "id"), change=change)
        await self._connection.execute(statement.values(values))

    async def get(self, id: str, *, tenant: str) -> Subscription | None:
        row = await self._first(select(SUBSCRIPTIONS).where(owned(SUBSCRIPTIONS, tenant), SUBSCRIPTIONS.c.id == id))
        return None if row is None else _subscription(row)

    async def list(self, *, tenant: str) -> Sequence[Subscription]:
        statement = select(SUBSCRIPTIONS).where(owned(SUBSCRIPTIONS, tenant)).order_by(SUBSCRIPTIONS.c.id)
        return [_subscription(row) for row in await self._all(statement)]


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
    }


def _subscription(row: Row[Any]) -> Subscription:
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
    )
