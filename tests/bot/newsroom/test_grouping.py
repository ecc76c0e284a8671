"""What stands in a story: AI news, and what tells the same event without saying AI."""

from pathlib import Path

from bot.newsroom.grouping import group_articles
from news.model import PUBLIC, Article, Source
from news.ports import FixedClock
from store.database import Database
from tests.summariser.pieces import NOON, article


async def stories_of(tmp_path: Path, articles: list[Article]) -> list[set[str]]:
    database = await Database.open(f"sqlite:///{tmp_path}/grouping.db")
    await database.migrate()
    async with database.begin() as tx:
        feeds = [Source(a.source, a.source_name, f"https://{n}.example/feed") for n, a in enumerate(articles)]
        await tx.sources.put(feeds, tenant=PUBLIC)
        await tx.articles.add(articles, tenant=PUBLIC)
    await group_articles(database=database, clock=FixedClock(NOON))
    async with database.read() as tx:
        found = await tx.stories.active(tenant=PUBLIC, since=NOON.replace(day=1))
    await database.close()
    return [set(story.articles) for story in found]


async def test_a_report_of_an_ai_event_that_does_not_say_ai_joins_its_story(tmp_path: Path) -> None:
    """The same company and the same sum; another piece on the company stays out, and makes no story."""
    ai = article("TSMC adds another $100 billion to U.S. investment as AI demand surges", source="Gazette", hours=2)
    plain = article("TSMC adds $100 billion to U.S. investment plan", source="Post", hours=1)
    other = article("TSMC opens a kindergarten for the children of its staff", source="Herald")
    assert await stories_of(tmp_path, [ai, plain, other]) == [{ai.id, plain.id}]


async def test_what_never_says_ai_makes_no_story(tmp_path: Path) -> None:
    """However many report it."""
    pieces = [article(f"Apple opens a shop in Lyon, {word}", source=word) for word in ("Gazette", "Post", "Herald")]
    assert await stories_of(tmp_path, pieces) == []
