"""On SQLite one process does the work: it holds a lock on a file beside the database, which the system frees when it ends."""

import asyncio
import fcntl
import logging
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import IO, Final

from news.errors import BadInput

PASSING: Final = "passing"
"""Written after the process id by one that ends by itself, such as `ainews deliver`; a server stays."""
PATIENCE: Final = timedelta(minutes=2)
"""How long one that passes is waited for."""
_A_LOOK: Final = timedelta(seconds=1)
"""Who only looks whether somebody works here, or has not yet said who it is, holds the lock for less than that."""
_POLL: Final = 0.1
_log = logging.getLogger(__name__)


class WorkedOnError(BadInput):
    """Another process works on the file and stays."""


def lock_file(database: Path) -> Path:
    """One per file, by whatever links it is reached."""
    real = Path(os.path.realpath(database))
    return real.with_name(real.name + ".lock")


@asynccontextmanager
async def only_worker(database: Path, *, stays: bool = True, patience: timedelta = PATIENCE) -> AsyncIterator[None]:
    """Waits, and says so, for a process that passes. Raises WorkedOnError, with the other's id, for one that stays."""
    with lock_file(database).open("a+") as file:
        await _lock(file, database, patience)
        file.truncate(0)
        file.write(str(os.getpid()) if stays else f"{os.getpid()} {PASSING}")
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def is_worked_on(database: Path) -> bool:
    """Does another process work here that stays, so that it can be given work?"""
    with lock_file(database).open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return PASSING not in _holder(file)
        return False


async def _lock(file: IO[str], database: Path, patience: timedelta) -> None:
    began, told = time.monotonic(), False
    since, before = began, _holder(file)
    while True:
        with suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        holder, now = _holder(file), time.monotonic()
        if holder != before:
            since, before = now, holder
        passing = PASSING in holder
        stays = not passing and now - since > _A_LOOK.total_seconds()
        if stays or now - began > patience.total_seconds():
            raise (WorkedOnError if stays else BadInput)(
                str(database),
                f"process {holder[0] if holder else 'unknown'} already works on this SQLite file, and only one can; "
                "for more workers set AINEWS_DATABASE_URL to a PostgreSQL",
            )
        if passing and not told:
            _log.warning("process %s works on %s; this one goes on when it has ended", holder[0], database)
            told = True
        await asyncio.sleep(_POLL)


def _holder(file: IO[str]) -> list[str]:
    """The process id, and the word for one that passes; empty when nobody has written so yet."""
    file.seek(0)
    return file.read().split()
