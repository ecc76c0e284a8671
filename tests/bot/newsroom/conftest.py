"""The archive that most questions are put to."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.house import House
from tests.bot.newsroom.conversing import ARTICLES, index
from tests.bot.shelf import a_story, shelf


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with shelf(tmp_path, stories=(a_story("s1"), a_story("s2")), articles=ARTICLES) as made:
        await index(made, ARTICLES)
        yield made
