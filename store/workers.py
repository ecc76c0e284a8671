"""Workers: the processes that do durable work on one PostgreSQL, and which of them are alive. All times are the server's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import func, select, true, type_coerce, update

from store.columns import UtcDateTime
from store.statements import Repository
from store.tables import WORKERS

_TAKING_OVER: Final = 0x61696E777265
"""The number of PostgreSQL's advisory lock."""


@dataclass(frozen=True, slots=True)
class Worker:
    """`place` says which process on which machine; `silent`: no heartbeat for so long that it counts as dead."""

    id: str
    token: str
    place: str
    heartbeat: datetime
    silent: bool
    dead: bool


class Workers(Repository):
    async def enlist(self, id: str, *, token: str, place: str, instead_of: str | None) -> bool:
        """Takes an id: a new one, or that of the worker with the token `instead_of`. False when another was faster."""
        now = func.now()
        values: dict[str, Any] = {"token": token, "place": place, "started": now, "heartbeat": now, "dead": False}
        if instead_of is None:
            insert = self._insert_new(WORKERS).values(id=id, **values)
            return await self._first(insert.returning(WORKERS.c.id)) is not None
        taken = update(WORKERS).where(WORKERS.c.id == id, WORKERS.c.token == instead_of).values(values)
        return await self._first(taken.returning(WORKERS.c.id)) is not None

    async def beat(self, id: str, *, token: str) -> bool:
        """False when this worker was taken for dead, or another has its id: it must stop at once."""
        mine = (WORKERS.c.id == id, WORKERS.c.token == token, ~WORKERS.c.dead)
        statement = update(WORKERS).where(*mine).values(heartbeat=func.now()).returning(WORKERS.c.id)
        return await self._first(statement) is not None

    async def leave(self, id: str, *, token: str) -> None:
        """A worker that ends gives its work to the others at once."""
        mine = (WORKERS.c.id == id, WORKERS.c.token == token)
        await self._connection.execute(update(WORKERS).where(*mine).values(dead=True))

    async def known(self, *, silent_after: timedelta) -> Sequence[Worker]:
        """By id."""
        last = await self._now() - silent_after
        rows = await self._all(select(WORKERS).order_by(WORKERS.c.id))
        return [Worker(row.id, row.token, row.place, row.heartbeat, row.heartbeat < last, row.dead) for row in rows]

    async def bury(self, *, silent_after: timedelta) -> list[str]:
        """Marks as dead whoever has been silent for so long; the ids of all the dead."""
        last = await self._now() - silent_after
        silent = (WORKERS.c.heartbeat < last, ~WORKERS.c.dead)
        await self._connection.execute(update(WORKERS).where(*silent).values(dead=True))
        return [row.id for row in await self._all(select(WORKERS.c.id).where(WORKERS.c.dead).order_by(WORKERS.c.id))]

    async def alone(self) -> bool:
        """True for one unit of work at a time, until its end: the others need not wait for what it does."""
        on_sqlite = self._connection.dialect.name == "sqlite"  # where whoever writes is alone
        mine = true() if on_sqlite else func.pg_try_advisory_xact_lock(_TAKING_OVER)
        row = await self._first(select(mine.label("mine")))
        return row is not None and bool(row.mine)

    async def _now(self) -> datetime:
        row = await self._first(select(type_coerce(func.now(), UtcDateTime()).label("now")))
        assert row is not None
        now: datetime = row.now
        return now
