"""What platforms send us, what we say back at once, and what is worked on afterwards."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from news.model import Subscription

STOPPED: Final = "stopped"
"""The kind of a job of ours: somebody is to be told that an address gets nothing any more."""


@dataclass(frozen=True, slots=True)
class WebhookRequest:
    """A request to /webhooks/{channel} as it came: `path` is what follows that, "" or "/…"; header names in lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class WebhookResponse:
    status: int = 200
    body: bytes = b""
    media_type: str = "text/plain; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inbound:
    """One event of a platform: kept before it is acknowledged, then worked on.

    `id` is the platform's own and the dedupe key within channel and tenant. What has the same `conversation` is worked on
    one after the other. `body` is JSON that only the channel reads, at most 256 KB. `received` is aware, in UTC. `urgent`: it
    opens a window, which is possible for seconds only; others wait for it. That is not kept: after a crash it is too late.
    """

    id: str
    channel: str
    tenant: str
    conversation: str
    body: str = field(repr=False)
    received: datetime
    urgent: bool = field(default=False, compare=False)


def stopped_job(one: Subscription, reason: str, *, delivery: str, now: datetime) -> Inbound:
    """For the channel's handler, once per delivery that ended so; its body has `kind` and a `payload`."""
    payload = {"address": one.address, "reason": reason, "reader": one.reader or "", "subscription": one.id}
    body = json.dumps({"kind": STOPPED, "payload": payload}, ensure_ascii=False)
    return Inbound(f"{STOPPED}:{delivery}", one.channel, one.tenant, STOPPED, body, now)
