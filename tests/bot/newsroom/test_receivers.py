"""Receivers as they are in the world, over real HTTP: each ends in the right state of the ledger and delays nobody else."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import aiohttp
import pytest
from aiohttp import web

from bot.newsroom.delivering.delivery import STRAGGLING
from channels.webhook.addressing import GuardedResolver, admitting
from channels.webhook.render import WebhookRenderer
from channels.webhook.transport import WebhookTransport, _watch_sending
from news.errors import BadInput
from news.model import PUBLIC, DeliveryState
from news.ports import Channel, SystemClock
from store.database import Database
from tests.bot.newsroom.chunks import NOON, Chunk
from tests.fakes.receivers import SECRET, Receivers, receiving

SENT, RETRYING, UNREACHABLE = DeliveryState.SENT, DeliveryState.RETRYING, DeliveryState.UNREACHABLE
UNKNOWN = DeliveryState.UNKNOWN
PATIENCE = 0.4
"""Seconds that a receiver has which never answers."""
ENDLESS = 60.0
"""Seconds that no test waits on any machine, unless what it waits for never comes."""


@pytest.fixture
async def world() -> AsyncIterator[Receivers]:
    async with receiving() as receivers:
        yield receivers


@asynccontextmanager
async def sending_with(answer_seconds: float) -> AsyncIterator[Channel]:
    connector = aiohttp.TCPConnector(limit=0, resolver=GuardedResolver(allow_private=True))
    async with aiohttp.ClientSession(connector=connector, trace_configs=[_watch_sending()]) as session:
        transport = WebhookTransport(session, clock=SystemClock(), allow_private=True, answer_seconds=answer_seconds)
        admit = admitting(allow_private=True)
        yield Channel("webhook", "Webhook", WebhookRenderer(), transport, admit, keyed=True)


@pytest.fixture
async def channel() -> AsyncIterator[Channel]:
    async with sending_with(ENDLESS) as made:
        yield made


async def chunk(db: Database, channel: Channel, *urls: str) -> Chunk:
    made = Chunk(db, channel)
    await made.plan(*urls, secret=SECRET)
    return made


async def test_each_bad_receiver_ends_in_its_own_state(db: Database, channel: Channel, world: Receivers) -> None:
    """One chunk with everything that goes wrong: who is gone is suspended with the reason, who may come back is tried again."""
    bad = {
        world.answer("/broken", 500): (RETRYING, "answers 500"),
        world.answer("/gone", 410): (UNREACHABLE, "it is gone (410)"),
        world.answer("/moved", 302, Location="http://elsewhere.example/"): (
            UNREACHABLE,
            "answers with a redirect (302)",
        ),
        world.answer("/no", 400): (UNREACHABLE, "it does not take the brief (400)"),
        world.answer("/busy", 429, Retry_After="120"): (RETRYING, "answers 429"),
        "http://127.0.0.1:9/closed": (RETRYING, "no connection"),
        "http://nowhere.test/hook": (RETRYING, "no connection"),
    }
    good = [world.url(f"/good-{number}") for number in range(5)]
    sending = await chunk(db, channel, *bad, *good)
    again = await sending.send()
    ledger = await sending.ledger()
    for url, (state, error) in bad.items():
        assert (ledger[url].state, error in ledger[url].error) == (state, True), ledger[url]
    assert all(ledger[url].state is SENT for url in good)
    assert ledger[world.url("/busy")].retry_at >= NOON + timedelta(seconds=120)  # type: ignore[operator]
    assert again == min(one.retry_at for one in ledger.values() if one.retry_at)
    async with db.read() as tx:
        off = {one.address: one.suspended for one in await tx.subscriptions.list(tenant=PUBLIC) if one.suspended}
    assert sorted(off) == sorted(world.url(path) for path in ("/gone", "/moved", "/no"))
    assert off[world.url("/no")] == "it does not take the brief (400)"
    assert "subscribe the address it leads to" in off[world.url("/moved")]


async def test_a_receiver_that_hangs_delays_nobody_else(db: Database, world: Receivers) -> None:
    """Sixty calls hang. Those of another server are all there meanwhile, also the one that was asked to come back."""
    let_go = asyncio.Event()

    async def hang(_request: web.Request) -> web.Response:
        await let_go.wait()
        return web.Response(status=204)

    async with receiving() as other, sending_with(answer_seconds=ENDLESS) as channel:
        slow = [world.handle(f"/slow-{number}", hang) for number in range(60)]
        busy, good = other.answer("/busy", 503, 204), [other.url(f"/{number}") for number in range(60)]
        sending = await chunk(db, channel, *slow, busy, *good)
        sending.straggling = STRAGGLING
        async with asyncio.timeout(ENDLESS):
            assert await sending.send() == NOON + timedelta(seconds=5)
            await sending.settled(dict.fromkeys(good, SENT) | {busy: RETRYING})
            sending.now = (await sending.ledger())[busy].retry_at or NOON
            await sending.send()
            await sending.settled({busy: SENT})
            assert not {SENT, RETRYING}.intersection([(await sending.states())[url] for url in slow])
            let_go.set()
            while again := await sending.send():
                sending.now = max(again, sending.now)
    assert set((await sending.states()).values()) == {SENT}
    assert world.repeats == 0


async def test_what_the_slow_have_no_place_for_is_put_off(db: Database, channel: Channel, world: Receivers) -> None:
    """No worker waits for a place there; once the server answers, all of it is sent."""
    slow = world.url().removeprefix("http://").partition("/")[0]
    async with receiving() as other:
        sending = await chunk(db, channel, world.url(), other.url())
        for _ in range(40):
            sending.window.take(slow)
            sending.window.answered(slow, in_time=False)
        assert await sending.send() == NOON + timedelta(seconds=5)
        one = (await sending.ledger())[world.url()]
        assert (one.state, one.attempts, world.attempts) == (DeliveryState.DUE, 0, [])
        assert (await sending.states())[other.url()] is SENT
        sending.window.answered(slow, in_time=True)
        sending.now = NOON + timedelta(seconds=5)
        assert await sending.send() is None
    assert set((await sending.states()).values()) == {SENT}


async def test_a_receiver_that_fails_for_an_hour_gets_it_then(db: Database, channel: Channel, world: Receivers) -> None:
    """With the same id at every attempt, further and further apart."""
    url = world.answer("/hook", *[500] * 6, 200)
    sending = await chunk(db, channel, url)
    assert await sending.send_until_settled() == 7
    assert (await sending.states())[url] is SENT
    assert timedelta(minutes=30) < sending.now - NOON < timedelta(hours=1)
    assert len({attempt.id for attempt in world.attempts}) == 1
    assert all(attempt.is_signed_with(SECRET) for attempt in world.attempts)


async def test_what_fails_for_longer_than_a_brief_is_worth_is_given_up(
    db: Database, channel: Channel, world: Receivers
) -> None:
    """After three hours, with the number of attempts and the last error; the subscription stays on."""
    url = world.answer("/hook", 503)
    sending = await chunk(db, channel, url)
    await sending.send_until_settled()
    one = (await sending.ledger())[url]
    assert (one.state, one.error) == (UNREACHABLE, f"given up after {one.attempts} attempts: answers 503")
    assert one.attempts == len(world.attempts) >= 8
    async with db.read() as tx:
        assert [sub.suspended for sub in await tx.subscriptions.list(tenant=PUBLIC)] == [""]


async def test_who_never_answers_is_unknown_in_the_end(db: Database, world: Receivers) -> None:
    """Tried again for as long as the brief is worth it. It may have arrived: nobody claims that it did not."""
    url = world.answer("/hook", 200, after=1)
    async with sending_with(PATIENCE) as channel:
        sending = await chunk(db, channel, url)
        await sending.send()
        one = (await sending.ledger())[url]
        assert (one.state, one.error) == (RETRYING, "no answer within 0.4 s")
        sending.now = NOON + timedelta(hours=2, minutes=59, seconds=58)
        await sending.send_until_settled()
    one = (await sending.ledger())[url]
    assert (one.state, one.error) == (UNKNOWN, "given up after 2 attempts: no answer within 0.4 s")


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/hook", "http://10.1.2.3/", "http://[::1]/", "http://localhost:8000/"]
)
def test_a_private_address_is_refused_when_somebody_subscribes(url: str) -> None:
    """With the setting that allows it."""
    with pytest.raises(BadInput, match="AINEWS_ALLOW_PRIVATE_HOSTS"):
        admitting(allow_private=False)(url, "", PUBLIC)
