"""What is read as asking for advice is told by the line that answers it, where one surely does; else it is declined."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.house import House
from news.asking import Intent
from summariser.asking.understanding import understand
from tests.bot.newsroom.conversing import ask, index
from tests.bot.shelf import NOON, an_article, shelf

REPORTS = (
    an_article("b1", "", title="Orbita Labs opens Lumo, a language model for laptops", text="Orbita Labs opened Lumo on Friday. The language model Lumo runs on a Mac with 16 GB of memory. Lumo is faster than Tova 2 on a Mac."),
    an_article("b2", "", title="Vela Cloud plans an IPO", text="Vela Cloud plans to raise $3 billion in its IPO."),
)  # fmt: skip


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with shelf(tmp_path, articles=REPORTS) as made:
        await index(made, REPORTS)
        yield made


@pytest.mark.parametrize(
    "text", ["how do you run Lumo with 16 GB of memory?", "should i get a Mac with 16 GB of memory for Lumo?"]
)
async def test_what_reads_like_advice_is_told_by_the_line_that_answers_it(house: House, text: str) -> None:
    assert understand(text, today=NOON.date()).intent is Intent.HOW_TO
    answer = await ask(house, text)
    assert [one.text for one in answer.sentences] == ["The language model Lumo runs on a Mac with 16 GB of memory."]
    assert answer.intent is Intent.FACT


@pytest.mark.parametrize("text", ["how do i cook pasta?", "should i get a dog?"])
async def test_advice_that_nothing_tells_is_declined(house: House, text: str) -> None:
    answer = await ask(house, text)
    assert answer.abstained
    assert not answer.sentences
