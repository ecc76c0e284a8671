"""What stands in a story: AI news, and what tells the same event without saying AI."""

from pathlib import Path

from bot.newsroom.collecting.grouping import group_articles
from news.model import PUBLIC, Article, Source
from news.ports import Embedder, FixedClock, SystemClock
from store.database import Database
from summariser.model.embedding import LlmEmbedder
from summariser.model.endpoints import Endpoint, Plan
from summariser.model.llm import LiteLlm
from tests.fakes.models import Books, Said, model_server
from tests.summariser.pieces import NOON, article


async def stories_of(tmp_path: Path, articles: list[Article], embedder: Embedder | None = None) -> list[set[str]]:
    database = await Database.open(f"sqlite:///{tmp_path}/grouping.db")
    await database.migrate()
    async with database.begin() as tx:
        feeds = [Source(a.source, a.source_name, f"https://{n}.example/feed") for n, a in enumerate(articles)]
        await tx.sources.put(feeds, tenant=PUBLIC)
        await tx.articles.add(articles, tenant=PUBLIC)
    await group_articles(database=database, clock=FixedClock(NOON), embedder=embedder)
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


async def test_near_vectors_and_hard_evidence_together_make_one_story(tmp_path: Path) -> None:
    """Over a server of vectors: not near ones of two events, and not one event whose vectors lie apart."""
    first = article("Anthropic opens an office in Tokyo", source="Gazette", hours=3)
    other = article("AI firm Anthropic picks Tokyo as its first base in Asia", source="Herald", hours=2)
    beside = article("Anthropic hires a new head of AI research", source="Post", hours=2)
    lecture = article("Anthropic’s Claude lectures at a Tokyo school", source="Times", hours=1)
    near = {one.title: [1.0, 0.0] for one in (first, other, beside)}
    assert len(await stories_of(tmp_path, [first, other, beside, lecture])) == 4
    (tmp_path / "grouping.db").unlink()
    async with model_server(lambda asked: Said()) as server:
        server.embed = lambda text: near.get(text.split("\n")[0], [0.0, 1.0])
        plan, client = Plan({"embedding": (Endpoint("openai/text-embedding-3-small", server.base, "k"),)}), LiteLlm()
        books = Books()
        embedder = LlmEmbedder(client, plan, ledger=books, replies=books, clock=SystemClock())
        try:
            stories = await stories_of(tmp_path, [first, other, beside, lecture], embedder)
        finally:
            await client.close()
    assert {first.id, other.id} in stories
    assert len(stories) == 3
    assert [call.purpose for call in books.calls.values()] == ["embedding"]
