"""Before its first question a process has answered some for nobody."""

from pathlib import Path
from typing import Any

import pytest

from bot.newsroom.answering.readiness import get_ready
from news.asking import Answer, Question
from news.model import PUBLIC
from tests.bot.shelf import NOON, an_article, shelf


class Counting:
    """A summariser that counts what it is asked; `writes`: every answer costs money."""

    def __init__(self, writes: bool) -> None:
        self.writes, self.asked = writes, list[str]()

    async def answer(self, question: Question, passages: Any) -> Answer:
        self.asked.append(question.text)
        return Answer(question.text, (), 0.0, True, (), "")


async def test_what_is_asked_for_nobody_is_kept_nowhere(tmp_path: Path) -> None:
    async with shelf(tmp_path, articles=[an_article("a1", "", title="Orbita Labs opens an AI lab")]) as house:
        await get_ready(database=house.database, clock=house.clock, summariser=house.summariser)
        async with house.database.read() as tx:
            assert not await tx.questions.thread("", tenant=PUBLIC, since=NOON.replace(year=2000), limit=9)


@pytest.mark.parametrize("writes", [True, False])
async def test_no_model_is_paid_for_it(tmp_path: Path, writes: bool) -> None:
    summariser = Counting(writes)
    async with shelf(tmp_path, articles=[an_article("a1", "", title="Orbita Labs opens an AI lab")]) as house:
        await get_ready(database=house.database, clock=house.clock, summariser=summariser)  # type: ignore[arg-type]
    assert bool(summariser.asked) is not writes
