"""One thing is told once in any answer."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.house import House
from bot.newsroom.finding.telling_once import each_once
from news.asking import Answer, Intent, Question
from news.model import PUBLIC, Article, Citation, Sentence
from summariser.answering.passages import passages
from tests.bot.shelf import NOON, an_article, shelf

TITLES = {
    "round": "Cohere closes its funding round with a pension fund",
    "sum": "Cohere raises $300M in its funding round with a pension fund",
    "suit": "Cohere sued by a Toronto choir over recorded hymns",
    "choir": "A Toronto choir sues Cohere over recorded hymns",
    "lyon": "Cohere opens an office in Lyon",
}


def report(id: str) -> Article:
    return an_article(id, "", title=TITLES[id], text=f"{TITLES[id]}.", source=id, source_name=id)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with shelf(tmp_path, stories=[], articles=[report(id) for id in TITLES], now=NOON) as house:
        yield house


async def told(house: House, asked: str, intent: Intent, *ids: str, known: bool = True) -> list[list[str]]:
    """The sources of each line. `known`: there are passages of what is cited."""
    question = Question("q", PUBLIC, None, asked, "en", NOON)
    reports = [report(id) for id in ids]
    lines = tuple(Sentence(one.title, (Citation(one.url, one.title, one.source_name),)) for one in reports)
    answer = Answer("q", lines, 0.5, False, (), "any", intent=intent)
    cited = passages(reports, dict.fromkeys(ids, 1.0), of_story=len(ids)) if known else []
    answer = await each_once(answer, cited, question, database=house.database)
    return [[one.source for one in line.citations] for line in answer.sentences]


@pytest.mark.parametrize("intent", [Intent.NEWS, Intent.LIST, Intent.CATCH_UP])
async def test_what_is_told_again_is_left_out_and_its_source_stands_with_the_line_that_tells_it(
    house: House, intent: Intent
) -> None:
    assert await told(house, "What is new with Cohere?", intent, "suit", "lyon", "choir") == [
        ["suit", "choir"],
        ["lyon"],
    ]


async def test_a_report_of_which_no_passage_is_known_is_found_by_its_address(house: House) -> None:
    assert await told(house, "What is new with Cohere?", Intent.NEWS, "suit", "choir", known=False) == [
        ["suit", "choir"]
    ]


async def test_of_a_fact_the_line_that_tells_what_is_asked_is_told(house: House) -> None:
    asked = "How much money did Cohere raise?"
    assert await told(house, asked, Intent.FACT, "round", "sum") == [["sum"]]
    assert await told(house, asked, Intent.FACT, "sum", "lyon") == [["sum"]]


async def test_who_was_sued_is_told_by_one_line(house: House) -> None:
    assert await told(house, "Who sued Cohere?", Intent.FACT, "suit", "choir") == [["suit"]]
