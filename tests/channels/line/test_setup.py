"""Setting an account up: each step says what it did or what to do; doing it again changes nothing."""

import asyncio
import json
from pathlib import Path

import pytest

from channels.line.api import LineApi, open_api
from channels.line.channel import is_configured, open_channel
from channels.line.limits import RICH_MENU_BYTES
from channels.line.menus import HEIGHT, WIDTH, RichMenus, alias, image, menu
from channels.line.setup import set_up
from news.errors import BadInput
from news.languages import LANGUAGES, Language
from news.ports import ChannelContext
from tests.bot.cli.commands import Answer, Shell
from tests.fakes import line_rules
from tests.fakes.line import Line


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_menu_with_its_picture(language: Language) -> None:
    """As large as the menu says, small enough for LINE, four taps side by side."""
    picture, made = image(language), menu(language)
    assert picture.startswith(b"\x89PNG")
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (WIDTH, HEIGHT)
    assert len(picture) <= RICH_MENU_BYTES
    assert line_rules.problems("richmenu", made) == []
    assert [area["bounds"]["x"] for area in made["areas"]] == [0, 300, 600, 900]
    assert len({menu(other)["name"] for other in LANGUAGES}) == 6


async def test_menus_are_uploaded_once(line: Line, api: LineApi) -> None:
    """Again after a change: what is ours and old goes, what is not ours stays."""
    line.menus["theirs"] = {**menu("en"), "name": "somebody's", "richMenuId": "theirs"}
    line.menus["old"] = {**menu("en"), "name": "ainews en 0123", "richMenuId": "old"}
    assert await RichMenus(api).set_up("ja") == 6
    assert await RichMenus(api).set_up("ja") == 0
    assert {one for one in line.menus if not one.startswith("richmenu-")} == {"theirs"}
    assert line.default_menu == line.aliases[alias("ja")]
    assert set(line.images) == set(line.aliases.values())


async def test_an_upload_that_broke_off_is_completed(line: Line, api: LineApi) -> None:
    """A menu without its picture would never be shown."""
    line.faults["image"] = [500]
    steps = [step async for step in set_up(api, webhook="http://127.0.0.1:1/webhooks/line", language="en")]
    assert [(step.name, step.well) for step in steps] == [
        ("account", True), ("webhook", True), ("webhook test", False), ("rich menus", False),
    ]  # fmt: skip
    assert "ainews serve" in steps[2].detail
    assert await RichMenus(api).set_up("en") == 5
    assert len(line.images) == 6


async def test_a_wrong_token_is_said_at_once(line: Line) -> None:
    """And nothing else is tried."""
    settings = line.settings.model_copy(update={"channel_access_token": type(line.settings.channel_secret)("wrong")})
    async with open_api(settings) as api:
        steps = [step async for step in set_up(api, webhook="https://a.example/webhooks/line", language="en")]
    assert [step.well for step in steps] == [False]
    assert "AINEWS_LINE_CHANNEL_ACCESS_TOKEN" in steps[0].detail


async def test_half_a_setting_is_named(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret without its token is no account that is switched off."""
    assert not is_configured()
    monkeypatch.setenv("AINEWS_LINE_CHANNEL_SECRET", "x")
    assert is_configured()
    with pytest.raises(BadInput, match="ACCESS_TOKEN"):
        async with open_channel(ChannelContext()):
            pass


async def test_the_commands_say_what_to_do(line: Line, tmp_path: Path) -> None:
    """Without settings, without an address that LINE can call, and from a server that is not there."""

    async def ainews(*words: str, **settings: str) -> Answer:
        return await asyncio.to_thread(Shell(tmp_path), *words, **settings)

    (await ainews("line", "setup")).refused("AINEWS_LINE_CHANNEL_SECRET")
    (await ainews("line", "setup", "--base-url", "http://news.example", **line.env)).refused("https")
    said = await ainews("line", "setup", "--base-url", "http://127.0.0.1:9", "--json", **line.env)
    assert said.code == 1
    told = json.loads(said.out)
    assert [step["ok"] for step in told["steps"]] == [True, True, False, True]
    assert any("Use webhook" in text for text in told["left"])
    add = ("subscribers", "add", "--channel", "line", "--to", "U1", "--zone", "Asia/Tokyo")
    (await ainews(*add, **line.env)).refused("follow the account")
