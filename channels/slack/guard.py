"""What stands before anything of Slack's is read: is it signed, is it fresh, can it be read at all? Pure.

Bolt parses a body before it checks the signature and raises on what it cannot parse; here nothing unsigned is parsed.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal
from urllib.parse import parse_qsl

from news.errors import WebhookRejected

FRESH_SECONDS: Final = 300
"""Either way: https://docs.slack.dev/authentication/verifying-requests-from-slack"""
LARGEST: Final = 512 * 1024
"""Bytes. Slack's largest, a submitted view, has at most 250 kB and grows when it is form-encoded."""
_MOST_FIELDS: Final = 100

Kind = Literal["events_api", "slash_commands", "interactive", "url_verification", "ssl_check"]
"""As Socket Mode names its envelopes, and the two that only HTTP has."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Something of Slack's that may be believed. `payload` is an object."""

    kind: Kind
    payload: Mapping[str, Any] = field(repr=False)


def hear(headers: Mapping[str, str], body: bytes, *, secret: str, now: datetime) -> Heard:
    """Header names in lower case. Raises WebhookRejected: 401 not genuine, 413 too large, 415 or 400 not readable."""
    if len(body) > LARGEST:
        raise WebhookRejected("slack", "too large", status=413)
    _check_signature(headers, body, secret=secret, now=now)
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/json", "application/x-www-form-urlencoded"):
        raise WebhookRejected("slack", "neither JSON nor a form", status=415)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise WebhookRejected("slack", "not UTF-8") from None
    return _event(_object(text)) if kind == "application/json" else _form(text)


def _check_signature(headers: Mapping[str, str], body: bytes, *, secret: str, now: datetime) -> None:
    stamp, given = headers.get("x-slack-request-timestamp", ""), headers.get("x-slack-signature", "")
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= 12):
        raise WebhookRejected("slack", "without a timestamp", status=401)
    if abs(now.timestamp() - int(stamp)) > FRESH_SECONDS:
        raise WebhookRejected("slack", "too old or from the future; are the clocks right?", status=401)
    digest = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    if not secret or not hmac.compare_digest(f"v0={digest}".encode(), given.encode("utf-8", "replace")):
        raise WebhookRejected("slack", "the signature is wrong", status=401)


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise WebhookRejected("slack", "not JSON") from None
    if not isinstance(found, dict):
        raise WebhookRejected("slack", "not a JSON object")
    return found


def _event(payload: dict[str, Any]) -> Heard:
    return Heard("url_verification" if payload.get("type") == "url_verification" else "events_api", payload)


def _form(text: str) -> Heard:
    try:
        fields = dict(parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict"))
    except ValueError:
        raise WebhookRejected("slack", "not a form") from None
    if "payload" in fields:
        return Heard("interactive", _object(fields["payload"]))
    if "command" in fields:
        return Heard("slash_commands", fields)
    if fields.get("ssl_check") == "1":
        return Heard("ssl_check", fields)
    raise WebhookRejected("slack", "a form that is neither a command nor a click")
