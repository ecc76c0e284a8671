"""Once more against a Slack that somebody else wrote, with strict scopes: install, welcome, brief, answer, Home."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from channels.slack.manifest import SCOPES
from news.errors import Unreachable
from news.model import Address
from tests.fakes.slack_events import event_body, mention
from tests.fakes.slack_people import PeopledSlack
from tests.journeys.slack_world import TODAY, World, desk_and_channel


async def allowed(emulate: str, authorize: str) -> str:
    """Ann says yes on Slack's page; the code that the browser comes back with."""
    asked = {name: values[0] for name, values in parse_qs(urlsplit(authorize).query).items()}
    assert set(asked["scope"].split(",")) == set(SCOPES)
    async with httpx.AsyncClient(trust_env=False) as browser:
        page = await browser.get(authorize)
        form = next(form for form in page.text.split("<form")[1:] if "ann@example.com" in form)
        user = form.partition('name="user_id" value="')[2].partition('"')[0]
        back = await browser.post(f"{emulate}/oauth/v2/authorize/callback", data={"user_id": user, **asked})
    return back.headers["location"]


async def seen(emulate: str, method: str, **given: str) -> Any:
    """What Ann sees."""
    async with httpx.AsyncClient(trust_env=False, headers={"Authorization": "Bearer xoxp-reader"}) as ann:
        answer = (await ann.post(f"{emulate}/api/{method}", data=given)).json()
    assert answer["ok"], answer
    return answer


@pytest.mark.node
async def test_a_workspace_from_the_install_to_the_answer(
    emulate: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is asked for that the manifest's scopes do not give."""
    async with desk_and_channel(tmp_path, monkeypatch, api_url=f"{emulate}/api/") as (desk, channel, kept):
        world = World(PeopledSlack(), channel, desk, kept)
        offered = await world.page("/install")
        link = offered.body.decode().partition('class="button" href="')[2].partition('"')[0].replace("&amp;", "&")
        back = urlsplit(await allowed(emulate, link))
        cookie = offered.headers["Set-Cookie"].partition(";")[0]
        done = await world.page(f"{back.path}?{back.query}", cookie=cookie)
        assert done.status == 200
        [tenant] = {job.tenant for job in world.jobs}
        installed = await kept.find("slack", tenant)
        assert installed

        listed = (await seen(emulate, "conversations.list", types="public_channel,im"))["channels"]
        [direct] = [one["id"] for one in listed if one.get("is_im")]
        [general] = [one["id"] for one in listed if one.get("name") == "general"]
        brief = channel.renderer.brief(TODAY)[0]
        receipt = await channel.transport.deliver(Address("slack", general, tenant), brief, key="d1")
        [shown] = (await seen(emulate, "conversations.history", channel=general))["messages"]
        assert receipt.id == f"{general}:{shown['ts']}"
        assert [block["type"] for block in shown["blocks"]][:2] == ["header", "context"]

        asked = mention("what did Orbit open?", channel=general, user=installed.installer, thread=shown["ts"])
        await world.post(event_body(asked, tenant.removeprefix("slack:")), "application/json")
        await world.event(
            {"type": "app_home_opened", "user": installed.installer, "tab": "home"}, tenant.removeprefix("slack:")
        )
        replies = (await seen(emulate, "conversations.replies", channel=general, ts=shown["ts"]))["messages"]
        assert len(replies) == 2
        assert desk.asked[0][0] == "what did Orbit open?"
        with pytest.raises(Unreachable):
            await channel.transport.deliver(Address("slack", "C0NOWHERE", tenant), brief, key="d2")
        welcomed = (await seen(emulate, "conversations.history", channel=direct))["messages"]
        assert ["Welcome" in one["text"] for one in welcomed] == [True]
