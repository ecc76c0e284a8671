"""What platforms send is worked on once, in order, and not lost with the process."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest

from bot.jobs import reception
from bot.jobs.reception import Reach, Reception
from bot.newsroom.delivering.claims import Claims
from news.errors import BadInput, Refused, Undelivered
from news.frontdesk import FrontDesk
from news.ports import SystemClock
from store.database import Database
from tests.fakes.chats import Chat, event

HOUR = timedelta(hours=1)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(f"sqlite:///{tmp_path}/news.db")
    await opened.migrate()
    yield opened
    await opened.close()


@asynccontextmanager
async def open_reception(database: Database, chat: Chat, token: str = "p1") -> AsyncIterator[Reception]:
    reach = Reach({"chat": chat.channel()}, cast("FrontDesk", None))
    made = Reception(database=database, clock=SystemClock(), claims=Claims(token), reach=reach)
    running = asyncio.ensure_future(made.run())
    await asyncio.sleep(0.05)
    try:
        yield made
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        await made.close(grace=0)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not true():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.01)


async def test_an_event_that_comes_twice_is_worked_on_once(database: Database) -> None:
    """Platforms send again what they think was lost."""
    chat = Chat()
    async with open_reception(database, chat) as inbox:
        assert await inbox.put([event("e1"), event("e2")]) == 2
        assert await inbox.put([event("e1")]) == 0
        await until(lambda: len(chat.handled) == 2)
        assert await inbox.put([event("e2")]) == 0
    assert sorted(chat.handled) == ["e1", "e2"]


async def test_one_conversation_is_answered_in_order_and_waits_for_no_other(database: Database) -> None:
    """A slow answer delays its own conversation alone."""
    chat = Chat()
    chat.waits["slow"] = asyncio.Event()
    async with open_reception(database, chat) as inbox:
        await inbox.put([event("slow"), event("after"), event("elsewhere", "c2")])
        await until(lambda: chat.handled == ["elsewhere"])
        chat.waits["slow"].set()
        await until(lambda: chat.handled == ["elsewhere", "slow", "after"])


async def test_what_a_dead_process_left_is_taken_up_by_the_next(database: Database) -> None:
    """Kept is kept: the process may end at any moment after it acknowledged."""
    stuck, chat = Chat(), Chat()
    stuck.waits["e1"] = asyncio.Event()
    async with open_reception(database, stuck, "p1") as inbox:
        await inbox.put([event("e1")])
        await until(lambda: stuck.tries["e1"] == 1)
    async with open_reception(database, chat, "p2"):
        await until(lambda: chat.handled == ["e1"])


async def test_a_platform_that_is_away_is_tried_again(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may pass is tried again, what is permanent is not, and a fault of ours does not go on for ever."""
    monkeypatch.setattr(reception, "_SWEEP", 0.05)
    monkeypatch.setattr(reception, "_WAITS", (0.01,))
    chat = Chat()
    chat.failing = {
        "away": [Undelivered("chat", "away")],
        "refused": [Refused("chat", "no such channel")],
        "fault": [ValueError("a bug")] * 9,
    }
    async with open_reception(database, chat) as inbox:
        await inbox.put([event("away", "1"), event("refused", "2"), event("fault", "3")])
        await until(lambda: chat.handled == ["away"] and chat.tries["fault"] == 5)
        await inbox.put([event("last", "4")])
        await until(lambda: "last" in chat.handled)
    assert chat.tries == {"away": 2, "refused": 1, "fault": 5, "last": 1}


async def test_to_be_asked_to_wait_is_no_failure(database: Database) -> None:
    """As often as it is asked, in the order of the conversation; others go on meanwhile, and a day is long enough."""
    chat, old = Chat(), event("old", "c3")
    soon = Undelivered("chat", "too many", retry_after=timedelta(milliseconds=1))
    chat.failing = {"busy": [soon] * 12, "old": [soon] * 12, "hour": [Undelivered("chat", "x", retry_after=HOUR)]}
    old = replace(old, received=old.received - 25 * HOUR)
    async with open_reception(database, chat) as inbox:
        await inbox.put([event("busy"), event("after"), event("elsewhere", "c2"), old, event("hour", "c4")])
        await until(lambda: len(chat.handled) == 3 and chat.tries["hour"] == chat.tries["old"] == 1)
    assert chat.tries["busy"] == 13
    assert chat.handled.index("busy") < chat.handled.index("after")
    async with database.begin() as tx:
        due = SystemClock().now() + 2 * HOUR
        [left] = await tx.inbox.take(
            tenant=["chat:one"], claims=await tx.inbox.claims(tenant=["chat:one"]), claim="x", now=due, limit=9
        )
    assert (left.job.id, left.attempts) == ("hour", 0)


async def test_what_cannot_be_read_is_left_with_the_reason(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    """Once, and without alarm."""
    chat = Chat()
    chat.failing = {"half": [BadInput("chat", "nobody said it")]}
    async with open_reception(database, chat) as inbox:
        await inbox.put([event("half"), event("next")])
        await until(lambda: chat.handled == ["next"])
    assert chat.tries["half"] == 1
    assert [entry for entry in caplog.records if entry.levelname not in ("INFO", "DEBUG")] == []


async def test_what_was_said_is_forgotten_once_it_is_answered(database: Database) -> None:
    """Only the id stays; another tenant's event of the same id is another event."""
    chat = Chat()
    async with open_reception(database, chat) as inbox:
        await inbox.put([event("e1"), event("e1", tenant="chat:two")])
        await until(lambda: len(chat.handled) == 2)
    assert await claimed(database) == set(), "it ended before it was written down"
    async with database.begin() as tx:
        assert await tx.inbox.add([event("e1")], tenant="chat:one", claim="x") == set()


async def claimed(database: Database) -> set[str]:
    async with database.read() as tx:
        return set(await tx.inbox.claims(tenant=["chat:one", "chat:two"]))
