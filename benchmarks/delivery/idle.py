"""What a server costs while nothing happens, and how late its event loop runs while a brief is made.

    python benchmarks/delivery/idle.py [--seconds 60] [--database sqlite|postgres] [--articles 0]

Prints JSON: processor share and memory of `ainews serve` (pages and engine, no LLM) at rest, after the start that makes the
database and after one that finds it; then, with the sample newsroom (and
so many invented articles more) unread, the event loop's lag while reading, grouping and a brief are made beside it.
"""

import argparse
import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.delivery.world import AINEWS, children, database, env_of, machine, processor_seconds, resident_mb
from bot.cli.working import open_engine
from bot.jobs.announcing import announce_orders
from bot.jobs.engine import Terms
from bot.newsroom.collecting.sampling import SampleNewsroom
from bot.newsroom.delivering.planning import Order
from bot.settings import Settings
from bot.wiring import open_house
from news.model import PUBLIC, Article, Edition, TextState, Tier
from news.ports import SystemClock


async def at_rest(url: str, seconds: float) -> dict[str, Any]:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*AINEWS, "serve", "--port", "0", env=env_of(url), stderr=pipe)
    assert process.stderr is not None
    try:
        began = time.monotonic()
        await process.stderr.readline()
        ready = time.monotonic() - began
        await asyncio.sleep(15)  # what a start costs is over
        used, began = processor_seconds(process.pid), time.monotonic()
        await asyncio.sleep(seconds)
        share = (processor_seconds(process.pid) - used) / (time.monotonic() - began)
        helpers = [resident_mb(pid) for pid in children(process.pid)]
        return {
            "start_seconds": round(ready, 2),
            "idle_percent_of_a_core": round(100 * share, 2),
            "idle_mb": round(resident_mb(process.pid)),
            "idle_helpers_mb": [round(mb) for mb in helpers],
        }
    finally:
        process.kill()
        await process.wait()


async def lag_while_working(url: str, articles: int) -> dict[str, Any]:
    """A tick every millisecond in the engine's own loop: by how much each comes late."""
    settings = Settings(database_url=url, allow_private_hosts=True, zone="UTC", collect_minutes=0)
    clock = SystemClock()
    async with open_house(settings, clock) as house, SampleNewsroom(clock.now()) as newsroom:
        from bot.cli.gathering import gather

        await gather(house, catalogue=newsroom.catalogue_url, opml=None)
        async with house.database.begin() as tx:
            await tx.articles.add([_article(number, clock) for number in range(articles)], tenant=PUBLIC)
        async with open_engine(house, Terms(ticking=True)):
            await asyncio.sleep(2)
            lags: list[float] = []
            watching = asyncio.ensure_future(_watch(lags))
            began = time.monotonic()
            editions = [Edition(language, minutes) for language in ("en", "ja") for minutes in (3, 5)]
            orders = [Order(PUBLIC, edition, clock.now().date(), "bench") for edition in editions]
            async with house.database.begin() as tx:
                await announce_orders(None)(tx, orders)
            while await _missing(house, orders):  # noqa: ASYNC110 - another process makes them
                await asyncio.sleep(0.1)
            took = time.monotonic() - began
            watching.cancel()
    lags.sort()
    return {
        "briefs_seconds": round(took, 2),
        "articles": articles,
        "lag_ms_p50": round(1000 * lags[len(lags) // 2], 2),
        "lag_ms_p99": round(1000 * lags[int(len(lags) * 0.99)], 2),
        "lag_ms_worst": round(1000 * lags[-1], 2),
        "looks": len(lags),
    }


async def _watch(lags: list[float]) -> None:
    loop = asyncio.get_running_loop()
    while True:
        before = loop.time()
        await asyncio.sleep(0.001)
        lags.append(loop.time() - before - 0.001)


async def _missing(house: Any, orders: list[Order]) -> bool:
    async with house.database.read() as tx:
        return any([await tx.briefs.get(one.edition, one.day) is None for one in orders])


def _article(number: int, clock: SystemClock) -> Article:
    url = f"https://bench.example/{number}"
    words = " ".join(f"word{(number * 31 + place) % 977}" for place in range(60))
    return Article(
        id=f"bench{number}", key=url, url=url, source="bench", source_name="Bench", tier=Tier.GENERAL,
        title=f"Orbit {number} model {words[:40]}", summary="", text=f"Orbit published model {number}. {words}.", text_state=TextState.HAD,
        language="en", published=clock.now(), dated=True, seen=clock.now(),
    )  # fmt: skip


async def measure(kind: str, seconds: float, articles: int) -> dict[str, Any]:
    with database(kind) as url:
        first, later = await at_rest(url, seconds), await at_rest(url, seconds)
    with database(kind) as url:
        lag = await lag_while_working(url, articles)
    return {"database": kind, "first_start": first, "later_start": later, **lag, **machine()}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    given = parser.parse_args()
    print(json.dumps(asyncio.run(measure(given.database, given.seconds, given.articles)), indent=2))
