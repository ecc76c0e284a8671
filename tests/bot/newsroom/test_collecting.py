"""What several feeds say of one article becomes one article, with its text."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.house import House
from bot.newsroom.collecting.collecting import collect
from news.model import PUBLIC, Article, Entry, Fetched, Source, TextState, Tier, Validators
from news.ports import FixedClock
from store.search import SearchQuery
from tests.bot.shelf import NOON, shelf

URL = "https://press.example/mistral"
TEXT = "Mistral opened a new AI model on Friday. " * 10
BARE, FULL, FORUM = (
    Source(id, id, f"https://{id}.example/feed", language="en", tier=tier)
    for id, tier in (("a-bare", Tier.GENERAL), ("b-full", Tier.GENERAL), ("c-forum", Tier.COMMUNITY))
)


class Pages:
    """Feeds answer; a page holds no text."""

    async def fetch(self, source: Source, validators: Validators | None) -> Fetched:
        return Fetched(source.feed, b"feed", "", Validators())

    async def page(self, url: str) -> Fetched:
        return Fetched(url, b"page", "", Validators())


async def parse(source: Source, document: Fetched) -> Sequence[Entry]:
    return [
        Entry(source.id, URL, "Mistral opens an AI model", text="" if source.id == BARE.id else TEXT, published=NOON)
    ]


async def extract(page: Fetched) -> str:
    return ""


async def read(house: House, *sources: Source) -> Article:
    await collect(
        database=house.database, clock=FixedClock(NOON), fetcher=Pages(), parse=parse, extract=extract, sources=sources
    )
    async with house.database.read() as tx:
        [article] = await tx.articles.ungrouped(since=NOON, seen_until=NOON, tenant=PUBLIC)
    return article


@pytest.mark.parametrize("at_once", [True, False])
async def test_a_text_that_another_feed_of_the_page_carries_is_taken(tmp_path: Path, *, at_once: bool) -> None:
    """Whichever was read first, and a day later too; it is found by its words."""
    async with shelf(tmp_path) as house:
        if not at_once:
            assert (await read(house, BARE)).text_state is TextState.NONE
        article = await read(house, BARE, FULL)
        async with house.database.read() as tx:
            hits = await tx.search.find(SearchQuery(terms=("friday",)), tenant=PUBLIC, limit=9)
    assert (article.source, article.text_state, article.text) == (BARE.id, TextState.HAD, TEXT)
    assert [hit.article for hit in hits] == [article.id]


async def test_what_a_forum_writes_of_a_page_is_not_its_text(tmp_path: Path) -> None:
    """It would be quoted as if it stood there."""
    async with shelf(tmp_path) as house:
        assert (await read(house, BARE, FORUM)).text_state is TextState.NONE
        assert (await read(house, BARE, FORUM)).text == ""
