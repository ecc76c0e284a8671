"""While events arrive jobs are begun slowly, so that they are acknowledged in time; after that as many as usual."""

import asyncio
from contextlib import suppress

from bot.jobs.gate import Gate, aside


async def crowd(gate: Gate, jobs: int, end: asyncio.Event) -> tuple[list[int], list[asyncio.Task[None]]]:
    """Jobs that stay inside until the end; the numbers of those that came in so far."""
    inside: list[int] = []

    async def work(number: int) -> None:
        async with gate.turn():
            inside.append(number)
            await end.wait()

    tasks = [asyncio.ensure_future(work(number)) for number in range(jobs)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return inside, tasks


async def test_a_rush_lets_one_in_at_a_time_and_calm_the_rest() -> None:
    """However long those take that are inside already; in the order in which they came."""
    gate, end = Gate(most=5, pace=3600), asyncio.Event()
    gate.arrived()
    gate._rush_ends += 3600
    inside, tasks = await crowd(gate, 8, end)
    assert inside == [0]
    gate._rush_ends = 0
    gate._next()
    async with asyncio.timeout(60):
        while len(inside) < 5:  # noqa: ASYNC110
            await asyncio.sleep(0)
    assert inside == [0, 1, 2, 3, 4]
    end.set()
    await asyncio.gather(*tasks)
    assert inside == list(range(8))


async def test_a_rush_without_end_stops_nothing() -> None:
    """One after the other is begun, whatever the others wait for."""
    gate, end = Gate(most=9, pace=0.01), asyncio.Event()
    gate.arrived()
    inside, tasks = await crowd(gate, 4, end)
    async with asyncio.timeout(60):
        while len(inside) < 4:
            gate.arrived()
            await asyncio.sleep(0.005)
    assert inside == [0, 1, 2, 3]
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
    async with gate.turn():
        inside.append(9)
    assert inside[-1] == 9


async def test_who_waits_for_a_model_leaves_the_place_to_others() -> None:
    """However many do: so many of them at once, the others after them, and a window opens meanwhile."""
    gate, model, asking, begun = Gate(most=2), asyncio.Event(), 0, []

    async def ask(number: int) -> None:
        nonlocal asking
        async with gate.turn():
            begun.append(number)
            async with aside("answers"):
                asking += 1
                await model.wait()
                asking -= 1

    tasks = [asyncio.ensure_future(ask(number)) for number in range(6)]
    async with asyncio.timeout(60):
        while len(begun) < 6:  # noqa: ASYNC110
            await asyncio.sleep(0)
        async with gate.turn(), aside("briefs"):
            assert asking == 2
        model.set()
        await asyncio.gather(*tasks)
    inside, crowded = await crowd(gate, 3, model)
    await asyncio.gather(*crowded)
    assert (asking, inside) == (0, [0, 1, 2])


async def test_what_a_job_left_behind_takes_no_place() -> None:
    """The work on a brief goes on when whoever asked for it was told to come again."""
    gate, made = Gate(most=1), asyncio.Event()

    async def make() -> None:
        async with aside("briefs"):
            await made.wait()

    async with gate.turn():
        making = asyncio.ensure_future(make())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    made.set()
    await making
    async with asyncio.timeout(60), gate.turn():
        pass
    async with aside("answers"):
        assert gate._inside == 0


async def test_what_is_urgent_goes_before_a_rush() -> None:
    """A window can be opened for three seconds only."""
    gate, end = Gate(most=50, pace=3600), asyncio.Event()
    gate.arrived()
    gate._rush_ends += 3600
    inside, tasks = await crowd(gate, 9, end)
    async with asyncio.timeout(60), gate.turn(urgent=True):
        assert inside == [0]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
