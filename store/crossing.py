"""SQLite's driver with one crossing to its thread a statement: most of what a small statement costs is the way there and back."""

import asyncio
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, Self

import aiosqlite

_ROWS_AT_ONCE: Final = 64
"""Of `aiosqlite`'s own cursors, which nothing here asks for."""


def connect(database: str | Path, **options: Any) -> "Crossing":
    """For SQLAlchemy's `async_creator_fn`."""
    opened: list[sqlite3.Connection] = []

    def open_it() -> sqlite3.Connection:
        opened.append(sqlite3.connect(database, **options))
        return opened[-1]

    crossing = Crossing(open_it, _ROWS_AT_ONCE)
    crossing.opened = opened
    crossing._thread.daemon = True
    return crossing


class Crossing(aiosqlite.Connection):
    """A connection whose cursors begin the transaction, execute, fetch and close in one go.

    `begins`: the statement with which the next one begins a transaction, "" where it is begun. `reads`: what it ends needs no waiting for.
    """

    begins = ""
    reads = False
    opened: Sequence[sqlite3.Connection] = ()
    _stopping: asyncio.Future[Any] | None = None

    def stop(self) -> asyncio.Future[Any] | None:
        """Once: its thread hears the first only, and who waits for a second would wait for ever."""
        if self._running:
            self._tx.put_nowait((None, self._close_opened))
            self._stopping = super().stop()
        return asyncio.shield(self._stopping) if self._stopping else None

    def _close_opened(self) -> None:
        """In the connection's thread. Whoever opened it may have been cancelled before it had it."""
        for connection in self.opened:
            connection.close()

    def cursor(self) -> "Cursor":  # type: ignore[override]
        return Cursor(self)

    async def run(self, method: str, statement: str, parameters: Any) -> "_Done":
        begin, self.begins = self.begins, ""
        found: _Done = await self._execute(  # type: ignore[no-untyped-call]
            _run, self._conn, begin, method, statement, parameters
        )
        return found

    async def commit(self) -> None:
        if not self._unbegun():
            await super().commit()

    async def rollback(self) -> None:
        if self._unbegun():
            return
        if self.reads and self._running and self._connection:
            self._tx.put_nowait((None, self._connection.rollback))  # what comes next on this connection comes after it
            return
        await super().rollback()

    def _unbegun(self) -> bool:
        waiting, self.begins = self.begins, ""
        return bool(waiting)


class _Done:
    """What a statement left: its rows, and what a cursor tells of it."""

    __slots__ = ("description", "lastrowid", "rowcount", "rows")

    def __init__(self, cursor: sqlite3.Cursor | None = None) -> None:
        self.description: Any = cursor.description if cursor else None
        self.rows: list[Any] = cursor.fetchall() if cursor and cursor.description else []
        self.rowcount = cursor.rowcount if cursor else -1
        self.lastrowid = cursor.lastrowid if cursor else None


def _run(connection: sqlite3.Connection, begin: str, method: str, statement: str, parameters: Any) -> _Done:
    """In the connection's thread."""
    cursor = connection.cursor()
    try:
        if begin:
            cursor.execute(begin)
        getattr(cursor, method)(statement, parameters)
        return _Done(cursor)
    finally:
        cursor.close()


class Cursor:
    """As much of aiosqlite's cursor as SQLAlchemy asks for; all rows are there once it has executed."""

    arraysize = 1

    def __init__(self, crossing: Crossing) -> None:
        self._crossing, self._done = crossing, _Done()

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> Self:
        self._done = await self._crossing.run("execute", statement, parameters)
        return self

    async def executemany(self, statement: str, parameters: Iterable[Sequence[Any]]) -> Self:
        self._done = await self._crossing.run("executemany", statement, parameters)
        return self

    async def fetchall(self) -> Sequence[Any]:
        rows, self._done.rows = self._done.rows, []
        return rows

    async def close(self) -> None:
        """Closed since it executed."""

    @property
    def description(self) -> Any:
        return self._done.description

    @property
    def rowcount(self) -> int:
        return self._done.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._done.lastrowid
