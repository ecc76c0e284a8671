"""Posts messages and reads what Slack answers. One attempt, no waiting: when to try again is the caller's to decide."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from types import SimpleNamespace
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from channels.slack.actions import DELIVERY_EVENT, message_id, parse_message_id
from channels.slack.addressing import is_direct
from channels.slack.failures import NOT_INSTALLED, asked_wait, failure
from channels.slack.limits import ANSWER_SECONDS, CONNECT_SECONDS
from channels.slack.settings import SlackSettings
from news.errors import DeliveryError, Refused, Unanswered, Undelivered, Unreachable
from news.model import PUBLIC, Address, Message, Receipt
from news.ports import Clock, Installations

_sent: Final[ContextVar[SimpleNamespace | None]] = ContextVar("sent", default=None)
"""Of the call that is being made: whether its first byte may have left."""
_WRITING: Final = ("chat.", "views.", "assistant.", "conversations.open")
_LOOKED_THROUGH: Final = 50
"""Messages of a direct conversation, the last first."""


Renewed = Callable[[str, str], Awaitable[str]]
"""From a tenant and a token that has ended to the one in its place, "" without one."""


class Slack:
    """Slack's Web API for every workspace: finds the token, makes one call, tells what went wrong in the house's errors."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        settings: SlackSettings,
        installations: Installations,
        renewed: Renewed | None = None,
    ) -> None:
        self._session, self._settings, self._installations = session, settings, installations
        self._renewed = renewed

    async def call(self, method: str, tenant: str, /, *, subject: str = "", **given: Any) -> dict[str, Any]:
        """The answer of a Web API method. Raises Undelivered, Unanswered, Refused or Unreachable; never retries, unless
        the token has ended and there is a new one."""
        token = await self.token(tenant)
        if not token:
            raise Unreachable(subject or tenant, NOT_INSTALLED)
        try:
            return await self._call(method, token, subject or tenant, given)
        except DeliveryError as error:
            ended = error.reason.endswith("(token_expired)") and self._renewed is not None
            fresh = await self._renewed(tenant, token) if ended and self._renewed else ""
            if not fresh:
                raise
        return await self._call(method, fresh, subject or tenant, given)

    async def _call(self, method: str, token: str, subject: str, given: dict[str, Any]) -> dict[str, Any]:
        client = AsyncWebClient(token=token, base_url=self._settings.base_url, session=self._session, retry_handlers=[])
        sent = SimpleNamespace(left=False)
        mark = _sent.set(sent)
        try:
            answer = await client.api_call(method, **_arguments(method, given))
        except SlackApiError as error:
            status, headers = error.response.status_code, error.response.headers
            raise failure(subject, status, headers, error.response.data) from error
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise _broken(subject, error, left=sent.left) from error
        finally:
            _sent.reset(mark)
        found = answer.data
        return found if isinstance(found, dict) else {}

    async def respond(self, url: str, body: dict[str, Any]) -> bool:
        """Answers by a response_url; False when it is used up or past its half hour. Raises Undelivered."""
        try:
            async with self._session.post(url, json=body, allow_redirects=False) as answer:
                if answer.status == 429:
                    raise Undelivered("slack", "Slack asks to wait (429)", retry_after=asked_wait(answer.headers))
                if answer.status >= 500:
                    raise Undelivered("slack", f"the answer was not taken ({answer.status})")
                return answer.status == 200
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise Undelivered("slack", f"no connection to Slack ({type(error).__name__})") from error

    async def token(self, tenant: str) -> str:
        """The workspace's, "" where the app is not installed. The one of the settings serves an install without OAuth."""
        found = await self._installations.find("slack", tenant)
        if found:
            return found.token
        return self._settings.bot_token if tenant == PUBLIC or not self._settings.client_id else ""


class SlackTransport:
    """A Transport, a Lookup and a Corrector (see news.ports)."""

    def __init__(self, slack: Slack, *, clock: Clock) -> None:
        self._slack, self._clock = slack, clock

    async def deliver(self, to: Address, message: Message, *, key: str, thread: str = "") -> Receipt:
        """The receipt's id is channel and timestamp (see channels.slack.actions)."""
        channel, ts = parse_message_id(thread)
        given = {"channel": channel or to.value, **json.loads(message.body), "metadata": _metadata(key)}
        given |= {"thread_ts": ts} if ts else {}
        answer = await self._slack.call("chat.postMessage", to.tenant, subject=to.value, **given)
        return Receipt(message_id(answer["channel"], answer["ts"]), self._clock.now())

    async def correct(self, to: Address, platform_id: str, message: Message) -> None:
        channel, ts = parse_message_id(platform_id)
        body = json.loads(message.body)
        given = {"channel": channel, "ts": ts, "text": body["text"], "blocks": body["blocks"]}
        await self._slack.call("chat.update", to.tenant, subject=to.value, **given)

    async def find(self, to: Address, message: Message, *, key: str, thread: str = "") -> Receipt | None:
        """Only a direct conversation may be looked through: the app asks for no right to read channels."""
        if not is_direct(to.value):
            raise Refused(to.value, "it may have arrived, and a channel cannot be looked through; retry it by hand")
        channel, ts = parse_message_id(thread)
        channel = channel or await self._conversation(to)
        method, which = ("conversations.replies", {"ts": ts}) if ts else ("conversations.history", {})
        asked = {"channel": channel, "limit": _LOOKED_THROUGH, "include_all_metadata": True, **which}
        try:
            answer = await self._slack.call(method, to.tenant, subject=to.value, **asked)
        except Unanswered as error:  # nothing was asked to be done: asking again does no harm
            raise Undelivered(to.value, error.reason) from error
        for found in answer.get("messages", ()):
            if (found.get("metadata") or {}).get("event_payload", {}).get("delivery") == key:
                return Receipt(message_id(channel, found["ts"]), self._clock.now())
        return None

    async def _conversation(self, to: Address) -> str:
        """The direct conversation's id."""
        if to.value.startswith("D"):
            return to.value
        answer = await self._slack.call("conversations.open", to.tenant, subject=to.value, users=to.value)
        return str(answer["channel"]["id"])


@asynccontextmanager
async def open_slack(
    settings: SlackSettings,
    installations: Installations,
    *,
    renewed: Renewed | None = None,
    answer_seconds: float = ANSWER_SECONDS,
) -> AsyncIterator[Slack]:
    """With its connections, closed at the end. The caller bounds how many calls are in flight."""
    limits = aiohttp.ClientTimeout(total=answer_seconds, sock_connect=min(CONNECT_SECONDS, answer_seconds))
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0), timeout=limits, trace_configs=[_watch_sending()], trust_env=True
    ) as session:
        yield Slack(session, settings, installations, renewed)


def _arguments(method: str, given: dict[str, Any]) -> dict[str, Any]:
    """Methods that write take JSON; those that read take only a query, in which truth is a word."""
    if method.startswith(_WRITING) and method != "chat.getPermalink":
        return {"json": given}
    words = {name: str(value).lower() if isinstance(value, bool) else value for name, value in given.items()}
    return {"http_verb": "GET", "params": words}


def _metadata(key: str) -> dict[str, Any]:
    return {"event_type": DELIVERY_EVENT, "event_payload": {"delivery": key}}


def _watch_sending() -> aiohttp.TraceConfig:
    """Marks a request whose first byte may have left: from then on, no answer does not mean not taken."""

    async def mark(*_: object) -> None:
        sent = _sent.get()
        if sent is not None:
            sent.left = True

    config = aiohttp.TraceConfig()
    config.on_request_headers_sent.append(mark)
    return config


def _broken(subject: str, error: BaseException, *, left: bool) -> DeliveryError:
    reason = str(error) or type(error).__name__
    if left:
        return Unanswered(subject, f"the connection to Slack broke before an answer came ({reason[:200]})")
    return Undelivered(subject, f"no connection to Slack ({reason[:200]})")
