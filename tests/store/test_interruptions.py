"""A program that is stopped in the middle leaves the database as if it had not begun."""

import asyncio
import signal
import sys
import threading
from collections.abc import Coroutine, Generator
from pathlib import Path
from typing import Any

import pytest

from news.model import PUBLIC
from store.database import Database

COLLECT = """
import asyncio, sys
from store.database import Database
from tests.store.samples import article, source

async def main():
    db = await Database.open(sys.argv[1])
    async with db.begin() as tx:
        await tx.articles.add([article("kept")], tenant="public")
    async with db.begin() as tx:
        await tx.sources.put([source()], tenant="public")
        for number in range(1_000_000):
            await tx.articles.add([article(f"a{number}")], tenant="public")
            if number == 20:
                print("in the middle", flush=True)

asyncio.run(main())
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
async def test_a_stopped_program_leaves_no_half_unit(url: str, root: Path, how: signal.Signals) -> None:
    """The unit before is kept, the one in the middle is gone, and the next program can write at once."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", COLLECT, url, cwd=root, stdout=-1, stderr=-1, env={"PYTHONPATH": str(root)}
    )
    assert process.stdout is not None
    try:
        assert await process.stdout.readline() == b"in the middle\n"
        process.send_signal(how)
        _, errors = await asyncio.wait_for(process.communicate(), 60)
    finally:
        if process.returncode is None:  # it writes for hours
            process.kill()
    assert process.returncode != 0
    assert errors.strip().endswith(b"KeyboardInterrupt" if how == signal.SIGINT else b"")
    db = await Database.open(url)
    async with db.begin() as tx:
        assert [one.id for one in await tx.articles.get(["kept", "a0", "a20"], tenant=PUBLIC)] == ["kept"]
        assert await tx.sources.records(tenant=PUBLIC) == []
    await db.close()


class Cancelled:
    """A coroutine whose task is cancelled when it waits for the `number`-th time."""

    def __init__(self, work: Coroutine[Any, Any, None], number: int) -> None:
        self._work, self._number, self.waited = work, number, 0

    def __await__(self) -> Generator[Any, Any, None]:
        task, step = asyncio.current_task(), self._work.send
        given: Any = None
        assert task
        while True:
            try:
                awaited = step(given)
            except StopIteration:
                return
            self.waited += 1
            if self.waited == self._number:
                asyncio.get_running_loop().call_soon(task.cancel)
            try:
                given, step = (yield awaited), self._work.send
            except BaseException as error:
                given, step = error, self._work.throw


async def test_wherever_opening_or_closing_is_cancelled_no_connection_is_left(sqlite_url: str) -> None:
    """At each await in turn: one that is left keeps its file and its thread."""

    async def use() -> None:
        database = await Database.open(sqlite_url)
        try:
            async with database.read() as tx:
                await tx.tenants.list()
        finally:
            await database.close()

    async def run(work: Cancelled) -> None:
        await work

    number, before = 0, set(threading.enumerate())
    while True:
        number += 1
        work = Cancelled(use(), number)
        await asyncio.gather(run(work), return_exceptions=True)
        for thread in [one for one in threading.enumerate() if "_connection_worker" in one.name and one not in before]:
            await asyncio.to_thread(thread.join, 30)
            assert not thread.is_alive(), f"cancelled at await {number}"
        if work.waited < number:
            break
    assert number > 10
