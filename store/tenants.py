"""Tenants: who shares data and limits. The install's own, PUBLIC, is there from the first migration."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import Row, bindparam, select

from news.model import Tenant
from store.statements import Repository
from store.tables import TENANTS

_ONE: Final = select(TENANTS).where(TENANTS.c.id == bindparam("id"))


class Tenants(Repository):
    async def put(self, tenant: Tenant) -> None:
        """Adds, or renames; `created` stays."""
        statement = self._upsert(TENANTS, key=("id",), change=("name",))
        await self._many(statement, [asdict(tenant)])

    async def get(self, id: str) -> Tenant | None:
        row = await self._first(_ONE, id=id)
        return None if row is None else _tenant(row)

    async def list(self) -> Sequence[Tenant]:
        return [_tenant(row) for row in await self._all(select(TENANTS).order_by(TENANTS.c.id))]


def _tenant(row: Row[Any]) -> Tenant:
    return Tenant(**row._mapping)
