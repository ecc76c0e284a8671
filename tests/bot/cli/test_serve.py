"""`ainews serve` as web and worker in one process."""

import asyncio
import signal
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.bot.program import program
from tests.fakes.receivers import SECRET, receiving

ADD = ("subscribers", "add", "--zone", "UTC", "--secret", SECRET, "--quiet-line", "--to")


async def until(seen: Callable[[], bool], seconds: float = 30) -> None:
    async with asyncio.timeout(seconds):
        while not seen():  # noqa: ASYNC110 - what is waited for happens in another process
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_server_sends_what_is_due_and_ends_in_order(tmp_path: Path, number: int) -> None:
    """A new subscriber gets today's brief without anybody asking; a signal ends pages and worker with exit code 0."""
    async with receiving() as receivers, program(tmp_path / "s.db").serving() as server:
        added = await program(tmp_path / "s.db").run(*ADD, receivers.url())
        assert added.code == 0, added.err
        await until(lambda: bool(receivers.attempts))
        async with httpx.AsyncClient() as client:
            assert (await client.get(f"{server.url}/healthz")).status_code == 200
        ended = await server.end(number)
    assert (ended.code, "Traceback" in ended.err) == (0, False), ended.err
    assert len(receivers.attempts) == 1
    assert receivers.attempts[0].is_signed_with(SECRET)


async def test_serve_and_deliver_share_one_sqlite_file(tmp_path: Path) -> None:
    """Deliver hands its work to the server, waits and counts; nobody gets a brief twice."""
    ainews = program(tmp_path / "s.db")
    async with receiving() as receivers, ainews.serving():
        for number in range(3):
            await ainews.run(*ADD, receivers.url(f"/{number}"))
        done = [await ainews.run("deliver", "--json") for _ in range(2)]
        assert [one.json["sent"] for one in done] == [3, 3]
        assert (len(receivers.attempts), receivers.repeats) == (3, 0)


async def test_a_second_worker_on_a_sqlite_file_is_refused_with_the_remedy(tmp_path: Path) -> None:
    """Both a second server and `work`; the first goes on."""
    ainews = program(tmp_path / "s.db")
    async with ainews.serving() as server:
        for words in (("serve", "--port", "0"), ("work",)):
            said = await ainews.run(*words)
            assert (said.code, said.out, "Traceback" in said.err) == (1, "", False)
            assert "PostgreSQL" in said.err
        assert server.process.returncode is None


@pytest.mark.parametrize("words", [("--pages-only",), ("--at", "2026-07-17T06:00Z")])
async def test_a_preview_sends_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Pages alone, and the pages of another moment, leave what is due to others."""
    ainews = program(tmp_path / "s.db")
    async with receiving() as receivers:
        await ainews.run(*ADD, receivers.url())
        async with ainews.serving(*words):
            await asyncio.sleep(1.5)
            assert receivers.attempts == []
            assert (await ainews.run("deliver", "--json")).json["sent"] == 1  # it does not hold the file either
