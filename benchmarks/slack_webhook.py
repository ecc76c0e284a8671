"""The Slack door under load: signed requests while a brief is being built, and after kill -9.

    python benchmarks/slack_webhook.py --database FILE [--rate 200] [--seconds 20]

FILE is an SQLite database with articles of the last days; it is copied. `ainews serve` runs on the copy, Slack is a sink on
loopback. Phase 1: RATE mentions a second, open loop, while one edition after the other is made. Phase 2: the same, and the
server is killed with SIGKILL in the middle; after its restart every mention that was acknowledged must have its answer.
The floor is the same rate of GET /healthz. Prints JSON; exit code 1 when p99 is 250 ms or more, one takes a second, or one is lost.
"""

import argparse
import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.fakes.slack_events import SECRET, command, event_body, mention, signed

FORM = "application/x-www-form-urlencoded"
USERS = 40
P99_MS, WORST_MS = 250, 1000
LOCALES = ("en-US", "ja-JP", "zh-TW", "zh-CN", "ko-KR", "th-TH")


class Sink:
    """Slack's Web API, as far as a mention needs it. `answered`: the threads that got a message."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.answered: Counter[str] = Counter()
        self.briefs = 0

    async def api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self.calls[method] += 1
        given = await request.json() if request.can_read_body else dict(request.query)
        if method == "chat.postMessage":
            self.answered[given.get("thread_ts", "")] += 1
        user = {"id": given.get("user"), "name": "ann", "tz": "Etc/UTC", "locale": "en-US"}
        if str(given.get("user", "")).startswith("UL"):
            user["locale"] = LOCALES[int(given["user"][2:]) % len(LOCALES)]
        return web.json_response(
            {"ok": True, "user": user, "channel": given.get("channel", "C1"), "ts": f"{time.time():.6f}"}
        )

    async def respond(self, request: web.Request) -> web.Response:
        self.briefs += 1
        return web.Response(text="ok")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def serve(database: Path, port: int, slack: str) -> subprocess.Popen[bytes]:
    env = {
        **os.environ,
        "AINEWS_DATABASE_URL": f"sqlite:///{database}",
        "AINEWS_ZONE": "Etc/UTC",
        "AINEWS_COLLECT_MINUTES": "0",
        "AINEWS_ALLOW_PRIVATE_HOSTS": "true",
        "AINEWS_SLACK_API_URL": f"{slack}/api/",
        "AINEWS_SLACK_SIGNING_SECRET": SECRET,
        "AINEWS_SLACK_BOT_TOKEN": "xoxb-1-bench",
    }
    program = "from bot.cli import main; main()"
    arguments = [sys.executable, "-c", program, "serve", "--port", str(port)]
    return subprocess.Popen(arguments, env=env, stderr=subprocess.DEVNULL, cwd=Path(__file__).parents[1])


async def ready(http: aiohttp.ClientSession, url: str) -> None:
    for _ in range(240):
        try:
            async with http.get(f"{url}/healthz") as answer:
                if answer.status == 200:
                    return
        except aiohttp.ClientError:
            pass
        await asyncio.sleep(0.25)
    raise SystemExit("the server did not start")


class Load:
    """Open loop: a request leaves when it is due, however slow the answers are."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self._http, self._url = http, url
        self.milliseconds: list[float] = []
        self.statuses: Counter[str] = Counter()
        self.acknowledged: set[str] = set()

    async def run(self, rate: int, seconds: float, send: Any) -> None:
        begun, tasks = time.perf_counter(), set()
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, begun + number / rate - time.perf_counter()))
            task = asyncio.ensure_future(send(number))
            tasks.add(task)
            task.add_done_callback(tasks.discard)
        await asyncio.gather(*tasks, return_exceptions=True)

    async def health(self, _: int) -> None:
        begun = time.perf_counter()
        async with self._http.get(f"{self._url}/healthz") as answer:
            await answer.read()
        self.milliseconds.append((time.perf_counter() - begun) * 1000)

    async def mention(self, number: int) -> None:
        event = mention("help", user=f"U{number % USERS}", channel=f"C{number % 10}")
        body = event_body(event)
        headers = signed(body, datetime.now(UTC))
        begun = time.perf_counter()
        try:
            async with self._http.post(f"{self._url}/webhooks/slack", data=body, headers=headers) as answer:
                await answer.read()
                self.statuses[str(answer.status)] += 1
                if answer.status == 200:
                    self.acknowledged.add(event["ts"])
        except aiohttp.ClientError as error:
            self.statuses[type(error).__name__] += 1
            return
        self.milliseconds.append((time.perf_counter() - begun) * 1000)


def told(load: Load) -> dict[str, Any]:
    found = sorted(load.milliseconds)
    share = {
        name: round(found[min(len(found) - 1, int(part * len(found)))], 1)
        for name, part in (("p50", 0.5), ("p99", 0.99))
    }
    return {"requests": len(found), **share, "worst": round(found[-1], 1), "statuses": dict(load.statuses)}


async def build_briefs(http: aiohttp.ClientSession, url: str, slack: str, until: asyncio.Event) -> int:
    """One edition after the other, each of another language or length, asked for as a person does."""
    asked = 0
    while not until.is_set():
        body = command("", user=f"UL{asked}", channel="D1", url=f"{slack}/response/{asked}")
        async with http.post(f"{url}/webhooks/slack", data=body, headers=signed(body, datetime.now(UTC), FORM)):
            asked += 1
        await asyncio.sleep(2)
    return asked


async def answers(sink: Sink, wanted: set[str], patience: float) -> float:
    """Seconds until all are there, or the patience is over."""
    begun = time.perf_counter()
    while wanted - set(sink.answered) and time.perf_counter() - begun < patience:  # noqa: ASYNC110
        await asyncio.sleep(0.1)
    return round(time.perf_counter() - begun, 1)


async def under_load(
    http: aiohttp.ClientSession, url: str, slack: str, sink: Sink, rate: int, seconds: float
) -> dict[str, Any]:
    floor = Load(http, url)
    await floor.run(rate, 5, floor.health)
    load, done = Load(http, url), asyncio.Event()
    building = asyncio.ensure_future(build_briefs(http, url, slack, done))
    await load.run(rate, seconds, load.mention)
    done.set()
    asked = await building
    waited = await answers(sink, load.acknowledged, 60)
    lost = len(load.acknowledged - set(sink.answered))
    found = told(load)
    return {
        "floor": told(floor),
        "mentions": found,
        "p99_to_floor": round(found["p99"] / max(told(floor)["p99"], 0.1), 1),
        "editions_asked": asked,
        "editions_sent": sink.briefs,
        "unanswered": lost,
        "seconds_behind_at_the_end": waited,
    }


async def killed(
    http: aiohttp.ClientSession, url: str, sink: Sink, rate: int, server: subprocess.Popen[bytes], again: Any
) -> dict[str, Any]:
    load = Load(http, url)
    running = asyncio.ensure_future(load.run(rate, 6, load.mention))
    await asyncio.sleep(3)
    server.send_signal(signal.SIGKILL)
    server.wait()
    await running
    before = len(load.acknowledged - set(sink.answered))
    restarted = again()
    try:
        await ready(http, url)
        waited = await answers(sink, load.acknowledged, 90)
    finally:
        restarted.send_signal(signal.SIGTERM)
        restarted.wait()
    lost = load.acknowledged - set(sink.answered)
    twice = sum(sink.answered[ts] > 1 for ts in load.acknowledged)
    return {
        "acknowledged": len(load.acknowledged),
        "open_at_the_kill": before,
        "lost": len(lost),
        "answered_twice": twice,
        "seconds_until_all_answered": waited,
    }


async def measure(given: argparse.Namespace) -> dict[str, Any]:
    sink, port, door = Sink(), free_port(), free_port()
    app = web.Application()
    app.router.add_route("*", "/api/{method}", sink.api)
    app.router.add_post("/response/{id}", sink.respond)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    slack, url = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{door}"
    with tempfile.TemporaryDirectory(prefix="ainews-bench-") as folder:
        database = Path(folder) / "news.db"
        shutil.copy(given.database, database)
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=30)) as http:
            server = serve(database, door, slack)
            try:
                await ready(http, url)
                found = {"rate": given.rate}
                found |= {"load": await under_load(http, url, slack, sink, given.rate, given.seconds)}
                again = partial(serve, database, door, slack)
                found |= {"kill": await killed(http, url, sink, given.rate, server, again)}
            finally:
                server.kill()
                server.wait()
    await runner.cleanup()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", required=True, type=Path)
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=20)
    found = asyncio.run(measure(parser.parse_args()))
    print(json.dumps(found, indent=2))
    load, kill = found["load"], found["kill"]
    held = load["mentions"]["p99"] < P99_MS and load["mentions"]["worst"] < WORST_MS
    sys.exit(0 if held and not load["unanswered"] and not kill["lost"] else 1)


if __name__ == "__main__":
    main()
