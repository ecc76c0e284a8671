"""A house over the sample newsroom, which is read and grouped once; each test has a copy."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from bot.cli.gathering import gather
from bot.house import House
from bot.newsroom.collecting.sampling import SampleNewsroom
from bot.newsroom.making.briefing import make_brief
from bot.settings import Settings
from bot.wiring import open_house
from news.languages import Language
from news.model import Brief, Edition
from news.ports import FixedClock
from tests.copies import migrated, new_folder, run_apart

NOW = datetime(2026, 7, 17, 6, 0, tzinfo=UTC)


@asynccontextmanager
async def sample_house(folder: Path, *, collected: bool = True) -> AsyncIterator[House]:
    file = collected_news(folder / "house.db") if collected else migrated(folder / "house.db")
    async with open_house(_settings(file), FixedClock(NOW)) as house:
        yield house


def collected_news(file: Path) -> Path:
    """Makes the file, unless it is there."""
    return file if file.exists() else Path(shutil.copy(_collected(), file))


@cache
def _collected() -> Path:
    file = migrated(new_folder() / "house.db")
    run_apart(_collect(file))
    return file


async def _collect(file: Path) -> None:
    async with open_house(_settings(file), FixedClock(NOW)) as house, SampleNewsroom(NOW) as newsroom:
        await gather(house, catalogue=newsroom.catalogue_url, opml=None)


def _settings(file: Path) -> Settings:
    return Settings(database_url=f"sqlite:///{file}", allow_private_hosts=True, zone="UTC")


async def brief_in(house: House, language: Language = "en", *, minutes: int = 5) -> Brief:
    return await make_brief(
        database=house.database,
        clock=house.clock,
        summariser=house.summariser,
        edition=Edition(language, minutes),
        zone=house.settings.timezone,
    )
