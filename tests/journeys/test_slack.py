"""What people do in Slack, from the signed request to what they see: nothing breaks Slack's rules, nobody sees another's."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from channels.slack import actions
from channels.slack.actions import message_id
from channels.slack.failures import GONE
from channels.slack.saying import Pace
from news.errors import Unanswered, Undelivered, Unreachable, WebhookRejected
from news.inbound import stopped_job
from news.model import PUBLIC, Edition
from news.phrases import phrase
from tests.fakes.slack_events import click, command, event_body, mention, message
from tests.fakes.slack_people import until
from tests.journeys.slack_world import TODAY, World, world

S1 = actions.StoryRef(TODAY.id, "s1").value


@pytest.fixture
async def one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    async with world(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
async def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    async with world(tmp_path, monkeypatch, many=True) as made:
        yield made


def action_ids(said: Any) -> set[str]:
    rows = [block["elements"] for block in said["blocks"] if block["type"] in ("actions", "context_actions")]
    return {element["action_id"] for row in rows for element in row}


async def test_the_command_alone_is_todays_brief_for_the_asker_who_may_share_it(one: World) -> None:
    """Only the asker sees it; shared it stands in the channel as the daily message does."""
    [said] = await one.command("")
    assert {actions.STORY_MORE, actions.BRIEF_SHARE} <= action_ids(said)
    assert not one.slack.messages["C1NEWS"]
    await one.click(actions.BRIEF_SHARE, TODAY.id, message={"ts": "1.1", "channel": "C1NEWS"}, hidden=True)
    [shared] = one.slack.posted("C1NEWS")
    assert shared["text"] == said["text"]
    assert actions.BRIEF_SHARE not in action_ids(shared)
    await one.click(actions.BRIEF_SHARE, TODAY.id, message={"ts": "1.1", "channel": "C1NEWS"}, hidden=True)
    assert one.slack.posted("C1NEWS") == [shared]
    assert "already" in one.slack.whispers["U1ANN"][-1]["text"]
    await one.click(actions.BRIEF_SHARE, TODAY.id, message={"ts": "1.2", "channel": "C1NEWS"}, hidden=True)
    assert len(one.slack.posted("C1NEWS")) == 2


async def test_a_brief_is_shared_once_where_the_bot_is_no_member(one: World) -> None:
    one.slack.outside.add("C1NEWS")
    for _ in range(2):
        await one.click(actions.BRIEF_SHARE, TODAY.id, message={"ts": "1.1", "channel": "C1NEWS"}, hidden=True)
    shouted = [said for said in one.slack.whispers["U1ANN"] if said["response_type"] == "in_channel"]
    assert len(shouted) == 1
    assert "already" in one.slack.whispers["U1ANN"][-1]["text"]


async def test_a_question_is_answered_with_sources_and_can_be_judged(one: World) -> None:
    """Whatever is no command is a question; the answer says that it is AI-made."""
    [said] = await one.command("what did Orbit open?")
    assert one.desk.asked == [("what did Orbit open?", None, "slack:C1NEWS:U1ANN")]
    assert "AI" in str(said["blocks"])
    assert "https://tide.example/orbit" in str(said["blocks"])
    assert actions.ANSWER_FEEDBACK in action_ids(said)


async def test_words_are_answered_in_the_language_of_the_person(one: World) -> None:
    """As Slack knows it; a command may be typed in any of the six."""
    [english] = await one.command("help")
    [japanese] = await one.command("ヘルプ", user="U1CHI")
    assert "every sentence" in english["text"]
    assert "出典" in japanese["text"]
    [refused] = await one.command("subscribe 25:00", user="U1CHI")
    assert "トピック" in refused["text"]


async def test_a_channel_is_subscribed_once_and_everybody_there_sees_by_whom(one: World) -> None:
    """Time and topics as typed, the zone of the person; a second time changes it."""
    [done] = await one.command("subscribe 7:30 chips, policy")
    assert "<#C1NEWS>" in done["text"]
    [told] = one.slack.posted("C1NEWS")
    assert "07:30 (America/New_York)" in told["text"]
    await one.command("subscribe 8am")
    [(kept, _)] = await one.desk.subscriptions(channel="slack", address="C1NEWS", tenant=PUBLIC)
    assert (kept.time, kept.zone, kept.edition.topics) == ("08:00", "America/New_York", ("chips", "policy"))
    assert len(one.slack.posted("C1NEWS")) == 1


async def test_where_the_bot_is_no_member_nothing_is_begun(one: World) -> None:
    """The asker is told how to invite it."""
    one.slack.outside.add("C1GEN")
    [said] = await one.command("subscribe 8:00", channel="C1GEN")
    assert "/invite" in said["text"]
    assert not await one.desk.subscriptions(channel="slack", address="C1GEN", tenant=PUBLIC)


async def test_a_subscription_is_paused_resumed_and_stopped_by_a_word(one: World) -> None:
    """And a wish that cannot be met changes nothing and says why."""
    [refused] = await one.command("subscribe 25:00")
    assert "25:00" in refused["text"]
    assert "subscribe 08:00" in refused["text"]
    [nothing] = await one.command("pause")
    assert "no daily brief" in nothing["text"]
    await one.command("subscribe")
    for word, due in (("pause", False), ("resume", True)):
        await one.command(word)
        [(_, next_due)] = await one.desk.subscriptions(channel="slack", address="C1NEWS", tenant=PUBLIC)
        assert (next_due is not None) is due
    await one.command("stop")
    assert not await one.desk.subscriptions(channel="slack", address="C1NEWS", tenant=PUBLIC)


async def test_settings_open_as_a_window_and_are_kept_when_it_is_sent(one: World) -> None:
    """Every field of it; from the Home tab it also asks for a channel."""
    await one.command("settings")
    assert [block["block_id"] for block in one.slack.modals[-1]["blocks"]] == [
        "time", "zone", "weekdays", "language", "minutes", "topics",
    ]  # fmt: skip
    days = [{"value": "0"}, {"value": "4"}]
    changed = {"time": {"selected_time": "06:45"}, "language": {"selected_option": {"value": "ko"}}}
    changed |= {"weekdays": {"selected_options": days}, "topics": {"selected_options": [{"value": "chips"}]}}
    assert await one.submit(changed | {"minutes": {"selected_option": {"value": "10"}}}) == {"response_action": "clear"}
    [(kept, _)] = await one.desk.subscriptions(channel="slack", address="C1NEWS", tenant=PUBLIC)
    edition = kept.edition
    assert (kept.time, kept.weekdays, edition.language, edition.minutes, edition.topics) == (
        "06:45", {0, 4}, "ko", 10, ("chips",),
    )  # fmt: skip
    await one.click(actions.HOME_SUBSCRIBE, "-")
    await one.submit({"where": {"selected_conversation": "C1GEN"}})
    assert await one.desk.subscriptions(channel="slack", address="C1GEN", tenant=PUBLIC)


async def test_a_window_that_is_filled_in_wrong_says_so_beside_the_field(one: World) -> None:
    """At once, and nothing is kept."""
    await one.command("settings")
    jobs = len(one.jobs)
    answered = await one.submit({"weekdays": {"selected_options": []}, "time": {"selected_time": "08:00"}})
    assert answered == {"response_action": "errors", "errors": {"weekdays": "Choose something here."}}
    assert len(one.jobs) == jobs


async def test_more_and_sources_open_beside_the_message(one: World) -> None:
    """The whole story, and each sentence with the passage that supports it."""
    where = {"ts": "1.1", "channel": "C1NEWS"}
    for action, shown in ((actions.STORY_MORE, "What to watch"), (actions.STORY_SOURCES, "Hospitals can run it")):
        await one.click(action, S1, message=where)
        assert shown in str(one.slack.modals[-1]["blocks"])
    assert len(one.slack.modals) == 2


async def test_what_comes_too_late_for_a_window_is_said_in_words(one: World) -> None:
    """A click that was worked on after a crash still has its effect."""
    one.slack.faults["views.open"] = ["expired_trigger_id"]
    await one.click(actions.STORY_MORE, S1, message={"ts": "1.1", "channel": "C1NEWS"})
    [said] = one.slack.whispers["U1ANN"]
    assert "What to watch" in str(said["blocks"])


async def test_a_story_is_asked_about_in_a_window_and_answered_in_the_thread(one: World) -> None:
    """In the thread of the brief, below the question; of a brief that only the asker sees, to the asker alone."""
    await one.click(actions.STORY_ASK, S1, message={"ts": "1.1", "channel": "C1NEWS"})
    await one.submit({"question": {"value": "Why <!here>?"}})
    assert one.desk.asked == [("Why <!here>?", "s1", "slack:C1NEWS:1.1")]
    [said] = one.slack.replies("C1NEWS", "1.1")
    assert said["blocks"][0]["elements"][0]["text"].endswith(": Why &lt;!here&gt;?")
    await one.click(actions.STORY_ASK, S1, message={"ts": "2.2", "channel": "C1NEWS"}, hidden=True)
    await one.submit({"question": {"value": "Why?"}})
    assert len(one.slack.messages["C1NEWS"]) == 1
    assert one.slack.whispers["U1ANN"]


async def test_stories_are_saved_shown_and_forgotten(one: World) -> None:
    """In the Home tab and by the word; voting thanks."""
    where = {"ts": "1.1", "channel": "C1NEWS"}
    await one.click(actions.STORY_SAVE, S1, message=where)
    await one.click(actions.STORY_USEFUL, S1, message=where)
    await one.event({"type": "app_home_opened", "user": "U1ANN", "channel": "D1ANN", "tab": "home"})
    assert actions.STORY_FORGET in action_ids(one.slack.homes["U1ANN"])
    [listed] = await one.command("saved")
    assert actions.STORY_FORGET in action_ids(listed)
    await one.click(actions.STORY_FORGET, S1)
    assert actions.STORY_FORGET not in action_ids(one.slack.homes["U1ANN"])


async def test_a_question_in_characters_of_two_languages_is_in_the_person_s(one: World) -> None:
    [said] = await one.command("半導体 規制", user="U1CHI")
    assert phrase("ja", "answer.useful") in str(said["blocks"])
    [said] = await one.command("半導体 規制", user="U1ANN")
    assert phrase("zh-Hans", "answer.useful") in str(said["blocks"])


async def test_a_mention_is_answered_in_its_thread(one: World) -> None:
    """With a status while it is looked for; in a brief's thread it is asked under the story that it names."""
    asked = mention("what about Orbit &amp; its <https://x.example|model>?")
    await one.event(asked)
    [said] = one.slack.replies("C1NEWS", asked["ts"])
    assert one.desk.asked[-1][0] == "what about Orbit & its model?"
    assert actions.ANSWER_FEEDBACK in action_ids(said)
    assert one.slack.statuses[-1] == ""
    assert len(one.slack.statuses) == 2


async def test_in_the_thread_of_a_brief_that_was_asked_for_its_stories_are_asked_about(one: World) -> None:
    """By number, then of the same story, as under a brief that was delivered; elsewhere a number means nothing."""
    asked = mention("today")
    await one.event(asked)
    brief = await one.desk.brief(Edition("en", 5), zone="UTC")
    assert brief is not None
    under = []
    for text in ("what is story 1 about?", "why does it matter?"):
        await one.event(mention(text, thread=asked["ts"]))
        under.append(one.desk.asked[-1][1])
    assert under == [brief.stories[0].id] * 2
    assert "[1]" in str(one.slack.replies("C1NEWS", asked["ts"])[-1]["blocks"])
    await one.event(mention("what is story 1 about?"))
    assert one.desk.asked[-1][1] is None


async def test_an_address_that_is_gone_is_told_to_who_subscribed_it(one: World) -> None:
    """Once, in their own messages, with what to do."""
    await one.command("subscribe 8:00")
    [(kept, _)] = await one.desk.subscriptions(channel="slack", address="C1NEWS", tenant=PUBLIC)
    job = stopped_job(kept, "the channel is archived; unarchive it", delivery="d1", now=one.desk.now())
    for _ in range(2):
        await one.put([job])
    [told] = one.slack.posted("D1ANN")
    assert "<#C1NEWS>" in told["text"]
    assert "unarchive it" in told["text"]


async def test_a_direct_message_is_answered_and_followed_up_in_its_thread(one: World) -> None:
    """What bots say and what is edited is left; so is what is said to others in a channel."""
    first = message("what did Orbit open?")
    await one.event(first)
    await one.event(message("and why?", thread=first["ts"]))
    assert [thread for _, _, thread in one.desk.asked] == [f"slack:D1ANN:{first['ts']}"] * 2
    assert len(one.slack.replies("D1ANN", first["ts"])) == 2
    for other in (
        message("x", bot_id="B1"),
        message("x", subtype="message_changed"),
        message("x", channel_type="channel"),
        message("", subtype="file_share", files=[{"id": "F1"}]),
    ):
        await one.event(other)
    await one.event({"type": "team_join", "user": {"id": "U9"}})
    assert len(one.desk.asked) == 2
    await one.event(message("what is this about?", subtype="file_share", files=[{"id": "F1"}]))
    assert one.desk.asked[2][0] == "what is this about?"


async def test_what_slack_sends_again_is_answered_once(one: World) -> None:
    """By the event's id, however often."""
    body = event_body(message("what did Orbit open?"))
    for _ in range(3):
        await one.post(body, "application/json")
    assert len(one.desk.asked) == 1


async def test_what_slack_does_not_take_now_is_tried_again(one: World) -> None:
    """The inbox is told when; what cannot be mended is given up with its reason."""
    one.slack.faults["chat.postMessage"] = [(429, {"Retry-After": "7"}), "is_archived"]
    with pytest.raises(Undelivered) as later:
        await one.event(message("what did Orbit open?"))
    assert later.value.retry_after is not None
    assert later.value.retry_after.total_seconds() == 7
    with pytest.raises(Unreachable, match="archived"):
        await one.event(message("what did Orbit open?"))


async def test_what_may_stand_in_a_channel_is_not_said_twice(one: World) -> None:
    """The connection broke after Slack took it. A person's own messages are looked through: there it is known to stand."""
    asked = mention("what did Orbit open?")
    one.slack.faults["chat.postMessage"] = ["dropped", "dropped"]
    await one.event(asked)
    assert len(one.slack.replies("C1NEWS", asked["ts"])) == 1
    [doubt] = one.slack.whispers["U1ANN"]
    assert "did not confirm" in doubt["text"]
    assert doubt["thread_ts"] == asked["ts"]
    direct = message("what did Orbit open?")
    await one.event(direct)
    assert len(one.slack.replies("D1ANN", direct["ts"])) == 1
    one.slack.faults["chat.postMessage"] = ["internal_error"]
    with pytest.raises(Unanswered):
        await one.event(message("and why?"))  # not there: the inbox tries it again


async def test_who_asked_hears_of_an_answer_that_may_not_have_arrived(one: World) -> None:
    """Also when Slack does not take that either at first; where nothing is whispered, in their own messages."""
    asked = mention("what did Orbit open?")
    one.slack.faults["chat.postMessage"] = ["internal_error"]
    one.slack.faults["chat.postEphemeral"] = [(503, {})]
    with pytest.raises(Undelivered):
        await one.event(asked)
    await one.again()
    await one.again()
    assert one.slack.replies("C1NEWS", asked["ts"]) == []
    assert "did not confirm" in one.slack.whispers["U1ANN"][0]["text"]
    one.slack.faults["chat.postMessage"] = ["internal_error"]
    one.slack.faults["chat.postEphemeral"] = ["user_not_in_channel"]
    await one.event(mention("what did Orbit open?"))
    [told] = one.slack.messages["D1ANN"]
    assert "did not confirm" in told["text"]


async def test_what_could_not_be_sent_is_neither_asked_nor_said_again(one: World) -> None:
    """The same event gets the same answer; of a brief that was shared in part the rest comes, and its first page once."""
    one.slack.faults["chat.postMessage"] = [(429, {"Retry-After": "1"})]
    with pytest.raises(Undelivered):
        await one.event(message("what did Orbit open?"))
    await one.again()
    assert len(set(one.desk.onces)) == 1
    assert len(one.slack.messages["D1ANN"]) == 1
    one.slack.whispers["U1ANN"].clear()
    one.slack.response_faults = [429]
    with pytest.raises(Undelivered):
        await one.command("subscribe 8:00")
    await one.again()
    assert len(one.slack.posted("C1NEWS")) == len(one.slack.whispers["U1ANN"]) == 1


async def test_a_burst_of_messages_is_answered_in_order_a_second_apart(one: World) -> None:
    """By the inbox itself: nobody is asked to wait by Slack, and none is given up."""
    handler: Any = one.channel.handler
    handler._pace = Pace(timedelta(milliseconds=20))
    asked = [message(f"what did Orbit open? {n}") for n in range(15)]
    async with one.inbox() as inbox:
        for said in asked:
            await one.post(event_body(said), "application/json", inbox)
        await until(60, lambda: len(one.slack.messages["D1ANN"]) == 15)
    answered = [said["thread_ts"] for said in one.slack.messages["D1ANN"]]
    assert answered == [said["ts"] for said in asked]


async def test_windows_open_while_a_model_takes_its_time(one: World) -> None:
    """However many wait for it, in however many channels; they are answered once it has written."""
    one.desk.model.clear()
    asked = [mention("what did Orbit open?", channel="C1NEWS") for _ in range(50)]
    async with one.inbox() as inbox:
        for said in asked:
            await one.post(event_body(said), "application/json", inbox)
        where = {"container": {"type": "message"}, "message": {"ts": "1.1"}, "channel": {"id": "C1NEWS"}}
        for name in (actions.STORY_MORE, actions.STORY_SOURCES):
            await one.post(click(name, S1, **where), inbox=inbox)
        await until(60, lambda: len(one.slack.modals) == 2)
        await one.post(command("help", url=one.slack.response_url("U1ANN")), inbox=inbox)
        await until(60, lambda: len(one.slack.whispers["U1ANN"]) == 1)
        assert not one.slack.messages["C1NEWS"]
        one.desk.model.set()
        await until(60, lambda: len(one.slack.messages["C1NEWS"]) == 50)


async def test_who_waits_for_an_edition_is_told_so(one: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command shows no status; the brief follows."""
    monkeypatch.setattr("channels.slack.words._PATIENCE", 0.01)
    made = one.desk.brief

    async def slow(*given: Any, **named: Any) -> Any:
        await until(60, lambda: bool(one.slack.whispers["U1ANN"]))
        return await made(*given, **named)

    monkeypatch.setattr(one.desk, "brief", slow)
    first, *pages = await one.command("")
    assert "being put together" in first["text"]
    assert pages


async def test_an_answer_by_a_response_address_ends_after_five(one: World) -> None:
    """Then it is said where the app may say it."""
    body = command("help", url=one.slack.response_url("U1ANN"))
    for number in range(6):
        await one.post(body.replace(b"trigger_id=", f"trigger_id={number}".encode()))
    assert len(one.slack.whispers["U1ANN"]) == 6
    assert one.slack.whispers["U1ANN"][-1]["channel"] == "C1NEWS"


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


async def test_why_a_brief_stopped_is_said_in_the_persons_language(one: World) -> None:
    """And what a button that is too old is about."""
    await one.command("subscribe 8:00", user="U1CHI")
    reason = f"{GONE['is_archived']} (is_archived)"
    await one.desk.suspend(PUBLIC, channel="slack", address="C1NEWS", reason=reason)
    [said] = await one.command("topics", user="U1CHI")
    assert "アーカイブ" in said["text"]
    await one.click(actions.ANSWER_FEEDBACK, "useful none", message={"ts": "1.1", "channel": "C1NEWS"}, user="U1CHI")
    assert one.slack.whispers["U1CHI"][-1]["text"] == "それはもう保存されていません。"


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


async def test_socket_mode_hears_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kept before it is acknowledged, an event that comes twice is one, and a window's answer goes back with the yes."""
    import json
    from contextlib import suppress

    async with world(tmp_path, monkeypatch, app_token="xapp-one") as one:
        assert one.channel.listener
        listening = asyncio.ensure_future(one.channel.listener.listen(one))
        try:
            said = json.loads(event_body(message("what did Orbit open?"), id="Ev9"))
            for envelope in ("e1", "e2"):
                assert await one.slack.push("events_api", said, envelope) is None
            assert len(one.desk.asked) == 1
            view = {"callback_id": "settings", "private_metadata": "{}", "state": {"values": {}}}
            sent = {
                "type": "view_submission",
                "team": {"id": "T1"},
                "user": {"id": "U1ANN"},
                "trigger_id": "t",
                "view": view,
            }
            answered = await one.slack.push("interactive", sent, "e3")
            assert answered["response_action"] == "errors"
        finally:
            listening.cancel()
            with suppress(asyncio.CancelledError):
                await listening


def test_a_message_has_the_id_that_its_delivery_is_found_by() -> None:
    """Channel and timestamp, as receipts have it."""
    assert actions.parse_message_id(message_id("C1", "1.2")) == ("C1", "1.2")
