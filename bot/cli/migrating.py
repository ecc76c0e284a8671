"""Migrations in a process of their own: what they load would stay with a server for as long as it runs."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL
from typing import Final

from news.errors import StoreError
from store.database import Database

_DATABASE: Final = "AINEWS_DATABASE_URL"


async def migrate_apart(url: str) -> None:
    """Brings the tables up to date. What fails is left to `migrate` of whoever opens the database next, who tells it."""
    if await _is_current(url):
        return
    command = (sys.executable, "-m", "bot.cli.migrating")
    child = await asyncio.create_subprocess_exec(*command, env={**os.environ, _DATABASE: url}, stderr=DEVNULL)
    await child.wait()


async def _is_current(url: str) -> bool:
    """True, too, for a database that cannot be opened: there is nothing to migrate."""
    try:
        database = await Database.open(url)
    except StoreError:
        return True
    try:
        return await database.is_current()
    finally:
        await database.close()


async def _migrate(url: str) -> None:
    database = await Database.open(url)
    try:
        await database.migrate()
    finally:
        await database.close()


if __name__ == "__main__":
    asyncio.run(_migrate(os.environ[_DATABASE]))
