"""Posts signed JSON and reads what the answer means. One attempt: whether and when to try again is the caller's to decide."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import SimpleNamespace
from typing import Any, Final

import aiohttp

from channels.webhook.addressing import GuardedResolver, RefusedAddressError, host_of, refusal
from channels.webhook.limits import ANSWER_SECONDS, CONNECT_SECONDS, LONGEST_WAIT
from channels.webhook.settings import WebhookSettings
from channels.webhook.signing import signed_headers
from news.errors import DeliveryError, Unanswered, Undelivered, Unreachable
from news.model import Address, Message, Receipt
from news.ports import Clock

_USER_AGENT: Final = "ainews/0.1 (webhook)"
_NO_URL: Final = "not a URL that can be posted to"
_SHUT: Final = {
    401: "it wants a login (401)",
    403: "it lets nobody in (403)",
    404: "there is nothing (404)",
    410: "it is gone (410)",
}
_RETRY: Final = frozenset({408, 409, 425, 429})
"""Of 4xx: too slow, a call with this id is under way there, too early, too many."""


class WebhookTransport:
    """A Transport (see news.ports). `clock` must be the real one: receivers refuse a signature of another time."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        clock: Clock,
        allow_private: bool = False,
        answer_seconds: float = ANSWER_SECONDS,
    ) -> None:
        self._session, self._clock, self._allow_private = session, clock, allow_private
        self._timeout = aiohttp.ClientTimeout(total=answer_seconds, sock_connect=min(CONNECT_SECONDS, answer_seconds))

    async def deliver(self, to: Address, message: Message, *, key: str, thread: str = "") -> Receipt:
        try:
            reason = refusal(host_of(to.value), allow_private=self._allow_private)
        except ValueError:
            reason = _NO_URL
        if reason:
            raise Unreachable(to.value, reason)
        body, now = message.body.encode(), self._clock.now()
        headers = {"Content-Type": message.media_type, **signed_headers(to.secret, id=key, at=now, body=body)}
        sent = SimpleNamespace(left=False)
        try:
            return await self._post(to.value, body, headers, sent, key)
        except RefusedAddressError as error:
            raise Unreachable(to.value, str(error)) from error
        except TimeoutError as error:
            raise self._timed_out(to.value, left=sent.left) from error
        except (aiohttp.ClientError, OSError) as error:
            raise _failed(to.value, error, left=sent.left) from error

    async def _post(self, url: str, body: bytes, headers: dict[str, str], sent: SimpleNamespace, key: str) -> Receipt:
        async with self._session.post(
            url, data=body, headers=headers, allow_redirects=False, timeout=self._timeout, trace_request_ctx=sent
        ) as answer:
            error = _refused(url, answer.status, answer.headers, self._clock.now())
            if error is not None:
                raise error
            # The body of a yes is not waited for: if it has come, the connection is used again, else it is closed.
            return Receipt(answer.headers.get("x-request-id", key)[:200], self._clock.now())

    def _timed_out(self, url: str, *, left: bool) -> Undelivered:
        if left:
            return Unanswered(url, f"no answer within {self._timeout.total:g} s")
        return Undelivered(url, "no connection in time")


@asynccontextmanager
async def open_transport(settings: WebhookSettings, *, clock: Clock) -> AsyncIterator[WebhookTransport]:
    """A transport with its connections, closed at the end. The caller bounds how many calls are in flight."""
    connector = aiohttp.TCPConnector(
        limit=0, resolver=GuardedResolver(allow_private=settings.allow_private_hosts), ttl_dns_cache=60
    )
    async with aiohttp.ClientSession(
        connector=connector,
        headers={"User-Agent": _USER_AGENT},
        cookie_jar=aiohttp.DummyCookieJar(),
        trace_configs=[_watch_sending()],
        auto_decompress=False,
        trust_env=False,
    ) as session:
        yield WebhookTransport(session, clock=clock, allow_private=settings.allow_private_hosts)


def _watch_sending() -> aiohttp.TraceConfig:
    """Marks a request whose first byte may have left: from then on, no answer does not mean not taken."""

    async def mark(_session: aiohttp.ClientSession, context: Any, _params: object) -> None:
        context.trace_request_ctx.left = True

    config = aiohttp.TraceConfig()
    config.on_request_headers_sent.append(mark)
    return config


def _refused(url: str, status: int, headers: Any, now: datetime) -> DeliveryError | None:
    """What a status other than 2xx means for the message and for the address."""
    if 200 <= status < 300:
        return None
    if 300 <= status < 400:
        where = headers.get("Location", "")[:200]
        if not where:  # such as 304, which leads nowhere
            return Unreachable(url, f"it does not take the brief ({status})")
        return Unreachable(url, f"answers with a redirect ({status}) to {where!r}; subscribe the address it leads to")
    if status >= 500 or status in _RETRY:
        return Undelivered(url, f"answers {status}", retry_after=_retry_after(headers.get("Retry-After", ""), now))
    return Unreachable(url, _SHUT.get(status, f"it does not take the brief ({status})"))


def _retry_after(value: str, now: datetime) -> timedelta | None:
    """Seconds or a date, at most a day; None for anything else."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return min(timedelta(seconds=min(int(text[:9]), 10**8)), LONGEST_WAIT)
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return None
    wait = (at if at.tzinfo else at.replace(tzinfo=UTC)) - now
    return min(max(wait, timedelta(0)), LONGEST_WAIT)


def _failed(url: str, error: BaseException, *, left: bool) -> DeliveryError:
    """What a broken connection means. A refused address hides inside the client's own error."""
    inner = getattr(error, "os_error", None)
    if isinstance(inner, RefusedAddressError):
        return Unreachable(url, str(inner))
    if isinstance(error, aiohttp.InvalidURL):
        return Unreachable(url, _NO_URL)
    reason = str(inner or error) or type(error).__name__
    if left:
        return Unanswered(url, f"the connection broke before an answer came ({reason})")
    return Undelivered(url, f"no connection ({reason})")
