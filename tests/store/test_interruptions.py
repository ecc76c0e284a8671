"""A program that is stopped in the middle leaves the database as if it had not begun."""

import asyncio
import signal
import sqlite3
import sys
from collections.abc import Coroutine, Generator
from pathlib import Path
from typing import Any

import pytest

from news.model import PUBLIC
from store import engines
from store.crossing import Crossing, connect
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
    """A coroutine that is cancelled when it waits for the `number`-th time: alone, with all others, or first alone and then with them."""

    def __init__(self, work: Coroutine[Any, Any, None], number: int, way: str) -> None:
        self._work, self._number, self._way, self.waited = work, number, way, 0

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
                asyncio.get_running_loop().call_soon(cancel_others if self._way == "with its loop" else task.cancel)
            if self.waited == self._number + 1 and self._way == "twice":
                asyncio.get_running_loop().call_soon(cancel_others)
            try:
                given, step = (yield awaited), self._work.send
            except BaseException as error:
                given, step = error, self._work.throw


def cancel_others() -> None:
    """As a loop does that ends: of all tasks only the test's own goes on."""
    for task in asyncio.all_tasks():
        if task.get_name() != "test":
            task.cancel()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Crossing]:
    """Every connection that is made."""
    made: list[Crossing] = []

    def remember(*arguments: Any, **options: Any) -> Crossing:
        made.append(connect(*arguments, **options))
        return made[-1]

    monkeypatch.setattr(engines, "connect", remember)
    return made


async def are_closed(crossings: list[Crossing]) -> bool:
    """A connection that is left keeps its file and its thread, and warns in whatever runs when it is collected."""
    for crossing in crossings:
        await asyncio.to_thread(crossing._thread.join, 30)
        if crossing._thread.is_alive() or crossing._connection is not None:
            return False
        for connection in crossing.opened:
            with pytest.raises(sqlite3.ProgrammingError, match="closed database"):
                connection.execute("SELECT 1")
    return True


@pytest.mark.parametrize("way", ["once", "twice", "with its loop"])
async def test_wherever_opening_or_closing_is_cancelled_no_connection_is_left(
    sqlite_url: str, way: str, opened: list[Crossing]
) -> None:
    """At each await in turn."""

    async def use() -> None:
        database = await Database.open(sqlite_url)
        try:
            async with database.read() as tx, database.read() as beside:
                await tx.tenants.list()
                await beside.tenants.list()
        finally:
            await database.close()

    async def run(work: Cancelled) -> None:
        await work

    task, number = asyncio.current_task(), 0
    assert task
    task.set_name("test")
    while True:
        number += 1
        work = Cancelled(use(), number, way)
        await asyncio.wait([asyncio.ensure_future(run(work))])
        async with asyncio.timeout(30):
            await asyncio.gather(*asyncio.all_tasks() - {task}, return_exceptions=True)
        assert await are_closed(opened), f"cancelled at await {number}"
        opened.clear()
        if work.waited < number:
            break
    assert number > 10


async def test_a_unit_that_outlives_its_database_gives_no_connection_back(
    sqlite_url: str, opened: list[Crossing]
) -> None:
    """What goes on in the background when a program ends."""
    database = await Database.open(sqlite_url)
    async with database.read() as reading, database.begin() as writing:
        await database.close()
        assert await reading.tenants.list() == await writing.tenants.list() != []
    async with database.read() as later:
        await later.tenants.list()
    assert await are_closed(opened)
    assert len(opened) > 2
