"""Where the concrete classes meet: one `House` per process, built from settings."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.settings import Settings
from news.ports import Clock, Summariser
from store.database import Database


@dataclass(frozen=True, slots=True)
class House:
    """What doors hand to the verbs; a verb takes from it by keyword only what it uses."""

    settings: Settings
    clock: Clock
    database: Database
    summariser: Summariser


@asynccontextmanager
async def open_house(settings: Settings, clock: Clock) -> AsyncIterator[House]:
    """A migrated database and the summariser the settings name. Raises StoreError or BadInput."""
    from summariser.extractive import ExtractiveSummariser

    database = await Database.open(settings.database)
    try:
        await database.migrate()
        yield House(settings, clock, database, ExtractiveSummariser())
    finally:
        await database.close()
