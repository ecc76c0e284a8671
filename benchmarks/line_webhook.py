"""The LINE door under load: signed events while briefs are being built, and after kill -9.

    python benchmarks/line_webhook.py --database FILE [--rate 200] [--seconds 15]

FILE is an SQLite database with articles of the last days; it is copied. `ainews serve` runs on the copy, LINE is a fake on
loopback. Phase 1: RATE messages a second, open loop, while one edition after the other is made. Phase 2: the same, and the
server is killed with SIGKILL in the middle; after its restart every message that was acknowledged must have its reply.
The floor is the same rate of GET /healthz. Prints JSON; exit code 1 when p99 is 250 ms or more, one takes a second, or
one is lost.
"""

import argparse
import asyncio
import base64
import hashlib
import hmac
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.fakes.line import SECRET, Line, line_platform

LANGUAGES = ("en", "ja", "zh-TW", "zh-CN", "ko", "th")
P99_MS, WORST_MS, FOLLOWERS = 250, 1000, 40


class Load:
    """Open loop: a request leaves when it is due, however slow the answers are."""

    def __init__(self, http: aiohttp.ClientSession, url: str, line: Line) -> None:
        self._http, self._url, self._line = http, url, line
        self.took: list[float] = []
        self.statuses: Counter[str] = Counter()
        self.acknowledged: set[str] = set()

    async def run(self, rate: int, seconds: float, send: Callable[[int], Awaitable[None]]) -> None:
        begun, tasks = time.perf_counter(), set()
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, begun + number / rate - time.perf_counter()))
            task = asyncio.ensure_future(send(number))
            tasks.add(task)
            task.add_done_callback(tasks.discard)
        await asyncio.gather(*tasks)

    async def health(self, _: int) -> None:
        begun = time.perf_counter()
        async with self._http.get(f"{self._url}/healthz") as answer:
            await answer.read()
        self.took.append((time.perf_counter() - begun) * 1000)

    async def message(self, number: int) -> None:
        await self.say("help", f"U{number % FOLLOWERS:032x}")

    async def say(self, text: str, user: str) -> None:
        token = self._line.token(user)
        message = {"type": "text", "id": token, "text": text}
        event = {"type": "message", "webhookEventId": token, "replyToken": token, "timestamp": int(time.time() * 1000)}
        body = json.dumps(
            {"events": [{**event, "message": message, "source": {"type": "user", "userId": user}}]}
        ).encode()
        signed = base64.b64encode(hmac.digest(SECRET.encode(), body, hashlib.sha256)).decode()
        begun = time.perf_counter()
        try:
            headers = {"x-line-signature": signed}
            async with self._http.post(f"{self._url}/webhooks/line", data=body, headers=headers) as answer:
                await answer.read()
                self.statuses[str(answer.status)] += 1
                if answer.status == 200:
                    self.acknowledged.add(token)
        except (aiohttp.ClientError, TimeoutError) as error:
            self.statuses[type(error).__name__] += 1
            return
        self.took.append((time.perf_counter() - begun) * 1000)

    @property
    def open(self) -> set[str]:
        """Acknowledged, and not replied to."""
        return self.acknowledged & self._line.tokens.keys()

    async def answered(self, patience: float) -> float:
        """Seconds until every one has its reply, or the patience is over."""
        begun = time.perf_counter()
        while self.open and time.perf_counter() - begun < patience:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        return round(time.perf_counter() - begun, 1)

    def told(self) -> dict[str, Any]:
        found = sorted(self.took)
        at = {
            name: round(found[min(len(found) - 1, int(part * len(found)))], 1)
            for name, part in (("p50", 0.5), ("p99", 0.99))
        }
        return {"requests": len(found), **at, "worst": round(found[-1], 1), "statuses": dict(self.statuses)}


def serve(database: Path, port: int, line: Line) -> subprocess.Popen[bytes]:
    fixed = {"AINEWS_DATABASE_URL": f"sqlite:///{database}", "AINEWS_COLLECT_MINUTES": "0", "AINEWS_ZONE": "Etc/UTC"}
    command = [sys.executable, "-c", "from bot.cli import main; main()", "serve", "--port", str(port)]
    env = {**os.environ, **fixed, **line.env}
    return subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL, cwd=Path(__file__).parents[1])


async def ready(http: aiohttp.ClientSession, url: str) -> None:
    """Until the door is open: it opens with the engine, after the pages."""
    for _ in range(240):
        try:
            async with http.post(f"{url}/webhooks/line", data=b"") as answer:
                if answer.status == 401:
                    return
        except aiohttp.ClientError:
            pass
        await asyncio.sleep(0.25)
    raise SystemExit("the server did not start")


async def build(load: Load, line: Line, done: asyncio.Event) -> int:
    """One edition after the other, each of another language, asked for as a person does."""
    asked = 0
    while not done.is_set():
        user = f"U{1000 + asked:032x}"
        line.profiles[user] = {"language": LANGUAGES[asked % len(LANGUAGES)]}
        await load.say(("today", "more")[asked // len(LANGUAGES) % 2], user)
        asked += 1
        await asyncio.sleep(1.5)
    return asked


async def measure(given: argparse.Namespace) -> dict[str, Any]:
    with socket.socket() as free, tempfile.TemporaryDirectory(prefix="ainews-bench-") as folder:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        database, url = Path(folder) / "news.db", f"http://127.0.0.1:{port}"
        shutil.copy(given.database, database)
        timeout, connector = aiohttp.ClientTimeout(total=30), aiohttp.TCPConnector(limit=0)
        async with line_platform() as line, aiohttp.ClientSession(connector=connector, timeout=timeout) as http:
            server = serve(database, port, line)
            try:
                await ready(http, url)
                floor = Load(http, url, line)
                await floor.run(given.rate, 3, floor.health)
                load, briefs, done = Load(http, url, line), Load(http, url, line), asyncio.Event()
                building = asyncio.ensure_future(build(briefs, line, done))
                await load.run(given.rate, given.seconds, load.message)
                done.set()
                asked, behind = await building, await load.answered(60)
                kill = Load(http, url, line)
                running = asyncio.ensure_future(kill.run(given.rate, 6, kill.message))
                await asyncio.sleep(3)
                server.kill()
                server.wait()
                await running
                left = len(kill.open)
                server = serve(database, port, line)
                await ready(http, url)
                after = await kill.answered(50)
            finally:
                server.kill()
                server.wait()
    told, low = load.told(), floor.told()
    return {
        "rate": given.rate, "floor": low, "messages": told, "p99_to_floor": round(told["p99"] / max(low["p99"], 0.1), 1),
        "briefs_asked_for": asked, "briefs_open": len(briefs.open), "unanswered": len(load.open), "seconds_behind": behind,
        "killed": {"acknowledged": len(kill.acknowledged), "open_at_the_kill": left, "lost": len(kill.open), "seconds": after},
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", required=True, type=Path)
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=15)
    found = asyncio.run(measure(parser.parse_args()))
    print(json.dumps(found, indent=2))
    held = found["messages"]["p99"] < P99_MS and found["messages"]["worst"] < WORST_MS
    sys.exit(0 if held and not found["unanswered"] and not found["killed"]["lost"] else 1)


if __name__ == "__main__":
    main()
