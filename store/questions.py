"""Questions with their answers, as they were asked and given."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, delete, func, select, update

from news.asking import Answer, Exchange, Question
from store.asking import read_answer, read_evidence, write_answer, write_evidence
from store.statements import Repository, check_owner, of_tenant, owned
from store.tables import QUESTIONS

_LATEST = (QUESTIONS.c.asked.desc(), QUESTIONS.c.id)
_ONE: Final = select(QUESTIONS).where(of_tenant(QUESTIONS), QUESTIONS.c.id == bindparam("id"))
_SINCE: Final = bindparam("since", type_=QUESTIONS.c.asked.type)
_OF_THREAD: Final = (
    select(QUESTIONS)
    .where(of_tenant(QUESTIONS), QUESTIONS.c.thread == bindparam("thread"), QUESTIONS.c.thread != "")
    .where(QUESTIONS.c.asked >= _SINCE)
    .order_by(*_LATEST)
    .limit(bindparam("most"))
)
_CORRECTED: Final = (
    select(QUESTIONS)
    .where(of_tenant(QUESTIONS), QUESTIONS.c.corrected.is_not(None))
    .order_by(QUESTIONS.c.corrected.desc(), QUESTIONS.c.id)
    .limit(bindparam("most"))
)
_ASKED: Final = (
    select(func.count().label("all"), func.count().filter(QUESTIONS.c.reader == bindparam("reader")).label("own"))
    .select_from(QUESTIONS)
    .where(of_tenant(QUESTIONS), QUESTIONS.c.asked > _SINCE)
)


class Questions(Repository):
    async def put(self, exchange: Exchange, *, tenant: str) -> None:
        """A question is asked once: an id that is stored already is left as it is."""
        check_owner([exchange], tenant)
        await self._many(self._insert_new(QUESTIONS), [_values(exchange)])

    async def get(self, id: str, *, tenant: str) -> Exchange | None:
        row = await self._first(_ONE, tenant=tenant, id=id)
        return None if row is None else _exchange(row)

    async def list(self, *, tenant: str, limit: int) -> Sequence[Exchange]:
        """The latest first."""
        statement = select(QUESTIONS).where(owned(QUESTIONS, tenant)).limit(limit)
        return [_exchange(row) for row in await self._all(statement.order_by(*_LATEST))]

    async def some(self, ids: Sequence[str], *, tenant: str) -> Sequence[Exchange]:
        """Those of the ids that are kept, the latest first."""
        statement = select(QUESTIONS).where(owned(QUESTIONS, tenant), QUESTIONS.c.id.in_(ids))
        return [_exchange(row) for row in await self._all(statement.order_by(*_LATEST))]

    async def asked_by(self, reader: str, *, tenant: str) -> Sequence[Exchange]:
        """All that a reader asked, the latest first."""
        statement = select(QUESTIONS).where(owned(QUESTIONS, tenant), QUESTIONS.c.reader == reader)
        return [_exchange(row) for row in await self._all(statement.order_by(*_LATEST))]

    async def thread(self, thread: str, *, tenant: str, since: datetime, limit: int) -> Sequence[Exchange]:
        """What was asked in one conversation, the latest first."""
        rows = await self._all(_OF_THREAD, tenant=tenant, thread=thread, since=since, most=limit)
        return [_exchange(row) for row in rows]

    async def count(self, *, tenant: str, since: datetime, reader: str | None = None) -> tuple[int, int]:
        """Questions asked after `since`: of that reader, and of all."""
        row = await self._first(_ASKED, tenant=tenant, since=since, reader=reader)
        return (0, 0) if row is None else (int(row.own), int(row.all))

    async def correct(self, id: str, correction: Answer, *, tenant: str, at: datetime) -> None:
        """Keeps what the answer is replaced by, beside it."""
        statement = update(QUESTIONS).where(owned(QUESTIONS, tenant), QUESTIONS.c.id == id)
        await self._connection.execute(statement.values(correction=write_answer(correction), corrected=at))

    async def corrected(self, *, tenant: str, limit: int) -> Sequence[Exchange]:
        """Those whose answer was corrected, the latest correction first."""
        return [_exchange(row) for row in await self._all(_CORRECTED, tenant=tenant, most=limit)]

    async def erase(self, reader: str, *, tenant: str) -> Sequence[str]:
        """Removes what a reader asked; the ids of the answers that are gone with it."""
        statement = delete(QUESTIONS).where(owned(QUESTIONS, tenant), QUESTIONS.c.reader == reader)
        return [row.id for row in await self._all(statement.returning(QUESTIONS.c.id))]

    async def remove(self, ids: Sequence[str], *, tenant: str) -> None:
        await self._connection.execute(delete(QUESTIONS).where(owned(QUESTIONS, tenant), QUESTIONS.c.id.in_(ids)))

    async def purge(self, *, tenant: str, before: datetime) -> Sequence[str]:
        """Removes what was asked before; the ids."""
        statement = delete(QUESTIONS).where(owned(QUESTIONS, tenant), QUESTIONS.c.asked < before)
        return [row.id for row in await self._all(statement.returning(QUESTIONS.c.id))]


def _values(exchange: Exchange) -> dict[str, Any]:
    asked = exchange.question
    return {
        "tenant": asked.tenant,
        "id": asked.id,
        "reader": asked.reader,
        "thread": asked.thread,
        "story": asked.story,
        "text": asked.text,
        "language": asked.language,
        "asked": asked.asked,
        "answer": write_answer(exchange.answer),
        "evidence": write_evidence(exchange.evidence),
        "correction": write_answer(exchange.correction) if exchange.correction else "",
        "corrected": exchange.corrected,
    }


def _exchange(row: Row[Any]) -> Exchange:
    asked = Question(
        id=row.id,
        tenant=row.tenant,
        reader=row.reader,
        text=row.text,
        language=row.language,
        asked=row.asked,
        thread=row.thread,
        story=row.story,
    )
    correction = read_answer(row.correction) if row.correction else None
    return Exchange(asked, read_answer(row.answer), read_evidence(row.evidence), correction, row.corrected)
