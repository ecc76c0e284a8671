"""Workspaces that add the app, come back, leave, and whose tokens end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from channels.slack import actions
from news.errors import Undelivered, WebhookRejected
from tests.fakes.slack_events import message
from tests.journeys.slack_world import TODAY, World, action_ids

S1 = actions.StoryRef(TODAY.id, "s1").value


async def test_two_workspaces_install_it_and_each_hears_only_its_own(many: World) -> None:
    """The welcome goes to who installed it; tokens never cross."""
    for team, user, token in (("T1", "U1ANN", "xoxb-one"), ("T2", "U2BOB", "xoxb-two")):
        done = await many.install(team, user, token)
        assert done.status == 200
    assert [len(many.slack.posted(channel)) for channel in ("D1ANN", "D2BOB", "C1NEWS")] == [1, 1, 0]
    assert actions.HOME_SUBSCRIBE in action_ids(many.slack.posted("D2BOB")[0])
    await many.command("subscribe 8:00", user="U2BOB", channel="C2NEWS", team="T2")
    assert await many.desk.subscriptions(channel="slack", address="C2NEWS", tenant="slack:T2")
    assert not await many.desk.subscriptions(channel="slack", address="C2NEWS", tenant="slack:T1")
    found = await many.installations.find("slack", "slack:T2")
    assert found
    assert (found.token, found.installer, found.bot) == ("xoxb-two", "U2BOB", "U2BOT")


async def test_an_install_comes_back_once_to_the_browser_that_began_it(many: World) -> None:
    """A state of another browser, a second time or of nobody changes nothing; a no is taken as one."""
    offered = await many.page("/install", **{"accept-language": "ko-KR,ko;q=0.9,en;q=0.5"})
    assert '<html lang="ko">' in offered.body.decode()
    cookie = offered.headers["Set-Cookie"].partition(";")[0]
    state = cookie.partition("=")[2]
    many.slack.codes["code"] = {"access_token": "xoxb-one", "team": {"id": "T1", "name": "Acme"}}
    for query, given in (
        (f"code=code&state={state}", ""),
        (f"code=code&state={state}x", cookie),
        ("", cookie),
        ("state=%FF", ""),
    ):
        assert (await many.page(f"/oauth?{query}", cookie=given)).status == 400
    assert (await many.page(f"/oauth?error=access_denied&state={state}", cookie=cookie)).status == 400
    assert (await many.page(f"/oauth?code=code&state={state}", cookie=cookie)).status == 400
    assert await many.installations.find("slack", "slack:T1") is None
    with pytest.raises(WebhookRejected):
        await many.page("/elsewhere")


async def test_a_token_that_ends_soon_is_exchanged_before_it_is_used(many: World) -> None:
    """Also where nothing came from Slack, as before the morning's brief; the new one is kept."""
    await many.install("T1", "U1ANN", "xoxb-one")
    found = await many.installations.find("slack", "slack:T1")
    assert found
    soon = datetime.now(UTC) + timedelta(minutes=30)
    await many.installations.put(replace(found, token="xoxb-old", refresh="xoxe-1", expires=soon))
    many.slack.refreshes["xoxe-1"] = {"access_token": "xoxb-one", "refresh_token": "xoxe-2", "expires_in": 43200}
    many.channel.handler._installations._looked.clear()  # type: ignore[union-attr]
    [said] = await many.command("help")
    await many.event(message("what did Orbit open?"))
    assert said
    fresh = await many.installations.find("slack", "slack:T1")
    assert fresh
    assert (fresh.token, fresh.refresh) == ("xoxb-one", "xoxe-2")


async def test_a_token_that_ended_before_its_time_is_exchanged_and_the_call_made(many: World) -> None:
    """As when somebody exchanged it elsewhere; where there is no new one it is tried again later."""
    await many.install("T1", "U1ANN", "xoxb-one")
    found = await many.installations.find("slack", "slack:T1")
    assert found
    await many.installations.put(replace(found, token="xoxb-one", refresh="xoxe-1"))
    many.slack.refreshes["xoxe-1"] = {"access_token": "xoxb-two", "refresh_token": "xoxe-2", "expires_in": 43200}
    many.slack.faults["chat.postMessage"] = ["token_expired"]
    await many.event(message("what did Orbit open?"))
    assert len(many.desk.asked) == 1
    assert len(many.slack.messages["D1ANN"]) == 2
    many.slack.faults["chat.postMessage"] = ["token_expired"]
    with pytest.raises(Undelivered, match="expired"):
        await many.event(message("and now?"))


async def test_a_workspace_that_comes_back_is_as_it_was_at_one_click(many: World) -> None:
    """Nothing comes before somebody says so; what was paused or stopped otherwise stays so."""
    await many.install("T1", "U1ANN", "xoxb-one")
    for channel, word in (("C1NEWS", "subscribe 8:00"), ("C1GEN", "subscribe 9:00"), ("C1GEN", "pause")):
        await many.command(word, channel=channel)
    await many.desk.write_note("installed_at", "1600000000", channel="slack", tenant="slack:T1")
    await many.event({"type": "app_uninstalled"})
    many.slack.messages["D1ANN"].clear()
    await many.install("T1", "U1ANN", "xoxb-one")
    [welcome] = many.slack.messages["D1ANN"]
    assert "<#C1NEWS> — 08:00" in str(welcome["blocks"])
    assert "C1GEN" not in str(welcome["blocks"])
    for channel in ("C1NEWS", "C1GEN"):
        [(kept, _)] = await many.desk.subscriptions(channel="slack", address=channel, tenant="slack:T1")
        assert kept.suspended
    await many.click(actions.INSTALL_RESUME, "-", message=welcome)
    [(_, due)] = await many.desk.subscriptions(channel="slack", address="C1NEWS", tenant="slack:T1")
    assert due is not None
    [(kept, _)] = await many.desk.subscriptions(channel="slack", address="C1GEN", tenant="slack:T1")
    assert kept.suspended


async def test_a_workspace_that_leaves_gets_nothing_more(many: World) -> None:
    """At once: the token is gone and every subscription is off, with the reason. What ended earlier is no such end."""
    await many.install("T1", "U1ANN", "xoxb-one")
    await many.command("subscribe 8:00")
    gone: dict[str, Any] = {"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}}
    await many.event(gone)
    assert await many.installations.find("slack", "slack:T1")
    await many.event({**gone, "tokens": {"bot": ["U1BOT"]}})  # its time lies before the install
    assert await many.installations.find("slack", "slack:T1")
    await many.desk.write_note("installed_at", "1600000000", channel="slack", tenant="slack:T1")
    await many.event({"type": "app_uninstalled"})
    assert await many.installations.find("slack", "slack:T1") is None
    [(kept, due)] = await many.desk.subscriptions(channel="slack", address="C1NEWS", tenant="slack:T1")
    assert "removed from this workspace" in kept.suspended
    assert due is None
