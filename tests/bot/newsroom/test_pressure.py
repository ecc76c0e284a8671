"""A few questions are answered at once, in the order in which they came."""

import asyncio
from contextlib import AsyncExitStack

from bot.newsroom.finding.pressure import Pressure

_asking: list[asyncio.Future[None]] = []


async def entered(pressure: Pressure, names: str, *, waits: bool = False) -> tuple[list[str], list[asyncio.Event]]:
    """Who is inside by now, and what lets each out."""
    inside, outs = list[str](), [asyncio.Event() for _ in names]

    async def ask(name: str, out: asyncio.Event) -> None:
        async with pressure.one_more(waits=waits):
            inside.append(name)
            await out.wait()

    for name, out in zip(names, outs, strict=True):
        _asking.append(asyncio.ensure_future(ask(name, out)))
    await settled()
    return inside, outs


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_who_came_first_is_answered_first_and_the_others_wait() -> None:
    inside, outs = await entered(Pressure(), "abcde")
    assert inside == ["a", "b", "c"]
    outs[1].set()
    await settled()
    assert inside == ["a", "b", "c", "d"]
    outs[0].set()
    await settled()
    assert inside == ["a", "b", "c", "d", "e"]


async def test_what_waits_for_a_model_takes_no_place() -> None:
    inside, _ = await entered(Pressure(), "abcde", waits=True)
    assert inside == ["a", "b", "c", "d", "e"]


async def test_those_that_wait_their_turn_count_as_under_way() -> None:
    pressure = Pressure()
    async with AsyncExitStack() as stack:
        for _ in range(2):
            await stack.enter_async_context(pressure.one_more())
        assert not pressure.is_high
        await stack.enter_async_context(pressure.one_more())
        assert pressure.is_high
    assert not pressure.is_high


async def test_who_gives_up_waiting_leaves_the_place_to_the_next() -> None:
    pressure = Pressure()
    inside, outs = await entered(pressure, "abc")
    told: list[str] = []

    async def ask(name: str) -> None:
        async with pressure.one_more():
            told.append(name)

    first, second = asyncio.ensure_future(ask("gives up")), asyncio.ensure_future(ask("waits"))
    await settled()
    first.cancel()
    await settled()
    for out in outs:
        out.set()
    await second
    assert told == ["waits"]
    assert inside == ["a", "b", "c"]
    async with pressure.one_more():
        assert not pressure.is_high
