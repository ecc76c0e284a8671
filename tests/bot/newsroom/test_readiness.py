"""Before its first question a process has answered some for nobody."""

from pathlib import Path
from typing import Any

from bot.newsroom.answering import readiness
from bot.newsroom.answering.readiness import get_ready
from news.asking import Answer, Question
from news.model import PUBLIC
from tests.bot.shelf import NOON, an_article, shelf


class Paid:
    """A summariser whose every answer costs money."""

    writes = True

    async def answer(self, question: Question, passages: Any) -> Answer:
        raise AssertionError(question.text)


async def test_what_is_asked_for_nobody_is_kept_nowhere(tmp_path: Path) -> None:
    async with shelf(tmp_path, articles=[an_article("a1", "", title="Orbita Labs opens an AI lab")]) as house:
        await get_ready(database=house.database, clock=house.clock, summariser=house.summariser)
        async with house.database.read() as tx:
            assert not await tx.questions.thread("", tenant=PUBLIC, since=NOON.replace(year=2000), limit=9)


async def test_no_model_is_paid_for_it(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(readiness, "load", lambda: None)
    async with shelf(tmp_path) as house:
        await get_ready(database=house.database, clock=house.clock, summariser=Paid())  # type: ignore[arg-type]
