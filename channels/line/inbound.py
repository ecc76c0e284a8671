"""/webhooks/line: genuine by its signature, kept event by event, acknowledged. The work comes after.

https://developers.line.biz/en/docs/messaging-api/receiving-messages/
"""

import base64
import hashlib
import hmac
import json
import logging
from collections.abc import Sequence
from typing import Final

from channels.line.events import Heard, heard
from channels.line.settings import TENANT
from news.errors import WebhookRejected
from news.inbound import Inbound, WebhookRequest, WebhookResponse
from news.ports import Clock, Inbox

SIGNATURE: Final = "x-line-signature"
_log = logging.getLogger(__name__)


class LineWebhook:
    """A Webhook (see news.ports)."""

    def __init__(self, secret: str, *, clock: Clock) -> None:
        self._secret, self._clock = secret.encode(), clock

    async def receive(self, request: WebhookRequest, inbox: Inbox) -> WebhookResponse:
        """An empty list of events is the console's "Verify"."""
        if request.path:
            raise WebhookRejected("line", "there is nothing below /webhooks/line", status=404)
        if request.method != "POST":
            raise WebhookRejected("line", "LINE posts its events", status=405)
        self._verify(request)
        jobs = [self._job(one) for one in _events(request.body)]
        if jobs:
            await inbox.put(jobs)
        return WebhookResponse()

    def _verify(self, request: WebhookRequest) -> None:
        """Over the raw bytes, in constant time, before anything is parsed."""
        given = request.headers.get(SIGNATURE, "")
        made = base64.b64encode(hmac.digest(self._secret, request.body, hashlib.sha256))
        if not given.isascii() or not hmac.compare_digest(given.encode(), made):
            raise WebhookRejected("line", f"the {SIGNATURE} header does not fit; check the channel secret", status=401)

    def _job(self, one: Heard) -> Inbound:
        return Inbound(one.id, "line", TENANT, one.conversation, one.written(), self._clock.now())


def _events(body: bytes) -> Sequence[Heard]:
    """One by one: an event that cannot be read costs only itself. LINE may send them out of order."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise WebhookRejected("line", "the body is not JSON") from error
    events = told.get("events") if isinstance(told, dict) else None
    if not isinstance(events, list):
        raise WebhookRejected("line", "the body has no list of events")
    found = [one for event in events if (one := _heard(event)) is not None]
    return sorted({one.id: one for one in found}.values(), key=lambda one: one.at)


def _heard(event: object) -> Heard | None:
    try:
        return heard(event)
    except RecursionError:
        _log.warning("an event of LINE was left: it is nested too deep")
        return None
