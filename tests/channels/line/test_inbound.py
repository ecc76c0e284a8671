"""The webhook of LINE: what is genuine is kept event by event, everything else is refused, and nothing is a 5xx."""

import base64
import hashlib
import hmac
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.line.events import Heard, heard, read_heard
from channels.line.inbound import LineWebhook
from news.errors import WebhookRejected
from news.inbound import Inbound, WebhookRequest
from news.ports import SystemClock

EVENTS = "AINEWS_TEST_LINE_EVENTS"
SECRET = "a channel secret"
USER, GROUP = "U" + "1" * 32, "C" + "2" * 32


class Kept:
    """An Inbox in memory."""

    def __init__(self) -> None:
        self.jobs: list[Inbound] = []

    async def put(self, jobs: Sequence[Inbound]) -> int:
        self.jobs += jobs
        return len(jobs)

    @property
    def heard(self) -> list[Heard]:
        return [read_heard(job.body) for job in self.jobs]


def event(kind: str = "message", *, chat: str = USER, id: str = "e1", **more: Any) -> dict[str, Any]:
    source = {"type": "user", "userId": USER} if chat == USER else {"type": "group", "groupId": chat, "userId": USER}
    common = {"mode": "active", "timestamp": 1784150000000, "deliveryContext": {"isRedelivery": False}}
    return {"type": kind, "source": source, "webhookEventId": id, "replyToken": "t1", **common, **more}


def said(text: str, **more: Any) -> dict[str, Any]:
    message = {"type": "text", "id": "m1", "text": text, **more.pop("message", {})}
    return event(message=message, **more)


def body_of(*events: Any) -> bytes:
    return json.dumps({"destination": "U0", "events": list(events)}).encode()


async def post(body: bytes, *, signature: str | None = None, headers: dict[str, str] | None = None) -> tuple[int, Kept]:
    """The status with which the webhook answers, and what it kept."""
    signed = base64.b64encode(hmac.digest(SECRET.encode(), body, hashlib.sha256)).decode()
    given = {"x-line-signature": signed if signature is None else signature} if headers is None else headers
    inbox = Kept()
    try:
        answer = await LineWebhook(SECRET, clock=SystemClock()).receive(
            WebhookRequest("POST", "", "", given, body), inbox
        )
    except WebhookRejected as error:
        return error.status, inbox
    return answer.status, inbox


async def test_the_consoles_verify_is_answered() -> None:
    """It sends no events."""
    assert (await post(body_of()))[0] == 200


@pytest.mark.parametrize(
    "headers", [{}, {"x-line-signature": ""}, {"x-line-signature": "é"}, {"x-line-signature": "abc"}]
)
async def test_what_is_not_signed_is_refused(headers: dict[str, str]) -> None:
    """A missing header too, which LINE's own library trips over."""
    status, inbox = await post(body_of(said("today")), headers=headers)
    assert (status, inbox.jobs) == (401, [])


async def test_the_signature_is_of_the_bytes_as_they_came() -> None:
    """The same JSON written otherwise is another body."""
    signed = base64.b64encode(hmac.digest(SECRET.encode(), body_of(said("today")), hashlib.sha256)).decode()
    assert (await post(body_of(said("today")) + b" ", signature=signed))[0] == 401


async def test_one_bad_event_does_not_lose_the_others() -> None:
    """The library loses the whole batch."""
    status, inbox = await post(body_of({"type": "message"}, 7, None, said("today", id="e2"), {"type": "new-one"}))
    assert (status, [one.text for one in inbox.heard]) == (200, ["today"])


async def test_an_event_that_is_nested_too_deep_costs_only_itself() -> None:
    """Python reads a little deeper than it can write again, which an event without an id needs; deeper bodies are refused."""
    deep = said("one")
    del deep["webhookEventId"]
    body, kept = body_of({**deep, "more": "X"}, said("two", id="e2")), set()
    for depth in range(1000, 700, -1):
        status, inbox = await post(body.replace(b'"X"', b"[" * depth + b"]" * depth))
        assert status == (200 if inbox.jobs else 400)
        kept.add(tuple(one.text for one in inbox.heard))
    assert ("one", "two") in kept
    assert kept <= {(), ("two",), ("one", "two")}


async def test_events_are_worked_on_in_the_order_of_their_time() -> None:
    """LINE does not promise to send them in it."""
    late, early = said("second", id="e2"), said("first", id="e1", timestamp=1784140000000)
    assert [one.text for one in (await post(body_of(late, early)))[1].heard] == ["first", "second"]


async def test_a_redelivered_event_has_the_same_id() -> None:
    """The inbox then knows it."""
    again = said("today", deliveryContext={"isRedelivery": True}, replyToken="t2")
    first, second = heard(said("today")), heard(again)
    assert first is not None
    assert second is not None
    assert first.id == second.id
    bare = [{name: value for name, value in one.items() if name != "webhookEventId"} for one in (said("today"), again)]
    ids = {found.id for one in bare if (found := heard(one))}
    assert len(ids) == 1


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b'"x"', b"{}", b'{"events":{}}', b"\xff\xfe", b"[" * 100_000])
async def test_signed_garbage_is_refused(body: bytes) -> None:
    """Broken JSON, wrong shapes, no UTF-8, bottomless nesting."""
    assert (await post(body))[0] == 400


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = ("type", "source", "mode", "message", "timestamp", "postback", "replyToken", "webhookEventId", "unsend")


@settings(max_examples=150)
@given(
    st.dictionaries(st.sampled_from(FIELDS), JSON), st.sampled_from(["message", "postback", "follow", "unsend", "join"])
)
async def test_an_event_of_any_shape_is_kept_or_ignored(fields: dict[str, Any], kind: str) -> None:
    """Each known event with each of its fields replaced by anything at all."""
    whole = {**said("today", postback={"data": "do=today"}), "type": kind, **fields}
    assert (await post(body_of(whole, {**whole, "message": fields, "source": fields})))[0] == 200


def lines_events() -> dict[str, Any]:
    file = os.environ.get(EVENTS)
    if not file:
        pytest.skip(f"{EVENTS} names no webhook.json of line-bot-sdk-python")
    return dict(json.loads(Path(file).read_text("utf-8")))


async def test_lines_own_events_are_all_answered() -> None:
    """The 28 events that LINE's library is tested with, together and one by one."""
    told = lines_events()
    assert len(told["events"]) == 28
    assert (await post(json.dumps(told).encode()))[0] == 200
    kinds = [found.kind for one in told["events"] if (found := heard(one))]
    assert {"text", "follow", "unfollow", "join", "leave", "postback", "unsend", "other"} == set(kinds)
    for one in told["events"]:
        assert (await post(body_of(one)))[0] == 200


@pytest.mark.parametrize(
    ("text", "mention", "meant"),
    [
        ("shall we have lunch today?", None, None),
        ("today", None, None),
        ("/ai-news today", None, "today"),
        ("/AI What is new?", None, "What is new?"),
        ("/ai-news", None, ""),
        ("/airport is closed", None, None),
        ("/ai-newsroom is nice", None, None),
        ("/ai、今日", None, "今日"),
        ("@Bot 今日", {"index": 0, "length": 4}, "今日"),
        ("😀 @Bot today", {"index": 3, "length": 4}, "😀 today"),
        ("@Bot", {"index": 0, "length": 4}, ""),
    ],
)
async def test_in_a_group_only_what_is_meant_for_us_is_kept(
    text: str, mention: dict[str, int] | None, meant: str | None
) -> None:
    """What people say to each other is not even stored."""
    more = {"mention": {"mentionees": [{"type": "user", "isSelf": True, **mention}]}} if mention else {}
    _, inbox = await post(body_of(said(text, chat=GROUP, message=more)))
    assert [one.text for one in inbox.heard] == ([] if meant is None else [meant])


async def test_what_ends_something_waits_for_no_answer() -> None:
    """A stop has a conversation of its own, so that a slow question before it does not hold it up."""
    slow = heard(said("What did OpenAI announce?"))
    ends = [heard(said("停止")), heard(event("unfollow")), heard(event("unsend", unsend={"messageId": "m1"}))]
    ends.append(heard(event("postback", postback={"data": "do=stop"})))
    assert slow is not None
    assert slow.conversation == USER
    assert {one.conversation for one in ends if one} == {f"{USER} at once"}
