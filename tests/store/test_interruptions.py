"""A program that is stopped in the middle leaves the database as if it had not begun."""

import asyncio
import signal
import sys
from pathlib import Path

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
