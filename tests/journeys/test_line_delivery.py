"""Six thousand followers in twelve calls, through a kill -9 and a platform that takes and then drops: each gets it once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.newsroom.making.editions import brief_id
from bot.settings import Settings
from bot.wiring import open_house
from channels.line.settings import TENANT
from news.model import DeliveryState, Edition, Subscription, Tenant
from news.ports import FixedClock
from news.timetable import Due
from tests.bot.program import kill, program
from tests.fakes.briefs import brief
from tests.fakes.line import RATE, Line, line_platform, until

FOLLOWERS, CHUNKS = 6_000, 12
_BEFORE = 4
GROUP = "C" + "a" * 32
SENT = DeliveryState.SENT


class Busy(Line):
    """Holds what comes after four calls until it may go on, so that a process can be killed in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = asyncio.Event()

    async def _send(self, request: web.Request) -> web.StreamResponse:
        if len(self.keys) >= _BEFORE:
            await self.go_on.wait()
        return await super()._send(request)


@pytest.fixture
async def line() -> AsyncIterator[Busy]:
    busy = Busy()
    async with line_platform(busy):
        yield busy


def subscriber(number: int, now: datetime) -> Subscription:
    return Subscription(
        id=f"sub_{number:05}", tenant=TENANT, reader=None, channel="line", address=f"U{number:032x}",
        edition=Edition("en", 5), zone="UTC", time=f"{now:%H:%M}", weekdays=frozenset(range(7)),
        created=now - timedelta(days=9),
    )  # fmt: skip


async def furnish(file: Path, now: datetime) -> None:
    """News, and everybody's brief due."""
    settings = Settings(database_url=f"sqlite:///{file}", allow_private_hosts=True, zone="UTC")
    async with open_house(settings, FixedClock(now)) as house:
        everybody = [subscriber(number, now) for number in range(FOLLOWERS)]
        everybody.append(replace(everybody[0], id="sub_group", address=GROUP))
        async with house.database.begin() as tx:
            await tx.tenants.put(Tenant(TENANT, "LINE", now))
            for start in range(0, len(everybody), 1000):
                await tx.subscriptions.put(everybody[start : start + 1000], tenant=TENANT)
            edition, day = everybody[0].edition, now.date()
            await tx.briefs.put(brief(edition=edition, date=day, id=brief_id(edition, day), made=now))
            await tx.schedules.set({one.id: Due(now, now.date()) for one in everybody}, tenant=TENANT)


@pytest.mark.long
async def test_everybody_gets_it_once(line: Busy, tmp_path: Path) -> None:
    """Killed after four of twelve calls; before and after it answers get lost and the platform is too busy."""
    file, now = tmp_path / "news.db", datetime.now(UTC)
    await furnish(file, now)
    line.faults["multicast"] = ["drop", "drop", (429, RATE)]
    here = program(file, **line.env)
    async with here.serving() as server:
        await until(120, lambda: len(line.keys) >= _BEFORE)
        await kill(server.process)
    assert len(line.keys) < CHUNKS
    line.go_on.set()
    line.faults["multicast"] = ["drop", 500]
    async with here.serving():
        await until(90, lambda: len(line.chats) == FOLLOWERS + 1)
        await asyncio.sleep(1)
    assert {len(messages) for messages in line.chats.values()} == {1}
    assert len(line.bodies("multicast")) > CHUNKS
    assert all(GROUP not in body["to"] for body in line.bodies("multicast"))
    assert line.problems == []
    settings = Settings(database_url=f"sqlite:///{file}")
    async with open_house(settings, FixedClock(now)) as house, house.database.read() as tx:
        found = await tx.deliveries.counts(
            tenant=TENANT, since=now - timedelta(hours=1), until=now + timedelta(hours=1)
        )
    assert sum(found.values()) == FOLLOWERS + 1
    assert {state for state, count in found.items() if count} <= {SENT, DeliveryState.SENDING, DeliveryState.RETRYING}
    assert found[SENT] > FOLLOWERS / 2
