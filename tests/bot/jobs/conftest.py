"""Engines that look for work often, over a database of the test's own, on each kind in turn."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.jobs.engines import Install, look_often, opened
from tests.copies import migrated
from tests.fakes.platforms import Platform


@pytest.fixture(autouse=True)
def quick_polls(monkeypatch: pytest.MonkeyPatch) -> None:
    look_often(monkeypatch)


@pytest.fixture
def platform() -> Platform:
    return Platform()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def install(request: pytest.FixtureRequest, platform: Platform, tmp_path: Path) -> AsyncIterator[Install]:
    sqlite = request.param == "sqlite"
    url = f"sqlite:///{migrated(tmp_path / 'news.db')}" if sqlite else request.getfixturevalue("postgres_url")
    async with opened(url, platform) as made:
        yield made


@pytest.fixture
async def on_postgres(postgres_url: str, platform: Platform) -> AsyncIterator[Install]:
    async with opened(postgres_url, platform) as made:
        yield made
