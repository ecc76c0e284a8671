"""Lists and comparisons from a whole archive, on either database."""

from datetime import timedelta

from bot.newsroom.answering.answering import answer_question
from bot.newsroom.collecting.indexing import indexed
from news.asking import Answer
from news.model import PUBLIC
from news.ports import FixedClock
from store.database import Database
from summariser.telling.extractive import ExtractiveSummariser
from tests.bot.shelf import NOON, an_article

TITLES = {
    "pixie": "Pixie raises $15M to make AI inference cheaper",
    "natural": "Natural raises $30M to reinvent payments for AI agents",
    "openai": "OpenAI raises $12 billion at a valuation of $300 billion",
    "anthropic": "Anthropic raises $5 billion at a valuation of $170 billion",
}


async def ask(db: Database, text: str) -> Answer:
    clock = FixedClock(NOON + timedelta(days=1))
    return await answer_question(database=db, clock=clock, summariser=ExtractiveSummariser(), text=text)


async def test_a_list_and_a_comparison_of_what_the_archive_holds(db: Database) -> None:
    """It says of which days the reports are; how many there are at least only where that is asked."""
    articles = [
        an_article(id, "", title=title, text=f"{title}. The round was announced.") for id, title in TITLES.items()
    ]
    async with db.begin() as tx:
        await tx.articles.add(articles, tenant=PUBLIC)
        await tx.search.index([indexed(one) for one in articles], tenant=PUBLIC)
    told = await ask(db, "Which startups raised money?")
    assert {one.text for one in told.sentences} == set(TITLES.values())
    assert told.note.startswith("From reports of ")
    assert (await ask(db, "How many startups raised money?")).note.startswith("At least 4, ")
    compared = await ask(db, "Compare OpenAI and Anthropic")
    assert {TITLES["openai"], TITLES["anthropic"]} <= {one.text for one in compared.sentences}
    assert max(told.confidence, compared.confidence) < 1
