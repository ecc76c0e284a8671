"""What a question may be answered from: the filters that it names, each for itself and together, on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.newsroom.collecting.indexing import index_brief, index_missing
from bot.newsroom.finding.evidence import passages_for, terms_of
from news.asking import Question
from news.languages import Language
from news.model import PUBLIC, Article, BriefStory, Edition, Sentence, Tenant
from store.database import Database
from store.search import SearchQuery
from summariser.asking.understanding import understand
from tests.store.samples import article, brief, story, told

ASKED = datetime(2026, 7, 17, 12, tzinfo=UTC)
ACME = "slack:acme"
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
    ("en", "What did OpenAI launch this week?", {"week", "named"}),
    ("en", "What did OpenAI launch since May?", {"june", "week", "named"}),
    ("en", "What did OpenAI launch?", {"old", "june", "week", "named"}),
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


def retold(story: str, headline: str, lede: str, language: Language) -> BriefStory:
    return replace(told(story), headline=headline, lede=Sentence(lede, ()), language=language)


async def asked_of(db: Database, text: str, language: Language, tenant: str = PUBLIC) -> set[str]:
    understood = understand(text, today=ASKED.date(), sources=SOURCES)
    terms = await terms_of(understood, database=db, tenant=tenant)
    question = Question("q", tenant, None, understood.text, language, ASKED, intent=understood.intent, terms=terms)
    passages = await passages_for(question, understood, language, UTC, database=db)
    assert {passage.title for passage in passages} <= {report.title for report in ARCHIVE}
    return {passage.article for passage in passages}


async def test_a_story_is_found_by_how_it_was_told(archive: Database) -> None:
    """In each language it was told, by the latest telling, for whom it was told; what it gives are the story's reports."""
    chips = {"old", "other"}
    english = retold("chips", "Zephyr accelerators unveiled", "Quokka boards arrive.", "en")
    japanese = retold("chips", "風神という半導体の発表", "京都の工場で作られる。", "ja")
    first = brief("b1", stories=(english, japanese), made=ASKED - timedelta(hours=5))
    async with archive.begin() as tx:
        await tx.tenants.put(Tenant(ACME, "Acme", ASKED))
        await tx.briefs.put(first)
        own = retold("chips", "Numbat rumours", "For one workspace.", "en")
        await tx.briefs.put(brief("b2", Edition("en", 5, tenant=ACME), stories=(own,), made=ASKED))
    assert await asked_of(archive, "Zephyr accelerators", "en") == set()
    assert await index_missing(database=archive) == 2
    assert await index_missing(database=archive) == 0
    for text, language in [("Zephyr accelerators", "en"), ("quokka boards", "en"), ("京都の工場", "ja")]:
        assert await asked_of(archive, text, language) & chips, text
    assert await asked_of(archive, "numbat rumours", "en", ACME) & chips
    assert await asked_of(archive, "numbat rumours", "en") == set()
    async with archive.read() as tx:
        topical = await tx.search.find(SearchQuery(("quokka",), topics=("chips",)), tenant=PUBLIC, limit=20)
        elsewhere = await tx.search.find(SearchQuery(("quokka",), topics=("policy",)), tenant=PUBLIC, limit=20)
    assert ([hit.story for hit in topical], elsewhere) == (["chips"], [])
    anew = retold("chips", "Wombat accelerators unveiled", "Boards arrive.", "en")
    later = brief("b3", stories=(anew,), made=ASKED - timedelta(hours=1), date=date(2026, 7, 18))
    async with archive.begin() as tx:
        await tx.briefs.put(later)
    await index_brief(later, database=archive)
    await index_brief(first, database=archive)
    assert await asked_of(archive, "wombat accelerators", "en") & chips
    assert await asked_of(archive, "zephyr", "en") == set()


async def test_a_telling_of_a_merged_story_leads_to_the_reports_of_the_one_it_is_part_of(archive: Database) -> None:
    """It was told before the two were found to be one; what is cited are reports of the whole, each under it."""
    first = brief(
        "b1", stories=(retold("chips", "Zephyr accelerators unveiled", "Quokka boards arrive.", "en"),), made=ASKED
    )
    async with archive.begin() as tx:
        await tx.briefs.put(first)
        whole = story("whole", articles=("old", "other", "week"), slug="whole")
        await tx.stories.put([whole, story("chips", slug="chips", merged_into="whole")], tenant=PUBLIC)
        await tx.articles.assign(dict.fromkeys(whole.articles, "whole"), tenant=PUBLIC)
    await index_brief(first, database=archive)
    found = await asked_of(archive, "Zephyr accelerators", "en")
    assert set() < found <= set(whole.articles)


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
