"""Schedules: which subscriptions are due, over an index, for all tenants at once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update

from news.model import Subscription
from news.timetable import Due
from store.statements import Repository, owned
from store.subscriptions import subscription_of
from store.tables import SUBSCRIPTIONS


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A subscription and what is due next for it."""

    subscription: Subscription
    due: Due


class Schedules(Repository):
    async def due(self, *, tenant: Collection[str], until: datetime, limit: int) -> list[Scheduled]:
        """What is due by then, the first due first, locked against others who look for it."""
        statement = (
            select(SUBSCRIPTIONS)
            .where(SUBSCRIPTIONS.c.next_due_at <= until, SUBSCRIPTIONS.c.tenant.in_(tenant))
            .order_by(SUBSCRIPTIONS.c.next_due_at, SUBSCRIPTIONS.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        rows = await self._all(statement)
        return [Scheduled(subscription_of(row), Due(row.next_due_at, row.next_day)) for row in rows]

    async def next(self, *, tenant: str) -> Mapping[str, Due]:
        """Subscription id to what is due next for it; one that is off is left out."""
        statement = select(SUBSCRIPTIONS.c.id, SUBSCRIPTIONS.c.next_due_at, SUBSCRIPTIONS.c.next_day)
        on = (owned(SUBSCRIPTIONS, tenant), SUBSCRIPTIONS.c.next_due_at.is_not(None))
        return {row.id: Due(row.next_due_at, row.next_day) for row in await self._all(statement.where(*on))}

    async def set(self, dues: Mapping[str, Due | None], *, tenant: str) -> None:
        """Subscription id to what is due next for it, None for nothing."""
        which = (owned(SUBSCRIPTIONS, tenant), SUBSCRIPTIONS.c.id == bindparam("subscription"))
        statement = update(SUBSCRIPTIONS).where(*which)
        statement = statement.values(next_due_at=bindparam("new_at"), next_day=bindparam("new_day"))
        rows = [
            {"subscription": id, "new_at": due.at if due else None, "new_day": due.day if due else None}
            for id, due in sorted(dues.items())
        ]
        await self._many(statement, rows)
