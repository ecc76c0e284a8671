"""A follow-up that does not say of what it is, and a question under a story that its own report does not answer: told by reports of the same matter."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.house import House
from bot.newsroom.answering.answering import answer_question
from news.asking import Answer
from news.model import PUBLIC
from news.text import search_tokens
from store.search import IndexedText
from tests.bot.shelf import a_story, an_article, shelf

RECALL = (
    an_article("r1", "s1", title="Orbita Labs recalls Lumo robots after a fire", text="Orbita Labs recalls Lumo robots.", source="tide", source_name="Tide"),
    an_article("r2", "", title="Orbita Labs recalls 40 Lumo robots that may burn", text="", source="reef", source_name="Reef"),
    an_article("r3", "", title="Tova Systems recalls 900 vacuum robots", text="", source="cove", source_name="Cove"),
    an_article("p1", "", title="Vela Cloud plans an IPO that could raise $3 billion at a valuation of $20 billion", text="", source="reef", source_name="Reef"),
    an_article("p2", "", title="Etcha raises money at a $7 billion valuation", text="", source="cove", source_name="Cove"),
)  # fmt: skip


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with shelf(tmp_path, stories=(a_story("s1"),), articles=RECALL) as made:
        rows = [
            IndexedText(a.id, search_tokens(a.title), search_tokens(a.text), a.published, a.language, PUBLIC)
            for a in RECALL
        ]
        async with made.database.begin() as tx:
            await tx.search.index(rows, tenant=PUBLIC)
        yield made


async def ask(house: House, text: str, *, story: str | None = None) -> Answer:
    return await answer_question(
        database=house.database,
        clock=house.clock,
        summariser=house.summariser,
        text=text,
        thread="chat:room:1",
        story=story,
    )


async def test_what_a_storys_report_does_not_say_another_of_the_same_matter_does(house: House) -> None:
    told = await ask(house, "how many robots?", story="r1")
    assert [one.text for one in told.sentences] == [RECALL[1].title]


async def test_a_few_words_are_of_the_matter_and_not_of_whoever_has_them(house: House) -> None:
    await ask(house, "How much could the Vela Cloud IPO raise?")
    told = await ask(house, "at what valuation?")
    assert [one.text for one in told.sentences] == [RECALL[3].title]


async def test_few_words_in_a_conversation_are_not_off_topic(house: House) -> None:
    await ask(house, "How much could the Vela Cloud IPO raise?")
    assert "Ask me about AI news" not in (await ask(house, "to do what")).note


async def test_a_short_question_that_found_nothing_does_not_end_what_is_spoken_of(house: House) -> None:
    await ask(house, "How much could the Vela Cloud IPO raise?")
    assert (await ask(house, "which court")).abstained
    told = await ask(house, "at what valuation?")
    assert [one.text for one in told.sentences] == [RECALL[3].title]


async def test_what_was_not_told_is_gone_on_with_by_the_reports_that_name_it(house: House) -> None:
    assert (await ask(house, "Who founded Etcha?")).abstained
    told = await ask(house, "at what valuation?")
    assert [one.text for one in told.sentences] == [RECALL[4].title]


async def test_a_few_words_that_nothing_in_hand_tells_are_told_by_no_other_news(house: House) -> None:
    await ask(house, "How much could the Vela Cloud IPO raise?")
    assert (await ask(house, "how many robots")).abstained


async def test_what_goes_on_from_somebodys_news_is_told_by_no_line_on_another(house: House) -> None:
    assert not (await ask(house, "any news on Vela Cloud?")).abstained
    assert "$7 billion" not in " ".join(one.text for one in (await ask(house, "what is their valuation?")).sentences)
    assert (await ask(house, "who is their CEO?")).abstained
