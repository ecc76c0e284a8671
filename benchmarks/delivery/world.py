"""What the delivery benchmarks share: an install with news and subscribers, a receiver beside it, processes to watch."""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.cli.gathering import gather
from bot.newsroom.collecting.sampling import SampleNewsroom
from bot.newsroom.delivering.subscriptions import subscribe
from bot.settings import Settings
from bot.wiring import open_house
from channels.registry import open_channel
from news.model import PUBLIC, Edition
from news.ports import ChannelContext, FixedClock
from news.wishes import Wish

SECRET = "whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
NOW = datetime(2026, 7, 17, 6, 0, tzinfo=UTC)
AT = "2026-07-17T06:00Z"
EDITIONS = (Edition("en", 5), Edition("ja", 5), Edition("en", 5, ("models",)), Edition("en", 3))
AINEWS = (sys.executable, "-c", "from bot.cli import main; main()")


@dataclass(frozen=True)
class Receiver:
    port: int

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{path}"

    def stats(self) -> dict[str, Any]:
        with urllib.request.urlopen(self.url("stats"), timeout=10) as answer:
            return dict(json.load(answer))

    def forget(self) -> None:
        urllib.request.urlopen(urllib.request.Request(self.url("forget"), method="POST"), timeout=10).close()


@contextmanager
def receiving(*words: str) -> Iterator[Receiver]:
    command = [sys.executable, str(Path(__file__).with_name("receiver.py")), *words]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield Receiver(int(process.stdout.readline()))
        finally:
            process.kill()


@contextmanager
def database(kind: str) -> Iterator[str]:
    """The URL of an empty database: "sqlite", or "postgres" with its usual safety."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory(prefix="ainews-bench-") as folder:
            yield f"sqlite:///{folder}/bench.db"
        return
    from tests.postgres import running_server

    with running_server(safe=True) as server:
        yield server.url(server.create())


def env_of(url: str, **settings: str) -> dict[str, str]:
    fixed = {"AINEWS_DATABASE_URL": url, "AINEWS_ALLOW_PRIVATE_HOSTS": "true", "AINEWS_COLLECT_MINUTES": "0"}
    return {**os.environ, **fixed, **settings}


async def furnish(url: str, receiver: Receiver, subscribers: int, *, due: datetime = NOW, read: datetime = NOW) -> None:
    """Reads the sample newsroom as of `read` and subscribes so many URLs, in four language/topic sets, for the minute of `due`.

    They subscribed two days earlier, so that nothing but that morning's brief is due.
    """
    settings = Settings(database_url=url, allow_private_hosts=True, zone="UTC")
    async with open_house(settings, FixedClock(read)) as house, SampleNewsroom(read) as newsroom:
        await gather(house, catalogue=newsroom.catalogue_url, opml=None)
        async with open_channel("webhook", ChannelContext("", True)) as channel:
            wishes = [_wish(receiver, number, due) for number in range(subscribers)]
            await subscribe(
                database=house.database, clock=FixedClock(due - timedelta(days=2)), channel=channel, wishes=wishes
            )
        # What a first brief at once would be is past: from here on the timetable alone counts.
        from bot.newsroom.delivering.planning import _next

        async with house.database.begin() as tx:
            everybody = await tx.subscriptions.list(tenant=PUBLIC)
            before = due - timedelta(seconds=1)
            await tx.schedules.set({one.id: _next(one, before) for one in everybody}, tenant=PUBLIC)


def _wish(receiver: Receiver, number: int, due: datetime) -> Wish:
    return Wish(
        to=receiver.url(f"hook/{number}"),
        zone="UTC",
        time=f"{due:%H:%M}",
        edition=EDITIONS[number % len(EDITIONS)],
        weekdays=frozenset(range(7)),
        secret=SECRET,
    )


class Watch:
    """The highest memory of a process (MB) and the processor time it took, looked at a few times a second."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self.peak_mb = 0.0
        self.children_mb = 0.0
        self.processor_seconds = 0.0

    async def run(self) -> None:
        while True:
            self.look()
            await asyncio.sleep(0.1)

    def look(self) -> None:
        try:
            status = Path(f"/proc/{self._pid}/status").read_text()
            self.peak_mb = int(status.split("VmHWM:")[1].split()[0]) / 1024
            self.children_mb = max(self.children_mb, sum(resident_mb(child) for child in children(self._pid)))
        except (OSError, IndexError):
            return


def children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def resident_mb(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/status").read_text().split("VmRSS:")[1].split()[0]) / 1024
    except (OSError, IndexError):
        return 0.0


def processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@asynccontextmanager
async def watched(pid: int) -> AsyncIterator[Watch]:
    watch = Watch(pid)
    task = asyncio.ensure_future(watch.run())
    try:
        yield watch
    finally:
        task.cancel()


def machine() -> dict[str, Any]:
    return {
        "cpus": os.cpu_count(),
        "load": os.getloadavg()[0],
        "python": sys.version.split()[0],
        "when": time.strftime("%F %T"),
    }
