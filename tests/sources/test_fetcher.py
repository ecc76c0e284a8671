"""Fetching over real HTTP: what comes back, what is asked for, and every way in which a source can misbehave."""

import asyncio
import gzip
import time
import zlib
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web

from news.errors import SourceError, SourceForbidden, SourceGone, Throttled, Unreached, Unreadable
from news.model import Fetched, NotModified, Source, Validators
from news.ports import FixedClock
from sources.fetcher import FetchLimits, HttpFetcher
from tests.sources.serving import FEED, World

NOTHING = Validators()


def source(url: str) -> Source:
    return Source("daily", "Norderwick Daily", url)


async def failure(fetcher: HttpFetcher, url: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        await fetcher.fetch(source(url), NOTHING)
    return caught.value


async def test_a_feed_comes_as_it_was_sent(world: World, fetcher: HttpFetcher) -> None:
    """Body undecoded, with the type, the validators and the address that answered in the end."""
    world.answer("/feed", headers={"ETag": '"1"', "Last-Modified": "Fri, 17 Jul 2026 05:00:00 GMT"})
    start = world.answer("/old", status=301, headers={"Location": "/feed"})
    found = await fetcher.fetch(source(start), NOTHING)
    assert isinstance(found, Fetched)
    assert (found.url, found.body, found.content_type) == (world.url("/feed"), FEED, "application/rss+xml")
    assert (found.validators.etag, found.validators.modified) == ('"1"', "Fri, 17 Jul 2026 05:00:00 GMT")
    assert len(found.validators.digest) == 64


async def test_an_unchanged_feed_is_asked_for_with_its_validators(world: World, fetcher: HttpFetcher) -> None:
    """A 304 keeps what is known of the feed."""
    seen = Validators('"1"', "Fri, 17 Jul 2026 05:00:00 GMT", "abc")
    found = await fetcher.fetch(source(world.answer("/feed", b"", status=304)), seen)
    assert found == NotModified(seen)
    assert world.headers[0]["If-None-Match"] == '"1"'
    assert world.headers[0]["If-Modified-Since"] == "Fri, 17 Jul 2026 05:00:00 GMT"


async def test_the_same_body_again_is_not_modified(world: World, fetcher: HttpFetcher) -> None:
    """Many servers know no validators, or send a new ETag each time."""
    url = world.answer("/feed", headers={"ETag": '"1"'})
    first = await fetcher.fetch(source(url), NOTHING)
    world.answer("/feed", headers={"ETag": '"2"'})
    again = await fetcher.fetch(source(url), first.validators)
    assert isinstance(again, NotModified)
    assert (again.validators.etag, again.validators.digest) == ('"2"', first.validators.digest)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(FEED)),
        ("gzip", gzip.compress(FEED[:100]) + gzip.compress(FEED[100:])),
        ("deflate", zlib.compress(FEED)),
        ("deflate", zlib.compress(FEED, wbits=-15)),
    ],
)
async def test_compressed_feeds_are_unpacked(world: World, fetcher: HttpFetcher, encoding: str, body: bytes) -> None:
    """gzip in one member or several, deflate with and without its header."""
    found = await fetcher.fetch(source(world.answer("/feed", body, headers={"Content-Encoding": encoding})), NOTHING)
    assert isinstance(found, Fetched)
    assert found.body == FEED


@pytest.mark.parametrize(
    ("status", "headers", "kind", "reason"),
    [
        (404, {}, SourceGone, "answered 404"),
        (410, {}, SourceGone, "answered 410"),
        (500, {}, Unreadable, "answered 500"),
        (403, {}, Unreadable, "answered 403"),
        (503, {}, Unreadable, "answered 503"),
        (429, {}, Throttled, "answered 429"),
        (503, {"Retry-After": "60"}, Throttled, "answered 503, asks to wait 60 s"),
        (304, {}, Unreadable, "answered 304"),
        (302, {}, SourceForbidden, "redirects to no http address: "),
        (302, {"Location": "file:///etc/passwd"}, SourceForbidden, "redirects to no http address: file:///etc/passwd"),
        (200, {"Content-Encoding": "br"}, Unreadable, "compressed as br, which was not asked for"),
        (200, {"Content-Encoding": "gzip"}, Unreadable, "its compression is broken"),
    ],
)
async def test_a_bad_answer_has_a_plain_reason(
    world: World, fetcher: HttpFetcher, status: int, headers: dict[str, str], kind: type[SourceError], reason: str
) -> None:
    """Gone, throttled, forbidden or unreadable, always with the source's name first."""
    body = b"" if status == 304 else b"\x1f not a feed"
    error = await failure(fetcher, world.answer("/feed", body, status=status, headers=headers))
    assert (type(error), error.subject, error.reason) == (kind, "Norderwick Daily", reason)


@pytest.mark.parametrize(
    ("given", "wait"),
    [("120", 120), ("999999999999", 86400), ("Fri, 17 Jul 2026 06:02:00 GMT", 120), ("soon", None), ("-5", None)],
)
async def test_a_throttling_host_says_for_how_long(world: World, given: str, wait: int | None) -> None:
    """Seconds or a date, a day at most; in a replay a date is read by the server's clock."""
    headers = {"Retry-After": given, "Date": "Fri, 17 Jul 2026 06:00:00 GMT"}
    async with HttpFetcher(allow_private=True, clock=FixedClock(datetime(2020, 1, 1, tzinfo=UTC))) as fetcher:
        error = await failure(fetcher, world.answer("/feed", status=429, headers=headers))
    assert isinstance(error, Throttled)
    assert error.retry_after == (timedelta(seconds=wait) if wait is not None else None)


async def test_a_host_that_asked_for_quiet_is_not_asked_again(world: World, fetcher: HttpFetcher) -> None:
    """Its other feeds are throttled without a request, and say until when."""
    await failure(fetcher, world.answer("/one", status=429, headers={"Retry-After": "300"}))
    error = await failure(fetcher, world.answer("/two"))
    assert isinstance(error, Throttled)
    assert error.retry_after is not None
    assert error.retry_after > timedelta(seconds=290)
    assert world.asked == ["/one"]


async def test_a_short_pause_is_waited_for(world: World, fetcher: HttpFetcher) -> None:
    """Two seconds of quiet cost that host a second, nobody else."""
    await failure(fetcher, world.answer("/one", status=429, headers={"Retry-After": "2"}))
    world.answer("/two")
    start = time.monotonic()
    waiting = asyncio.ensure_future(fetcher.fetch(source(world.url("/two")), NOTHING))
    await fetcher.fetch(source(world.url("/two", "127.0.0.2")), NOTHING)
    assert not waiting.done()
    await waiting
    assert time.monotonic() - start > 1.8


async def test_at_most_two_requests_are_in_flight_per_host(world: World, fetcher: HttpFetcher) -> None:
    """Hosts are read side by side, each by two at a time."""
    for number in range(12):
        world.answer(f"/{number}", after=0.03)
    hosts = ("127.0.0.1", "127.0.0.2")
    urls = [world.url(f"/{number}", host) for number in range(12) for host in hosts]
    await asyncio.gather(*(fetcher.fetch(source(url), NOTHING) for url in urls))
    assert [world.peak[f"{host}:{world.port}"] for host in hosts] == [2, 2]
    assert world.peak["all"] == 4


async def test_waiting_for_a_turn_is_not_held_against_a_feed(world: World) -> None:
    """Twelve feeds of one host may take longer together than one of them is allowed."""
    for number in range(12):
        world.answer(f"/{number}", after=0.4)
    async with HttpFetcher(allow_private=True, limits=FetchLimits(feed_seconds=2)) as fetcher:
        urls = [world.url(f"/{number}") for number in range(12)]
        found = await asyncio.gather(*(fetcher.fetch(source(url), NOTHING) for url in urls))
    assert all(isinstance(document, Fetched) for document in found)


async def test_a_slow_feed_is_given_up(world: World) -> None:
    """Also one that sends its headers at once and its body never."""

    async def dripping(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(100):
            await response.write(b" ")
            await asyncio.sleep(0.05)
        return response

    world.handlers["/drip"] = dripping
    slow = world.answer("/slow", after=5)
    async with HttpFetcher(allow_private=True, limits=FetchLimits(feed_seconds=0.2)) as fetcher:
        for url in (slow, world.url("/drip")):
            error = await failure(fetcher, url)
            assert isinstance(error, Unreadable)
            assert error.reason == "took longer than 0.2 s"


async def test_a_feed_of_ten_megabytes_is_refused(world: World, fetcher: HttpFetcher) -> None:
    """Before its body is read, where its length is announced."""
    error = await failure(fetcher, world.answer("/feed", b" " * 10_000_000))
    assert isinstance(error, Unreadable)
    assert error.reason == "more than 8 MiB"


@pytest.mark.parametrize(
    "bomb", [gzip.compress(b" " * 40_000_000), gzip.compress(b" " * 1_000_000) * 300], ids=["one piece", "many pieces"]
)
async def test_a_gzip_bomb_is_stopped_while_it_unpacks(world: World, fetcher: HttpFetcher, bomb: bytes) -> None:
    """What counts is the size after decompression; the rest of the bomb is never unpacked."""
    error = await failure(fetcher, world.answer("/feed", bomb, headers={"Content-Encoding": "gzip"}))
    assert isinstance(error, Unreadable)
    assert error.reason == "more than 8 MiB"


async def test_an_endless_feed_is_stopped_at_the_cap(world: World) -> None:
    """A body without an announced length is counted as it comes."""
    written = 0

    async def endless(request: web.Request) -> web.StreamResponse:
        nonlocal written
        response = web.StreamResponse()
        await response.prepare(request)
        while written < 200_000_000:
            await response.write(b" " * 65536)
            written += 65536
        return response

    world.handlers["/endless"] = endless
    async with HttpFetcher(allow_private=True, limits=FetchLimits(feed_bytes=2**20)) as fetcher:
        error = await failure(fetcher, world.url("/endless"))
    assert error.reason == "more than 1 MiB"
    assert written < 50_000_000


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254"),
        ("http://[::ffff:169.254.169.254]/", "169.254.169.254"),
        ("http://100.64.0.1/", "100.64.0.1"),
        ("http://224.0.0.1/", "224.0.0.1"),
        ("http://0.0.0.0/", "0.0.0.0"),
    ],
)
async def test_a_redirect_into_the_machines_own_network_is_refused(
    world: World, fetcher: HttpFetcher, target: str, address: str
) -> None:
    """Even where private hosts are allowed; no connection is tried."""
    error = await failure(fetcher, world.answer("/feed", status=302, headers={"Location": target}))
    assert isinstance(error, SourceForbidden)
    assert error.reason == f"redirects to a private address {address}"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.1.2.3", "192.168.1.1", "[fd00::1]"])
async def test_private_addresses_are_refused_unless_allowed(host: str) -> None:
    """By default, whether written as numbers or as a name; the reason names the setting."""
    async with HttpFetcher() as fetcher:
        error = await failure(fetcher, f"http://{host}:9/feed")
    assert isinstance(error, SourceForbidden)
    assert "may not be reached; AINEWS_ALLOW_PRIVATE_HOSTS=true" in error.reason


async def test_redirects_in_a_loop_end(world: World, fetcher: HttpFetcher) -> None:
    """Back to itself, or from one to the next without end."""
    loop = await failure(fetcher, world.answer("/loop", status=302, headers={"Location": "/loop"}))
    assert loop.reason == "redirects in a loop"
    for number in range(9):
        world.answer(f"/{number}", status=307, headers={"Location": f"/{number + 1}"})
    assert (await failure(fetcher, world.url("/0"))).reason == "more than 5 redirects"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://nowhere.invalid/feed", "the name nowhere.invalid cannot be resolved"),
        ("http://127.0.0.1:9/feed", "127.0.0.1 cannot be reached: "),
        ("ftp://127.0.0.1/feed", "is no http address: ftp://127.0.0.1/feed"),
        ("http://[::1", "is no http address: http://[::1"),
    ],
)
async def test_what_cannot_be_reached_says_why(fetcher: HttpFetcher, url: str, reason: str) -> None:
    """A name, a port or an address that leads nowhere."""
    assert (await failure(fetcher, url)).reason.startswith(reason)


async def test_a_server_that_speaks_no_http_is_unreadable(fetcher: HttpFetcher) -> None:
    """It hangs up, or answers in another protocol."""

    async def babble(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail ready\r\n")
        writer.close()

    server = await asyncio.start_server(babble, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        error = await failure(fetcher, f"http://127.0.0.1:{port}/")
    assert isinstance(error, Unreadable)


async def test_a_run_without_a_network_ends_in_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """When two dozen hosts have let their time pass and none has answered, the rest are not tried."""

    async def silence(self: object, host: str, port: int = 0, family: int = 0) -> list[object]:
        from sources.names import NameTimeoutError

        await asyncio.sleep(0.05)
        raise NameTimeoutError("no answer")

    monkeypatch.setattr("sources.names.Resolver.resolve", silence)
    async with HttpFetcher(limits=FetchLimits(at_once=24)) as fetcher:
        errors = await asyncio.gather(*(failure(fetcher, f"http://host{number}.test/") for number in range(100)))
    assert sum(error.reason == "no network: not one host could be reached so far" for error in errors) >= 50
    assert "cannot be" in errors[0].reason


async def test_a_resolver_that_knows_nobody_and_drops_some_questions_is_no_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Those who still wait for a name are not waited for."""

    async def resolve(self: object, host: str, port: int = 0, family: int = 0) -> list[object]:
        if host.endswith("7.test"):
            await asyncio.sleep(60)
        raise OSError("Name or service not known")

    monkeypatch.setattr("sources.names.Resolver.resolve", resolve)
    async with asyncio.timeout(60), HttpFetcher() as fetcher:
        errors = await asyncio.gather(*(failure(fetcher, f"http://host{number}.test/") for number in range(200)))
    assert "cannot be resolved" in errors[0].reason
    assert "no network" in errors[7].reason
    assert "no network" in errors[199].reason


async def test_a_gateway_that_takes_every_connection_and_says_nothing_is_no_network() -> None:
    """As some hotels' do: nobody waits until each feed's time is over."""
    hosts = [f"127.0.7.{number}" for number in range(1, 31)]
    left = asyncio.Event()

    async def silence(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await left.wait()
        writer.close()

    server = await asyncio.start_server(silence, hosts[0])
    port = server.sockets[0].getsockname()[1]
    others = await asyncio.start_server(silence, hosts[1:], port)
    limits = FetchLimits(first_answer_seconds=0.3)
    async with asyncio.timeout(60), HttpFetcher(allow_private=True, limits=limits) as fetcher:
        errors = await asyncio.gather(*(failure(fetcher, f"http://{host}:{port}/") for host in hosts))
        left.set()
    for one in (server, others):
        one.close()
        await one.wait_closed()
    assert {error.reason for error in errors} == {"no network: not one host could be reached so far"}
    assert all(isinstance(error, Unreached) for error in errors)


async def test_long_headers_are_no_obstacle(world: World, fetcher: HttpFetcher) -> None:
    """News sites send security policies of many kilobytes."""
    url = world.answer("/feed", headers={"Content-Security-Policy": "x" * 20_000})
    assert isinstance(await fetcher.fetch(source(url), NOTHING), Fetched)


async def test_the_fetcher_says_who_it_is_and_keeps_no_cookies(world: World, fetcher: HttpFetcher) -> None:
    """Operators can see who asks; nothing is carried from one answer to the next."""
    url = world.answer("/feed", headers={"Set-Cookie": "id=1"})
    await fetcher.fetch(source(url), NOTHING)
    await fetcher.fetch(source(url), NOTHING)
    assert all(sent["User-Agent"].startswith("ainews/") and "Cookie" not in sent for sent in world.headers)
