"""What people do in Slack, from the signed request to what they see: nothing breaks Slack's rules, nobody sees another's."""

import asyncio
from pathlib import Path

import pytest

from channels.slack import actions
from channels.slack.actions import message_id
from channels.slack.failures import GONE
from news.inbound import stopped_job
from news.model import PUBLIC, Edition
from news.phrases import phrase
from tests.fakes.slack_events import event_body, mention, message
from tests.journeys.slack_world import TODAY, World, action_ids, world

S1 = actions.StoryRef(TODAY.id, "s1").value


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


async def test_more_below_an_answer_is_of_it_and_below_a_brief_of_the_brief(one: World) -> None:
    """By itself too: then nothing was asked there."""
    asked = mention("what did Orbit open?")
    await one.event(asked)
    for text in ("more", "source"):
        await one.event(mention(text, thread=asked["ts"]))
        assert one.desk.asked[-1][0] == text
    shown = mention("today")
    await one.event(shown)
    for event in (mention("more", thread=shown["ts"]), mention("more")):
        await one.event(event)
        assert one.desk.asked[-1][0] == "source"


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


async def test_why_a_brief_stopped_is_said_in_the_persons_language(one: World) -> None:
    """And what a button that is too old is about."""
    await one.command("subscribe 8:00", user="U1CHI")
    reason = f"{GONE['is_archived']} (is_archived)"
    await one.desk.suspend(PUBLIC, channel="slack", address="C1NEWS", reason=reason)
    [said] = await one.command("topics", user="U1CHI")
    assert "アーカイブ" in said["text"]
    await one.click(actions.ANSWER_FEEDBACK, "useful none", message={"ts": "1.1", "channel": "C1NEWS"}, user="U1CHI")
    assert one.slack.whispers["U1CHI"][-1]["text"] == "それはもう保存されていません。"


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
