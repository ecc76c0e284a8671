"""While events arrive jobs are begun slowly, so that they are acknowledged in time; after that as many as usual."""

import asyncio
from contextlib import suppress

from bot.jobs.gate import RUSH, Gate


async def crowd(gate: Gate, jobs: int, end: asyncio.Event) -> tuple[list[int], list[asyncio.Task[None]]]:
    """Jobs that stay inside until the end; the numbers of those that came in so far."""
    inside: list[int] = []

    async def work(number: int) -> None:
        async with gate:
            inside.append(number)
            await end.wait()

    tasks = [asyncio.ensure_future(work(number)) for number in range(jobs)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return inside, tasks


async def test_a_rush_lets_one_in_at_a_time_and_calm_the_rest() -> None:
    """However long those take that are inside already; in the order in which they came."""
    gate, end = Gate(most=5, pace=RUSH * 2), asyncio.Event()
    gate.arrived()
    inside, tasks = await crowd(gate, 8, end)
    assert inside == [0]
    await asyncio.sleep(RUSH * 4)
    assert inside == [0, 1, 2, 3, 4]
    end.set()
    await asyncio.gather(*tasks)
    assert inside == list(range(8))


async def test_a_rush_without_end_stops_nothing() -> None:
    """One after the other is begun, whatever the others wait for."""
    gate, end = Gate(most=9, pace=0.01), asyncio.Event()
    gate.arrived()
    inside, tasks = await crowd(gate, 4, end)
    async with asyncio.timeout(5):
        while len(inside) < 4:
            gate.arrived()
            await asyncio.sleep(0.005)
    end.set()
    await asyncio.gather(*tasks)


async def test_who_gives_up_waiting_takes_nobodys_place() -> None:
    """Cancelled outside or just let in."""
    gate, end = Gate(most=1), asyncio.Event()
    inside, tasks = await crowd(gate, 4, end)
    tasks[1].cancel()
    end.set()
    tasks[2].cancel()
    for task in tasks:
        with suppress(asyncio.CancelledError):
            await task
    assert inside == [0, 3]
    async with gate:
        inside.append(9)
    assert inside[-1] == 9
