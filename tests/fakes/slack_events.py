"""What Slack sends: events, commands, clicks and windows as JSON, and its signature."""

import hashlib
import hmac
import json
from datetime import datetime
from itertools import count
from typing import Any, Final
from urllib.parse import urlencode

from news.inbound import WebhookRequest

SECRET: Final = "8f742231b10e8888abcd99yyyzzz85a5"
_numbers = count(1)


def signed(body: bytes, at: datetime, kind: str = "application/json", secret: str = SECRET) -> dict[str, str]:
    """The headers of a request, names in lower case."""
    stamp = str(int(at.timestamp()))
    digest = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    return {"content-type": kind, "x-slack-request-timestamp": stamp, "x-slack-signature": f"v0={digest}"}


def request(body: bytes, at: datetime, kind: str = "application/json", **changed: str) -> WebhookRequest:
    headers = signed(body, at, kind) | {name.replace("_", "-"): value for name, value in changed.items()}
    return WebhookRequest("POST", "", "", headers, body)


def event_body(event: dict[str, Any], team: str = "T1", id: str = "") -> bytes:
    outer = {
        "type": "event_callback",
        "team_id": team,
        "event_id": id or f"Ev{next(_numbers)}",
        "event_time": 1_700_000_000,
        "authorizations": [{"team_id": team, "user_id": "U1BOT", "is_bot": True}],
    }
    return json.dumps({**outer, "event": event}).encode()


def message(text: str, *, user: str = "U1ANN", thread: str = "", **more: Any) -> dict[str, Any]:
    """To the bot alone."""
    said = {"type": "message", "channel_type": "im", "channel": f"D{user[1:]}", "user": user, "text": text, "ts": _ts()}
    return said | ({"thread_ts": thread} if thread else {}) | more


def mention(text: str, *, channel: str = "C1NEWS", user: str = "U1ANN", thread: str = "") -> dict[str, Any]:
    said = {"type": "app_mention", "channel": channel, "user": user, "text": f"<@U1BOT> {text}", "ts": _ts()}
    return said | ({"thread_ts": thread} if thread else {})


def command(text: str, *, channel: str = "C1NEWS", user: str = "U1ANN", url: str = "", team: str = "T1") -> bytes:
    said = {"command": "/ai-news", "text": text, "team_id": team, "channel_id": channel, "user_id": user}
    return urlencode({**said, "trigger_id": f"t{next(_numbers)}", "response_url": url}).encode()


def click(action: str, value: str, *, user: str = "U1ANN", team: str = "T1", **where: Any) -> bytes:
    """`where`: channel, message and container of a message; view and container of the Home tab."""
    said = {"type": "block_actions", **_who(user, team), "actions": [{"action_id": action, "value": value}], **where}
    return _form(said)


def submitted(view: dict[str, Any], values: dict[str, Any], *, user: str = "U1ANN", team: str = "T1") -> bytes:
    """A window as it was opened, with what was filled in by the name of the field."""
    state = {name: {name: value} for name, value in values.items()}
    return _form({"type": "view_submission", **_who(user, team), "view": {**view, "state": {"values": state}}})


def _who(user: str, team: str) -> dict[str, Any]:
    return {"user": {"id": user, "team_id": team}, "team": {"id": team}, "trigger_id": f"t{next(_numbers)}"}


def _form(payload: dict[str, Any]) -> bytes:
    return urlencode({"payload": json.dumps(payload)}).encode()


def _ts() -> str:
    return f"1700000100.{next(_numbers):06}"
