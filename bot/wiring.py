"""Where the concrete classes meet."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.house import House
from bot.newsroom.collecting.collecting import Extract, Parse
from bot.settings import Settings
from news.errors import BadInput
from news.model import Source
from news.ports import Clock, Embedder, Fetcher, Installations, Summariser, SystemClock
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
    database = await Database.open(settings.database)
    try:
        await database.migrate()
        async with _open_model(settings, database) as (summariser, embedder):
            yield House(settings, clock, database, summariser, embedder)
    finally:
        await database.close()


def installations_of(house: House) -> Installations:
    """What platforms' installs left here, opened with the key that the settings name."""
    from store.keeper import KeptInstallations

    key = house.settings.secret_key.get_secret_value()
    return KeptInstallations(house.database, key=key, clock=house.clock)


@asynccontextmanager
async def _open_model(settings: Settings, database: Database) -> AsyncIterator[tuple[Summariser, Embedder | None]]:
    """What writes and what embeds. LiteLLM is loaded when there is something to ask it, and never without a setting. Raises BadInput."""
    if not (settings.llm_model or settings.llm_embedding_model):
        from summariser.telling.extractive import ExtractiveSummariser

        yield ExtractiveSummariser(), None
        return
    from bot.newsroom.making.metering import DatabaseReplies
    from bot.newsroom.making.modelling import embedder_of, ledger_of, summariser_of
    from summariser.model.llm import LiteLlm

    client, replies = LiteLlm(), DatabaseReplies(database, SystemClock())
    ledger = ledger_of(settings, database)
    try:
        yield summariser_of(settings, client, ledger, replies), embedder_of(settings, client, ledger, replies)
    finally:
        await client.close()


@asynccontextmanager
async def open_reading(settings: Settings) -> AsyncIterator[Reading]:
    """A fetcher and the processes that parse."""
    from sources.fetcher import HttpFetcher
    from sources.workers import Workers

    async with HttpFetcher(allow_private=settings.allow_private_hosts) as fetcher, Workers() as workers:
        yield Reading(fetcher, workers.parse, workers.extract)
