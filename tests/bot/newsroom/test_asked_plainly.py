"""What people ask first: who runs a company, the top three, a greeting, whether to buy; and what comes after the news of somebody or of a field."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.house import House
from news.asking import Answer
from news.phrases import phrase
from tests.bot.newsroom.conversing import ask, index
from tests.bot.shelf import an_article, shelf

REPORTS = (
    an_article("p1", "", title="Everybody has an opinion on what models cost", text="Many have written on it. In a post on Monday, Microsoft CEO Ida Holm has joined this crowd. She warns that users pay twice."),
    an_article("p2", "", title="Anthropic releases Lumo 3, a model for coding", text="Anthropic released Lumo 3 on Friday."),
    an_article("p3", "", title="Anthropic opens an office in Oslo", text="Anthropic opened an office in Oslo."),
    an_article("p4", "", title="Anthropic sues Vela Cloud over a contract", text="Anthropic sued Vela Cloud over a contract."),
    an_article("p5", "", title="Orbita raises $15 million from researchers of Anthropic", text="Orbita announced a $15 million raise from researchers of Anthropic."),
    an_article("p6", "", title="Tova Chips opens a plant for AI chips in Dresden", text="Tova Chips opened a plant in Dresden."),
    an_article("p8", "", title="Vega Capital leads a round in Tova Chips that values the chip maker at $2 billion", text="Vega Capital leads a round in Tova Chips."),
    an_article("p7", "", title="Quillo launches a robot that folds shirts with an AI model", text="Quillo launched a robot that folds shirts."),
)  # fmt: skip


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with shelf(tmp_path, articles=REPORTS) as made:
        await index(made, REPORTS)
        yield made


def lines(answer: Answer) -> list[str]:
    return [one.text for one in answer.sentences]


async def test_who_runs_a_company_is_told_in_passing_by_a_report_on_something_else(house: House) -> None:
    answer = await ask(house, "who is the CEO of Microsoft?")
    assert lines(answer) == ["In a post on Monday, Microsoft CEO Ida Holm has joined this crowd."]


async def test_who_runs_a_company_that_no_report_says_it_of_is_not_told(house: House) -> None:
    assert (await ask(house, "who is the CEO of Nvidia?")).abstained


async def test_as_many_news_are_told_as_are_asked_for(house: House) -> None:
    every = await ask(house, "news about Anthropic")
    assert len(every.sentences) > 2
    assert lines(await ask(house, "give me 2 news about Anthropic")) == lines(every)[:2]


@pytest.mark.parametrize(
    ("text", "key"),
    [("hello!", "answer.hello"), ("thanks", "answer.welcome"), ("what's the weather in Oslo?", "answer.off_topic")],
)
async def test_what_asks_nothing_is_met_kindly(house: House, text: str, key: str) -> None:
    answer = await ask(house, text)
    assert answer.abstained
    assert answer.note == phrase("en", key)


async def test_advice_is_declined_as_advice_with_what_the_news_has(house: House) -> None:
    answer = await ask(house, "should I buy shares of Anthropic?")
    assert answer.note == phrase("en", "answer.advice")
    assert answer.nearest


async def test_what_they_raised_is_not_what_others_raised(house: House) -> None:
    """After the news of somebody it is asked of them, and told by no round of another in which they are named."""
    await ask(house, "any news on Anthropic?", thread="t1")
    answer = await ask(house, "what did they raise?", thread="t1")
    assert not any("Orbita" in line for line in lines(answer))


async def test_a_field_is_asked_of_everything_whatever_was_spoken_of(house: House) -> None:
    await ask(house, "what did Anthropic release?", thread="t2")
    assert any("Tova Chips" in line for line in lines(await ask(house, "anything about chips?", thread="t2")))
    assert any("robot" in line for line in lines(await ask(house, "and robots?", thread="t2")))


async def test_what_no_report_explains_is_said_to_be_so_above_its_news(house: House) -> None:
    answer = await ask(house, "what is Anthropic?")
    assert answer.note.startswith(phrase("en", "answer.not_explained"))
    assert answer.sentences


async def test_a_matter_that_is_asked_for_by_its_name_is_told_as_a_whole(house: House) -> None:
    """What several reports tell of it, and nothing of another matter of the same company."""
    answer = await ask(house, "tell me about Anthropic's lawsuit against Vela Cloud")
    assert "contract" in lines(answer)[0]
    assert not any("Oslo" in line or "Lumo" in line for line in lines(answer))


async def test_the_first_one_is_told_at_length(house: House) -> None:
    news = await ask(house, "news about Anthropic", thread="t5")
    more = await ask(house, "tell me more about the first one", thread="t5")
    assert not more.abstained
    assert {one.citations[0].url for one in more.sentences} == {news.sentences[0].citations[0].url}


async def test_what_somebody_ate_is_told_by_none_of_their_news(house: House) -> None:
    assert (await ask(house, "what did Anthropic eat for breakfast?")).abstained


async def test_what_it_is_worth_is_asked_as_its_valuation(house: House) -> None:
    """The words of the question tell it too little; those of the reports do."""
    answer = await ask(house, "what is Tova Chips worth?")
    assert any("$2 billion" in line for line in lines(answer))


@pytest.mark.parametrize("text", ["what are the top stories this week?", "top 3 stories this week"])
async def test_everybodys_news_are_asked_of_everything_whatever_was_spoken_of(house: House, text: str) -> None:
    by_itself = await ask(house, text)
    await ask(house, "what did Anthropic release?", thread="t6")
    assert lines(await ask(house, text, thread="t6")) == lines(by_itself)


async def test_the_second_one_is_the_second_line_that_was_shown(house: House) -> None:
    news = await ask(house, "news about Anthropic", thread="t7")
    more = await ask(house, "tell me more about the second one", thread="t7")
    assert {one.citations[0].url for one in more.sentences} == {news.sentences[1].citations[0].url}
