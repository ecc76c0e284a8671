"""How long a morning takes: N signed webhooks in four language/topic sets, beside a bare aiohttp loop posting the same bodies.

    python benchmarks/delivery/throughput.py [--subscribers 10000] [--database sqlite|postgres]

`ainews deliver --at T` as a person runs it, in a new process: start, grouping, four briefs, planning, sending, ledger.
Prints JSON. The floor is posted in the same run to the same receiver with as many calls in flight.
"""

import argparse
import asyncio
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

import aiohttp

from benchmarks.delivery.world import (
    AINEWS,
    AT,
    NOW,
    SECRET,
    Receiver,
    database,
    env_of,
    furnish,
    machine,
    receiving,
    watched,
)
from channels.webhook.render import WebhookRenderer
from channels.webhook.signing import signed_headers
from news.model import PUBLIC, Brief
from store.database import Database

IN_FLIGHT = 50
"""Calls on their way at once to one receiver: the engine's bound per origin."""


async def measure(kind: str, subscribers: int) -> dict[str, Any]:
    with receiving() as receiver, database(kind) as url:
        await furnish(url, receiver, subscribers)
        took, counts, watch = await deliver(url)
        stats = receiver.stats()
        db = await Database.open(url)
        async with db.read() as tx:
            briefs = list(await tx.briefs.list(tenant=PUBLIC, limit=100, language=None))
        await db.close()
        receiver.forget()
        floor = await bare_loop(receiver, briefs, subscribers)
    sending = stats["last"] - stats["first"]
    return {
        "database": kind,
        "subscribers": subscribers,
        "seconds": round(took, 2),
        "seconds_first_to_last_call": round(sending, 2),
        "floor_seconds": round(floor, 2),
        "ratio": round(took / floor, 2),
        "ratio_first_to_last_call": round(sending / floor, 2),
        "counts": counts,
        "calls": stats["calls"],
        "repeats": stats["repeats"],
        "bodies": len(stats["bodies"]),
        "briefs": len(briefs),
        "processor_seconds": round(watch.processor_seconds, 2),
        "peak_mb": round(watch.peak_mb),
        "worker_process_mb": round(watch.children_mb),
        **machine(),
    }


async def deliver(url: str) -> tuple[float, dict[str, int], Any]:
    began, used = time.perf_counter(), _used()
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *AINEWS, "deliver", "--at", AT, "--json", "--wait", "120", env=env_of(url), stdout=pipe
    )
    async with watched(process.pid) as watch:
        out, _ = await process.communicate()
    took = time.perf_counter() - began
    watch.processor_seconds = _used() - used
    return took, json.loads(out), watch


def _used() -> float:
    """Processor seconds of the children that ended, theirs included."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


async def bare_loop(receiver: Receiver, briefs: list[Brief], subscribers: int) -> float:
    """Signs and posts the same bodies to the same URLs and does nothing else."""
    bodies = [WebhookRenderer().brief(brief)[0].body.encode() for brief in briefs]
    numbers = iter(range(subscribers))

    async def post(session: aiohttp.ClientSession) -> None:
        for number in numbers:
            body = bodies[number % len(bodies)]
            headers = {"Content-Type": "application/json", **signed_headers(SECRET, id=f"f{number}", at=NOW, body=body)}
            async with session.post(receiver.url(f"hook/{number}"), data=body, headers=headers) as answer:
                assert answer.status == 204

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        began = time.perf_counter()
        await asyncio.gather(*(post(session) for _ in range(IN_FLIGHT)))
        return time.perf_counter() - began


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--subscribers", type=int, default=10_000)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    given = parser.parse_args()
    print(json.dumps(asyncio.run(measure(given.database, given.subscribers)), indent=2))
