"""Genuine, and yet not whole: whatever is missing in what Slack sends, it ends quietly."""

import asyncio
import json
import logging
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channels.slack import actions
from news.errors import BadInput, DeliveryError, WebhookRejected
from tests.fakes.slack_events import click, command, event_body, mention, message, submitted
from tests.journeys.slack_world import FORM, TODAY, World, world

S1 = actions.StoryRef(TODAY.id, "s1").value
IN_CHANNEL = {
    "container": {"type": "message"},
    "message": {"ts": "1.1", "thread_ts": "1.0"},
    "channel": {"id": "C1NEWS"},
}
WINDOW = {
    "type": "modal",
    "callback_id": "settings",
    "private_metadata": json.dumps({"where": "C1NEWS", "language": "en"}),
}
FILLED = {
    "time": {"selected_time": "08:00"},
    "zone": {"selected_option": {"value": "Asia/Tokyo"}},
    "language": {"selected_option": {"value": "ja"}},
    "minutes": {"selected_option": {"value": "5"}},
    "weekdays": {"selected_options": [{"value": "0"}]},
    "topics": {"selected_options": []},
}
ASKED = {
    "type": "modal",
    "callback_id": "ask",
    "private_metadata": json.dumps({"channel": "C1NEWS", "story": "s1", "thread": "1.0"}),
}
EVENTS = [
    message("what did Orbit open?"),
    mention("help", thread="1.0"),
    {"type": "app_home_opened", "user": "U1ANN", "tab": "home"},
    {"type": "tokens_revoked", "tokens": {"bot": ["U1BOT"]}},
    {"type": "app_uninstalled"},
]
FORMS = [
    command("subscribe 8:00"),
    *(
        click(name, value, **IN_CHANNEL)
        for name, value in ((actions.STORY_MORE, S1), (actions.STORY_SAVE, S1), (actions.ANSWER_FEEDBACK, "useful q9"))
    ),
    click(actions.STORY_USEFUL, "b/none", **IN_CHANNEL),
    click(actions.HOME_PAUSE, "x", container={"type": "view"}, view={"id": "V1", "type": "home"}),
    submitted(WINDOW, FILLED),
    submitted(ASKED, {"question": {"value": "why?"}}),
]
Sent = tuple[dict[str, Any], bool]
"""What is sent, and whether as the payload of a form."""


def sent() -> Iterator[Sent]:
    for event in EVENTS:
        yield json.loads(event_body(event)), False
    for form in FORMS:
        fields = dict(parse_qsl(form.decode(), keep_blank_values=True))
        yield (json.loads(fields["payload"]), True) if "payload" in fields else (fields, False)


def paths(value: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path for key, one in inner for path in ((*before, key), *paths(one, (*before, key)))]


def without(value: Any, gone: set[tuple[Any, ...]], before: tuple[Any, ...] = ()) -> Any:
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if (*before, key) not in gone}
        return {key: without(one, gone, (*before, key)) for key, one in kept.items()}
    if isinstance(value, list):
        return [without(one, gone, (*before, at)) for at, one in enumerate(value) if (*before, at) not in gone]
    return value


async def post(one: World, said: dict[str, Any], payload: bool, number: int) -> None:
    """Ids are new each time, where there are any: what is known already is not worked on."""
    for name in {"event_id", "trigger_id"} & said.keys():
        said[name] = f"{name}{number}"
    form = payload or "command" in said
    body = urlencode({"payload": json.dumps(said)} if payload else said) if form else json.dumps(said)
    try:
        status = (await one.post(body.encode(), FORM if form else "application/json")).status
    except WebhookRejected as refused:
        status = refused.status
    except (BadInput, DeliveryError) as left:
        status = 200 if left.permanent else 500  # it was taken, and the inbox keeps the reason
    assert status == 200 or 400 <= status < 500


def test_whatever_is_missing_ends_quietly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A yes or a 4xx, and no fault in the log, whichever keys of whichever payload are not there."""
    whole, number = list(sent()), 0
    with ExitStack() as stack:
        runner = stack.enter_context(asyncio.Runner())
        opened = world(tmp_path, monkeypatch)
        one = runner.run(opened.__aenter__())
        stack.callback(lambda: runner.run(opened.__aexit__(None, None, None)))

        @given(st.data())
        @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
        def check(data: st.DataObject) -> None:
            nonlocal number
            said, payload = data.draw(st.sampled_from(whole))
            gone = data.draw(st.sets(st.sampled_from(paths(said)), min_size=1, max_size=3))
            number += 1
            runner.run(post(one, without(said, gone), payload, number))

        check()
    assert [entry.getMessage() for entry in caplog.records if entry.exc_info or entry.levelno >= logging.ERROR] == []
