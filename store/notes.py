"""Notes: small things that a channel must remember. Not for what has a noun of its own."""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, delete, select

from store.statements import Repository, of_tenant, owned
from store.tables import NOTES

_ONE: Final = select(NOTES.c.value, NOTES.c.until).where(
    of_tenant(NOTES), NOTES.c.channel == bindparam("channel"), NOTES.c.key == bindparam("key")
)


class Notes(Repository):
    async def get(self, channel: str, key: str, *, tenant: str, now: datetime) -> str | None:
        row = await self._first(_ONE, tenant=tenant, channel=channel, key=key)
        return None if row is None or (row.until and row.until <= now) else str(row.value)

    async def put(self, channel: str, key: str, value: str | None, *, tenant: str, until: datetime | None) -> None:
        """None takes the note away."""
        if value is None:
            which = (owned(NOTES, tenant), NOTES.c.channel == channel, NOTES.c.key == key)
            await self._connection.execute(delete(NOTES).where(*which))
            return
        statement = self._upsert(NOTES, key=("tenant", "channel", "key"), change=("value", "until"))
        row = {"tenant": tenant, "channel": channel, "key": key, "value": value, "until": until}
        await self._many(statement, [row])

    async def erase(self, person: str, *, tenant: str) -> None:
        """What is noted of a person: under a key one of whose parts (between colons) is the platform's id of them."""
        named = NOTES.c.key.contains(person, autoescape=True)
        rows = await self._all(select(NOTES.c.key).where(owned(NOTES, tenant), named))
        keys = [row.key for row in rows if person in row.key.split(":")]
        await self._connection.execute(delete(NOTES).where(owned(NOTES, tenant), NOTES.c.key.in_(keys)))

    async def add(self, channel: str, key: str, value: str, *, tenant: str, until: datetime | None) -> bool:
        """False, and nothing changes, when the note is there already."""
        row = {"tenant": tenant, "channel": channel, "key": key, "value": value, "until": until}
        return await self._first(self._insert_new(NOTES).values(row).returning(NOTES.c.key)) is not None

    async def forget(self, *, tenant: str, now: datetime) -> None:
        """What is past its time."""
        await self._connection.execute(delete(NOTES).where(owned(NOTES, tenant), NOTES.c.until <= now))
