"""Notes: small things that a channel must remember. Not for what has a noun of its own."""

from datetime import datetime

from sqlalchemy import delete, select

from store.statements import Repository, owned
from store.tables import NOTES


class Notes(Repository):
    async def get(self, channel: str, key: str, *, tenant: str, now: datetime) -> str | None:
        which = (owned(NOTES, tenant), NOTES.c.channel == channel, NOTES.c.key == key)
        row = await self._first(select(NOTES.c.value, NOTES.c.until).where(*which))
        return None if row is None or (row.until and row.until <= now) else str(row.value)

    async def put(self, channel: str, key: str, value: str | None, *, tenant: str, until: datetime | None) -> None:
        """None takes the note away."""
        if value is None:
            which = (owned(NOTES, tenant), NOTES.c.channel == channel, NOTES.c.key == key)
            await self._connection.execute(delete(NOTES).where(*which))
            return
        statement = self._upsert(NOTES, key=("tenant", "channel", "key"), change=("value", "until"))
        await self._connection.execute(
            statement.values(tenant=tenant, channel=channel, key=key, value=value, until=until)
        )

    async def forget(self, *, tenant: str, now: datetime) -> None:
        """What is past its time."""
        await self._connection.execute(delete(NOTES).where(owned(NOTES, tenant), NOTES.c.until <= now))
