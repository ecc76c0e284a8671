"""Replies of a language model by the hash of what led to them. Shared by everybody: only the same inputs find one."""

from datetime import datetime

from sqlalchemy import delete, select

from store.statements import Repository
from store.tables import MODEL_REPLIES


class ModelReplies(Repository):
    async def get(self, key: str) -> str | None:
        row = await self._first(select(MODEL_REPLIES.c.reply).where(MODEL_REPLIES.c.key == key))
        return None if row is None else str(row.reply)

    async def put(self, key: str, reply: str, *, at: datetime) -> None:
        """The first reply stays: what was told with it is told the same again."""
        await self._connection.execute(self._insert_new(MODEL_REPLIES).values(key=key, reply=reply, kept=at))

    async def forget(self, *, before: datetime) -> None:
        """What was kept before that moment."""
        await self._connection.execute(delete(MODEL_REPLIES).where(MODEL_REPLIES.c.kept < before))
