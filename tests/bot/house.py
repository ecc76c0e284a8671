"""A house over the sample newsroom, read and grouped once per test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.cli.gathering import gather
from bot.house import House
from bot.newsroom.briefing import make_brief
from bot.newsroom.sampling import SampleNewsroom
from bot.settings import Settings
from bot.wiring import open_house
from news.languages import Language
from news.model import Brief, Edition
from news.ports import FixedClock

NOW = datetime(2026, 7, 17, 6, 0, tzinfo=UTC)


@asynccontextmanager
async def sample_house(folder: Path, *, collected: bool = True) -> AsyncIterator[House]:
    settings = Settings(database_url=f"sqlite:///{folder}/house.db", allow_private_hosts=True, zone="UTC")
    async with open_house(settings, FixedClock(NOW)) as house:
        if collected:
            async with SampleNewsroom(NOW) as newsroom:
                await gather(house, catalogue=newsroom.catalogue_url, opml=None)
        yield house


async def brief_in(house: House, language: Language = "en", *, minutes: int = 5) -> Brief:
    return await make_brief(
        database=house.database,
        clock=house.clock,
        summariser=house.summariser,
        edition=Edition(language, minutes),
        zone=house.settings.timezone,
    )
