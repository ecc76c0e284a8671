"""What each kind of receiver makes of a delivery, over real HTTP."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import aiohttp
import pytest
from aiohttp import web

from channels.webhook.addressing import GuardedResolver
from channels.webhook.channel import open_channel
from channels.webhook.transport import WebhookTransport, _watch_sending
from news.errors import DeliveryError, Unanswered, Undelivered, Unreachable
from news.model import Address, Message
from news.ports import ChannelContext, SystemClock
from tests.fakes.receivers import SECRET, Receivers, receiving

ENDLESS = 60.0
"""Seconds that no test waits on any machine, unless what it waits for never comes."""
MESSAGE = Message("AI News", '{"type":"brief","text":"東京"}', "application/json")


@pytest.fixture
async def world() -> AsyncIterator[Receivers]:
    async with receiving() as receivers:
        yield receivers


@pytest.fixture
async def transport() -> AsyncIterator[WebhookTransport]:
    """As in the channel, but as patient as no test needs."""
    async with sending_with(ENDLESS) as made:
        yield made


@asynccontextmanager
async def sending_with(answer_seconds: float) -> AsyncIterator[WebhookTransport]:
    connector = aiohttp.TCPConnector(limit=0, resolver=GuardedResolver(allow_private=True))
    async with aiohttp.ClientSession(connector=connector, trace_configs=[_watch_sending()]) as session:
        yield WebhookTransport(session, clock=SystemClock(), allow_private=True, answer_seconds=answer_seconds)


def to(url: str) -> Address:
    return Address("webhook", url, "public", SECRET)


async def fails(transport: WebhookTransport, url: str) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        await transport.deliver(to(url), MESSAGE, key="dlv_1")
    return caught.value


async def test_a_delivery_is_signed_json_with_the_key_as_its_id(world: Receivers) -> None:
    """Through the channel as it is put together."""
    async with open_channel(ChannelContext(allow_private_hosts=True)) as channel:
        receipt = await channel.transport.deliver(to(world.url("/hook?x=1")), MESSAGE, key="dlv_1")
    [attempt] = world.attempts
    assert attempt.id == receipt.id == "dlv_1"
    assert attempt.body == MESSAGE.body.encode()
    assert attempt.headers["content-type"] == "application/json"
    assert attempt.is_signed_with(SECRET)


async def test_the_receivers_own_id_is_kept(world: Receivers, transport: WebhookTransport) -> None:
    """When it gives one."""

    async def handler(_request: web.Request) -> web.Response:
        return web.Response(headers={"X-Request-Id": "their-7"})

    receipt = await transport.deliver(to(world.handle("/hook", handler)), MESSAGE, key="dlv_1")
    assert receipt.id == "their-7"


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
async def test_any_2xx_is_a_yes(world: Receivers, transport: WebhookTransport, status: int) -> None:
    """As the specification has it."""
    assert (await transport.deliver(to(world.answer("/hook", status)), MESSAGE, key="dlv_1")).id


async def test_a_yes_is_a_yes_before_its_body_ends(world: Receivers, transport: WebhookTransport) -> None:
    """A receiver that never stops talking delays nobody."""

    async def handler(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        with contextlib.suppress(ConnectionError):
            while True:
                await answer.write(b"x" * 65536)
        return answer

    sent = transport.deliver(to(world.handle("/hook", handler)), MESSAGE, key="dlv_1")
    assert (await asyncio.wait_for(sent, ENDLESS)).id


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (301, Unreachable), (302, Unreachable), (308, Unreachable), (404, Unreachable), (410, Unreachable),
        (400, Unreachable), (401, Unreachable), (403, Unreachable), (405, Unreachable), (413, Unreachable),
        (422, Unreachable), (408, Undelivered), (409, Undelivered), (425, Undelivered), (429, Undelivered), (500, Undelivered), (502, Undelivered),
        (503, Undelivered), (599, Undelivered),
    ],
)  # fmt: skip
async def test_every_other_status_means_something(
    world: Receivers, transport: WebhookTransport, status: int, error: type[DeliveryError]
) -> None:
    """Gone, or not now; each names the status and the address, none is answered with a second call."""
    url = world.answer("/hook", status, Location="/elsewhere")
    caught = await fails(transport, url)
    assert type(caught) is error
    assert str(status) in caught.reason
    assert caught.subject == url
    assert len(world.attempts) == 1


async def test_a_redirect_is_not_followed_and_told(world: Receivers, transport: WebhookTransport) -> None:
    """Where it leads is in the reason."""
    url = world.answer("/hook", 307, Location="http://169.254.169.254/latest")
    caught = await fails(transport, url)
    assert "169.254.169.254" in caught.reason
    assert [attempt.path for attempt in world.attempts] == ["/hook"]


async def test_what_leads_nowhere_is_not_called_a_redirect(world: Receivers, transport: WebhookTransport) -> None:
    """A 304, or a 302 without an address."""
    caught = await fails(transport, world.answer("/hook", 304))
    assert caught.reason == "it does not take the brief (304)"


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("7", timedelta(seconds=7)),
        ("0", timedelta(0)),
        ("999999999999", timedelta(hours=24)),
        ("Wed, 21 Oct 2015 07:28:00 GMT", timedelta(0)),
        ("Wed, 21 Oct 2099 07:28:00 GMT", timedelta(hours=24)),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
async def test_retry_after_is_read(
    world: Receivers, transport: WebhookTransport, value: str, wait: timedelta | None
) -> None:
    """Seconds or a date, at most a day; nonsense is nothing."""
    caught = await fails(transport, world.answer("/hook", 503, Retry_After=value))
    assert caught.retry_after == wait


async def test_no_answer_in_time_may_have_arrived(world: Receivers) -> None:
    """The receiver has the brief and says nothing."""
    url = world.handle("/hook", _never)
    async with sending_with(answer_seconds=0.4) as transport:
        caught = await fails(transport, url)
    assert type(caught) is Unanswered
    assert "no answer within 0.4 s" in caught.reason


async def test_a_connection_that_breaks_after_the_call_may_have_arrived(
    world: Receivers, transport: WebhookTransport
) -> None:
    """Nobody can know."""

    async def handler(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    assert type(await fails(transport, world.handle("/hook", handler))) is Unanswered


async def test_without_a_connection_nothing_left(transport: WebhookTransport) -> None:
    """Nobody listens there: trying again is safe on every channel."""
    caught = await fails(transport, "http://127.0.0.1:9/hook")
    assert type(caught) is Undelivered
    assert "no connection" in caught.reason


async def test_a_name_that_nobody_knows_may_be_known_tomorrow(transport: WebhookTransport) -> None:
    """Name servers fail too."""
    assert type(await fails(transport, "https://hooks.test/x")) is Undelivered


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "169.254.169.254"])
async def test_a_private_address_is_refused_when_it_comes_to_sending(world: Receivers, host: str) -> None:
    """Also one that was taken while the setting allowed it, or a name that now leads inside. Nothing leaves."""
    async with open_channel(ChannelContext()) as channel:
        with pytest.raises(Unreachable, match=r"private|never be reached"):
            await channel.transport.deliver(to(world.url(host=host)), MESSAGE, key="dlv_1")
    assert not world.attempts


async def test_a_hundred_slow_receivers_delay_nobody_else(world: Receivers, transport: WebhookTransport) -> None:
    """Calls wait for their own receiver only."""
    arrived, let_go = asyncio.Semaphore(0), asyncio.Event()

    async def hang(_request: web.Request) -> web.Response:
        arrived.release()
        await let_go.wait()
        return web.Response(status=204)

    slow = to(world.handle("/slow", hang))
    waiting = [asyncio.ensure_future(transport.deliver(slow, MESSAGE, key=f"s{n}")) for n in range(99)]
    async with asyncio.timeout(ENDLESS):
        for _ in waiting:
            await arrived.acquire()
        await transport.deliver(to(world.url("/quick")), MESSAGE, key="q")
    assert not any(call.done() for call in waiting)
    let_go.set()
    await asyncio.gather(*waiting)


async def _never(request: web.Request) -> web.Response:
    """Until the caller has gone."""
    while request.transport is not None and not request.transport.is_closing():  # noqa: ASYNC110 - no event tells it
        await asyncio.sleep(0.01)
    return web.Response()
