"""What comes while the last is on its way is done together."""

import asyncio
from collections.abc import Sequence

from bot.jobs.gathering import Gathering


async def test_it_is_settled_when_what_it_took_is_done_whoever_waits_for_it() -> None:
    """Whoever closes what it works with waits for that: a unit of work that goes on keeps its connection."""
    done: list[int] = []
    go = asyncio.Event()

    async def work(items: Sequence[int]) -> list[None]:
        await go.wait()
        done.extend(items)
        return [None] * len(items)

    gathering = Gathering(work)
    asking = asyncio.ensure_future(gathering.add(1))
    await asyncio.sleep(0)
    asking.cancel()
    await asyncio.wait([asking])
    asyncio.get_running_loop().call_soon(go.set)
    await gathering.settled()
    assert done == [1]
