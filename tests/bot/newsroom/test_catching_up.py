"""What was missed: of the time, the field and the languages that were asked for, in the asker's language first."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.house import House
from bot.newsroom.answering.answering import answer_question
from bot.newsroom.collecting.indexing import index_missing
from bot.newsroom.finding.catching_up import catch_up
from news.asking import Answer
from news.languages import Language
from news.model import PUBLIC
from news.phrases import phrase
from summariser.asking.fields import field_of
from tests.bot.shelf import NOON, a_story, an_article, shelf

_TITLES: dict[Language, tuple[str, ...]] = {
    "en": ("OpenAI opens an office in Oslo", "Google cuts the price of its AI chips", "Mistral raises $900 million"),
    "zh-Hant": ("台積電宣布擴建人工智慧晶片廠", "鴻海推出人工智慧伺服器", "聯發科發表人工智慧新晶片"),
    "ko": ("네이버, 새 인공지능 모델 공개", "삼성전자, 인공지능 반도체 투자 확대", "카카오, 인공지능 비서 출시"),
}


def _filled() -> tuple[list[Any], list[Any]]:
    titles = {**_TITLES, "ja": ("ソフトバンクが新しいAI基盤を公開",)}
    stories, articles = [], []
    for language, heads in titles.items():
        for number, title in enumerate(heads):
            id, when = f"{language}{number}", NOON - timedelta(days=number)
            topics = ("chips",) if number == 1 else ("models",)
            article = an_article(f"a{id}", id, title=title, language=language, published=when, seen=when)
            articles.append(article)
            stories.append(a_story(id, headline=title, language=language, articles=(article.id,), topics=topics))
    return stories, articles


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    stories, articles = _filled()
    async with shelf(tmp_path, stories=stories, articles=articles) as made:
        yield made


async def caught_up(
    house: House, language: Language, *, since: datetime = NOON - timedelta(days=5), **more: Any
) -> Answer:
    return await catch_up(
        database=house.database, clock=house.clock, summariser=house.summariser, since=since, language=language, **more
    )


def tongues(answer: Answer) -> set[str]:
    return {link.language for link in answer.nearest}


@pytest.mark.parametrize(
    ("asker", "told"),
    [("en", {"en"}), ("ko", {"ko", "en"}), ("zh-Hans", {"zh-Hant", "en"}), ("th", {"en"}), ("ja", {"ja", "en"})],
)
async def test_news_is_told_in_the_language_that_its_reader_reads_next(
    house: House, asker: Language, told: set[str]
) -> None:
    """Theirs, Chinese in the other script, English; and what is in another says so."""
    found = await caught_up(house, asker)
    assert tongues(found) == told
    if asker in told:
        assert found.note.startswith(phrase(asker, "answer.some_other_language")) is (len(told) > 1)
    elif len(told) == 1:
        [other] = told
        named = phrase(asker, f"languages.{other}")
        assert found.note.startswith(phrase(asker, "answer.other_language", language=named))


async def test_a_catch_up_keeps_to_the_time_and_the_field_and_the_language(house: House) -> None:
    """Also of a time that is over."""
    chips = await caught_up(house, "en", field=field_of("news about AI chips"))
    assert [link.id for link in chips.nearest][:1] == ["en1"]
    assert {link.id for link in chips.nearest} == {"en1", "zh-Hant0", "zh-Hant2", "ko1"}
    over = await caught_up(house, "ko", until=NOON - timedelta(hours=12))
    assert {link.id for link in over.nearest if link.language == "ko"} == {"ko1", "ko2"}
    assert tongues(await caught_up(house, "en", spoken=("ja",))) == {"ja"}
    assert (await caught_up(house, "en", since=NOON - timedelta(days=9), until=NOON - timedelta(days=8))).abstained


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "UTC", "Asia/Tokyo", "Asia/Kolkata", "Pacific/Auckland"])
@pytest.mark.parametrize(("now", "monday"), [("2026-09-29", "28"), ("2026-03-11", "9"), ("2026-11-04", "2")])
async def test_since_monday_is_since_the_asker_s_monday(tmp_path: Path, zone: str, now: str, monday: str) -> None:
    """East and west of Greenwich, also in the weeks in which clocks change."""
    at = datetime.fromisoformat(f"{now}T12:00").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    old = an_article("old", "", published=at - timedelta(days=90), seen=at - timedelta(days=90))
    async with shelf(tmp_path, now=at, articles=[old]) as house:
        answer = await answer_question(
            database=house.database,
            clock=house.clock,
            summariser=house.summariser,
            text="What happened since Monday?",
            zone=ZoneInfo(zone),
        )
    assert f"Monday {monday} " in answer.note


async def test_a_day_is_that_day_and_what_is_in_no_story_is_news_too(tmp_path: Path) -> None:
    """One event once; neither what is of another day nor what is not of AI; no page is promised, nor a brief made of it."""
    day = NOON - timedelta(days=3)
    titles = {
        "a": "OpenAI unveils Lumo 3, an AI model for phones",
        "b": "OpenAI unveils AI model Lumo 3 for phones",
        "c": "Mistral raises $900 million for AI data centres",
        "d": "The old town's bakery wins a prize",
    }
    loose = [
        an_article(id, "", title=title, source=f"source-{id}", published=day, seen=NOON) for id, title in titles.items()
    ]
    late = an_article("late", "", title="Google cuts the price of AI model Gemini", published=day + timedelta(days=1))
    async with shelf(tmp_path, articles=[*loose, late]) as house:
        answer = await answer_question(
            database=house.database, clock=house.clock, summariser=house.summariser, text="What happened on July 14?"
        )
    assert answer.note == phrase("en", "answer.news_of_span", dates="Tuesday 14 July 2026")
    told = " ".join(sentence.text for sentence in answer.sentences)
    assert ("Lumo 3" in told, "Mistral" in told, "Google" in told, "bakery" in told) == (True, True, False, False)
    assert len(answer.sentences) == 2
    assert [link.id for link in answer.nearest] == ["", ""]
    assert answer.brief is None


async def test_somebody_s_news_is_their_stories_the_weightiest_first(tmp_path: Path) -> None:
    """Not the report that repeats the question's words most often; what others did to them, and what is not out, is left out."""
    heads = {
        "big": ("OpenAI unveils Lumo 3", "OpenAI releases Lumo 3", "Lumo 3 is out, says OpenAI"),
        "small": ("OpenAI releases the Tapir keyboard",),
        "sued": ("Vega Systems sues OpenAI over released files",),
        "soon": ("OpenAI plans to release a phone",),
    }
    articles = [
        an_article(f"{id}{n}", id, title=title, source=f"source{n}", published=NOON, seen=NOON)
        for id, titles in heads.items()
        for n, title in enumerate(titles)
    ]
    stories = [
        a_story(id, headline=titles[0], articles=tuple(f"{id}{n}" for n in range(len(titles))))
        for id, titles in heads.items()
    ]
    async with shelf(tmp_path, stories=stories, articles=articles) as house:
        await index_missing(database=house.database)
        answer = await answer_question(
            database=house.database,
            clock=house.clock,
            summariser=house.summariser,
            text="What did OpenAI release this week?",
        )
        async with house.database.read() as tx:
            [asked] = await tx.questions.list(tenant=PUBLIC, limit=9)
    assert [link.id for link in answer.nearest] == ["big", "small"]
    assert [one.story for one in asked.evidence] == ["big", "small"]
    assert len(answer.sentences) == 2
    assert answer.brief is None


async def test_what_came_out_is_told_by_the_title_that_names_it(tmp_path: Path) -> None:
    """Whatever the story is called by, for a company's short name too, and in another language's words."""
    titles = (
        "China's Moonshot AI unveils AI model, threatening a lead",
        "Moonshot AI releases Kimi K3, an open AI model",
    )
    articles = [
        an_article(f"k{n}", "k", title=title, source=f"source{n}", published=NOON, seen=NOON)
        for n, title in enumerate(titles)
    ]
    story = a_story("k", headline=titles[0], articles=("k0", "k1"))
    async with shelf(tmp_path, stories=[story], articles=articles) as house:
        await index_missing(database=house.database)
        for text in ("What did Moonshot release this week?", "Moonshotは今週何をリリースした？"):
            answer = await answer_question(
                database=house.database, clock=house.clock, summariser=house.summariser, text=text
            )
            assert [one.text for one in answer.sentences] == [titles[1]], text
            assert answer.sentences[0].citations[0].url == articles[1].url
