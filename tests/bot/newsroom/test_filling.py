"""What is likely asked for stands beside what was found word for word, each event once; nothing that is not likely."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from bot.house import House
from bot.newsroom.finding import filling
from bot.newsroom.finding.asked_headlines import Likely
from bot.newsroom.finding.filling import filled
from bot.newsroom.finding.listing import dated
from bot.newsroom.finding.pressure import PRESSURE
from bot.newsroom.finding.weighed_list import BY_WEIGHT
from news.asking import Answer, Intent, Passage, Question
from news.model import PUBLIC, Article, Citation, Sentence
from news.phrases import phrase
from summariser.answering.passages import passages
from summariser.asking.understanding import understand
from summariser.stories.newslines import Event, Line
from tests.bot.shelf import NOON, an_article, shelf

ASKED = Question(
    "q", PUBLIC, None, "What is new about banks that cut jobs because of AI?", "en", NOON + timedelta(days=1)
)
TITLES = {
    "oslo": "Bank of Oslo lays off 90 tellers as AI takes over",
    "again": "AI takes over: Bank of Oslo lays off 90 tellers",
    "lima": "Banco Andino of Lima dismisses 1,200 clerks and names a chatbot",
    "perth": "Swan Credit in Perth closes its call centre for a voice model",
}


def report(id: str) -> Article:
    day = NOON - timedelta(days=9 * list(TITLES).index(id) if id != "again" else 0)
    title = TITLES[id]
    return an_article(id, "", title=title, text=f"{title}.", source=id, source_name=id, published=day, seen=day)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with shelf(tmp_path, articles=[report(id) for id in TITLES], now=ASKED.asked) as house:
        yield house


def found(*ids: str) -> tuple[Answer, list[Passage]]:
    """As found otherwise: those reports, or none."""
    reports = [report(id) for id in ids]
    told = tuple(Sentence(one.title, (Citation(one.url, one.title, one.source_name),)) for one in reports)
    answer = Answer(ASKED.text, told, 0.5 if told else 0.0, not told, (), "", intent=Intent.NEWS)
    return answer, passages(reports, dict.fromkeys(ids, 1.0))


async def fill(
    house: House, monkeypatch: pytest.MonkeyPatch, told: tuple[Answer, list[Passage]], **chances: float
) -> tuple[list[str], Answer, list[Passage]]:
    """The reports that are told, in their order. `chances`: how likely each is asked for, which is fitted and may change."""

    async def likely(*_: object, **__: object) -> tuple[list[Likely], dict[str, float]]:
        events = [Likely(Event([Line(report(id), TITLES[id])]), chance, chance) for id, chance in chances.items()]
        return events, {report(id).url: chance for id, chance in chances.items()}

    monkeypatch.setattr(filling, "likely_events", likely)
    understood = understand(ASKED.text, today=NOON.date())
    answer, evidence = await filled(told, ASKED, understood, None, UTC, database=house.database)
    return [one.citations[0].url.rsplit("/", 1)[-1] for one in answer.sentences], answer, evidence


async def test_what_is_told_stays_first_and_what_is_likely_follows(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, answer, evidence = await fill(house, monkeypatch, found("oslo"), lima=0.95, oslo=0.6, perth=0.92)
    assert told == ["oslo", "lima", "perth"]
    assert answer.confidence == 0.5
    assert {one.article for one in evidence} == set(told)


async def test_an_event_that_is_told_is_not_told_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    told, _, _ = await fill(house, monkeypatch, found("oslo"), oslo=0.99, again=0.99, lima=0.9)
    assert told == ["oslo", "lima"]


async def test_nothing_unlikely_is_added_and_what_is_hardly_asked_for_goes(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is told stays where nobody weighed it."""
    told, _, _ = await fill(house, monkeypatch, found("oslo", "perth"), perth=0.1, lima=0.6)
    assert told == ["oslo"]


async def test_a_note_speaks_of_the_lines_that_are_told(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not of those alone that were found first."""
    answer, cited = found("oslo")
    listed = replace(answer, summariser=BY_WEIGHT, note="From reports of 1 May; there may be more.")
    _, told, _ = await fill(house, monkeypatch, (listed, cited), perth=0.95)
    assert told.note == dated([report(id).published for id in ("oslo", "perth")], ASKED, UTC)
    _, none, _ = await fill(house, monkeypatch, (listed, cited), oslo=0.1)
    assert none.abstained
    assert none.note == phrase("en", "answer.not_in_archive")


async def test_silence_stays_where_nothing_is_likely(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    before = found()
    told, answer, evidence = await fill(house, monkeypatch, before, lima=0.58, perth=0.3)
    assert told == []
    assert (answer, evidence) == before


async def test_silence_ends_where_one_is_likely(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    told, answer, _ = await fill(house, monkeypatch, found(), lima=0.85, perth=0.72, oslo=0.5)
    assert told == ["lima", "perth"]
    assert not answer.abstained
    assert 0 < answer.confidence < 1


async def test_while_many_questions_wait_only_what_meets_one_is_told(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with PRESSURE.one_more(), PRESSURE.one_more(), PRESSURE.one_more():
        told, _, _ = await fill(house, monkeypatch, found("oslo"), lima=0.95)
        assert told == ["oslo"]
    told, _, _ = await fill(house, monkeypatch, found("oslo"), lima=0.95)
    assert told == ["oslo", "lima"]


async def test_a_report_that_is_quoted_is_not_told_again_though_its_evidence_was_lost(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A theme is told without the reports that it cites among its passages."""
    answer, _ = found("oslo")
    told, _, _ = await fill(house, monkeypatch, (answer, []), oslo=0.95, lima=0.9)
    assert told == ["oslo", "lima"]


@pytest.mark.parametrize("waiting", [0, 2])
async def test_a_list_that_is_told_is_weighed_however_many_wait(
    house: House, monkeypatch: pytest.MonkeyPatch, waiting: int
) -> None:
    """Alone while many do: nothing is looked for beside it."""
    weighed = []

    async def best(told: object, *_: object, alone: bool, **__: object) -> object:
        weighed.append(alone)
        return told

    monkeypatch.setattr(filling, "best_of_list", best)
    answer, cited = found("oslo", "lima")
    listed = replace(answer, summariser=BY_WEIGHT, intent=Intent.LIST)
    asked = understand(ASKED.text, today=NOON.date())
    async with PRESSURE.one_more():
        waits = [PRESSURE.one_more() for _ in range(waiting)]
        for one in waits:
            await one.__aenter__()
        await filled((listed, cited), ASKED, replace(asked, intent=Intent.FACT), None, UTC, database=house.database)
        for one in waits:
            await one.__aexit__(None, None, None)
    assert weighed == [waiting > 0]
