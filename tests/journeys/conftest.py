"""A LINE follower over the sample edition; a Slack with one workspace, and one that any workspace may join."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.house import House
from bot.newsroom.delivering.records import NewsroomRecords
from channels.line.channel import open_channel
from news.ports import ChannelContext
from tests.bot.house import sample_house
from tests.fakes.line import Line, line_platform
from tests.journeys.line_world import Phone, desk_of
from tests.journeys.slack_world import World, world


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with sample_house(tmp_path) as opened:
        yield opened


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    async with line_platform() as platform:
        yield platform


@pytest.fixture
async def phone(house: House, line: Line, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Phone]:
    for name, value in line.env.items():
        monkeypatch.setenv(name, value)
    records = NewsroomRecords(database=house.database, clock=house.clock)
    async with open_channel(ChannelContext("https://news.example", records=records)) as channel:
        yield Phone(line, channel, desk_of(house, {"line": channel}))


@pytest.fixture
async def one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    async with world(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
async def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    async with world(tmp_path, monkeypatch, many=True) as made:
        yield made
