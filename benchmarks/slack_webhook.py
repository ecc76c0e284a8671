"""The Slack door under load: signed requests while a brief is being built, questions, and kill -9.

    python benchmarks/slack_webhook.py --database FILE [--rate 200] [--seconds 15] [--questions 20] [--without-kill]

FILE is an SQLite database with articles of the last days; it is copied. `ainews serve` runs on the copy, Slack is a sink on
loopback. `questions`: so many a second, each of another person in another channel, from the request to the posted answer,
after ten that nobody measures. `load`: RATE mentions a second, open loop, while one edition after the other is made; meanwhile somebody clicks More twice a
second: from the click to the window, for which Slack allows 3 s. `kill`: the same, and SIGKILL in the middle; after the
restart every mention that was acknowledged must have its answer. The floor is the same rate of GET /healthz.
Prints JSON; exit code 1 when p99 is 250 ms or more, one takes a second, a window 3 s, or something is lost.
"""

import argparse
import asyncio
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import aiohttp
from aiohttp import web
from doors import LANGUAGES, P99_MS, ROOT, WORST_MS, Load, free_port, ready, serve, spread, until

sys.path.insert(0, str(ROOT))
from tests.fakes.slack_events import SECRET, click, command, event_body, mention, signed

FORM, DOOR = "application/x-www-form-urlencoded", "/webhooks/slack"
USERS = 40
WORDINGS = (
    "what did {} announce?", "who works with {}?", "What is new about {} in AI policy?", "did {} raise money?",
    "what happened at {} this week?", "how much does {} cost?", "what does {} say about safety?", "who was sued by {}?",
)  # fmt: skip
NAME = re.compile(r"[A-Z][A-Za-z0-9.+-]*[A-Za-z0-9](?: [A-Z0-9][A-Za-z0-9.+-]*[A-Za-z0-9])*")
WINDOW_MS, ANSWER_MS = 3000, 2000


def asked_of(headlines: list[str], number: int) -> str:
    """No two alike: half name a headline whole, which is the most that there is to look for, half a name from one in other words."""
    headline = headlines[number // 2 % len(headlines)]
    named = list(dict.fromkeys(name for one in headlines for name in NAME.findall(one)))
    if number % 2 == 0 or not named:
        return f"What is known about {headline}?"
    return WORDINGS[number // 2 % len(WORDINGS)].format(named[number // 2 % len(named)])


class Sink:
    """Slack's Web API, as far as it is needed. `answered`: the threads that got a message, `at` the moment of each."""

    def __init__(self) -> None:
        self.answered: Counter[str] = Counter()
        self.at: dict[str, float] = {}
        self.windows: dict[str, float] = {}
        self.briefs = 0

    async def api(self, request: web.Request) -> web.Response:
        method, now = request.match_info["method"], time.perf_counter()
        given = await request.json() if request.can_read_body else dict(request.query)
        if method == "chat.postMessage":
            self.answered[given.get("thread_ts", "")] += 1
            self.at.setdefault(given.get("thread_ts", ""), now)
        elif method == "views.open":
            self.windows[given["trigger_id"]] = now
        user = {"id": given.get("user"), "name": "ann", "tz": "Etc/UTC", "locale": "en-US"}
        if str(given.get("user", "")).startswith("UL"):
            user["locale"] = LANGUAGES[int(given["user"][2:]) % len(LANGUAGES)]
        return web.json_response(
            {"ok": True, "user": user, "channel": given.get("channel", "C1"), "ts": f"{time.time():.6f}"}
        )

    async def respond(self, request: web.Request) -> web.Response:
        self.briefs += 1
        return web.Response(text="ok")


class People(Load):
    """Who writes and clicks."""

    def __init__(self, http: aiohttp.ClientSession, url: str, stories: list[tuple[str, str]]) -> None:
        super().__init__(http, url)
        self._stories = stories
        self.sent: dict[str, float] = {}

    async def say(self, number: int, text: str = "help") -> None:
        """Each in a channel of its own: one channel takes one message a second."""
        event = mention(text, user=f"U{number % USERS}", channel=f"C{number}")
        body, self.sent[event["ts"]] = event_body(event), time.perf_counter()
        await self.post(DOOR, body, signed(body, datetime.now(UTC)), event["ts"])

    async def ask(self, number: int) -> None:
        await self.say(number, asked_of([headline for _, headline in self._stories], number))

    async def look(self, number: int) -> None:
        where = {"channel": {"id": "C1"}, "message": {"ts": "1.1"}, "container": {"type": "message"}}
        story = self._stories[number % len(self._stories)][0]
        body = click("story_more", f"/{story}", user=f"U{number % USERS}", **where)
        trigger = json.loads(dict(parse_qsl(body.decode()))["payload"])["trigger_id"]
        self.sent[trigger] = time.perf_counter()
        await self.post(DOOR, body, signed(body, datetime.now(UTC), FORM), trigger)

    def from_request_to(self, done: dict[str, float]) -> dict[str, float]:
        return spread((done[id] - self.sent[id]) * 1000 for id in self.acknowledged if id in done)


def processor_seconds(process: int) -> float:
    """What a process and those that it began have spent so far; 0 where the system does not say."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # ended meanwhile
            told = stat.read_text().rpartition(")")[2].split()
            if process in (int(stat.parent.name), int(told[1])):
                ticks += sum(map(int, told[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


async def build_briefs(http: aiohttp.ClientSession, url: str, slack: str, over: asyncio.Event) -> int:
    """One edition after the other, each of another language or length, asked for as a person does."""
    asked = 0
    while not over.is_set():
        body = command("", user=f"UL{asked}", channel="D1", url=f"{slack}/response/{asked}")
        async with http.post(f"{url}{DOOR}", data=body, headers=signed(body, datetime.now(UTC), FORM)):
            asked += 1
        await asyncio.sleep(2)
    return asked


class World:
    """The sink, the server and who writes to it."""

    def __init__(self, http: aiohttp.ClientSession, given: argparse.Namespace, stories: list[tuple[str, str]]) -> None:
        self.http, self.given, self.stories, self.sink = http, given, stories, Sink()
        self.url = f"http://127.0.0.1:{free_port()}"
        self.slack, self.server = "", 0

    def people(self) -> People:
        return People(self.http, self.url, self.stories)

    async def all_answered(self, people: People, patience: float) -> float:
        return await until(lambda: not people.acknowledged - self.sink.answered.keys(), patience)

    async def questions(self) -> dict[str, Any]:
        first, people = self.people(), self.people()
        await first.run(2, min(5, self.given.seconds), first.ask)  # what a server that has just started does once
        await self.all_answered(first, 60)
        before = processor_seconds(self.server)
        await people.run(self.given.questions, min(10, self.given.seconds), people.ask)
        await self.all_answered(people, 60)
        spent = processor_seconds(self.server) - before
        told = people.from_request_to(self.sink.at)
        return {
            "rate": self.given.questions,
            **told,
            "processor_ms_each": round(1000 * spent / max(told["number"], 1), 1),
            "unanswered": len(people.acknowledged - self.sink.answered.keys()),
        }

    async def load(self) -> dict[str, Any]:
        rate, seconds = self.given.rate, self.given.seconds
        floor = self.people()
        await floor.run(rate, min(5, seconds), floor.health)
        people, clicks, over = self.people(), self.people(), asyncio.Event()
        building = asyncio.ensure_future(build_briefs(self.http, self.url, self.slack, over))
        await asyncio.gather(people.run(rate, seconds, people.say), clicks.run(2, seconds, clicks.look))
        over.set()
        asked, behind = await building, await self.all_answered(people, 90)
        told, low = people.told(), floor.told()
        return {
            "floor": low, "mentions": told, "p99_to_floor": round(told["p99"] / max(low["p99"], 0.1), 1),
            "windows": clicks.from_request_to(self.sink.windows), "windows_asked": len(clicks.acknowledged),
            "editions_asked": asked, "editions_sent": self.sink.briefs,
            "unanswered": len(people.acknowledged - self.sink.answered.keys()), "seconds_behind_at_the_end": behind,
        }  # fmt: skip

    async def killed(self, server: subprocess.Popen[bytes], again: Any) -> dict[str, Any]:
        people, seconds = self.people(), min(6, self.given.seconds)
        running = asyncio.ensure_future(people.run(self.given.rate, seconds, people.say))
        await asyncio.sleep(seconds / 2)
        server.send_signal(signal.SIGKILL)
        server.wait()
        await running
        before = len(people.acknowledged - self.sink.answered.keys())
        restarted = again()
        try:
            await ready(self.http, f"{self.url}{DOOR}")
            waited = await self.all_answered(people, 90)
        finally:
            restarted.send_signal(signal.SIGTERM)
            restarted.wait()
        return {
            "acknowledged": len(people.acknowledged), "open_at_the_kill": before,
            "lost": len(people.acknowledged - self.sink.answered.keys()),
            "answered_twice": sum(self.sink.answered[ts] > 1 for ts in people.acknowledged),
            "seconds_until_all_answered": waited,
        }  # fmt: skip


async def measure(given: argparse.Namespace) -> dict[str, Any]:
    with closing(sqlite3.connect(given.database)) as kept:
        stories = kept.execute("SELECT id, headline FROM stories ORDER BY updated DESC LIMIT 300").fetchall()
    if not stories:
        raise SystemExit(f"{given.database} has no stories; collect first")
    connector, timeout = aiohttp.TCPConnector(limit=0), aiohttp.ClientTimeout(total=30)
    with tempfile.TemporaryDirectory(prefix="ainews-bench-") as folder:
        shutil.copy(given.database, Path(folder) / "news.db")
        async with aiohttp.ClientSession(connector=connector, timeout=timeout) as http:
            world = World(http, given, stories)
            app, port = web.Application(), free_port()
            app.router.add_route("*", "/api/{method}", world.sink.api)
            app.router.add_post("/response/{id}", world.sink.respond)
            runner = web.AppRunner(app)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", port).start()
            world.slack = f"http://127.0.0.1:{port}"
            settings = {
                "AINEWS_SLACK_API_URL": f"{world.slack}/api/",
                "AINEWS_SLACK_SIGNING_SECRET": SECRET,
                "AINEWS_SLACK_BOT_TOKEN": "xoxb-1-bench",
                "AINEWS_ALLOW_PRIVATE_HOSTS": "true",
            }
            again = partial(serve, Path(folder) / "news.db", int(world.url.rpartition(":")[2]), settings)
            server = again()
            world.server = server.pid
            try:
                await ready(http, f"{world.url}{DOOR}")
                found = {"rate": given.rate, "questions": await world.questions(), "load": await world.load()}
                if not given.without_kill:
                    found["kill"] = await world.killed(server, again)
            finally:
                server.kill()
                server.wait()
                await runner.cleanup()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", required=True, type=Path)
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--questions", type=int, default=20, help="a second")
    parser.add_argument("--without-kill", action="store_true")
    found = asyncio.run(measure(parser.parse_args()))
    print(json.dumps(found, indent=2))
    load, kill, asked = found["load"], found.get("kill", {"lost": 0}), found["questions"]
    held = load["mentions"]["p99"] < P99_MS and load["mentions"]["worst"] < WORST_MS
    held = held and load["windows"]["worst"] < WINDOW_MS and load["windows"]["number"] == load["windows_asked"]
    lost = load["unanswered"] + kill["lost"] + asked["unanswered"]
    sys.exit(0 if held and asked["p95"] < ANSWER_MS and not lost else 1)


if __name__ == "__main__":
    main()
