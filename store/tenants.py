"""Tenants: who shares data and limits. The install's own, PUBLIC, is there from the first migration."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select

from news.model import Tenant
from store.statements import Repository
from store.tables import TENANTS


class Tenants(Repository):
    async def put(self, tenant: Tenant) -> None:
        """Adds, or renames; `created` stays."""
        statement = self._upsert(TENANTS, key=("id",), change=("name",))
        await self._connection.execute(statement.values(id=tenant.id, name=tenant.name, created=tenant.created))

    async def get(self, id: str) -> Tenant | None:
        row = await self._first(select(TENANTS).where(TENANTS.c.id == id))
        return None if row is None else _tenant(row)

    async def list(self) -> Sequence[Tenant]:
        return [_tenant(row) for row in await self._all(select(TENANTS).order_by(TENANTS.c.id))]


def _tenant(row: Row[Any]) -> Tenant:
    return Tenant(**row._mapping)
