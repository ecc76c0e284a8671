"""A database per test, on each engine in turn."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from news.model import PUBLIC
from store.database import Database
from store.tables import METADATA
from tests.copies import migrate, migrated, run_apart, template
from tests.postgres import Server

EMPTY = "; ".join(
    ["DELETE FROM search_index"]
    + [f"DELETE FROM {table}" for table in reversed(METADATA.sorted_tables) if table.name != "tenants"]
    + [f"DELETE FROM tenants WHERE id <> '{PUBLIC}'"]
)
ENGINES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def sqlite_template() -> Path:
    """Made before a test watches the statements."""
    return template()


@pytest.fixture(scope="session")
def postgres_database(postgres: Server) -> str:
    name = postgres.create()
    run_apart(migrate(postgres.url(name)))
    return name


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A migrated SQLite file."""
    return f"sqlite:///{migrated(tmp_path / 'news.db')}"


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
