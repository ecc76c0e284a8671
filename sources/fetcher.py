"""The outside world over HTTP: polite, bounded in time and size, and unable to reach into the network it runs in."""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self
from urllib.parse import urljoin, urlsplit

import aiohttp

from news.errors import SourceError, SourceForbidden, Throttled, Unreached, Unreadable
from news.model import Fetched, NotModified, Source, Validators
from news.ports import Clock, SystemClock
from news.urls import is_http
from sources.addresses import Guard, refusals
from sources.answers import failure, refusal, unreachable
from sources.bodies import BodyError, read_body
from sources.names import Resolver
from sources.politeness import Lanes, Reach
from sources.robots import Robots

USER_AGENT: Final = "ainews/0.1 (news reader; reads feeds, obeys robots.txt for pages)"
_MIB: Final = 2**20
_LONGEST_HEADER: Final = 32 * 1024
_NO_NETWORK: Final = "no network: not one host could be reached so far"
"""News sites send security policies of more than the client's default of 8 KiB."""
_FEED: Final = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
_PAGE: Final = "text/html, application/xhtml+xml, */*;q=0.5"
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_NO_PAGE: Final = ("image/", "video/", "audio/", "font/", "application/pdf", "application/zip")


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Caps of one request (seconds, bytes after decompression, redirects) and of a run (requests in flight).

    `first_answer_seconds`: a run that asked many hosts and heard from none by then has no network.
    """

    feed_seconds: float = 20.0
    page_seconds: float = 15.0
    connect_seconds: float = 6.0
    first_answer_seconds: float = 8.0
    feed_bytes: int = 8 * _MIB
    page_bytes: int = 4 * _MIB
    robots_bytes: int = _MIB // 2
    redirects: int = 5
    per_host: int = 2
    at_once: int = 48


@dataclass(frozen=True, slots=True)
class _Errand:
    """One thing to get: whose it is, what is sent along, and how much it may cost."""

    subject: str
    headers: Mapping[str, str]
    seconds: float
    cap: int
    page: bool = False


@dataclass(frozen=True, slots=True)
class _Answer:
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


class HttpFetcher:
    """A Fetcher (see news.ports) over aiohttp; use as an async context manager.

    `allow_private` opens loopback and private networks, never link-local, metadata, multicast or unspecified addresses.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        clock: Clock | None = None,
        limits: FetchLimits | None = None,
        user_agent: str = USER_AGENT,
    ) -> None:
        self._allow_private = allow_private
        self._clock = clock or SystemClock()
        self._limits = limits or FetchLimits()
        self._user_agent = user_agent
        self._robots = Robots(self._read_robots)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        limits = self._limits
        self._lanes, self._reach = Lanes(limits.per_host), Reach(limits.first_answer_seconds)
        self._at_once = asyncio.Semaphore(limits.at_once)
        connector = aiohttp.TCPConnector(
            limit=0,  # the lanes count
            resolver=Resolver(seconds=limits.connect_seconds),
            socket_factory=Guard(allow_private=self._allow_private),
            ttl_dns_cache=300,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            headers={"User-Agent": self._user_agent, "Accept-Encoding": "gzip, deflate"},
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=limits.connect_seconds),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            max_line_size=_LONGEST_HEADER,
            max_field_size=_LONGEST_HEADER,
            trust_env=False,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._robots.close()
        self._reach.close()
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def fetch(self, source: Source, seen: Validators) -> Fetched | NotModified:
        """The feed, or NotModified when the server or the body itself says that nothing changed."""
        headers = {"Accept": _FEED}
        if seen.etag:
            headers["If-None-Match"] = seen.etag
        if seen.modified:
            headers["If-Modified-Since"] = seen.modified
        errand = _Errand(source.name, headers, self._limits.feed_seconds, self._limits.feed_bytes)
        answer = await self._get(source.feed, errand)
        if answer.status == 304:
            return NotModified(_validators(answer, seen.digest, seen))
        digest = hashlib.sha256(answer.body).hexdigest()
        validators = _validators(answer, digest)
        if digest == seen.digest:
            return NotModified(validators)
        return Fetched(answer.url, answer.body, answer.headers.get("Content-Type", ""), validators)

    async def page(self, url: str) -> Fetched:
        """An article page, robots obeyed."""
        errand = _Errand(url, {"Accept": _PAGE}, self._limits.page_seconds, self._limits.page_bytes, page=True)
        answer = await self._get(url, errand)
        kind = answer.headers.get("Content-Type", "")
        return Fetched(answer.url, answer.body, kind, _validators(answer, ""))

    async def _read_robots(self, url: str) -> bytes:
        errand = _Errand(url, {"Accept": "text/plain"}, self._limits.page_seconds / 2, self._limits.robots_bytes)
        return (await self._get(url, errand)).body

    async def _get(self, url: str, errand: _Errand) -> _Answer:
        """Follows redirects itself, so that every hop is checked, counted and polite."""
        left = errand.seconds
        seen = {url}
        for hop in range(self._limits.redirects + 1):
            if not is_http(url):
                raise SourceForbidden(errand.subject, f"{'redirects to' if hop else 'is'} no http address: {url[:200]}")
            if errand.page:
                await self._obey_robots(url, errand)
            answer, took = await self._hop(url, errand, left, redirected=hop > 0)
            left -= took
            if answer.status not in _REDIRECTS:
                return self._accepted(answer, errand)
            url = _target(answer, errand)
            if url in seen:
                raise Unreadable(errand.subject, "redirects in a loop")
            seen.add(url)
        raise Unreadable(errand.subject, f"more than {self._limits.redirects} redirects")

    async def _obey_robots(self, url: str, errand: _Errand) -> None:
        if not await self._robots.allows(url):
            raise SourceForbidden(errand.subject, "robots.txt does not allow it")
        self._lanes.to(_host(url)).page_gap = await self._robots.delay(url)

    async def _hop(self, url: str, errand: _Errand, left: float, *, redirected: bool) -> tuple[_Answer, float]:
        """One request, and the seconds it took; time spent waiting for a turn does not count."""
        async with self._lanes.to(_host(url)).turn(errand.subject, at_once=self._at_once, page=errand.page):
            if self._reach.lost:
                raise Unreached(errand.subject, _NO_NETWORK)
            self._reach.asked(_host(url))
            start = asyncio.get_running_loop().time()
            try:
                async with asyncio.timeout(max(left, 0.001)) as wait:
                    with self._reach.watched(wait):
                        answer = await self._ask(url, errand, redirected=redirected)
            except TimeoutError as error:
                if self._reach.lost:
                    raise Unreached(errand.subject, _NO_NETWORK) from error
                raise Unreadable(errand.subject, f"took longer than {errand.seconds:g} s") from error
        return answer, asyncio.get_running_loop().time() - start

    async def _ask(self, url: str, errand: _Errand, *, redirected: bool) -> _Answer:
        if self._session is None:
            raise RuntimeError("HttpFetcher is used outside of `async with`")
        refused: list[str] = []
        token = refusals.set(refused)
        try:
            async with self._session.get(url, headers=errand.headers, allow_redirects=False) as response:
                self._reach.answered()
                wanted = response.status == 200 and _is_wanted(response, errand)
                body = await read_body(response, cap=errand.cap) if wanted else b""
                return _Answer(url, response.status, response.headers, body)
        except BodyError as error:
            raise Unreadable(errand.subject, str(error)) from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            if isinstance(error, TimeoutError) and not isinstance(error, aiohttp.ClientError):
                raise
            raise self._explained(url, errand, error, refused, redirected=redirected) from error
        finally:
            refusals.reset(token)

    def _explained(
        self, url: str, errand: _Errand, error: Exception, refused: list[str], *, redirected: bool
    ) -> SourceError:
        if refused:
            return refusal(errand.subject, refused[-1], redirected=redirected)
        found = unreachable(errand.subject, _host(url), error)
        if found.timed_out:
            self._reach.silent(_host(url))
        elif isinstance(error, aiohttp.ClientConnectorDNSError):
            self._reach.unknown(_host(url))
        return found.error

    def _accepted(self, answer: _Answer, errand: _Errand) -> _Answer:
        if answer.status == 200 or (answer.status == 304 and len(errand.headers) > 1):
            return answer
        error = failure(errand.subject, answer.status, answer.headers, self._clock)
        if isinstance(error, Throttled) and error.retry_after:
            self._lanes.to(_host(answer.url)).pause(error.retry_after)
        raise error


def _is_wanted(response: aiohttp.ClientResponse, errand: _Errand) -> bool:
    """A page that is a film or a PDF is not read. Raises BodyError."""
    kind = response.headers.get("Content-Type", "").lower()
    if errand.page and kind.startswith(_NO_PAGE):
        raise BodyError(f"{kind.partition(';')[0][:60]}, not a page")
    return True


def _validators(answer: _Answer, digest: str, seen: Validators | None = None) -> Validators:
    old = seen or Validators()
    return Validators(answer.headers.get("ETag", old.etag), answer.headers.get("Last-Modified", old.modified), digest)


def _target(answer: _Answer, errand: _Errand) -> str:
    location = answer.headers.get("Location", "").strip()
    try:
        return urljoin(answer.url, location) if location else ""
    except ValueError as error:
        raise Unreadable(errand.subject, f"redirects to {location[:200]}, which is no address") from error


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""
