"""From a database URL to engines: one for the unit of work, one that can only read."""

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from news.errors import BadInput
from store.crossing import connect

BUSY_SECONDS: Final = 20
"""How long a SQLite writer waits for another one before it gives up."""

_CONNECT_SECONDS: Final = 10
_MAPPED: Final = 1 << 30
"""Bytes of the file that a reader takes from the system's cache as they are; a search looks at pages all over it."""
_FORMS: Final = "use sqlite:///path/to/file.db or postgresql://user:password@host/database"


@dataclass(frozen=True, slots=True)
class Location:
    """Where the database is. `name` is for messages and never holds a password; `file` is None for PostgreSQL."""

    url: URL
    name: str
    file: Path | None

    @property
    def remedy(self) -> str:
        if self.file is None:
            return "check that the server runs and that AINEWS_DATABASE_URL names it"
        return "check that the file is a database of AI News and that its folder may be written"

    def scrubbed(self, message: str) -> str:
        """A driver's words on one line without the password."""
        line = " ".join(message.split())
        return line.replace(str(self.url.password), "***") if self.url.password else line


def locate(url: str) -> Location:
    """Raises BadInput, without repeating the URL: it may hold a password."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise BadInput("AINEWS_DATABASE_URL", f"this is no database URL; {_FORMS}") from None
    kind = parsed.get_backend_name()
    if kind in ("postgresql", "postgres"):
        return _server(parsed.set(drivername="postgresql+psycopg"))
    if kind == "sqlite":
        return _embedded(parsed.set(drivername="sqlite+aiosqlite"))
    raise BadInput("AINEWS_DATABASE_URL", f"{kind} is no database that AI News knows; {_FORMS}")


def _server(url: URL) -> Location:
    host = url.host or url.query.get("host") or "localhost"
    return Location(url, f"PostgreSQL database {url.database or url.username} at {host}:{url.port or 5432}", None)


def _embedded(url: URL) -> Location:
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        raise BadInput("AINEWS_DATABASE_URL", f"SQLite needs a file on disk; {_FORMS}")
    file = Path(url.database).expanduser().absolute()
    return Location(url.set(database=str(file)), str(file), file)


def make_file(location: Location) -> None:
    """The folder and the file, where SQLite is meant and they are missing. Raises OSError or sqlite3.Error.

    Opened here first because aiosqlite, when it cannot, leaves a thread behind that may outlive the event loop.
    """
    if location.file is not None:
        location.file.parent.mkdir(parents=True, exist_ok=True)
        sqlite3.connect(location.file).close()


def engines(location: Location) -> tuple[AsyncEngine, AsyncEngine]:
    """The writing and the reading engine. Nothing is connected yet."""
    return _postgres(location.url) if location.file is None else _sqlite(location.url)


def _postgres(url: URL) -> tuple[AsyncEngine, AsyncEngine]:
    writer = create_async_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args={"connect_timeout": _CONNECT_SECONDS, "application_name": "ainews"},
    )
    # One snapshot for all that a unit reads, as SQLite gives it.
    reader = writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True, keeps=True)
    return writer, reader


def _sqlite(url: URL) -> tuple[AsyncEngine, AsyncEngine]:
    connecting = {"timeout": BUSY_SECONDS, "async_creator_fn": connect}
    options: dict[str, Any] = {"hide_parameters": True, "connect_args": connecting}
    # One writing connection: this process's writers queue in the pool, in order, instead of polling the file's lock.
    writer = create_async_engine(url, pool_size=1, max_overflow=0, pool_timeout=2 * BUSY_SECONDS, **options)
    reader = create_async_engine(url, pool_size=4, max_overflow=4, execution_options={"keeps": True}, **options)
    _on_sqlite(writer, "BEGIN IMMEDIATE", ("journal_mode = WAL",))
    _on_sqlite(reader, "BEGIN", ("query_only = ON", f"mmap_size = {_MAPPED}"), reads=True)
    return writer, reader


def _on_sqlite(engine: AsyncEngine, begin: str, pragmas: tuple[str, ...], *, reads: bool = False) -> None:
    """BEGIN is ours, not the driver's: a deferred transaction that turns to writing fails at once when another writes.

    https://docs.sqlalchemy.org/en/20/dialects/sqlite.html#serializable-isolation-savepoints-transactional-ddl
    """

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in ("foreign_keys = ON", "synchronous = NORMAL", *pragmas):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        connection.driver_connection.reads = reads

    @event.listens_for(engine.sync_engine, "invalidate")
    def undo(connection: Any, _record: object, _error: object) -> None:
        # A cancelled task's cursor may outlive its connection and keep the file locked, so closing is not enough.
        with suppress(sqlite3.Error, ValueError):  # closed already
            connection.rollback()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        driver.begins = begin
