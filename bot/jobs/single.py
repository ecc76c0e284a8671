"""On SQLite one process does the work: it holds a lock on a file beside the database, which the system frees when it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from news.errors import BadInput


def lock_file(database: Path) -> Path:
    return database.with_name(database.name + ".lock")


@contextmanager
def only_worker(database: Path) -> Iterator[None]:
    """Raises BadInput, with the other's process id, when another process does the work on this file."""
    path = lock_file(database)
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            raise BadInput(
                str(database),
                f"process {file.read().strip() or 'unknown'} already works on this SQLite file, and only one can; "
                "for more workers set AINEWS_DATABASE_URL to a PostgreSQL",
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def is_worked_on(database: Path) -> bool:
    """Does another process hold the lock?"""
    try:
        with only_worker(database):
            return False
    except BadInput:
        return True
