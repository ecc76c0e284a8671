"""LINE on loopback, and the house's way to it."""

from collections.abc import AsyncIterator

import pytest

from channels.line.api import LineApi, open_api
from tests.fakes.line import Line, line_platform


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    async with line_platform() as platform:
        yield platform


@pytest.fixture
async def api(line: Line) -> AsyncIterator[LineApi]:
    async with open_api(line.settings) as opened:
        yield opened
