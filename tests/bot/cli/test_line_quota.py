"""`ainews line quota`: how the month's messages stand, in words and as JSON, and the policy that it sets."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from click.testing import CliRunner, Result

from bot.cli.main import app
from bot.settings import Settings
from bot.wiring import open_house
from news.model import Edition, Subscription, Tenant
from news.ports import FixedClock

NOON = datetime(2026, 7, 17, 12, tzinfo=UTC)


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


async def follow(folder: Path, number: int) -> None:
    settings = Settings(database_url=f"sqlite:///{folder}/news.db")
    async with open_house(settings, FixedClock(NOON)) as house, house.database.begin() as tx:
        await tx.tenants.put(Tenant("line", "LINE", NOON))
        one = Subscription(
            id="", tenant="line", reader=None, channel="line", address="", edition=Edition("ja", 5), zone="UTC",
            time="08:00", weekdays=frozenset(range(7)), created=NOON,
        )  # fmt: skip
        made = [replace(one, id=f"s{n:03}", address=f"U{n:032x}") for n in range(number)]
        await tx.subscriptions.put(made, tenant="line")


async def test_push_mode_says_whom_the_messages_reach(line: dict[str, int], tmp_path: Path) -> None:
    """Not that everybody gets one when there are fewer messages, or all of them are kept."""
    await follow(tmp_path, 60)
    line["used"] = 0
    at = ("--mode", "push", "--at", "2026-07-20T00:00Z")
    assert "each gets a push every day before 2026-07-23" in (await ask(*at)).output
    line["used"] = 150
    assert "what is left reaches 40 of them, once" in (await ask(*at)).output
    kept = (await ask("--reserve", "500", *at)).output
    assert "500 messages kept for answers that come late, more than are left" in kept
    assert "what is left reaches 0 of them" in kept
    assert "nobody gets a push" in kept
    assert "nothing is pushed" in (await ask("--mode", "pull")).output


async def test_without_its_settings_it_says_which_to_set(line: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, exit code 1."""
    monkeypatch.delenv("AINEWS_LINE_CHANNEL_SECRET")
    told = await ask()
    assert (told.exit_code, "AINEWS_LINE_CHANNEL_SECRET" in told.output) == (1, True)
