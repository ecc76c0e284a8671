"""Opening the durable engine: what serve, work and deliver share."""

import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager

from bot.house import House
from bot.jobs.crew import Crew
from bot.jobs.desk import Desk
from bot.jobs.engine import Terms, running
from bot.newsroom.delivering.records import NewsroomRecords
from bot.settings import Settings
from bot.wiring import installations_of
from channels.registry import open_channel, switched_on
from news.ports import Channel, ChannelContext


@asynccontextmanager
async def open_channels(house: House) -> AsyncIterator[Mapping[str, Channel]]:
    """Every channel that delivers and is set up, by name."""
    async with AsyncExitStack() as stack:
        opened = {}
        settings = house.settings
        records = NewsroomRecords(database=house.database, clock=house.clock)
        context = ChannelContext(
            settings.base_url,
            settings.allow_private_hosts,
            installations=installations_of(house),
            records=records,
            language=settings.reading_language,
            zone=settings.timezone.key,
        )
        for name in switched_on():
            opened[name] = await stack.enter_async_context(open_channel(name, context))
        yield opened


@asynccontextmanager
async def open_crew(settings: Settings) -> AsyncIterator[Crew]:
    """Worker processes that see the same settings as this one."""
    env = {
        "AINEWS_DATABASE_URL": settings.database,
        "AINEWS_BASE_URL": settings.base_url,
        "AINEWS_ALLOW_PRIVATE_HOSTS": str(settings.allow_private_hosts),
        "AINEWS_ZONE": settings.zone,
        "AINEWS_LANGUAGE": settings.language,
    }
    crew = Crew([sys.executable, "-m", "bot.cli.hand"], env=env)
    try:
        yield crew
    finally:
        await crew.close()


@asynccontextmanager
async def open_engine(
    house: House, terms: Terms | None = None, *, on_death: Callable[[], None] = lambda: None
) -> AsyncIterator[Desk]:
    """The engine at work. Raises BadInput when another process has this SQLite file or this worker's id."""
    from sources.catalogues import load_bundled

    async with (
        open_channels(house) as channels,
        open_crew(house.settings) as crew,
        running(
            settings=house.settings,
            database=house.database,
            clock=house.clock,
            channels=channels,
            crew=crew,
            bundled=load_bundled,
            terms=terms,
            on_death=on_death,
        ) as desk,
    ):
        yield desk
