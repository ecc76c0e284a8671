"""The database opens, refuses and reports; the unit of work keeps all or nothing."""

import asyncio
import socket
import sqlite3
from pathlib import Path

import pytest

from news.errors import BadInput, StoreError
from news.model import PUBLIC
from store.database import Database
from tests.store.samples import article, source

MANY = 40


@pytest.fixture
def file(sqlite_url: str) -> Path:
    return Path(sqlite_url.removeprefix("sqlite:///"))


async def test_an_exception_undoes_the_whole_unit(db: Database) -> None:
    """What was written before it is gone, and the next unit works."""

    async def fail() -> None:
        async with db.begin() as tx:
            await tx.articles.add([article()], tenant=PUBLIC)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with db.begin() as tx:
        assert await tx.articles.count(tenant=PUBLIC) == 0


async def test_a_cancelled_unit_leaves_nothing(db: Database) -> None:
    """Ctrl-C reaches a task as a cancellation, in whatever statement it stands; the lock goes with the unit.

    The kept error is what a log or a debugger keeps: through it the statement's cursor lives on.
    """
    kept: list[BaseException | None] = []

    async def collect() -> None:
        async with db.begin() as tx:
            await tx.sources.put([source()], tenant=PUBLIC)
            for number in range(10_000):
                await tx.articles.add([article(f"a{number}")], tenant=PUBLIC)

    for moment in range(12):
        task = asyncio.create_task(collect())
        await asyncio.sleep(0.003 * moment)
        task.cancel()
        kept += await asyncio.gather(task, return_exceptions=True)
        async with db.begin() as tx:
            assert await tx.articles.count(tenant=PUBLIC) == 0
            assert await tx.sources.records(tenant=PUBLIC) == []
    assert [type(error) for error in kept] == [asyncio.CancelledError] * 12


async def test_reading_cannot_write(db: Database) -> None:
    """A page that only reads can do no harm."""
    with pytest.raises(StoreError, match=r"(?i)read-?only"):
        async with db.read() as tx:
            await tx.articles.add([article()], tenant=PUBLIC)
    async with db.begin() as tx:
        assert await tx.articles.add([article()], tenant=PUBLIC) == 1


async def test_a_reader_sees_one_moment(db: Database) -> None:
    """What a writer keeps meanwhile is for the next reader, and neither waits for the other."""
    async with db.read() as old:
        assert await old.articles.count(tenant=PUBLIC) == 0
        async with db.begin() as tx:
            await tx.articles.add([article()], tenant=PUBLIC)
        assert await old.articles.count(tenant=PUBLIC) == 0
    async with db.read() as new:
        assert await new.articles.count(tenant=PUBLIC) == 1


async def test_writers_at_once_do_not_lock_each_other_out(db: Database, url: str) -> None:
    """Two programs with many tasks each, every unit reading before it writes."""
    other = await Database.open(url)

    async def add(database: Database, number: int) -> None:
        async with database.begin() as tx:
            await tx.articles.known([article(f"a{number}").key], tenant=PUBLIC)
            await asyncio.sleep(0)
            await tx.articles.add([article(f"a{number}")], tenant=PUBLIC)

    try:
        await asyncio.gather(*(add((db, other)[number % 2], number) for number in range(MANY)))
        async with db.read() as tx:
            assert await tx.articles.count(tenant=PUBLIC) == MANY
    finally:
        await other.close()


async def test_sqlite_is_opened_for_many_at_once(sqlite_url: str, file: Path) -> None:
    """A write-ahead log, which stays with the file."""
    await (await Database.open(sqlite_url)).close()
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


async def test_a_lock_held_too_long_is_reported(sqlite_url: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says who is in the way and what to do."""
    monkeypatch.setattr("store.engines.BUSY_SECONDS", 0.1)
    db = await Database.open(sqlite_url)
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(StoreError, match=r"another program has been writing .* try again"):
            async with db.begin() as tx:
                await tx.sources.retire((), tenant=PUBLIC)
    finally:
        holder.close()
        await db.close()


async def test_a_unit_that_does_nothing_is_in_nobody_s_way(sqlite_url: str, file: Path) -> None:
    """It begins with its first statement, so one that has none waits for no other program; nor does what it ends keep one waiting."""
    db = await Database.open(sqlite_url)
    await db.migrate()
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    async with db.begin():
        pass
    holder.execute("ROLLBACK")
    async with db.read() as tx:
        assert await tx.sources.records(tenant=PUBLIC) == []
    async with db.begin() as tx:
        await tx.sources.put([source()], tenant=PUBLIC)
    holder.execute("BEGIN IMMEDIATE")
    assert holder.execute("SELECT count(*) FROM sources").fetchone() == (1,)
    holder.close()
    await db.close()


async def test_the_folder_of_a_new_database_is_made(tmp_path: Path) -> None:
    """The first command on a new machine has no data folder yet."""
    db = await Database.open(f"sqlite:///{tmp_path}/deep/down/news.db")
    await db.close()
    assert (tmp_path / "deep" / "down" / "news.db").exists()


async def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """And left as it is."""
    file = tmp_path / "letter.txt"
    file.write_text("Dear reader, " * 100)
    with pytest.raises(StoreError, match=r"letter.txt: the database does not answer .*not a database"):
        await Database.open(f"sqlite:///{file}")
    assert file.read_text() == "Dear reader, " * 100


@pytest.mark.parametrize("path", ["file.txt/news.db", "folder"])
async def test_a_path_that_cannot_be_is_named_with_a_remedy(tmp_path: Path, path: str) -> None:
    """A file where a folder should be, and the other way round."""
    (tmp_path / "file.txt").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(
        StoreError, match=f"{path}: the database does not answer .* its folder may be written"
    ) as caught:
        await Database.open(f"sqlite:///{tmp_path}/{path}")
    assert caught.value.__suppress_context__


async def test_an_unreachable_server_is_named_without_its_password() -> None:
    """Host, port and remedy, and no chain of tracebacks that would tell the password."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(StoreError) as caught:
        await Database.open(f"postgresql://ainews:s3cret@127.0.0.1:{port}/news")
    message = str(caught.value)
    assert f"PostgreSQL database news at 127.0.0.1:{port}" in message
    assert "AINEWS_DATABASE_URL" in message
    assert "s3cret" not in message
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(
    "url",
    ["", "news.db", "mysql://me:s3cret@db.example/news", "sqlite://", "sqlite:///:memory:", "postgresql://a:b:c/"],
)
def test_another_kind_of_url_is_refused(url: str) -> None:
    """With the two forms that work, and without repeating a password."""
    with pytest.raises(BadInput, match=r"sqlite:///.*postgresql://") as caught:
        Database(url)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
def test_the_usual_spellings_of_postgresql_are_taken(scheme: str) -> None:
    """Hosts hand out either, and the driver is ours to choose."""
    assert Database(f"{scheme}://me@db.example/news")
