"""Replies of a language model by the hash of what led to them. Shared by everybody: only the same inputs find one."""

from datetime import datetime

from sqlalchemy import delete, select

from store.statements import Repository
from store.tables import MODEL_REPLIES


class ModelReplies(Repository):
    async def get(self, key: str, *, since: datetime) -> str | None:
        """The reply, if it was kept at that moment or later."""
        found = select(MODEL_REPLIES.c.reply).where(MODEL_REPLIES.c.key == key, MODEL_REPLIES.c.kept >= since)
        row = await self._first(found)
        return None if row is None else str(row.reply)

    async def put(self, key: str, reply: str, *, at: datetime, since: datetime) -> None:
        """The first reply stays, unless it was kept before `since`: what was told with it is told the same again."""
        old = MODEL_REPLIES.c.key == key, MODEL_REPLIES.c.kept < since
        await self._connection.execute(delete(MODEL_REPLIES).where(*old))
        await self._connection.execute(self._insert_new(MODEL_REPLIES).values(key=key, reply=reply, kept=at))

    async def forget(self, *, before: datetime) -> None:
        """What was kept before that moment."""
        await self._connection.execute(delete(MODEL_REPLIES).where(MODEL_REPLIES.c.kept < before))
