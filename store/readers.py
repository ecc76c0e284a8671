"""Readers: persons, each inside one tenant."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import Row, bindparam, delete, select

from news.model import Reader
from store.statements import Repository, check_owner, of_tenant, owned
from store.tables import READERS

_ONE: Final = select(READERS).where(of_tenant(READERS), READERS.c.id == bindparam("id"))


class Readers(Repository):
    async def put(self, reader: Reader, *, tenant: str) -> None:
        """Adds or changes by id; `created` stays."""
        check_owner([reader], tenant)
        statement = self._upsert(READERS, key=("tenant", "id"), change=("name", "language", "zone"))
        await self._many(statement, [{**asdict(reader), "tenant": tenant}])

    async def get(self, id: str, *, tenant: str) -> Reader | None:
        row = await self._first(_ONE, tenant=tenant, id=id)
        return None if row is None else _reader(row)

    async def list(self, *, tenant: str) -> Sequence[Reader]:
        rows = await self._all(select(READERS).where(owned(READERS, tenant)).order_by(READERS.c.id))
        return [_reader(row) for row in rows]

    async def called(self, name: str, *, tenant: str) -> Sequence[str]:
        """The ids that are a channel and `name`, what its platform calls a person."""
        behind = READERS.c.id.endswith(f":{name}", autoescape=True)
        return [row.id for row in await self._all(select(READERS.c.id).where(owned(READERS, tenant), behind))]

    async def erase(self, id: str, *, tenant: str) -> int:
        """Removes the person; whatever names them must have gone before. 0 when there is none."""
        statement = delete(READERS).where(owned(READERS, tenant), READERS.c.id == id)
        return (await self._connection.execute(statement)).rowcount


def _reader(row: Row[Any]) -> Reader:
    return Reader(**row._mapping)
