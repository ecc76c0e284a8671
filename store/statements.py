"""What the repositories share: who may see a row, upserts for both engines, lists cut to what an engine takes."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, Protocol, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Executable,
    Row,
    Select,
    Table,
    TableValuedAlias,
    Text,
    UnaryExpression,
    any_,
    bindparam,
    column,
    func,
    literal,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from news.errors import StoreError
from news.model import PUBLIC

T = TypeVar("T")
Insert = sqlite.Insert | postgresql.Insert

LIST_SIZE = 10_000
"""Members of one IN list: SQLite takes 32,766 variables in a statement, PostgreSQL 65,535."""


class Repository:
    """One noun's statements over the connection of a unit of work."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def _all(self, statement: Executable, **given: Any) -> Sequence[Row[Any]]:
        """`given`: what a statement made beforehand leaves open."""
        return (await self._connection.execute(statement, given)).all()

    async def _first(self, statement: Executable, **given: Any) -> Row[Any] | None:
        return (await self._connection.execute(statement, given)).first()

    async def _many(self, statement: Executable, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            await self._connection.execute(statement, rows)

    def _among(self, column: Column[Any], members: Collection[str]) -> ColumnElement[bool]:
        """One of the members. On PostgreSQL one array: psycopg takes 5 ms to read a list of 500 parameters."""
        if self._connection.dialect.name == "sqlite":
            return column.in_(members)
        return column == any_(literal(list(members), postgresql.ARRAY(Text)))

    def _given(self, columns: Sequence[Column[Any]], rows: Sequence[Mapping[str, Any]]) -> TableValuedAlias:
        """PostgreSQL alone: values `new_…` of many rows as one table, an array per column: one statement instead of many."""
        arrays = [
            literal([row[f"new_{one.name}"] for row in rows], postgresql.ARRAY(one.type, dimensions=1))
            for one in columns
        ]
        table = func.unnest(*arrays).table_valued(*(column(one.name, one.type) for one in columns))
        return table.render_derived(name="given")

    def _insert(self, table: Table) -> Insert:
        return _inserting(self._connection.dialect.name, table)

    def _insert_new(self, table: Table) -> Insert:
        """An insert that leaves rows alone that are there, whichever of their keys is taken. Made once; what it inserts is given."""
        return _inserting_new(self._connection.dialect.name, table)

    def _upsert(self, table: Table, *, key: Sequence[str], change: Sequence[str]) -> Insert:
        """An insert that, where `key` is taken, changes the columns `change` and keeps the others. Made once, as `_insert_new`."""
        return _upserting(self._connection.dialect.name, table, tuple(key), tuple(change))


def _inserting(dialect: str, table: Table) -> Insert:
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


@cache
def _inserting_new(dialect: str, table: Table) -> Insert:
    return _inserting(dialect, table).on_conflict_do_nothing()


@cache
def _upserting(dialect: str, table: Table, key: tuple[str, ...], change: tuple[str, ...]) -> Insert:
    insert = _inserting(dialect, table)
    return insert.on_conflict_do_update(index_elements=key, set_={name: insert.excluded[name] for name in change})


def visible(table: Table, tenant: str) -> ColumnElement[bool]:
    """What `tenant` may read of a shared noun: its own rows and the public ones."""
    return owned(table, tenant) if tenant == PUBLIC else table.c.tenant.in_([PUBLIC, tenant])


def owned(table: Table, tenant: str) -> ColumnElement[bool]:
    """What `tenant` may change, and what it may read of a personal noun: its own rows."""
    return table.c.tenant == tenant


def of_tenant(table: Table) -> ColumnElement[bool]:
    """As `owned`, for a statement that is made once, because that takes longer than a small one does: `tenant` is given later."""
    return table.c.tenant == bindparam("tenant")


def for_tenant(table: Table) -> ColumnElement[bool]:
    """As `visible`, for a statement that is made once: `readable(tenant)` is given later."""
    return table.c.tenant.in_(bindparam("tenants", expanding=True))


def readable(tenant: str) -> dict[str, list[str]]:
    """Whose rows a tenant may read: its own and the public ones."""
    return {"tenants": [PUBLIC] if tenant == PUBLIC else [PUBLIC, tenant]}


def each_of(given: ColumnElement[str]) -> Select[Any]:
    """What a JSON list holds, on SQLite: one parameter, however many they are, and one statement that is prepared once."""
    return select(func.json_each(given).table_valued("value").c.value)


def public_first(table: Table) -> UnaryExpression[bool]:
    """An order that lets a tenant's own row overwrite the public one of the same id."""
    return (table.c.tenant == PUBLIC).desc()


class Owned(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def tenant(self) -> str: ...


def check_owner(items: Iterable[Owned], tenant: str) -> None:
    """Raises StoreError when a value would be filed under another tenant than it names."""
    for item in items:
        if item.tenant != tenant:
            raise StoreError(item.id, f"belongs to tenant {item.tenant!r} and cannot be stored for {tenant!r}")


def chunks(items: Collection[T], size: int = LIST_SIZE) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk
