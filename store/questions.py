"""Questions as they were asked."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, select

from news.model import Question
from store.statements import Repository, check_owner, owned
from store.tables import QUESTIONS


class Questions(Repository):
    async def put(self, question: Question, *, tenant: str) -> None:
        """A question is asked once: an id that is stored already is left as it is."""
        check_owner([question], tenant)
        await self._connection.execute(self._insert_new(QUESTIONS).values(asdict(question)))

    async def get(self, id: str, *, tenant: str) -> Question | None:
        row = await self._first(select(QUESTIONS).where(owned(QUESTIONS, tenant), QUESTIONS.c.id == id))
        return None if row is None else _question(row)

    async def list(self, *, tenant: str, limit: int) -> Sequence[Question]:
        """The latest first."""
        statement = select(QUESTIONS).where(owned(QUESTIONS, tenant)).limit(limit)
        rows = await self._all(statement.order_by(QUESTIONS.c.asked.desc(), QUESTIONS.c.id))
        return [_question(row) for row in rows]


def _question(row: Row[Any]) -> Question:
    return Question(**row._mapping)
