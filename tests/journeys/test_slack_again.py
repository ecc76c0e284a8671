"""What comes twice, in a burst or while a model takes its time is answered once, in order, or said to be late."""

from datetime import timedelta
from typing import Any

import pytest

from channels.slack import actions
from channels.slack.saying import Pace
from news.errors import Unanswered, Undelivered, Unreachable
from tests.fakes.slack_events import click, command, event_body, mention, message
from tests.fakes.slack_people import until
from tests.journeys.slack_world import TODAY, World

S1 = actions.StoryRef(TODAY.id, "s1").value


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
