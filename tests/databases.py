"""A database per test, on each engine in turn."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from news.model import PUBLIC
from store.database import Database
from store.tables import METADATA
from tests.postgres import Server

EMPTY = "; ".join(
    ["DELETE FROM search_index"]
    + [f"DELETE FROM {table}" for table in reversed(METADATA.sorted_tables) if table.name != "tenants"]
    + [f"DELETE FROM tenants WHERE id <> '{PUBLIC}'"]
)
ENGINES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


async def _migrate(url: str) -> None:
    database = await Database.open(url)
    await database.migrate()
    await database.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "news.db"
    asyncio.run(_migrate(f"sqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def postgres_database(postgres: Server) -> str:
    name = postgres.create()
    asyncio.run(_migrate(postgres.url(name)))
    return name


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A migrated SQLite file."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'news.db')}"


@pytest.fixture(params=ENGINES)
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A migrated database, on each engine. A copy is 0.2 s on PostgreSQL, so there it is one, emptied after each test."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    server: Server = request.getfixturevalue("postgres")
    name = request.getfixturevalue("postgres_database")
    yield server.url(name)
    server.run(EMPTY, name)


@pytest.fixture(params=ENGINES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database that was never migrated, on each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'data' / 'news.db'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
async def db(url: str) -> AsyncIterator[Database]:
    database = await Database.open(url)
    yield database
    await database.close()
