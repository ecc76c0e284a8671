"""What is read as asking for advice is told by the line that answers it, where one surely does; else it is declined."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.house import House
from bot.newsroom.answering.answering import answer_question
from news.asking import Answer, Intent
from news.model import PUBLIC
from news.text import search_tokens
from store.search import IndexedText
from summariser.asking.understanding import understand
from tests.bot.shelf import NOON, an_article, shelf

REPORTS = (
    an_article("b1", "", title="Orbita Labs opens Lumo, a language model for laptops", text="Orbita Labs opened Lumo on Friday. The language model Lumo runs on a Mac with 16 GB of memory. Lumo is faster than Tova 2 on a Mac."),
    an_article("b2", "", title="Vela Cloud plans an IPO", text="Vela Cloud plans to raise $3 billion in its IPO."),
)  # fmt: skip


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with shelf(tmp_path, articles=REPORTS) as made:
        rows = [
            IndexedText(a.id, search_tokens(a.title), search_tokens(a.text), a.published, a.language, PUBLIC)
            for a in REPORTS
        ]
        async with made.database.begin() as tx:
            await tx.search.index(rows, tenant=PUBLIC)
        yield made


async def ask(house: House, text: str) -> Answer:
    return await answer_question(database=house.database, clock=house.clock, summariser=house.summariser, text=text)


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
