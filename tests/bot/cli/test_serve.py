"""`ainews serve` as web and worker in one process, and what other commands do beside it."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from bot.jobs import engine
from bot.jobs.single import lock_file, only_worker
from news.model import PUBLIC
from store.database import Database
from tests.bot.cli.commands import Shell
from tests.bot.jobs.engines import NOON, opened
from tests.bot.program import program
from tests.fakes.platforms import Platform
from tests.fakes.receivers import SECRET, receiving
from tests.store.samples import article

ENDLESS = 60.0
"""Seconds that no test waits on any machine, unless what it waits for never comes."""
ADD = ("subscribers", "add", "--zone", "UTC", "--secret", SECRET, "--quiet-line", "--to")


async def not_indexed(database: Database) -> int:
    async with database.read() as tx:
        return await tx.search.missing_count(tenant=PUBLIC)


@pytest.mark.long
async def test_a_server_sends_shares_its_file_and_ends_in_order(tmp_path: Path) -> None:
    """A new subscriber gets today's brief without anybody asking; `deliver` hands its work to the server and counts; who
    else would work on the file is told why not; a signal ends pages and worker with exit code 0. What was collected and never indexed can be searched.
    """
    ainews = Shell(tmp_path)
    database = await Database.open(f"sqlite:///{tmp_path / 'cli.db'}")
    await database.migrate()
    async with database.begin() as tx:
        await tx.articles.add([article()], tenant=PUBLIC)
    async with receiving() as receivers, program(tmp_path / "cli.db").serving() as server:
        for number in range(3):
            assert (await asyncio.to_thread(ainews, *ADD, receivers.url(f"/{number}"))).code == 0
        async with asyncio.timeout(ENDLESS):
            while len(receivers.attempts) < 3 or await not_indexed(database):  # noqa: ASYNC110 - of another process
                await asyncio.sleep(0.05)
        await database.close()
        done = [await asyncio.to_thread(ainews, "deliver", "--json") for _ in range(2)]
        assert [one.json["sent"] for one in done] == [3, 3]
        for words in (("serve", "--port", "0"), ("work",)):
            (await asyncio.to_thread(ainews, *words)).refused("PostgreSQL")
        async with httpx.AsyncClient() as client:
            assert (await client.get(f"{server.url}/healthz")).status_code == 200
        ended = await server.end(signal.SIGTERM)
    assert (ended.code, "Traceback" in ended.err) == (0, False), ended.err
    assert (len(receivers.attempts), receivers.repeats) == (3, 0)
    assert all(attempt.is_signed_with(SECRET) for attempt in receivers.attempts)


async def test_a_delivery_that_waited_while_a_server_began_hands_its_work_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`deliver`, `deliver` and `serve` at once: the second waits for the first, then has the server do its work."""
    file, platform = tmp_path / "cli.db", Platform()

    @asynccontextmanager
    async def taken(database: Path, **_: object) -> AsyncIterator[None]:
        lock_file(database).write_text(str(os.getpid()))
        yield

    async with opened(f"sqlite:///{file}", platform) as install, only_worker(file, stays=False):
        await install.subscribe("a")
        waiting = await program(file).start("deliver", "--at", NOON.isoformat(), "--json")
        assert waiting.stderr is not None
        await asyncio.wait_for(waiting.stderr.readuntil(b"goes on when it has ended"), ENDLESS)
        monkeypatch.setattr(engine, "only_worker", taken)
        async with install.engine(ticking=True):
            out, err = await asyncio.wait_for(waiting.communicate(), ENDLESS)
    assert (waiting.returncode, json.loads(out)["sent"]) == (0, 1), err
    assert len(platform.calls) == 1


@pytest.mark.parametrize("words", [("--pages-only",), ("--at", "2026-07-17T06:00Z")])
async def test_a_preview_sends_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Pages alone, and the pages of another moment, leave what is due to others, and the file too."""
    ainews = Shell(tmp_path)
    async with receiving() as receivers:
        await asyncio.to_thread(ainews, *ADD, receivers.url())
        async with program(tmp_path / "cli.db").serving(*words):
            await asyncio.sleep(1)
            assert receivers.attempts == []
            assert (await asyncio.to_thread(ainews, "deliver", "--json")).json["sent"] == 1


def test_a_worker_of_unknown_queues_is_refused(tmp_path: Path) -> None:
    """With the queues that there are."""
    Shell(tmp_path)("work", "--queues", "tea").refused("tea", "ingest, brief, deliver")
