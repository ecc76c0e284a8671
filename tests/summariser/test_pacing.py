"""Who may call a provider next."""

import asyncio

from summariser.pacing import EVERY, FAILURES, Pacer


async def test_who_is_waited_for_goes_before_those_who_came_first() -> None:
    """An answer before the stories of a brief; of equals the first."""
    pacer, order, free = Pacer(1), [], asyncio.Event()

    async def call(name: str, *, urgent: bool) -> None:
        async with pacer.turn("openai", urgent=urgent):
            order.append(name)
            await free.wait()

    calls = []
    for name, urgent in (("story 1", False), ("story 2", False), ("story 3", False), ("answer", True)):
        calls.append(asyncio.ensure_future(call(name, urgent=urgent)))
        await asyncio.sleep(0)
    free.set()
    await asyncio.gather(*calls)
    assert order == ["story 1", "answer", "story 2", "story 3"]


async def test_one_who_gives_up_waiting_takes_no_place() -> None:
    """Nor loses the place of the next."""
    pacer = Pacer(1)
    async with pacer.turn("openai", urgent=False):
        gone = asyncio.ensure_future(pacer.turn("openai", urgent=False).__aenter__())
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.gather(gone, return_exceptions=True)
    async with asyncio.timeout(60), pacer.turn("openai", urgent=False):
        pass


async def test_a_model_rests_by_itself_and_an_address_with_all_of_its_models() -> None:
    """After the third failure in a row, or for as long as it asks."""
    pacer = Pacer(1)
    for _ in range(FAILURES - 1):
        pacer.failed("home", "small")
    pacer.succeeded("home", "small")
    pacer.failed("home", "small")
    assert pacer.quiet_for("home", "small") == 0
    pacer.failed("home", "small", retry_after=600)
    assert pacer.quiet_for("home", "small") > 0
    assert pacer.quiet_for("home", "large") == 0
    for _ in range(FAILURES):
        pacer.failed("home", EVERY)
    assert pacer.quiet_for("home", "large") > 0
    assert pacer.quiet_for("elsewhere", "large") == 0
