"""The verbs over the sample newsroom, over real HTTP and a real database: from feeds to a brief and an answer."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.house import House
from bot.newsroom.answering.answering import answer_question
from bot.newsroom.collecting.collecting import Collected, collect
from bot.newsroom.collecting.grouping import group_articles
from bot.newsroom.collecting.oversight import source_health
from bot.newsroom.collecting.sampling import SampleNewsroom
from bot.newsroom.making.briefing import make_brief
from bot.settings import Settings
from bot.wiring import open_house, open_reading
from news.history import SourceState
from news.languages import Language
from news.model import PUBLIC, Brief, Edition, Source
from news.ports import FixedClock
from news.text import normalise_for_match, search_tokens
from store.search import SearchQuery
from summariser.stories import highlights
from summariser.stories.highlights import Found, Highlight

NOW = datetime(2026, 7, 17, 6, 0, tzinfo=UTC)
UTC_ZONE = ZoneInfo("UTC")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    settings = Settings(database_url=f"sqlite:///{tmp_path}/day.db", allow_private_hosts=True)
    async with open_house(settings, FixedClock(NOW)) as made:
        yield made


async def gather(house: House, *extra: Source, now: datetime = NOW) -> Collected:
    async with SampleNewsroom(NOW) as newsroom, open_reading(house.settings) as reading:
        sources = await reading.sources(catalogue=newsroom.catalogue_url, opml=None, problem=pytest.fail)
        clock = FixedClock(now)
        collected = await collect(
            database=house.database,
            clock=clock,
            fetcher=reading.fetcher,
            parse=reading.parse,
            extract=reading.extract,
            sources=[*sources, *extra],
        )
        await group_articles(database=house.database, clock=clock)
        return collected


async def brief(house: House, language: Language = "en", *, minutes: int = 5, now: datetime = NOW) -> Brief:
    return await make_brief(
        database=house.database,
        clock=FixedClock(now),
        summariser=house.summariser,
        edition=Edition(language, minutes),
        zone=UTC_ZONE,
    )


async def test_a_brief_is_made_from_feeds_and_fits_its_minutes(house: House) -> None:
    """From loopback feeds to an edition inside five minutes."""
    collected = await gather(house)
    made = await brief(house)
    assert collected.answered == collected.sources > 3
    assert len(made.stories) >= 5
    assert 0 < made.reading_seconds <= 300
    assert sum(sum(map(bool, story.sections.values())) >= 2 for story in made.stories) >= 3


async def test_every_sentence_stands_in_the_article_it_cites(house: House) -> None:
    """Each quote is in the stored text of the article at that URL, white space aside."""
    await gather(house)
    made = await brief(house)
    async with house.database.read() as tx:
        ids = [id for story in made.stories for id in story.articles]
        texts = {
            a.url: normalise_for_match(f"{a.title}\n{a.summary}\n{a.text}")
            for a in await tx.articles.get(ids, tenant=PUBLIC)
        }
    told = [s for story in made.stories for part in story.sections.values() for s in part]
    told += [story.lede for story in made.stories if story.lede]
    assert told
    for sentence in told:
        assert sentence.citations
        for citation in sentence.citations:
            assert normalise_for_match(citation.quote) in texts[citation.url]


async def test_an_edition_is_in_its_language(house: House) -> None:
    """A Japanese edition is told from Japanese articles."""
    await gather(house)
    made = await brief(house, "ja")
    assert len(made.stories) >= 3
    assert sum(story.language == "ja" for story in made.stories) >= 3


async def test_a_brief_s_stories_are_searched_as_soon_as_it_is_made(house: House) -> None:
    """By their headlines there, under the story that they tell."""
    await gather(house)
    made = await brief(house)
    first = made.stories[0]
    async with house.database.read() as tx:
        query = SearchQuery(tuple(search_tokens(first.headline)))
        hits = await tx.search.find(query, tenant=PUBLIC, limit=20)
        assert await tx.briefs.unindexed(tenant=PUBLIC) == []
    assert next(hit.story for hit in hits if hit.story) == first.id


async def test_a_thin_edition_is_topped_up_in_other_words_each_labelled(house: House) -> None:
    """There are no Thai sources in the sample, so a Thai reader gets the best of the others, marked as such."""
    await gather(house)
    made = await brief(house, "th")
    assert made.stories
    assert {story.language for story in made.stories} <= {"en", "ja"}


async def test_the_same_morning_gives_the_same_frozen_edition(house: House) -> None:
    """Asking again, or later the same day, changes nothing."""
    await gather(house)
    first = await brief(house)
    assert await brief(house, now=NOW + timedelta(hours=9)) == first


async def test_a_told_story_does_not_come_back_unchanged(house: House) -> None:
    """The next day's edition tells nothing that today's told."""
    await gather(house)
    today = await brief(house)
    tomorrow = await brief(house, now=NOW + timedelta(days=1))
    assert not {s.id for s in today.stories} & {s.id for s in tomorrow.stories}


async def test_an_edition_without_news_is_not_kept(house: House) -> None:
    """Before anything is collected the brief is empty, and it does not stand in the way of the real one."""
    assert not (await brief(house)).stories
    await gather(house)
    assert (await brief(house)).stories


async def test_a_second_collect_reads_nothing_twice(house: House) -> None:
    """Validators and articles are kept: every feed answers 304, no page is read again."""
    await gather(house)
    async with SampleNewsroom(NOW) as newsroom, open_reading(house.settings) as reading:
        sources = await reading.sources(catalogue=newsroom.catalogue_url, opml=None, problem=pytest.fail)
        for expected in (False, True):
            again = await collect(
                database=house.database,
                clock=house.clock,
                fetcher=reading.fetcher,
                parse=reading.parse,
                extract=reading.extract,
                sources=sources,
            )
            if expected:
                assert (again.unchanged, again.articles, again.pages) == (len(sources), 0, 0)


async def test_one_bad_source_is_a_recorded_outcome_and_no_end(house: House) -> None:
    """A source that cannot be reached is failing, with the reason; the others are read."""
    bad = Source(id="nowhere", name="Nowhere", feed="http://127.0.0.1:9/feed.xml")
    collected = await gather(house, bad)
    health = {h.source.id: h for h in await source_health(database=house.database, clock=house.clock)}
    assert collected.answered == collected.sources - 1
    assert health["nowhere"].state is SourceState.FAILING
    assert health["nowhere"].reason
    assert any(h.state is SourceState.OK for h in health.values())


async def test_a_question_is_answered_from_the_archive_with_sources(house: House) -> None:
    """The headline's words as a question find the story; another world's do not."""
    await gather(house)
    headline = (await brief(house)).stories[0].headline
    found = await answer_question(
        database=house.database, clock=house.clock, summariser=house.summariser, text=f"What about {headline}?"
    )
    lost = await answer_question(
        database=house.database, clock=house.clock, summariser=house.summariser, text="Who won the 1987 chess olympiad?"
    )
    assert found.sentences
    assert all(s.citations for s in found.sentences)
    assert lost.abstained
    assert not lost.sentences


async def test_news_that_several_ask_for_at_once_is_ranked_once(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who comes while it is being made waits for it, and gets the same."""
    await gather(house)
    ranked: list[int] = []

    def ranking(found: Sequence[Found], *read: Any, **more: Any) -> list[Highlight]:
        ranked.append(len(found))
        return highlights.highlights(found, *read, **more)

    monkeypatch.setattr("bot.newsroom.finding.catching_up.highlights", ranking)
    ask = partial(answer_question, database=house.database, clock=house.clock, summariser=house.summariser)
    answers = await asyncio.gather(*(ask(text="What did I miss since Monday?") for _ in range(4)))
    assert answers[0].sentences
    assert all(one.sentences == answers[0].sentences for one in answers)
    assert len(ranked) == 1


@pytest.mark.parametrize(
    ("text", "word"), [("", "example"), ("   ", "example"), ("🙂🙂", "example"), ("x" * 1001, "too long")]
)
async def test_what_is_no_question_is_answered_kindly(house: House, text: str, word: str) -> None:
    """The note says what to ask, and nothing is kept."""
    answer = await answer_question(database=house.database, clock=house.clock, summariser=house.summariser, text=text)
    assert answer.abstained
    assert word in answer.note
    async with house.database.read() as tx:
        assert not await tx.questions.list(tenant=PUBLIC, limit=9)


@pytest.mark.parametrize("text", ["* - OR AND", "nuqneH tlhIngan maH"])
async def test_operators_and_nonsense_are_not_answered(house: House, text: str) -> None:
    """Nothing is made up."""
    await gather(house)
    answer = await answer_question(database=house.database, clock=house.clock, summariser=house.summariser, text=text)
    assert answer.abstained


@pytest.mark.parametrize("text", ['NEAR("', "'; DROP TABLE articles;--", 'title:"x" OR *'])
async def test_a_question_is_words_and_never_a_query(house: House, text: str) -> None:
    """Full-text operators and SQL are looked for, not executed."""
    await gather(house)
    answer = await answer_question(database=house.database, clock=house.clock, summariser=house.summariser, text=text)
    assert answer.question == text.strip()
    assert (await brief(house)).stories
