"""Who may call a provider next."""

import asyncio
from dataclasses import replace

from summariser.model.endpoints import Endpoint, Plan, Request
from summariser.model.llm import _content
from summariser.model.pacing import EVERY, FAILURES, Pacer


async def test_who_is_waited_for_goes_before_those_who_came_first() -> None:
    """An answer before the second look at one, and both before the stories of a brief; of equals the first."""
    pacer, order, free = Pacer(), [], asyncio.Event()

    async def call(name: str, *, rank: int) -> None:
        async with pacer.turn("openai", at_once=1, rank=rank):
            order.append(name)
            await free.wait()

    calls = []
    for name, rank in (("story 1", 2), ("story 2", 2), ("look", 1), ("story 3", 2), ("answer", 0)):
        calls.append(asyncio.ensure_future(call(name, rank=rank)))
        await asyncio.sleep(0)
    free.set()
    await asyncio.gather(*calls)
    assert order == ["story 1", "answer", "look", "story 2", "story 3"]


async def test_one_who_gives_up_waiting_takes_no_place() -> None:
    """Nor loses the place of the next."""
    pacer, let_in = Pacer(), False
    async with pacer.turn("openai", at_once=1, rank=2):
        gone = asyncio.ensure_future(pacer.turn("openai", at_once=1, rank=2).__aenter__())
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.gather(gone, return_exceptions=True)
    async with asyncio.timeout(60), pacer.turn("openai", at_once=1, rank=2):
        let_in = True
    assert gone.cancelled()
    assert let_in


async def test_a_model_rests_by_itself_and_an_address_with_all_of_its_models() -> None:
    """After the third failure in a row, or for as long as it asks."""
    pacer = Pacer()
    for _ in range(FAILURES - 1):
        pacer.failed("home", "small")
    pacer.succeeded("home", "small", "summary", 0.1)
    pacer.failed("home", "small")
    assert pacer.quiet_for("home", "small") == 0
    pacer.failed("home", "small", retry_after=600)
    assert pacer.quiet_for("home", "small") > 0
    assert pacer.quiet_for("home", "large") == 0
    for _ in range(FAILURES):
        pacer.failed("home", EVERY)
    assert pacer.quiet_for("home", "large") > 0
    assert pacer.quiet_for("elsewhere", "large") == 0


async def test_the_first_story_goes_before_one_that_came_before_it() -> None:
    """Of one rank the lowest place is next."""
    pacer, order, free = Pacer(), [], asyncio.Event()

    async def call(place: int) -> None:
        async with pacer.turn("ollama", at_once=1, rank=2, place=place):
            order.append(place)
            await free.wait()

    calls = []
    for place in (0, 3, 2, 1):
        calls.append(asyncio.ensure_future(call(place)))
        await asyncio.sleep(0)
    free.set()
    await asyncio.gather(*calls)
    assert order == [0, 1, 2, 3]


def test_a_server_of_ones_own_is_asked_one_thing_at_a_time_and_told_how_much_to_hold() -> None:
    """Unless something else is set; a vendor is told nothing, and every call of one install the same."""
    local, vendor, batching = Endpoint("ollama_chat/qwen3"), Endpoint("openai/gpt-4o-mini"), Endpoint("hosted_vllm/m")
    plan, own = Plan({}), Plan({}, timeout=45, at_once=8, max_tokens=8_000, context=16_384)
    assert [(plan.together(one), plan.seconds(one)) for one in (local, vendor, batching)] == [
        (1, 120),
        (4, 30),
        (4, 30),
    ]
    assert (own.together(local), own.seconds(local), own.holds) == (8, 45, 16_384)
    assert (plan.holds, replace(own, context=0).holds) == (8_192, 14_336)
    asked = Request([{"role": "user", "content": "Hello"}], {}, 2_000, plan.holds)
    assert _content(local, asked)["num_ctx"] == 8_192
    assert "num_ctx" not in _content(vendor, asked)
