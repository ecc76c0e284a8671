"""Where the concrete classes meet."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.house import House
from bot.newsroom.collecting import Extract, Parse
from bot.settings import Settings
from news.errors import BadInput
from news.model import Source
from news.ports import Clock, Fetcher, Installations
from store.database import Database


@dataclass(frozen=True, slots=True)
class Reading:
    """What it takes to read the outside world."""

    fetcher: Fetcher
    parse: Parse
    extract: Extract

    async def sources(
        self, *, catalogue: str | None, opml: str | None, problem: Callable[[str], None]
    ) -> tuple[Source, ...]:
        """The sources named, the bundled ones by default; a broken row is told to `problem`. Raises BadInput."""
        from sources.catalogues import load_bundled, read_catalogue

        if catalogue and opml:
            raise BadInput("--catalogue and --opml", "name one of them")
        if not catalogue and not opml:
            return load_bundled()
        found = await read_catalogue(catalogue or opml or "", self.fetcher, opml=bool(opml))
        for row in found.problems:
            problem(str(row))
        return tuple(found.sources)


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


def installations_of(house: House) -> Installations:
    """What platforms' installs left here, opened with the key that the settings name."""
    from store.keeper import KeptInstallations

    key = house.settings.secret_key.get_secret_value()
    return KeptInstallations(house.database, key=key, clock=house.clock)


@asynccontextmanager
async def open_reading(settings: Settings) -> AsyncIterator[Reading]:
    """A fetcher and the processes that parse."""
    from sources.fetcher import HttpFetcher
    from sources.workers import Workers

    async with HttpFetcher(allow_private=settings.allow_private_hosts) as fetcher, Workers() as workers:
        yield Reading(fetcher, workers.parse, workers.extract)
