"""/webhooks/{channel} and what is below it: one guard for every platform, then the channel itself."""

import logging
from typing import Final

from fastapi import APIRouter, Request, Response

from news.errors import StoreError, WebhookRejected
from news.inbound import WebhookRequest, WebhookResponse
from news.ports import Channel, Inbox

LARGEST_BODY: Final = 1 << 20
"""Bytes: no platform's event is as large."""
_RETRY_SECONDS: Final = "5"
_log = logging.getLogger(__name__)
router = APIRouter()


async def receive(request: Request) -> Response:
    """404 for a channel that is not set up, 413 for a body that is too large, else what the channel says."""
    channel, rest = str(request.path_params["channel"]), str(request.path_params.get("rest", ""))
    doors: dict[str, Channel] = getattr(request.app.state, "channels", {})
    inbox: Inbox | None = getattr(request.app.state, "inbox", None)
    door = doors.get(channel)
    if door is None or door.webhook is None or inbox is None:
        return Response("there is no such webhook", 404, media_type="text/plain")
    body = await _body(request)
    if body is None:
        return Response("too large", 413, media_type="text/plain")
    asked = WebhookRequest(
        method=request.method,
        path=f"/{rest}" if rest else "",
        query=request.url.query,
        headers={name.lower(): value for name, value in request.headers.items()},
        body=body,
    )
    try:
        return _answer(await door.webhook.receive(asked, inbox))
    except WebhookRejected as error:
        _log.info("a request to /webhooks/%s was refused: %s", channel, error.reason)
        return Response(error.reason, error.status, media_type="text/plain")
    except StoreError:
        # The platform sends it again when it is not acknowledged, so nothing is lost.
        return Response("try again", 503, headers={"Retry-After": _RETRY_SECONDS}, media_type="text/plain")


# Plain routes: there is nothing for FastAPI to validate, and a platform's bursts pay for every millisecond.
for _path in ("/webhooks/{channel}", "/webhooks/{channel}/{rest:path}"):
    router.add_route(_path, receive, methods=["GET", "POST"])


async def _body(request: Request) -> bytes | None:
    """None when it is too large, however it is declared."""
    size = 0
    parts: list[bytes] = []
    async for part in request.stream():
        size += len(part)
        if size > LARGEST_BODY:
            return None
        parts.append(part)
    return b"".join(parts)


def _answer(said: WebhookResponse) -> Response:
    return Response(said.body, said.status, headers=dict(said.headers), media_type=said.media_type)
