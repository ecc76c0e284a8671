"""The stories that people saved."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select

from store.statements import Repository, owned
from store.tables import SAVED


class Saved(Repository):
    async def put(self, story: str, *, reader: str, tenant: str, at: datetime) -> None:
        """A story is saved once. Raises StoreError when the reader is not stored."""
        statement = self._insert_new(SAVED).values(tenant=tenant, reader=reader, story=story, at=at)
        await self._connection.execute(statement)

    async def remove(self, story: str, *, reader: str, tenant: str) -> None:
        which = (owned(SAVED, tenant), SAVED.c.reader == reader, SAVED.c.story == story)
        await self._connection.execute(delete(SAVED).where(*which))

    async def erase(self, reader: str, *, tenant: str) -> int:
        """A person's whole list; how long it was."""
        which = (owned(SAVED, tenant), SAVED.c.reader == reader)
        return (await self._connection.execute(delete(SAVED).where(*which))).rowcount

    async def list(self, *, reader: str, tenant: str, limit: int) -> Sequence[str]:
        """Story ids, the latest saved first."""
        statement = select(SAVED.c.story).where(owned(SAVED, tenant), SAVED.c.reader == reader)
        rows = await self._all(statement.order_by(SAVED.c.at.desc(), SAVED.c.story).limit(limit))
        return [row.story for row in rows]
