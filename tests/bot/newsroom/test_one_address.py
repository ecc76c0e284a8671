"""A day's page holds several reports at one address: what a line is of is the report that says it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.house import House
from bot.newsroom.answering.answering import answer_question
from bot.newsroom.finding.following import story_of
from news.asking import Passage, source_of
from news.model import PUBLIC
from news.telling import Citation
from news.text import search_tokens
from store.search import IndexedText
from tests.bot.shelf import NOON, a_story, an_article, shelf

PAGE = "https://tide.example/day"
DAY = (
    an_article("d1", "s1", url=PAGE, title="Vela Cloud plans an IPO", text="Vela Cloud plans to raise $3 billion in its IPO. It would be valued at $20 billion."),
    an_article("d2", "", url=PAGE, title="Vela Cloud delays its vacuum robot", text="Vela Cloud delays its vacuum robot to May. It would cost $900."),
)  # fmt: skip


@pytest.fixture(params=[DAY, DAY[::-1]], ids=["first", "last"])
async def house(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[House]:
    async with shelf(tmp_path, stories=(a_story("s1"),), articles=request.param) as made:
        rows = [
            IndexedText(a.id, search_tokens(a.title), search_tokens(a.text), a.published, a.language, PUBLIC)
            for a in request.param
        ]
        async with made.database.begin() as tx:
            await tx.search.index(rows, tenant=PUBLIC)
        yield made


async def ask(house: House, text: str) -> list[str]:
    answer = await answer_question(
        database=house.database, clock=house.clock, summariser=house.summariser, text=text, thread="chat:room:1"
    )
    return [one.text for one in answer.sentences]


@pytest.mark.parametrize(
    ("text", "of"),
    [("How much does Vela Cloud want to raise in its IPO?", "s1"), ("Did Vela Cloud delay its vacuum robot?", "d2")],
)
async def test_a_conversation_is_of_the_report_that_was_told(house: House, text: str, of: str) -> None:
    assert await ask(house, text)
    async with house.database.read() as tx:
        said = await tx.questions.thread("chat:room:1", tenant=PUBLIC, since=NOON.replace(year=2000), limit=1)
    assert story_of(said[0]) == of


def test_the_source_of_a_quote_is_the_report_that_says_it() -> None:
    reports = [Passage(one.id, None, "tide", PAGE, one.title, one.text, "en", NOON, 1.0) for one in DAY]
    for one in reports:
        assert source_of(Citation(PAGE, one.text[:20]), reports) == one
        assert source_of(Citation(PAGE, one.title), reports[::-1]) == one
    assert source_of(Citation("https://reef.example/", "Vela"), reports) is None
