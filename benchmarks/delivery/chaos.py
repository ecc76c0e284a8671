"""What a crash costs: a morning's deliveries while the processes that make them are killed, frozen or lose their database.

    python benchmarks/delivery/chaos.py kill [--database sqlite|postgres] [--kills 20] [--deliveries 2000]
    python benchmarks/delivery/chaos.py freeze [--seconds 120] …       SIGSTOP, SIGCONT
    python benchmarks/delivery/chaos.py abandon --database postgres    one of two workers dies for good
    python benchmarks/delivery/chaos.py restart --database postgres    PostgreSQL restarts in the middle
    python benchmarks/delivery/chaos.py away --database postgres [--seconds 120]    PostgreSQL is away in the middle

The receiver lives through it all and counts: lost (a subscription that got nothing) must be 0, a subscription that got two
ids 0, repeats (calls with an id that came before) at most what may have been uncommitted at the kills. On PostgreSQL two workers,
killed in turn. Prints JSON, exit code 1 when it does not hold.
"""

import argparse
import asyncio
import json
import random
import signal
import sys
import time
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.delivery.world import AINEWS, Receiver, database, env_of, furnish, machine, receiving
from news.model import PUBLIC, DeliveryState
from store.database import Database

IN_FLIGHT = 200
"""AINEWS_IN_FLIGHT of the processes: what one kill may have to repeat."""


class Crowd:
    """The processes that work on one database, by name: a server on SQLite, two workers on PostgreSQL."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.names = ("one", "two") if url.startswith("postgres") else ("one",)
        self.processes: dict[str, Process] = {}
        self.note = ""
        self._drains: list[asyncio.Future[None]] = []

    async def start(self, name: str) -> None:
        words = ("work",) if len(self.names) > 1 else ("serve", "--port", "0")
        env = env_of(self._url, AINEWS_WORKER_ID=name, AINEWS_IN_FLIGHT=str(IN_FLIGHT))
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(*AINEWS, *words, env=env, stdout=pipe, stderr=pipe)
        self.processes[name] = process
        assert process.stderr is not None
        while line := await process.stderr.readline():
            if b"Ctrl-C" in line:
                self._drains.append(asyncio.ensure_future(self._drain(process)))
                return
        raise RuntimeError(f"{name} ended with {await process.wait()}")

    async def _drain(self, process: Process) -> None:
        assert process.stderr is not None
        while line := await process.stderr.readline():
            sys.stderr.write(line.decode())

    async def kill(self, name: str) -> None:
        with suppress(ProcessLookupError):
            self.processes[name].kill()
        await self.processes[name].wait()

    async def close(self) -> None:
        for name in self.processes:
            await self.kill(name)


async def run(kind: str, deliveries: int, harm: "Harm", patience: float, answer_after: float) -> dict[str, Any]:
    now = datetime.now(UTC)
    due = (now + timedelta(seconds=1)).replace(second=0, microsecond=0)
    with receiving("--answer-after", str(answer_after)) as receiver, database(kind) as url:
        await furnish(url, receiver, deliveries, due=due, read=now)
        crowd = Crowd(url)
        began = time.monotonic()
        try:
            for name in crowd.names:
                await crowd.start(name)
            done = await harm(crowd, receiver, deliveries, url)
            settled = await wait_until_settled(url, patience)
        finally:
            await crowd.close()
        stats, counts = receiver.stats(), await counted(url)
    return {
        "harm": harm.__name__,
        "database": kind,
        "workers": len(crowd.names),
        "deliveries": deliveries,
        "done": done,
        "lost": deliveries - stats["paths"],
        "two_ids": stats["ids_per_path"] - 1,
        "repeats": stats["repeats"],
        "repeats_allowed": IN_FLIGHT * max(done, 1),
        "settled": settled,
        "counts": counts,
        "note": crowd.note,
        "seconds": round(time.monotonic() - began, 1),
        **machine(),
    }


Harm = Callable[[Crowd, Receiver, int, str], Awaitable[int]]


def kill(kills: int) -> Harm:
    async def killing(crowd: Crowd, receiver: Receiver, deliveries: int, url: str) -> int:
        """At random moments while something arrives, each worker in turn, and started again at once."""
        chance, done = random.Random(7), 0
        while done < kills:
            before = receiver.stats()["distinct"]
            if before >= deliveries:
                break
            await growing(receiver, before)
            await asyncio.sleep(chance.uniform(0, 0.2))
            name = crowd.names[done % len(crowd.names)]
            await crowd.kill(name)
            done += 1
            await crowd.start(name)
        return done

    return killing


def freeze(seconds: float) -> Harm:
    async def freezing(crowd: Crowd, receiver: Receiver, deliveries: int, url: str) -> int:
        """One worker stands still in the middle of its calls, long enough to be taken for dead, and goes on."""
        await growing(receiver, 0)
        name = await busiest(url) if len(crowd.names) > 1 else crowd.names[0]
        frozen = crowd.processes[name]
        frozen.send_signal(signal.SIGSTOP)
        await asyncio.sleep(seconds)
        frozen.send_signal(signal.SIGCONT)
        if len(crowd.names) > 1:
            with suppress(TimeoutError):  # taken for dead: it ends by itself, and is started again as by a supervisor
                await asyncio.wait_for(frozen.wait(), 30)
                crowd.note = f"{name} was taken for dead and ended with {frozen.returncode}"
                await crowd.start(name)
        return 1

    return freezing


async def abandoning(crowd: Crowd, receiver: Receiver, deliveries: int, url: str) -> int:
    """One of two workers dies in the middle and does not come back: the other has its work in under a minute."""
    await growing(receiver, 0)
    busy = await busiest(url)
    await crowd.kill(busy)
    began, left = time.monotonic(), deliveries - receiver.stats()["distinct"]
    while await holds_work(url, busy):  # noqa: ASYNC110 - another process takes it
        await asyncio.sleep(0.2)
    taken = time.monotonic() - began
    await wait_until_settled(url, 120)
    crowd.note = f"{left} left when {busy} died; taken over after {taken:.1f} s, all there after {time.monotonic() - began:.1f} s"
    return 1


async def holds_work(url: str, executor: str) -> bool:
    """Is work that somebody began still his?"""
    his = "SELECT count(*) FROM dbos.workflow_status WHERE status = 'PENDING' AND executor_id = %(executor)s"
    db = await Database.open(url)
    try:
        async with db.read() as tx:
            found = await tx.run_sync(
                lambda connection: connection.exec_driver_sql(his, {"executor": executor}).scalar()
            )
    finally:
        await db.close()
    return bool(found)


async def busiest(url: str) -> str:
    """Whose calls are on their way."""
    db = await Database.open(url)
    try:
        while True:
            async with db.read() as tx:
                sending = await tx.deliveries.find(tenant=PUBLIC, limit=1000, states=[DeliveryState.SENDING])
                names = {one.token: one.id for one in await tx.workers.known(silent_after=timedelta(seconds=30))}
            claims = Counter(one.claim.partition("/")[0] for one in sending)
            if claims:
                return names[claims.most_common(1)[0][0]]
    finally:
        await db.close()


async def restarting(crowd: Crowd, receiver: Receiver, deliveries: int, url: str) -> int:
    """The database server goes away in the middle, for a moment, without a word."""
    from tests.postgres import restart_server

    await growing(receiver, 0)
    await asyncio.sleep(0.2)
    await asyncio.to_thread(restart_server, url)
    return 1


def away(seconds: float) -> Harm:
    async def staying_away(crowd: Crowd, receiver: Receiver, deliveries: int, url: str) -> int:
        """The database server goes away in the middle, longer than anybody tries in a hurry. Who ends is not started again."""
        from tests.postgres import restart_server

        await growing(receiver, 0)
        await asyncio.to_thread(restart_server, url, away=seconds)
        began, before = time.monotonic(), receiver.stats()["distinct"]
        await growing(receiver, before)
        ended = sum(process.returncode is not None for process in crowd.processes.values())
        crowd.note = f"{deliveries - before} left; sent again {time.monotonic() - began:.1f} s after it was back; {ended} workers ended"
        return 1

    return staying_away


async def growing(receiver: Receiver, before: int) -> None:
    """Until more has arrived than before."""
    deadline = time.monotonic() + 120
    while (await asyncio.to_thread(receiver.stats))["distinct"] <= before:
        if time.monotonic() > deadline:
            raise TimeoutError(f"nothing arrived for two minutes; there are {before}")
        await asyncio.sleep(0.02)


async def wait_until_settled(url: str, patience: float) -> bool:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        counts = await counted(url)
        if not any(counts[state.value] for state in (DeliveryState.DUE, DeliveryState.SENDING, DeliveryState.RETRYING)):
            return True
        await asyncio.sleep(0.5)
    return False


async def counted(url: str) -> dict[str, int]:
    db = await Database.open(url)
    try:
        async with db.read() as tx:
            day = timedelta(days=1)
            now = datetime.now(UTC)
            counts = await tx.deliveries.counts(tenant=PUBLIC, since=now - day, until=now + day)
    finally:
        await db.close()
    return {state.value: number for state, number in counts.items()}


def holds(result: dict[str, Any]) -> bool:
    sent = result["counts"]["sent"] == result["deliveries"]
    bounded = result["repeats"] <= result["repeats_allowed"]
    return bool(result["settled"] and sent and not result["lost"] and not result["two_ids"] and bounded)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("harm", choices=("kill", "freeze", "abandon", "restart", "away"))
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--deliveries", type=int, default=2000)
    parser.add_argument("--answer-after", type=float, default=1.0, help="seconds: slow receivers leave time to kill in")
    parser.add_argument("--patience", type=float, default=180)
    given = parser.parse_args()
    harms = {"kill": kill(given.kills), "freeze": freeze(given.seconds), "restart": restarting, "abandon": abandoning}
    harms["away"] = away(given.seconds)
    result = asyncio.run(run(given.database, given.deliveries, harms[given.harm], given.patience, given.answer_after))
    result["holds"] = holds(result)
    print(json.dumps(result, indent=2))
    return 0 if result["holds"] else 1


if __name__ == "__main__":
    sys.exit(main())
