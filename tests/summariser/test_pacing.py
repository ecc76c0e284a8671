"""Who may call a provider next."""

import asyncio

from summariser.pacing import EVERY, FAILURES, Pacer


async def test_who_is_waited_for_goes_before_those_who_came_first() -> None:
    """An answer before the second look at one, and both before the stories of a brief; of equals the first."""
    pacer, order, free = Pacer(1), [], asyncio.Event()

    async def call(name: str, *, rank: int) -> None:
        async with pacer.turn("openai", rank=rank):
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
    pacer = Pacer(1)
    async with pacer.turn("openai", rank=2):
        gone = asyncio.ensure_future(pacer.turn("openai", rank=2).__aenter__())
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.gather(gone, return_exceptions=True)
    async with asyncio.timeout(60), pacer.turn("openai", rank=2):
        pass


async def test_a_model_rests_by_itself_and_an_address_with_all_of_its_models() -> None:
    """After the third failure in a row, or for as long as it asks."""
    pacer = Pacer(1)
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
