"""What the benchmarks of the chat platforms' doors share: a server of its own, an open loop of requests, the figures."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import aiohttp

ROOT = Path(__file__).parents[1]
P99_MS, WORST_MS = 250, 1000
"""What an acknowledgement may take under load."""
LANGUAGES = ("en", "ja", "zh-TW", "zh-CN", "ko", "th")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def serve(database: Path, port: int, settings: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """`ainews serve` with the platform's settings; it reads no feeds."""
    fixed = {"AINEWS_DATABASE_URL": f"sqlite:///{database}", "AINEWS_COLLECT_MINUTES": "0", "AINEWS_ZONE": "Etc/UTC"}
    command = [sys.executable, "-c", "from bot.cli import main; main()", "serve", "--port", str(port)]
    return subprocess.Popen(command, env={**os.environ, **fixed, **settings}, stderr=subprocess.DEVNULL, cwd=ROOT)


async def ready(http: aiohttp.ClientSession, door: str) -> None:
    """Until the door refuses what is not signed: it opens with the engine, after the pages."""
    for _ in range(480):
        try:
            async with http.post(door, data=b"") as answer:
                if answer.status == 401:
                    return
        except aiohttp.ClientError:
            pass
        await asyncio.sleep(0.25)
    raise SystemExit("the server did not start")


async def until(true: Callable[[], bool], patience: float) -> float:
    """Seconds until it is so, or the patience is over."""
    begun = time.perf_counter()
    while not true() and time.perf_counter() - begun < patience:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    return round(time.perf_counter() - begun, 1)


def spread(milliseconds: Iterable[float]) -> dict[str, float]:
    found = sorted(milliseconds)
    if not found:
        return {"number": 0}
    at = {
        name: found[min(len(found) - 1, int(part * len(found)))]
        for name, part in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("worst", 1))
    }
    return {"number": len(found), **{name: round(value, 1) for name, value in at.items()}}


class Load:
    """Open loop: a request leaves when it is due, however slow the answers are."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self.http, self.url = http, url
        self.milliseconds: list[float] = []
        self.statuses: Counter[str] = Counter()
        self.acknowledged: set[str] = set()

    async def run(self, rate: float, seconds: float, send: Callable[[int], Awaitable[None]]) -> None:
        begun, tasks = time.perf_counter(), set()
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, begun + number / rate - time.perf_counter()))
            task = asyncio.ensure_future(send(number))
            tasks.add(task)
            task.add_done_callback(tasks.discard)
        await asyncio.gather(*tasks)

    async def health(self, _: int) -> None:
        begun = time.perf_counter()
        async with self.http.get(f"{self.url}/healthz") as answer:
            await answer.read()
        self.milliseconds.append((time.perf_counter() - begun) * 1000)

    async def post(self, door: str, body: bytes, headers: Mapping[str, str], id: str) -> None:
        """`id` is acknowledged when a 200 comes."""
        begun = time.perf_counter()
        try:
            async with self.http.post(f"{self.url}{door}", data=body, headers=headers) as answer:
                await answer.read()
                self.statuses[str(answer.status)] += 1
                if answer.status == 200:
                    self.acknowledged.add(id)
        except (aiohttp.ClientError, TimeoutError) as error:
            self.statuses[type(error).__name__] += 1
            return
        self.milliseconds.append((time.perf_counter() - begun) * 1000)

    def told(self) -> dict[str, Any]:
        return {**spread(self.milliseconds), "statuses": dict(self.statuses)}
