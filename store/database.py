"""The database and the one unit of work: `async with db.begin() as tx`, then `await tx.articles.add(…)`."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from copy import copy
from typing import Final, Self, TypeVar

from sqlalchemy import Connection, event, text
from sqlalchemy.exc import DBAPIError, TimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.pool import ConnectionPoolEntry

from news.errors import StoreError
from store.articles import Articles
from store.briefs import Briefs
from store.deliveries import Deliveries
from store.engines import BUSY_SECONDS, engines, locate, make_file
from store.feedback import Feedbacks
from store.inbox import InboxJobs
from store.installations import SealedInstallations
from store.meanings import Meanings
from store.migrations import HEAD, REVISIONS, revision, upgrade
from store.model_calls import ModelCalls
from store.model_replies import ModelReplies
from store.notes import Notes
from store.posts import Posts
from store.questions import Questions
from store.readers import Readers
from store.saved import Saved
from store.schedules import Schedules
from store.search import Search
from store.sources import Sources
from store.stories import Stories
from store.subscriptions import Subscriptions
from store.tenants import Tenants
from store.workers import Workers

T = TypeVar("T")

_MIGRATION_LOCK: Final = 0x61696E657773  # "ainews": the number of PostgreSQL's advisory lock


class Transaction:
    """One unit of work: what is done in it is kept together or not at all."""

    def __init__(self, connection: AsyncConnection, without: frozenset[str] = frozenset()) -> None:
        self.sources = Sources(connection)
        self.articles = Articles(connection, without)
        self.stories = Stories(connection)
        self.briefs = Briefs(connection)
        self.tenants = Tenants(connection)
        self.readers = Readers(connection)
        self.subscriptions = Subscriptions(connection)
        self.questions = Questions(connection)
        self.feedback = Feedbacks(connection)
        self.posts = Posts(connection)
        self.schedules = Schedules(connection)
        self.deliveries = Deliveries(connection)
        self.inbox = InboxJobs(connection)
        self.notes = Notes(connection)
        self.saved = Saved(connection)
        self.installations = SealedInstallations(connection)
        self.workers = Workers(connection)
        self.model_calls = ModelCalls(connection)
        self.model_replies = ModelReplies(connection)
        self.search = Search(connection)
        self.meanings = Meanings(connection)
        self._connection = connection

    async def run_sync(self, work: Callable[[Connection], T]) -> T:
        """Lets another library write in this unit of work: the job engine enqueues what the unit decides."""
        return await self._connection.run_sync(work)


class Database:
    """SQLite (`sqlite:///path`) or PostgreSQL (`postgresql://…`); the drivers are chosen here.

    Nothing is connected before `open`. Raises BadInput for a URL of another form.
    """

    def __init__(self, url: str) -> None:
        self._location = locate(url)
        self._writer, self._reader = engines(self._location)
        self.left_out: frozenset[str] = frozenset()

    def without(self, articles: Collection[str]) -> "Database":
        """The same, as if these were not in it: what is looked for in it is found among the others. Closed with this one."""
        other = copy(self)
        other.left_out = self.left_out | frozenset(articles)
        return other

    @classmethod
    async def open(cls, url: str) -> Self:
        """Raises StoreError when the database does not answer or was made by a newer program."""
        database = cls(url)
        try:
            await database._check()
        except BaseException:
            await database.close()
            raise
        return database

    async def is_current(self) -> bool:
        """Are the tables up to date? Raises StoreError when a newer program made them."""
        async with self._guarded():
            return await self._revision() == HEAD

    async def migrate(self) -> None:
        """Brings the tables up to date. Any number of processes may do so at once; one does it, the others wait.

        Raises StoreError, and touches nothing, when a newer program made the database.
        """
        if await self.is_current():
            return
        async with self._guarded(), self._writer.begin() as connection:
            if connection.dialect.name == "postgresql":
                await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
            self._refuse_newer(await connection.run_sync(revision))
            await connection.run_sync(upgrade)

    async def close(self) -> None:
        """Ends every connection, one that a unit of work still has when that gives it back.

        Also when whoever closes is cancelled meanwhile: a connection that is left keeps its file and its thread.
        """
        ending = asyncio.ensure_future(self._end())
        cancelled: asyncio.CancelledError | None = None
        while not ending.done():
            try:
                await asyncio.wait([ending])
            except asyncio.CancelledError as error:
                cancelled = error
        if cancelled:
            raise cancelled
        ending.result()

    async def _end(self) -> None:
        try:
            await _dispose(self._reader)
        finally:
            await _dispose(self._writer)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Transaction]:
        """The unit of work: committed at the end, undone by any exception. Keep it short, and no network inside."""
        async with self._guarded(), self._writer.begin() as connection:
            yield Transaction(connection)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        """Reads one snapshot and waits for no writer. Writing in it raises StoreError."""
        async with self._guarded(), self._reader.connect() as connection:
            yield Transaction(connection, self.left_out)

    async def _check(self) -> None:
        try:
            await asyncio.to_thread(make_file, self._location)
            await self._revision()
            await _connect(self._writer)
        except (DBAPIError, OSError, sqlite3.Error) as error:
            reason = self._location.scrubbed(str(error.orig if isinstance(error, DBAPIError) else error))
            raise self._error(f"the database does not answer ({reason}); {self._location.remedy}") from None

    async def _revision(self) -> str | None:
        async with self._reader.connect() as connection:
            found = await connection.run_sync(revision)
        self._refuse_newer(found)
        return found

    def _refuse_newer(self, found: str | None) -> None:
        if found is not None and found not in REVISIONS:
            remedy = "upgrade the program or restore a backup"
            raise self._error(f"this database was made by a newer AI News (revision {found}): {remedy}")

    @asynccontextmanager
    async def _guarded(self) -> AsyncIterator[None]:
        try:
            yield
        except TimeoutError as error:
            raise self._error("too many units of work wait for a connection; try again") from error
        except DBAPIError as error:
            reason = self._location.scrubbed(str(error.orig))
            if "database is locked" in reason:
                reason = f"another program has been writing for more than {BUSY_SECONDS} s; try again when it is done"
            raise self._error(reason) from error

    def _error(self, reason: str) -> StoreError:
        return StoreError(self._location.name, reason)


async def _connect(engine: AsyncEngine) -> None:
    """Turning a new file to WAL needs it alone, and SQLite does not wait for that by itself: ask a few times."""
    for pause in (0.05, 0.1, 0.2, 0.4, 0.8, 1.6):
        try:
            await _touch(engine)
        except DBAPIError as error:
            if "locked" not in str(error.orig):
                raise
            await asyncio.sleep(pause)
        else:
            return
    await _touch(engine)


async def _touch(engine: AsyncEngine) -> None:
    async with engine.connect():
        return


async def _dispose(engine: AsyncEngine) -> None:
    """A loop that ends cancels this too, which ends one connection: the others are still to be ended."""
    event.listen(engine.sync_engine, "checkin", _end_at_return)
    cancelled: asyncio.CancelledError | None = None
    while True:
        try:
            await engine.dispose()
        except asyncio.CancelledError as error:
            cancelled = error
        else:
            break
    if cancelled:
        raise cancelled


def _end_at_return(_connection: object, entry: ConnectionPoolEntry) -> None:
    """The pool that it is given back to is nobody's any more."""
    entry.close()
