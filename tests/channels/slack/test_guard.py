"""Nothing of Slack's is read before it is known to be Slack's, and no garbage of any shape is a fault of ours."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.slack.guard import LARGEST, hear
from channels.slack.inbound import SlackWebhook
from channels.slack.settings import SlackSettings
from news.errors import WebhookRejected
from news.inbound import Inbound, WebhookRequest
from news.ports import FixedClock
from tests.fakes.slack_events import SECRET, command, event_body, mention, request, signed

NOW = datetime(2026, 7, 17, 6, tzinfo=UTC)
FORM = "application/x-www-form-urlencoded"


class Kept:
    """An Inbox in memory."""

    def __init__(self) -> None:
        self.jobs: dict[tuple[str, str], Inbound] = {}

    async def put(self, jobs: Any) -> int:
        known = len(self.jobs)
        self.jobs.update({(job.tenant, job.id): job for job in jobs})
        return len(self.jobs) - known


def door(**settings: str) -> SlackWebhook:
    made = SlackSettings(signing_secret=SECRET, **settings)  # type: ignore[arg-type]
    return SlackWebhook(made, clock=FixedClock(NOW), pages=None)


def test_what_slack_signed_a_moment_ago_is_heard() -> None:
    """Up to five minutes either way, as clocks differ."""
    body = event_body(mention("hello"))
    for seconds in (-299, 0, 299):
        heard = hear(signed(body, NOW + timedelta(seconds=seconds)), body, secret=SECRET, now=NOW)
        assert heard.payload == json.loads(body)


@pytest.mark.parametrize("seconds", [-301, 301, -86_400])
def test_a_signature_of_another_time_is_refused(seconds: int) -> None:
    """Somebody else may have kept it."""
    body = event_body(mention("hello"))
    with pytest.raises(WebhookRejected, match="too old or from the future") as refused:
        hear(signed(body, NOW + timedelta(seconds=seconds)), body, secret=SECRET, now=NOW)
    assert refused.value.status == 401


@pytest.mark.parametrize("secret", ["", "another"])
def test_another_secret_or_none_at_all_opens_nothing(secret: str) -> None:
    """An install without a signing secret takes nothing over HTTP."""
    body = event_body(mention("hello"))
    with pytest.raises(WebhookRejected):
        hear(signed(body, NOW, secret=secret), body, secret=secret if not secret else SECRET, now=NOW)


HEADERS = st.dictionaries(
    st.sampled_from(["content-type", "x-slack-signature", "x-slack-request-timestamp", "cookie"]),
    st.one_of(
        st.text(), st.sampled_from(["application/json", FORM, str(int(NOW.timestamp())), "v0=é", "1e9", "-1", "٣"])
    ),
)


@given(
    HEADERS, st.one_of(st.binary(), st.just(b"ssl_check=1"), st.just(b"[]"), st.just(b'{"type":"url_verification"}'))
)
async def test_unsigned_garbage_of_any_shape_is_refused(headers: dict[str, str], body: bytes) -> None:
    """With a 4xx, and nothing is kept of it."""
    inbox = Kept()
    with pytest.raises(WebhookRejected) as refused:
        await door().receive(WebhookRequest("POST", "", "", headers, body), inbox)
    assert 400 <= refused.value.status < 500
    assert not inbox.jobs


JSON = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(), st.just("view_submission"), st.just("event_callback")
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                [
                    "type",
                    "event",
                    "event_id",
                    "team_id",
                    "team",
                    "user",
                    "id",
                    "actions",
                    "action_id",
                    "view",
                    "state",
                    "values",
                    "channel",
                    "ts",
                    "authorizations",
                ]
            ),
            inner,
            max_size=6,
        ),
    ),
    max_leaves=20,
)


@given(JSON, st.sampled_from(["json", "payload", "form"]))
async def test_signed_garbage_is_refused_or_kept_and_never_a_fault(value: Any, shape: str) -> None:
    """Slack changes what it sends; whatever it is, no traceback comes of it."""
    written = json.dumps(value)
    body = written.encode()
    if shape != "json":
        body = urlencode(
            {"payload": written} if shape == "payload" else {"command": "/ai-news", "text": written}
        ).encode()
    try:
        answer = await door().receive(request(body, NOW, "application/json" if shape == "json" else FORM), Kept())
    except WebhookRejected as refused:
        status = refused.status
    else:
        status = answer.status
    assert status in (200, 400, 413, 415)


@given(st.sampled_from(["settings", "ask"]), JSON, JSON, JSON)
async def test_a_window_filled_in_by_nobody_is_no_fault(which: str, values: Any, state: Any, kept: Any) -> None:
    """Slack sends what our own windows allow; this is what they do not."""
    names = ("where", "time", "zone", "language", "minutes", "weekdays", "topics", "question")
    inner = {
        "callback_id": which,
        "private_metadata": kept,
        "state": {"values": {name: {name: values} for name in names}},
    }
    for view in (inner, {**inner, "state": state}, {**inner, "private_metadata": json.dumps(kept)}):
        said = {"type": "view_submission", "team": {"id": "T1"}, "user": {"id": "U1"}, "trigger_id": "t", "view": view}
        body = urlencode({"payload": json.dumps(said)}).encode()
        answer = await door().receive(request(body, NOW, FORM), Kept())
        assert json.loads(answer.body)["response_action"] in ("errors", "clear")


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"\xff\xfe", "application/json", 400),
        (b"{", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"[1]", "application/json", 400),
        (b"{}", "application/json", 400),
        (b"{}", "text/plain", 415),
        (b"payload=%FF", FORM, 400),
        (b"a=b", FORM, 400),
        (b"&".join([b"a=b"] * 200), FORM, 400),
        (b"x" * (LARGEST + 1), FORM, 413),
    ],
)
async def test_what_cannot_be_read_is_refused_by_its_kind(body: bytes, kind: str, status: int) -> None:
    """Although it is signed."""
    with pytest.raises(WebhookRejected) as refused:
        await door().receive(request(body, NOW, kind), Kept())
    assert refused.value.status == status


async def test_slacks_own_questions_are_answered_at_once() -> None:
    """The challenge, the check of the certificate, and that too much was sent."""
    asked = json.dumps({"type": "url_verification", "challenge": "3eZbrw1aB"}).encode()
    assert (await door().receive(request(asked, NOW), Kept())).body == b"3eZbrw1aB"
    assert (await door().receive(request(b"ssl_check=1", NOW, FORM), Kept())).status == 200
    limited = json.dumps({"type": "app_rate_limited", "team_id": "T1"}).encode()
    assert (await door().receive(request(limited, NOW), Kept())).status == 200


async def test_an_event_that_is_sent_again_is_one_job() -> None:
    """By its own id, within its workspace; one workspace by token is the install's own."""
    inbox, body = Kept(), event_body(mention("hello"), id="Ev1")
    for again in ("", "1"):
        await door(bot_token="xoxb-1").receive(request(body, NOW, x_slack_retry_num=again), inbox)
    assert list(inbox.jobs) == [("public", "Ev1")]
    many = door(client_id="c", client_secret="s")
    for team in ("T1", "T2"):
        await many.receive(request(event_body(mention("hello"), team, id="Ev1"), NOW), inbox)
    assert list(inbox.jobs)[1:] == [("slack:T1", "Ev1"), ("slack:T2", "Ev1")]


async def test_what_is_kept_is_small_and_names_no_secret() -> None:
    """A click brings the whole message, a hundred kilobytes of blocks, and an old token."""
    inbox, blocks = Kept(), [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3000}}] * 50
    said = {
        "type": "block_actions",
        "token": "legacy-token",
        "team": {"id": "T1"},
        "user": {"id": "U1ANN"},
        "trigger_id": "t1",
        "actions": [{"action_id": "story_more", "value": "b/s"}],
        "message": {"ts": "1.2", "blocks": blocks},
    }
    body = urlencode({"payload": json.dumps(said)}).encode()
    await door().receive(request(body, NOW, FORM), inbox)
    [job] = inbox.jobs.values()
    assert len(job.body) < 500
    assert "legacy-token" not in job.body


async def test_a_window_waits_for_nothing_that_was_asked_before() -> None:
    """Slack lets one open for three seconds, an answer may take longer: they are conversations of their own."""
    inbox = Kept()
    for text in ("what did OpenAI announce?", "help", "settings", "設定"):
        await door().receive(request(command(text), NOW, FORM), inbox)
    asked, helped, *windows = (job.conversation for job in inbox.jobs.values())
    assert asked == helped
    assert len({asked, *windows}) == 3


async def test_there_is_nothing_below_the_address_of_an_install_for_one_workspace() -> None:
    """Nor is it a page."""
    for method, path, status in (("GET", "", 405), ("GET", "/install", 404)):
        with pytest.raises(WebhookRejected) as refused:
            await door().receive(WebhookRequest(method, path, "", {}, b""), Kept())
        assert refused.value.status == status
