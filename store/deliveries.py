"""Deliveries: the ledger of what was sent. One row per brief and subscription, whoever asks and how often."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import Row, select

from news.model import Delivery, DeliveryState
from store.statements import Repository, check_owner, owned
from store.tables import DELIVERIES

_CHANGING: Final = ("state", "attempts", "due", "updated", "platform_id", "error")


class Deliveries(Repository):
    async def put(self, delivery: Delivery, *, tenant: str) -> None:
        """Adds, or changes the one of this brief to this subscription, which keeps its id.

        Raises StoreError when the subscription is not stored.
        """
        check_owner([delivery], tenant)
        statement = self._upsert(DELIVERIES, key=("tenant", "brief", "subscription"), change=_CHANGING)
        await self._connection.execute(statement.values(asdict(delivery) | {"state": delivery.state.value}))

    async def get(self, brief: str, subscription: str, *, tenant: str) -> Delivery | None:
        pair = (DELIVERIES.c.brief == brief, DELIVERIES.c.subscription == subscription)
        row = await self._first(select(DELIVERIES).where(owned(DELIVERIES, tenant), *pair))
        return None if row is None else _delivery(row)

    async def list(self, *, tenant: str, state: DeliveryState | None = None) -> Sequence[Delivery]:
        """The first due first."""
        statement = select(DELIVERIES).where(owned(DELIVERIES, tenant)).order_by(DELIVERIES.c.due, DELIVERIES.c.id)
        if state is not None:
            statement = statement.where(DELIVERIES.c.state == state.value)
        return [_delivery(row) for row in await self._all(statement)]


def _delivery(row: Row[Any]) -> Delivery:
    values = dict(row._mapping)
    return Delivery(**values | {"state": DeliveryState(values["state"])})
