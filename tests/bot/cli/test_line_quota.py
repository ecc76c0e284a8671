"""`ainews line quota`: how the month's messages stand, in words and as JSON, and the policy that it sets."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from click.testing import CliRunner, Result

from bot.cli.main import app


@pytest.fixture
async def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[dict[str, int]]:
    """A LINE that only tells its counts."""
    counts = {"limit": 200, "used": 170}

    async def limit(_request: web.Request) -> web.Response:
        return web.json_response({"type": "limited", "value": counts["limit"]})

    async def used(_request: web.Request) -> web.Response:
        return web.json_response({"totalUsage": counts["used"]})

    platform = web.Application()
    platform.router.add_get("/v2/bot/message/quota", limit)
    platform.router.add_get("/v2/bot/message/quota/consumption", used)
    async with TestServer(platform) as server:
        for name, value in {
            "AINEWS_DATABASE_URL": f"sqlite:///{tmp_path}/news.db",
            "AINEWS_LINE_CHANNEL_SECRET": "secret",
            "AINEWS_LINE_CHANNEL_ACCESS_TOKEN": "token",
            "AINEWS_LINE_API_URL": str(server.make_url("")).rstrip("/"),
        }.items():
            monkeypatch.setenv(name, value)
        yield counts


async def ask(*words: str) -> Result:
    return await asyncio.to_thread(CliRunner().invoke, app, ["line", "quota", *words])


async def test_it_says_what_is_left_and_who_is_pushed_to(line: dict[str, int]) -> None:
    """And warns while there is still time."""
    told = await ask("--at", "2026-07-20T00:00Z")
    assert told.exit_code == 0, told.output
    assert "LINE, 2026-07: 170 of 200 messages used; 12 days left" in told.output
    assert "Warning: 170 of this month's 200 messages are used." in told.output


async def test_the_policy_that_is_set_stays(line: dict[str, int]) -> None:
    """The next run shows it; what is senseless changes nothing."""
    assert json.loads((await ask("--mode", "pull", "--reserve", "25", "--json")).stdout)["mode"] == "pull"
    assert (await ask("--reserve", "-1")).exit_code == 1
    kept = json.loads((await ask("--json")).stdout)
    assert (kept["mode"], kept["reserve"], kept["left"]) == ("pull", 25, 30)


async def test_without_its_settings_it_says_which_to_set(line: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, exit code 1."""
    monkeypatch.delenv("AINEWS_LINE_CHANNEL_SECRET")
    told = await ask()
    assert (told.exit_code, "AINEWS_LINE_CHANNEL_SECRET" in told.output) == (1, True)
