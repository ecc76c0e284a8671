"""Ctrl-C in the middle of a collect loses nothing."""

import asyncio
import signal
from datetime import UTC, datetime
from pathlib import Path

import httpx
from aiohttp import web

from bot.newsroom.collecting.sampling import SampleNewsroom
from tests.bot.cli.commands import Shell
from tests.bot.program import program
from tests.copies import migrated

NOW, AT = datetime(2026, 7, 17, 6, 0, tzinfo=UTC), "2026-07-17T06:00Z"


async def test_an_interrupted_collect_is_completed_by_the_next(tmp_path: Path) -> None:
    """A source that hangs is interrupted; what was read stays, the next run reads the rest and makes the brief."""
    asked = asyncio.Event()

    async def hang(request: web.Request) -> web.Response:
        asked.set()
        await asyncio.sleep(30)
        return web.Response()

    app = web.Application()
    app.router.add_get("/slow.xml", hang)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    here = program(migrated(tmp_path / "i.db"))
    async with SampleNewsroom(NOW) as newsroom:
        rows = await _catalogue(newsroom.catalogue_url)
        slow = (
            f'\n[[source]]\nname = "Slow"\nfeed = "http://127.0.0.1:{port}/slow.xml"\nkind = "press"\nlanguage = "en"\n'
        )
        (tmp_path / "with-slow.toml").write_text(rows + slow)
        (tmp_path / "without.toml").write_text(rows)
        first = await here.start("collect", "--catalogue", str(tmp_path / "with-slow.toml"), "--at", AT)
        await asyncio.wait_for(asked.wait(), 60)
        await asyncio.sleep(1.5)
        first.send_signal(signal.SIGINT)
        _, said = await asyncio.wait_for(first.communicate(), 60)
        assert first.returncode == 130, said
        assert b"Traceback" not in said
        again = ("brief", "--collect", "--catalogue", str(tmp_path / "without.toml"), "--at", AT, "--format", "json")
        second = await asyncio.to_thread(Shell(tmp_path), *again, AINEWS_DATABASE_URL=here.database)
    await runner.cleanup()
    assert len(second.json["stories"]) >= 5


async def _catalogue(url: str) -> str:
    async with httpx.AsyncClient() as client:
        return (await client.get(url)).text
