"""Others help to answer while many ask at once, and nobody waits for their start."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.jobs.helpers import Helpers
from bot.newsroom.finding.pressure import PRESSURE
from news.asking import Answer
from news.errors import StoreError, TooMany
from store.asking import write_answer

ASKED = {"text": "Who maps the Norderwick mudflats?"}


class Office:
    """A Crew of processes that are ready when they are let, and answer when they are told to."""

    def __init__(self) -> None:
        self.ready, self.answers = asyncio.Event(), asyncio.Event()
        self.roles, self.asked = list[str](), list[str]()
        self.fault: Exception | None = None

    def has(self, role: str) -> bool:
        return role in self.roles

    async def call(self, role: str, errand: str, **given: Any) -> Any:
        if errand == "get_ready":
            await self.ready.wait()
            self.roles.append(role)
            return None
        self.asked.append(role)
        await self.answers.wait()
        if self.fault:
            raise self.fault
        return write_answer(Answer(given["text"], (), 0.0, True, (), "extractive", id=role))


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.fixture
async def rush() -> AsyncIterator[None]:
    """Three questions are being answered in this process."""
    async with PRESSURE.one_more(), PRESSURE.one_more(), PRESSURE.one_more():
        yield


async def test_while_one_asks_no_process_is_begun() -> None:
    office = Office()
    office.ready.set()
    helpers = Helpers(office, 2)
    assert await helpers.answer(**ASKED) is None
    await settled()
    assert office.roles == []


@pytest.mark.usefixtures("rush")
async def test_in_a_rush_one_begins_and_is_asked_once_it_is_ready() -> None:
    """Until then the server answers itself."""
    office = Office()
    helpers = Helpers(office, 2)
    assert await helpers.answer(**ASKED) is None
    await settled()
    assert await helpers.answer(**ASKED) is None
    office.ready.set()
    await settled()
    assert office.roles == ["answers-1"]
    office.answers.set()
    answer = await helpers.answer(**ASKED)
    assert answer is not None
    assert (answer.question, answer.id) == (ASKED["text"], "answers-1")


@pytest.mark.usefixtures("rush")
async def test_whoever_has_least_to_do_is_asked_and_no_more_begin_than_may() -> None:
    office = Office()
    office.ready.set()
    helpers = Helpers(office, 2)
    waiting = list[asyncio.Future[Answer | None]]()
    for _ in range(12):
        waiting.append(asyncio.ensure_future(helpers.answer(**ASKED)))
        await settled()
    assert sorted(office.roles) == ["answers-1", "answers-2"]
    assert abs(office.asked.count("answers-1") - office.asked.count("answers-2")) <= 1
    office.answers.set()
    here = [answer for answer in await asyncio.gather(*waiting) if answer is None]
    assert len(here) == 12 - len(office.asked)
    assert len(here) >= 2


@pytest.mark.usefixtures("rush")
async def test_what_a_process_that_ended_was_asked_is_answered_here() -> None:
    """And it is not asked again before a new one is ready."""
    office = Office()
    office.ready.set()
    office.answers.set()
    helpers = Helpers(office, 1)
    await helpers.answer(**ASKED)
    await settled()
    office.fault = StoreError("worker process", "ended with status -9")
    assert await helpers.answer(**ASKED) is None
    office.roles.clear()
    office.ready.clear()
    before = len(office.asked)
    assert await helpers.answer(**ASKED) is None
    assert len(office.asked) == before


@pytest.mark.usefixtures("rush")
async def test_who_asked_too_much_is_told_so_by_whoever_is_asked() -> None:
    office = Office()
    office.ready.set()
    office.answers.set()
    helpers = Helpers(office, 1)
    await helpers.answer(**ASKED)
    await settled()
    office.fault = TooMany("", "One moment, please.")
    with pytest.raises(TooMany, match="One moment"):
        await helpers.answer(**ASKED)


@pytest.mark.usefixtures("rush")
async def test_none_may_be_wanted() -> None:
    office = Office()
    office.ready.set()
    helpers = Helpers(office, 0)
    assert [await helpers.answer(**ASKED) for _ in range(3)] == [None] * 3
    await settled()
    assert office.roles == []
