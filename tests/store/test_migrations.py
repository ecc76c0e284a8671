"""The schema: made once by whoever comes first, the same as the rows say, never touched by an older program."""

import asyncio
import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, make_url

import store.migrations
from news.errors import StoreError
from news.metering import Allowed, ModelCall
from news.model import PUBLIC
from store.database import Database
from store.migrations import REVISIONS
from store.tables import METADATA
from tests.store.samples import article

PROCESSES = 3
MIGRATE = """
import asyncio, sys
from store.database import Database

async def main():
    db = await Database.open(sys.argv[1])
    await db.migrate()
    async with db.read() as tx:
        print(len(await tx.tenants.list()))
    await db.close()

asyncio.run(main())
"""


def _plain(url: str) -> str:
    """The same database for a driver that is not async."""
    return url.replace("postgresql://", "postgresql+psycopg://")


def _file_of(url: str) -> bytes:
    """The whole of SQLite's file."""
    return Path(make_url(url).database or "").read_bytes() if url.startswith("sqlite") else b""


def _execute(url: str, statement: str) -> None:
    engine = create_engine(_plain(url))
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


async def test_migrating_twice_changes_nothing(empty_url: str) -> None:
    """What was stored between the two is still there."""
    db = await Database.open(empty_url)
    await db.migrate()
    async with db.begin() as tx:
        await tx.articles.add([article()], tenant=PUBLIC)
    await db.migrate()
    async with db.read() as tx:
        assert await tx.articles.count(tenant=PUBLIC) == 1
    await db.close()


async def test_processes_may_start_at_once(empty_url: str, root: Path) -> None:
    """One makes the tables, the others wait for it; none fails."""
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", MIGRATE, empty_url, cwd=root, stdout=-1, stderr=-1, env={"PYTHONPATH": str(root)}
        )
        for _ in range(PROCESSES)
    ]
    outputs = await asyncio.gather(*(process.communicate() for process in processes))
    assert outputs == [(b"1\n", b"")] * PROCESSES


async def test_a_newer_database_is_left_alone(empty_url: str) -> None:
    """Neither opened nor migrated, and the message says what to do."""
    db = await Database.open(empty_url)
    await db.migrate()
    _execute(empty_url, "UPDATE alembic_version SET version_num = '9999'")
    newer = r"made by a newer AI News \(revision 9999\): upgrade the program or restore a backup"
    with pytest.raises(StoreError, match=newer):
        await db.migrate()
    await db.close()
    with pytest.raises(StoreError, match=newer):
        await Database.open(empty_url)


def test_a_newer_file_keeps_every_byte(sqlite_url: str) -> None:
    """Not even the journal's mode is changed."""
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(StoreError):
        asyncio.run(Database.open(sqlite_url))
    assert file.read_bytes() == before


async def test_a_failed_step_leaves_no_table(empty_url: str) -> None:
    """A table of that name is in the way: all of the step is undone, and the reason is told."""
    await (await Database.open(empty_url)).close()
    _execute(empty_url, "CREATE TABLE deliveries (id INTEGER)")
    db = await Database.open(empty_url)
    with pytest.raises(StoreError, match="deliveries"):
        await db.migrate()
    await db.close()
    _execute(empty_url, "DROP TABLE deliveries")
    again = await Database.open(empty_url)
    await again.migrate()
    await again.close()


async def test_no_password_of_a_models_address_stays_in_the_ledger(url: str) -> None:
    """Whatever signs it has; what needs no change keeps its words, and on SQLite no byte of it is left in the file."""
    db = await Database.open(url)
    addresses = {
        "openai at http://user:s3cret-pw@llm.example:4000/v1": "openai at http://llm.example:4000/v1",
        "openai at https://u:s3cret-pw@x?y/z@llm.example/v1?key=s3cret-pw": "openai at https://llm.example/v1",
        "openai at http://llm.example/v1": "openai at http://llm.example/v1",
        "ollama": "ollama",
    }
    said = "InternalServerError: http://user:s3cret-pw@llm.example is away, ask a@b.example"
    at = datetime(2026, 7, 17, tzinfo=UTC)
    for number, provider in enumerate(addresses):
        entered = ModelCall(str(number), at, provider, "m", "summary", outcome="failed", detail=said)
        async with db.begin() as tx:
            await tx.model_calls.reserve(entered, Allowed(at))
    for later in (
        "DROP TABLE meanings",
        "DROP INDEX ix_questions_corrected",
        "ALTER TABLE questions DROP COLUMN corrected",
    ):
        _execute(url, later)
    _execute(url, f"UPDATE alembic_version SET version_num = '{REVISIONS[REVISIONS.index('0014') - 1]}'")
    await db.migrate()
    async with db.read() as tx:
        calls = await tx.model_calls.list(since=at, until=at + timedelta(days=1))
    await db.close()
    assert [call.provider for call in calls] == list(addresses.values())
    assert {call.detail for call in calls} == {said.replace("user:s3cret-pw", "***")}
    assert b"s3cret-pw" not in _file_of(url)


def _differences(connection: Connection) -> list[object]:
    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return not (kind == "table" and (name or "").startswith("search_index"))  # FTS5's and the tsvectors' own

    options = {"compare_type": True, "include_name": ours}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), METADATA))


def test_the_steps_make_what_the_rows_say(url: str) -> None:
    """Column by column and index by index, on both engines."""
    engine = create_engine(make_url(_plain(url)))
    with engine.connect() as connection:
        assert _differences(connection) == []
    engine.dispose()


def test_the_revisions_are_those_of_the_files() -> None:
    """`REVISIONS` spares loading Alembic where there is nothing to do, so it must be right."""
    config = Config()
    config.set_main_option("script_location", str(Path(store.migrations.__file__).parent))
    files = ScriptDirectory.from_config(config).walk_revisions()
    assert [one.revision for one in files][::-1] == list(REVISIONS)
