"""Calls to LINE: explicit timeouts, request ids in the log, and LINE's errors as ours. One attempt each, no waiting.

Errors: https://developers.line.biz/en/reference/messaging-api/#error-responses
"""

import json
import logging
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, Final

import aiohttp
from linebot.v3.messaging import (
    ApiException,
    ApiResponse,
    AsyncApiClient,
    AsyncMessagingApi,
    AsyncMessagingApiBlob,
    Configuration,
    MulticastRequest,
    PushMessageRequest,
    ReplyMessageRequest,
    ShowLoadingAnimationRequest,
)

from channels.line.limits import ANSWER_SECONDS, CONNECT_SECONDS, LOADING_SECONDS
from channels.line.settings import LineSettings
from news.errors import DeliveryError, Overloaded, Refused, Unanswered, Undelivered, Unreachable

Json = dict[str, Any]

_KEYS: Final = uuid.UUID("6f1c2f0e-6f0e-5d43-9a2b-6c1a3a6f5f10")
"""The namespace of our retry keys."""
_MONTHLY: Final = "monthly limit"
"""A 429 for the month's quota says so; one for the rate says "API rate limit"."""
_RATE_WAIT: Final = timedelta(seconds=5)
_TIMEOUT: Final = aiohttp.ClientTimeout(total=ANSWER_SECONDS, sock_connect=CONNECT_SECONDS)
"""The SDK's own is five minutes."""
_log = logging.getLogger(__name__)


def retry_key(key: str) -> str:
    """The same for the same call, from its first attempt on."""
    return str(uuid.uuid5(_KEYS, key))


class LineApi:
    """`messaging` and `blob` are the SDK's own, for what is not here."""

    def __init__(self, client: AsyncApiClient, data_client: AsyncApiClient) -> None:
        self.messaging = AsyncMessagingApi(client)
        self.blob = AsyncMessagingApiBlob(data_client)

    async def push(self, to: str, messages: Sequence[Json], *, key: str) -> str:
        """LINE's id of the request that was taken. Raises DeliveryError."""
        body = PushMessageRequest.from_dict({"to": to, "messages": list(messages)})
        call = self.messaging.push_message_with_http_info
        return request_id(await self.call("push", to, call, body, x_line_retry_key=retry_key(key)))

    async def multicast(self, to: Sequence[str], messages: Sequence[Json], *, key: str) -> str:
        """To users only. As `push`."""
        body = MulticastRequest.from_dict({"to": list(to), "messages": list(messages)})
        call = self.messaging.multicast_with_http_info
        subject = f"{to[0]} and {len(to) - 1} more"
        return request_id(await self.call("multicast", subject, call, body, x_line_retry_key=retry_key(key)))

    async def reply(self, token: str, messages: Sequence[Json], *, to: str) -> None:
        """A token is good once, so a repetition can do no harm: what was replied already raises Refused."""
        body = ReplyMessageRequest.from_dict({"replyToken": token, "messages": list(messages)})
        await self.call("reply", to, self.messaging.reply_message_with_http_info, body)

    async def show_loading(self, to: str) -> None:
        """Only a user's own chat has the indicator; that it does not show is no reason to fail."""
        body = ShowLoadingAnimationRequest.from_dict({"chatId": to, "loadingSeconds": LOADING_SECONDS})
        try:
            await self.call("loading", to, self.messaging.show_loading_animation_with_http_info, body)
        except DeliveryError as error:
            _log.info("no loading indicator: %s", error)

    async def profile(self, user: str) -> Mapping[str, str]:
        """`name` and `language`, each where it is told; raises DeliveryError."""
        said = (await self.call("profile", user, self.messaging.get_profile_with_http_info, user)).data
        return {"name": said.display_name or "", "language": said.language or ""}

    async def group_name(self, group: str) -> str:
        """ "" for a room, which has none."""
        if not group.startswith("C"):
            return ""
        said = (await self.call("group", group, self.messaging.get_group_summary_with_http_info, group)).data
        return str(said.group_name or "")

    async def call(
        self, what: str, subject: str, call: Callable[..., Awaitable[ApiResponse]], *given: Any, **named: Any
    ) -> ApiResponse:
        """One call of the SDK. 409 says that the same was taken before, which is a success. Raises DeliveryError."""
        began = time.monotonic()
        try:
            answer = await call(*given, **named, _request_timeout=_TIMEOUT)
        except ApiException as error:
            headers = dict(error.headers or {})
            _told(what, int(error.status or 0), began, headers)
            if error.status == 409 and "x_line_retry_key" in named:
                return ApiResponse(status_code=409, headers=_lower(headers), data=None, raw_data=b"")
            raise failure(what, subject, int(error.status or 0), error.body) from error
        except ValueError as error:  # the SDK checks what LINE answers, after LINE has done it
            raise Unanswered(subject, f"LINE's answer cannot be read ({what}): {str(error)[:200]}") from error
        except TimeoutError as error:
            raise Unanswered(subject, f"LINE did not answer within {ANSWER_SECONDS:g} s ({what})") from error
        except aiohttp.ClientConnectorError as error:
            raise Undelivered(subject, f"LINE cannot be reached ({error.os_error or error})") from error
        except (aiohttp.ClientError, OSError) as error:
            raise Unanswered(subject, f"the connection broke before LINE answered ({what}): {error}") from error
        _told(what, answer.status_code, began, answer.headers or {})
        return answer


@asynccontextmanager
async def open_api(settings: LineSettings) -> AsyncIterator[LineApi]:
    """With its connections, closed at the end."""
    token = settings.channel_access_token.get_secret_value()
    api = Configuration(host=settings.api_url.rstrip("/"), access_token=token)
    data = Configuration(host=settings.data_url, access_token=token)
    async with AsyncApiClient(api) as client, AsyncApiClient(data) as data_client:
        yield LineApi(client, data_client)


def request_id(answer: ApiResponse) -> str:
    headers = _lower(answer.headers or {})
    return headers.get("x-line-accepted-request-id") or headers.get("x-line-request-id", "")


def failure(what: str, subject: str, status: int, body: str | bytes | None) -> DeliveryError:
    """What a status other than 2xx means. A list of addresses is refused as a whole."""
    said = _said(body)
    reason = f"LINE answers {status}: {said}" if said else f"LINE answers {status}"
    if status == 429 and _MONTHLY in said:
        return Refused(subject, "the month's messages of the LINE plan are used up; `ainews line quota` tells more")
    if status == 429:
        return Overloaded(subject, reason, retry_after=_RATE_WAIT)
    if status in (401, 403):
        return Undelivered(subject, f"{reason}; check AINEWS_LINE_CHANNEL_ACCESS_TOKEN (`ainews doctor`)")
    if status in (404, 410) or (what == "push" and status == 400 and _is_about_address(said)):
        return Unreachable(subject, reason)
    if 400 <= status < 500 and status not in (408, 425):
        return Refused(subject, reason)
    return Undelivered(subject, reason)


def _is_about_address(said: str) -> bool:
    """LINE's words for a push to somebody who is not there."""
    return "Failed to send messages" in said or "'to'" in said or "user ID" in said


def _said(body: str | bytes | None) -> str:
    """LINE's message with the details that name the property."""
    try:
        told = json.loads(body or "{}")
        details = [f"{one.get('property', '')} {one.get('message', '')}" for one in told.get("details", [])[:3]]
        return " ".join([str(told.get("message", "")), *details])[:300].strip()
    except (ValueError, AttributeError, TypeError):
        return ""


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _told(what: str, status: int, began: float, headers: Mapping[str, str]) -> None:
    """LINE's support asks for method, status, time and request id: https://developers.line.biz/en/docs/messaging-api/development-guidelines/"""
    took = (time.monotonic() - began) * 1000
    _log.info(
        "LINE %s: %s in %.0f ms, request id %s", what, status, took, _lower(headers).get("x-line-request-id", "none")
    )
