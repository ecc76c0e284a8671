"""A worker process: `python -m bot.cli.hand ROLE` runs errands that it reads from its standard input until that ends.

What takes long or keeps a processor busy happens here, so that the server's event loop stays free.
"""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC
from typing import Any, BinaryIO, Final
from zoneinfo import ZoneInfo

from bot.house import House, collect_rarely
from bot.jobs.crew import tell_error
from bot.jobs.helpers import ROLE
from bot.jobs.orders import read_moment, read_order
from bot.settings import Settings, load_settings
from bot.wiring import Reading, open_house, open_reading
from news.ports import Clock, FixedClock, SystemClock

_NICE: Final = 3
"""A brief may take a second longer; whoever writes to the server may not wait for it."""
Errand = Callable[["Hand", dict[str, Any]], Awaitable[Any]]


class Hand:
    """The house, and what it takes to read the outside world once that is needed."""

    def __init__(self, house: House, settings: Settings, stack: AsyncExitStack) -> None:
        self.house, self._settings, self._stack = house, settings, stack
        self._reading: Reading | None = None
        self._opening = asyncio.Lock()

    async def reading(self) -> Reading:
        async with self._opening:
            if self._reading is None:
                self._reading = await self._stack.enter_async_context(open_reading(self._settings))
        return self._reading


async def _ingest(hand: Hand, given: dict[str, Any]) -> int:
    from bot.newsroom.collecting.ingesting import ingest_host

    reading = await hand.reading()
    return await ingest_host(
        database=hand.house.database,
        clock=_clock(given),
        fetcher=reading.fetcher,
        parse=reading.parse,
        host=given["host"],
    )


async def _pages(hand: Hand, given: dict[str, Any]) -> int:
    from bot.newsroom.collecting.collecting import read_pages

    reading = await hand.reading()
    return await read_pages(
        database=hand.house.database, fetcher=reading.fetcher, extract=reading.extract, now=_clock(given).now()
    )


async def _group(hand: Hand, given: dict[str, Any]) -> int:
    from bot.newsroom.collecting.grouping import group_articles

    return (
        await group_articles(database=hand.house.database, clock=_clock(given), embedder=hand.house.embedder)
    ).stories


async def _edition(hand: Hand, given: dict[str, Any]) -> str:
    """The id of the edition's brief, made from all that was read so far."""
    from bot.newsroom.making.briefing import make_brief

    order, clock = read_order({**given, "tenant": "", "key": ""}), _clock(given)
    await _group(hand, given)
    made = await make_brief(
        database=hand.house.database,
        clock=clock,
        summariser=hand.house.summariser,
        edition=order.edition,
        zone=UTC,
        day=order.day,
        writing_seconds=hand.house.settings.llm_brief_seconds,
    )
    return made.id


async def _get_ready(hand: Hand, given: dict[str, Any]) -> None:
    from bot.newsroom.answering.readiness import get_ready

    house = hand.house
    await get_ready(database=house.database, clock=house.clock, summariser=house.summariser)


async def _answer(hand: Hand, given: dict[str, Any]) -> str:
    """The answer as JSON."""
    from bot.newsroom.answering.answering import answer_question
    from bot.newsroom.answering.limits import AskLimits
    from store.asking import write_answer

    zone, limits = ZoneInfo(given.pop("zone")), AskLimits(*given.pop("limits"))
    house = hand.house
    answer = await answer_question(
        database=house.database, clock=house.clock, summariser=house.summariser, zone=zone, limits=limits, **given
    )
    return write_answer(answer)


_ERRANDS: Final[dict[str, Errand]] = {
    "ingest": _ingest,
    "pages": _pages,
    "group": _group,
    "edition": _edition,
    "get_ready": _get_ready,
    "answer": _answer,
}


def _clock(given: dict[str, Any]) -> Clock:
    at = read_moment(given.get("at"))
    return FixedClock(at) if at else SystemClock()


async def work(lines: BinaryIO, answers: BinaryIO) -> None:
    """Runs the errands side by side and answers each when it is done."""
    async with _ready() as hand:
        running: set[asyncio.Task[None]] = set()
        while line := await asyncio.to_thread(lines.readline):
            task = asyncio.ensure_future(_run(hand, json.loads(line), answers))
            running.add(task)
            task.add_done_callback(running.discard)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


@asynccontextmanager
async def _ready() -> AsyncIterator[Hand]:
    settings = load_settings()
    async with AsyncExitStack() as stack:
        house = await stack.enter_async_context(open_house(settings, SystemClock()))
        yield Hand(house, settings, stack)


async def _run(hand: Hand, asked: dict[str, Any], answers: BinaryIO) -> None:
    try:
        said = {"id": asked["id"], "result": await _ERRANDS[asked["errand"]](hand, asked["given"])}
    except Exception as error:
        said = {"id": asked["id"], "error": tell_error(error)}
    answers.write(json.dumps(said).encode() + b"\n")
    answers.flush()


def main() -> None:
    if not sys.argv[-1].startswith(ROLE):
        os.nice(_NICE)
    # Standard output is for answers alone: what a library prints goes where errors go.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    collect_rarely()
    asyncio.run(work(sys.stdin.buffer, answers))


if __name__ == "__main__":
    main()
