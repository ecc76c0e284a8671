"""Several articles on one page are kept apart, from the feed to the shelf."""

from collections.abc import Sequence
from pathlib import Path

from bot.newsroom.collecting.collecting import collect
from news.model import PUBLIC, Entry, Fetched, Source, TextState, Validators
from news.ports import FixedClock
from tests.bot.shelf import NOON, shelf

PAGE = "https://digest.example/today"
TITLES = ("OpenAI releases a new AI model", "Court hears Anthropic over AI export rules", "Meta opens an AI chip plant")


class Digest:
    """Answers for any feed; its page would give each item the text of all."""

    def __init__(self) -> None:
        self.pages: list[str] = []

    async def fetch(self, source: Source, validators: Validators | None) -> Fetched:
        return Fetched(source.feed, b"feed", "", Validators())

    async def page(self, url: str) -> Fetched:
        self.pages.append(url)
        return Fetched(url, b"page", "", Validators())


async def test_each_item_of_a_digest_is_kept_and_their_common_page_is_not_read_for_them(tmp_path: Path) -> None:
    """An article with a page of its own in the same feed is read as ever."""
    alone = Entry("digest", "https://digest.example/own", "Mistral opens an AI model", published=NOON)
    items = [Entry("digest", f"{PAGE}#{n}", title, "A lead.", published=NOON) for n, title in enumerate(TITLES)]

    async def parse(source: Source, document: Fetched) -> Sequence[Entry]:
        return [*items, alone]

    async def extract(page: Fetched) -> str:
        return "Mistral opened a model on Friday. " * 10

    digest = Digest()
    async with shelf(tmp_path) as house:
        for _ in range(2):
            await collect(
                database=house.database,
                clock=FixedClock(NOON),
                fetcher=digest,
                parse=parse,
                extract=extract,
                sources=[Source("digest", "The Digest", "https://digest.example/feed", language="en")],
            )
        async with house.database.read() as tx:
            found = await tx.articles.ungrouped(since=NOON, seen_until=NOON, tenant=PUBLIC)
    assert sorted(article.title for article in found) == sorted([*TITLES, alone.title])
    assert [article.title for article in found if article.text_state is TextState.HAD] == [alone.title]
    assert digest.pages == [alone.url]
