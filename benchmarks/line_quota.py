"""Three months of the LINE quota planner against a strict LINE on loopback.

    python benchmarks/line_quota.py PLATFORM.py [--followers 5,40,400] [--quota 200] [--port 8740]

PLATFORM.py is a LINE simulator with the Messaging API and /sim/clock. For each number of followers: a policy of auto and of push,
92 days from 1 July; printed as JSON: pushes, pulls (refused by the planner), pushes that LINE rejected, and for push the day the
planner forecast on the first of each month beside the day on which LINE really refused.
"""

import argparse
import asyncio
import hashlib
import json
import logging
import random
import subprocess
import sys
import urllib.request
import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from linebot.v3.messaging import (
    ApiException,
    AsyncApiClient,
    AsyncMessagingApi,
    Configuration,
    MulticastRequest,
    TextMessage,
)

from channels.line.account import Account
from channels.line.policy import LinePolicy, write_policy
from channels.line.quota import Mode, QuotaPolicy, Seat, forecast, line_date
from news.model import Address, Brief, BriefStory, Edition, Score, Subscription

START = datetime(2026, 7, 1, 0, 0, tzinfo=UTC)  # 09:00 in Japan
DAYS = 92
EDITION = Edition("ja", 5)


class World:
    """The clock of the simulation, who is subscribed, and how weighty each day's lead was."""

    def __init__(self, addresses: Sequence[str], policy: QuotaPolicy) -> None:
        self.at, self.policy, self._leads = START, write_policy(policy), list[float]()
        self.chance = random.Random(20260701)
        self.subscriptions = [
            Subscription(
                f"sub{n:04}", "line", None, "line", address, EDITION, "Asia/Tokyo", "09:00", frozenset(range(7)),
                START - timedelta(days=400 - n % 400),
            )
            for n, address in enumerate(addresses)
        ]  # fmt: skip

    def now(self) -> datetime:
        return self.at

    async def roster(self, *, channel: str, tenant: str) -> Sequence[Subscription]:
        return self.subscriptions

    async def leads(self, edition: Edition, *, before: date, limit: int) -> Sequence[float]:
        return self._leads[-limit:][::-1]

    async def note(self, key: str, *, channel: str, tenant: str) -> str | None:
        return self.policy

    def todays_brief(self) -> Brief:
        lead = self.chance.lognormvariate(2.5, 0.4)
        self._leads.append(lead)
        story = BriefStory("s", "s", "h", "ja", None, {}, (), (), (), Score(lead, {"news": lead}))
        return Brief("b", EDITION, line_date(self.at), self.at, 60, False, "benchmark", (story,), 1, 1)


class Platform:
    def __init__(self, base: str) -> None:
        self.base = base

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method)
        if data:
            request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
        return json.loads(text) if text[:1] in (b"{", b"[") else text.decode()


async def months(platform: Platform, api: AsyncMessagingApi, followers: int, mode: Mode, quota: int) -> dict[str, Any]:
    platform.ask("POST", "/sim/reset")
    platform.ask("POST", f"/sim/clock?t={START.strftime('%Y-%m-%dT%H:%M:%SZ')}")
    platform.ask("POST", f"/sim/users?id=reader&silent=1&count={followers}")
    world = World(_ids(followers), QuotaPolicy(mode))
    account = Account(api)
    policy = LinePolicy(account=account, records=world, clock=world)
    told: dict[str, Any] = {
        "followers": followers,
        "mode": mode.value,
        "pushes": 0,
        "pulls": 0,
        "rejected": 0,
        "forecast": [],
    }
    ended: dict[str, str] = {}
    for _ in range(DAYS):
        today = line_date(world.at)
        if today.day == 1:
            seats = [_seat(one) for one in world.subscriptions]
            ends = forecast(seats, await account.standing(), today)
            told["forecast"].append(
                {"month": f"{today:%Y-%m}", "forecast": ends.isoformat() if ends else None, "real": None}
            )
        to = [Address("line", one.address, "line", subscription=one.id) for one in world.subscriptions]
        refused = await policy.refusals(world.todays_brief(), to, audience=followers)
        chosen = [one.value for one in to if one.subscription not in refused]
        told["pulls"] += len(refused)
        if refused and mode is Mode.PUSH:
            ended.setdefault(f"{today:%Y-%m}", today.isoformat())
        told["rejected"] += await _push(api, chosen)
        told["pushes"] += len(chosen)
        world.at += timedelta(days=1)
        platform.ask("POST", f"/sim/clock?t={world.at.strftime('%Y-%m-%dT%H:%M:%SZ')}")
    for row in told["forecast"]:
        row["real"] = ended.get(row["month"]) if mode is Mode.PUSH else "not tried"
    return told


def _seat(one: Subscription) -> Seat:
    return Seat(one.id, 1, one.weekdays, one.created)


def _ids(followers: int) -> list[str]:
    """The simulator's user ids: U and the MD5 of the nickname."""
    names = ["reader"] if followers == 1 else [f"reader{n}" for n in range(1, followers + 1)]
    return ["U" + hashlib.md5(name.encode()).hexdigest() for name in names]


async def _push(api: AsyncMessagingApi, to: list[str]) -> int:
    """How many people LINE refused."""
    for start in range(0, len(to), 500):
        some = to[start : start + 500]
        request = MulticastRequest(to=some, messages=[TextMessage(text="今日のブリーフ")])
        try:
            await api.multicast(request, x_line_retry_key=str(uuid.uuid4()), _request_timeout=10)
        except ApiException as error:
            if error.status == 429:
                return len(to) - start
            raise
    return 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("platform", type=Path)
    parser.add_argument("--followers", default="5,40,400")
    parser.add_argument("--quota", type=int, default=200)
    parser.add_argument("--port", type=int, default=8740)
    args = parser.parse_args()
    command = [sys.executable, str(args.platform), "--port", str(args.port), "--quota", str(args.quota)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        process.stdout.readline()
        numbers = [int(number) for number in args.followers.split(",")]
        rows = asyncio.run(simulate(f"http://127.0.0.1:{args.port}", numbers, args.quota))
    finally:
        process.kill()
        process.wait()
    print(json.dumps(rows, indent=1))


async def simulate(base: str, followers: Sequence[int], quota: int) -> list[dict[str, Any]]:
    async with AsyncApiClient(Configuration(host=base, access_token="token")) as client:
        platform, api = Platform(base), AsyncMessagingApi(client)
        return [
            await months(platform, api, number, mode, quota) for number in followers for mode in (Mode.AUTO, Mode.PUSH)
        ]


if __name__ == "__main__":
    logging.getLogger().addHandler(logging.NullHandler())
    main()
