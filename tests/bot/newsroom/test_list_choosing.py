"""A list is weighed as a whole: what was told otherwise, and what is only likely, each event once."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from bot.house import House
from bot.newsroom.finding import list_choosing
from bot.newsroom.finding.asked_headlines import Weighed
from bot.newsroom.finding.list_choosing import best_of_list
from bot.newsroom.finding.listing import WORD_FOR_WORD
from news.asking import Answer, Intent, Passage, Question
from news.languages import Language
from news.model import PUBLIC, Article, Citation, Sentence
from news.phrases import phrase
from summariser.answering.likelihood import Found
from summariser.answering.passages import passages
from summariser.asking.asked_for import asked_for
from summariser.asking.understanding import understand
from summariser.lists.list_signs import ONLY_LIKELY, Candidate
from summariser.lists.list_signs import WORD_FOR_WORD as BY_WORD
from summariser.lists.list_verifying import LISTED, Chosen
from summariser.stories.newslines import Line
from summariser.telling.extractive import NAME as PARAGRAPHS
from tests.bot.shelf import NOON, an_article, shelf

ASKED = Question("q", PUBLIC, None, "Which bakeries bought an AI oven?", "en", NOON + timedelta(days=1))
TITLES: Mapping[str, tuple[str, Language]] = {
    "oslo": ("Oslo Bread buys an oven that an AI model watches", "en"),
    "again": ("AI model watches the oven that Oslo Bread buys", "en"),
    "lima": ("Panadería Lima pays $2 million for forty AI ovens", "en"),
    "kobe": ("神戸ベーカリー、AIオーブンを12台購入", "ja"),
}


def report(id: str) -> Article:
    title, language = TITLES[id]
    day = NOON - timedelta(days=[*TITLES].index(id) if id != "again" else 0)
    return an_article(
        id, "", title=title, text=f"{title}.", language=language, source=id, source_name=id, published=day, seen=day
    )


def told(*ids: str, by: str = WORD_FOR_WORD) -> tuple[Answer, list[Passage]]:
    reports = [report(id) for id in ids]
    lines = tuple(Sentence(one.title, (Citation(one.url, one.title, one.source_name),)) for one in reports)
    answer = Answer(ASKED.text, lines, 0.4 if lines else 0.0, not lines, (), by, intent=Intent.LIST)
    return answer, passages(reports, dict.fromkeys(ids, 1.0))


def weighing(**chances: float) -> Weighed:
    found = [
        Found(Line(report(id), TITLES[id][0]), 0.5, 0.5, 0.0, 0.0, False, True, 1.0, False, True) for id in chances
    ]
    return Weighed(asked_for(ASKED.text, {}), found, chances)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with shelf(tmp_path, articles=[report(id) for id in TITLES], now=ASKED.asked) as house:
        yield house


class Choice:
    """In place of the trees, which are fitted and may change: tells the lines at these places, and keeps what it was offered."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, weighed: Weighed, *places: int) -> None:
        self.offered: list[Candidate] = []
        self.beside: Sequence[str] = ()

        async def headlines(*_: object, beside: Sequence[str], **__: object) -> Weighed:
            self.beside = beside
            return weighed

        def chosen(_: object, __: object, ___: object, candidates: Sequence[Candidate], *, surely: bool) -> Chosen:
            self.offered = [*candidates]
            order = tuple(range(len(candidates)))
            return Chosen(places, order, 0.7 if places else 0.0)

        monkeypatch.setattr(list_choosing, "weighed_headlines", headlines)
        monkeypatch.setattr(list_choosing, "chosen", chosen)


async def best(house: House, before: tuple[Answer, list[Passage]]) -> tuple[Answer, list[Passage]]:
    understood = understand(ASKED.text, today=NOON.date())
    return await best_of_list(before, ASKED, understood, UTC, surely=True, database=house.database)


def pages(answer: Answer) -> list[str]:
    return [one.citations[0].url.rsplit("/", 1)[-1] for one in answer.sentences]


async def test_what_is_told_is_offered_first_and_then_what_is_only_likely(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    choice = Choice(monkeypatch, weighing(oslo=0.9, lima=0.8), 0, 1)
    answer, evidence = await best(house, told("oslo"))
    assert [(one.line, one.path) for one in choice.offered] == [
        (TITLES["oslo"][0], BY_WORD),
        (TITLES["lima"][0], ONLY_LIKELY),
    ]
    assert choice.beside == ["oslo"]
    assert pages(answer) == ["oslo", "lima"]
    assert (answer.summariser, answer.intent, answer.confidence) == (LISTED, Intent.LIST, 0.7)
    assert {one.article for one in evidence} == {"oslo", "lima"}


async def test_an_event_that_is_told_is_not_offered_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its other report speaks for it instead."""
    choice = Choice(monkeypatch, weighing(oslo=0.9, again=0.95), 0)
    await best(house, told("oslo"))
    assert len(choice.offered) == 1
    assert {one.line.article.id for one, _ in choice.offered[0].found} == {"oslo", "again"}
    assert choice.offered[0].best == 0.95


async def test_two_lines_of_one_event_are_offered_as_one(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    choice = Choice(monkeypatch, weighing(oslo=0.9, again=0.95), 0)
    await best(house, told("oslo", "again"))
    assert len(choice.offered) == 1


async def test_a_line_that_is_hardly_asked_for_is_offered_and_may_go(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    choice = Choice(monkeypatch, weighing(oslo=0.01, lima=0.9), 1)
    answer, _ = await best(house, told("oslo"))
    assert len(choice.offered) == 2
    assert pages(answer) == ["lima"]


async def test_where_no_line_is_likely_nothing_is_told_but_what_is_nearest(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    Choice(monkeypatch, weighing(oslo=0.5, lima=0.4))
    answer, _ = await best(house, told("oslo"))
    assert answer.abstained
    assert answer.note == phrase("en", "answer.not_in_archive")
    assert {link.headline for link in answer.nearest} == {TITLES["oslo"][0], TITLES["lima"][0]}


async def test_lines_in_another_language_are_said_to_be(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    Choice(monkeypatch, weighing(lima=0.9, kobe=0.9), 0, 1)
    answer, _ = await best(house, told("lima"))
    both = answer.note
    Choice(monkeypatch, weighing(lima=0.9), 0)
    answer, _ = await best(house, told("lima"))
    assert "other languages" in both
    assert "other languages" not in answer.note


async def test_paragraphs_of_news_that_is_not_of_ai_keep_their_word(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    choice = Choice(monkeypatch, weighing(oslo=0.1))
    before, _ = told("oslo", by=PARAGRAPHS)
    bread = an_article("bread", "", title="A baker in Oslo bakes bread", text="Bread is baked of flour.")
    cited = passages([bread], {"bread": 1.0})
    assert await best(house, (replace(before, sentences=before.sentences), cited)) == (before, cited)
    assert choice.offered == []
