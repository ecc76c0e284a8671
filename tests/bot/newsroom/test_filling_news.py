"""News of somebody: each event once with all its sources, and filled up with nothing but reports in which they take part."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from bot.house import House
from bot.newsroom.finding import filling
from bot.newsroom.finding.asked_headlines import Likely
from bot.newsroom.finding.filling import filled
from bot.newsroom.finding.following import story_of
from bot.newsroom.finding.news_of import NAME
from news.asking import Answer, Evidence, Exchange, Intent, Passage, Question
from news.model import PUBLIC, Article, Citation, Sentence
from summariser.answering.passages import passages
from summariser.asking.understanding import understand
from summariser.stories.newslines import Event, Line
from tests.bot.shelf import NOON, a_story, an_article, shelf

ASKED = Question("q", PUBLIC, None, "What is new with Cohere?", "en", NOON + timedelta(days=1))
TITLES = {
    "suit": "Cohere sued by a Toronto choir over recorded hymns",
    "court": "Cohere taken to court by a choir in Toronto",
    "choir": "A Toronto choir sues Cohere",
    "abroad": "Cohere 遭 Toronto choir 提告",
    "lyon": "Cohere opens an office in Lyon",
    "banker": "Cohere hires a former banker as finance chief",
    "essay": "Essay: Cohere and the quiet of machines",
    "opinion": "Opinion: what Cohere teaches us about patience",
    "bakery": "A bakery chatbot runs on models like Cohere and Mistral",
    "menu": "Bakery builds a menu writer, an alternative to Cohere",
}
STORIES = {"suit": "s1", "court": "s2"}


def report(id: str) -> Article:
    title, language = TITLES[id], "zh-Hant" if id == "abroad" else "en"
    return an_article(
        id, STORIES.get(id, ""), title=title, text=f"{title}.", source=id, source_name=id, language=language
    )


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    stories, articles = [a_story("s1"), a_story("s2")], [report(id) for id in TITLES]
    async with shelf(tmp_path, stories=stories, articles=articles, now=ASKED.asked) as house:
        yield house


def found(*ids: str) -> tuple[Answer, list[Passage]]:
    """As found otherwise: those reports, a line each."""
    reports = [report(id) for id in ids]
    told = tuple(Sentence(one.title, (Citation(one.url, one.title, one.source_name),)) for one in reports)
    answer = Answer(ASKED.text, told, 0.5 if told else 0.0, not told, (), NAME, intent=Intent.WHATS_NEW)
    return answer, passages(reports, dict.fromkeys(ids, 1.0), of_story=len(ids))


async def fill(
    house: House, monkeypatch: pytest.MonkeyPatch, told: tuple[Answer, list[Passage]], **chances: float
) -> tuple[list[list[str]], Answer, list[Passage]]:
    """The reports that each line cites, in their order. `chances`: how likely each is asked for, which is fitted and may change."""

    async def likely(*_: object, **__: object) -> tuple[list[Likely], dict[str, float]]:
        return [Likely(Event([Line(report(id), TITLES[id])]), one, one) for id, one in chances.items()], {}

    monkeypatch.setattr(filling, "likely_events", likely)
    understood = understand(ASKED.text, today=NOON.date())
    answer, evidence = await filled(told, ASKED, understood, None, UTC, database=house.database)
    return [[cited.source for cited in one.citations] for one in answer.sentences], answer, evidence


async def test_of_two_lines_that_tell_one_event_the_first_is_told_with_the_sources_of_both(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However far apart they stand; each citation still quotes its own page, and is among the passages."""
    cited, answer, evidence = await fill(house, monkeypatch, found("suit", "lyon", "court", "choir"))
    assert cited == [["suit", "court", "choir"], ["lyon"]]
    assert [one.text for one in answer.sentences] == [TITLES["suit"], TITLES["lyon"]]
    pages = {one.url: one.text for one in evidence}
    assert all(one.quote in pages[one.url] for line in answer.sentences for one in line.citations)


async def test_a_page_that_both_lines_cite_stands_once(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    answer, evidence = found("suit", "choir")
    both = replace(answer.sentences[1], citations=(answer.sentences[1].citations + answer.sentences[0].citations))
    twice = replace(answer, sentences=(answer.sentences[0], both))
    cited, _, _ = await fill(house, monkeypatch, (twice, evidence))
    assert cited == [["suit", "choir"]]


async def test_a_source_in_another_language_does_not_make_a_line_one_of_that_language(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    cited, answer, _ = await fill(house, monkeypatch, found("suit", "abroad", "choir"))
    assert cited == [["suit", "abroad", "choir"]]
    assert answer.note == ""


async def test_what_follows_up_one_line_is_of_its_own_story_though_others_tell_it_too(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, answer, told = await fill(house, monkeypatch, found("suit", "court"))
    assert {one.story for one in told} == {"s1", "s2"}
    kept = tuple(Evidence(one.article, one.story, one.url, one.title, one.score) for one in told)
    assert story_of(Exchange(ASKED, answer, kept)) == "s1"


@pytest.mark.parametrize("id", ["essay", "opinion", "bakery", "menu"])
async def test_no_essay_and_no_bare_mention_fills_up_the_news_of_a_company(
    house: House, monkeypatch: pytest.MonkeyPatch, id: str
) -> None:
    """What it does, does."""
    cited, _, _ = await fill(house, monkeypatch, found("lyon"), **{id: 0.99, "banker": 0.9})
    assert cited == [["lyon"], ["banker"]]


async def test_silence_on_a_company_is_not_ended_by_an_essay_on_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    cited, answer, _ = await fill(house, monkeypatch, found(), essay=0.99, bakery=0.99)
    assert (cited, answer.abstained) == ([], True)
