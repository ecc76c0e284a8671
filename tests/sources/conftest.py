"""The fixtures of the room that reads the outside world."""

from collections.abc import AsyncIterator

import pytest

from sources.fetcher import HttpFetcher
from tests.sources.serving import World


@pytest.fixture
async def world() -> AsyncIterator[World]:
    """A web on loopback, empty at first."""
    world = World()
    await world.start()
    yield world
    await world.stop()


@pytest.fixture
async def fetcher() -> AsyncIterator[HttpFetcher]:
    """A fetcher that may reach loopback."""
    async with HttpFetcher(allow_private=True) as fetcher:
        yield fetcher
