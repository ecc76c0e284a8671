"""What a question may be answered from: the filters that it names, each for itself and together, on both databases."""

from datetime import UTC, datetime

import pytest

from bot.newsroom.evidence import passages_for, terms_of
from bot.newsroom.indexing import index_missing
from news.asking import Question
from news.languages import Language
from news.model import PUBLIC, Article
from store.database import Database
from store.search import SearchQuery
from summariser.understanding import understand
from tests.store.samples import article, story

ASKED = datetime(2026, 7, 17, 12, tzinfo=UTC)
SOURCES = {"Reuters": "reuters", "The Verge": "verge"}


def one(
    id: str, title: str, day: str, language: Language = "en", source: str = "verge", told: str | None = None
) -> Article:
    at = datetime.fromisoformat(f"2026-{day}T09:00:00+00:00")
    return article(
        id, title=title, text="", summary="", published=at, seen=at, language=language, source=source, story=told
    )


ARCHIVE = [
    one("old", "OpenAI launches a chip", "04-10", told="chips"),
    one("june", "OpenAI launches a robot", "06-20"),
    one("week", "OpenAI launches a model", "07-15", source="reuters"),
    one("named", "ChatGPT launches a shop", "07-16"),
    one("other", "Mistral launches a model", "07-15", source="reuters", told="chips"),
    one("ja-old", "OpenAIが新モデルを発表", "07-01", "ja"),
    one("ja-last", "OpenAIが新チップを発表", "07-08", "ja"),
    one("th-old", "OpenAI เปิดตัวโมเดลใหม่", "07-10", "th"),
    one("th-last", "OpenAI เปิดตัวชิปใหม่", "07-16", "th"),
    one("zh", "OpenAI发布新模型", "07-16", "zh-Hans"),
    one("ko", "OpenAI 새 모델 출시", "07-16", "ko"),
]


@pytest.fixture
async def archive(db: Database) -> Database:
    async with db.begin() as tx:
        await tx.stories.put([story("chips", topics=("chips",), slug="chips")], tenant=PUBLIC)
        await tx.articles.add(ARCHIVE, tenant=PUBLIC)
    await index_missing(database=db)
    return db


QUESTIONS: list[tuple[Language, str, set[str]]] = [
    ("en", "What did OpenAI launch this week?", {"week"}),
    ("en", "What did OpenAI launch since May?", {"june", "week"}),
    ("en", "What did OpenAI launch?", {"old", "june", "week"}),
    ("en", "What did OpenAI launch this week according to Reuters?", {"week"}),
    ("ja", "先週OpenAIは何を発表しましたか？", {"ja-last"}),
    ("th", "เมื่อวาน OpenAI เปิดตัวอะไร", {"th-last"}),
    ("zh-Hans", "OpenAI昨天发布了什么？", {"zh"}),
    ("ko", "OpenAI가 어제 무엇을 출시했나요?", {"ko"}),
]


async def test_time_source_company_and_language_of_a_question_are_kept_to(archive: Database) -> None:
    """Each in its language, and nothing of another time, company or paper."""
    found = {}
    for language, asked, _ in QUESTIONS:
        understood = understand(asked, today=ASKED.date(), sources=SOURCES)
        terms = await terms_of(understood, database=archive, tenant=PUBLIC)
        question = Question("q", PUBLIC, None, understood.text, language, ASKED, intent=understood.intent, terms=terms)
        passages = await passages_for(question, understood, language, UTC, database=archive)
        found[asked] = {passage.article for passage in passages}
    assert found == {asked: expected for _, asked, expected in QUESTIONS}


async def test_filters_narrow_a_search_alone_and_together(archive: Database) -> None:
    """A topic is its story's, as the story stands now; a name is met in any of its spellings, whole."""
    alone = {
        "since": (SearchQuery(("launch",), since=datetime(2026, 7, 15, tzinfo=UTC)), {"week", "named", "other"}),
        "until": (SearchQuery(("launch",), until=datetime(2026, 7, 1, tzinfo=UTC)), {"old", "june"}),
        "source": (SearchQuery(("launch",), sources=("reuters",)), {"week", "other"}),
        "topic": (SearchQuery(("launch",), topics=("chips", "policy")), {"old", "other"}),
        "company": (SearchQuery(("launch",), names=(("mistral",), ("chatgpt", "shop"))), {"other", "named"}),
        "language": (SearchQuery(("openai",), language="ko"), {"ko"}),
        "together": (
            SearchQuery(
                ("launch",), language="en", since=datetime(2026, 7, 15, tzinfo=UTC), sources=("reuters",),
                topics=("chips",), names=(("mistral",), ("openai",)),
            ),
            {"other"},
        ),
        "nothing": (SearchQuery(("launch",), topics=("policy",)), set()),
    }  # fmt: skip
    async with archive.read() as tx:
        for name, (query, expected) in alone.items():
            hits = await tx.search.find(query, tenant=PUBLIC, limit=20)
            assert {hit.article for hit in hits} == expected, name
    async with archive.begin() as tx:
        await tx.stories.put([story("chips", topics=("policy",), slug="chips")], tenant=PUBLIC)
        hits = await tx.search.find(SearchQuery(("launch",), topics=("policy",)), tenant=PUBLIC, limit=20)
    assert {hit.article for hit in hits} == {"old", "other"}
