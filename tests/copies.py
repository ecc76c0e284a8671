"""A migrated SQLite file at once: a copy of one that was migrated when the first test of this process asked."""

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from store.database import Database

_FOLDERS: list["tempfile.TemporaryDirectory[str]"] = []


def new_folder() -> Path:
    """For as long as the tests run."""
    _FOLDERS.append(tempfile.TemporaryDirectory(prefix="ainews-template-"))
    return Path(_FOLDERS[-1].name)


def run_apart(work: Coroutine[Any, Any, Any]) -> Any:
    """To its end on a loop of its own, also where a loop is running."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, work).result()


async def migrate(url: str) -> None:
    database = await Database.open(url)
    await database.migrate()
    await database.close()


@cache
def template() -> Path:
    file = new_folder() / "news.db"
    run_apart(migrate(f"sqlite:///{file}"))
    return file


def migrated(file: Path) -> Path:
    """Makes it, and its folder, unless it is there."""
    if file.exists():
        return file
    file.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(template(), file))
