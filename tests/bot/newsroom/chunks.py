"""One chunk of deliveries on its way, with nothing of the schedule around it."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bot.newsroom.delivering.claims import Claims
from bot.newsroom.delivering.delivery import Batch, Renderings, deliver_chunk
from bot.newsroom.delivering.window import Window, WindowSize
from bot.newsroom.making.editions import brief_id
from news.model import PUBLIC, Delivery, DeliveryState, Edition
from news.ports import Channel, FixedClock
from store.database import Database
from store.deliveries import Parcel
from tests.fakes.briefs import brief
from tests.store.samples import delivery, subscription

NOON = datetime(2026, 7, 17, 12, tzinfo=UTC)
DAY = date(2026, 7, 17)
EDITION = Edition("en", 5)


@dataclass
class Chunk:
    """`send` is one round, as a worker makes it; `now` is moved on to the next one's time.

    `straggling`: as long as no machine stands still, so that a round's end is the end of its calls.
    """

    database: Database
    channel: Channel
    now: datetime = NOON
    claims: Claims = field(default_factory=lambda: Claims("us"))
    window: Window = field(default_factory=lambda: Window(WindowSize()))
    straggling: float = 60.0

    async def plan(self, *addresses: str, secret: str = "") -> None:
        """Each address is a subscription of its own name, and its delivery's id is d-NAME."""
        rows = [
            delivery(f"d-{one}", brief=brief_id(EDITION, DAY), subscription=one, day=DAY, due=NOON, updated=NOON)
            for one in addresses
        ]
        async with self.database.begin() as tx:
            await tx.briefs.put(brief(id=brief_id(EDITION, DAY), edition=EDITION, date=DAY))
            made = [
                subscription(one, channel="webhook", address=one, edition=EDITION, secret=secret) for one in addresses
            ]
            await tx.subscriptions.put(made, tenant=PUBLIC)
            await tx.deliveries.plan(rows, tenant=PUBLIC)
            await tx.deliveries.freeze([one.id for one in rows], "c1", tenant=PUBLIC)

    async def send(self) -> datetime | None:
        return await deliver_chunk(
            database=self.database,
            clock=FixedClock(self.now),
            channel=self.channel,
            batch=Batch("c1", PUBLIC, "webhook", EDITION, DAY),
            claims=self.claims,
            window=self.window,
            renderings=Renderings(),
            late=timedelta(hours=3),
            straggling=self.straggling,
        )

    async def send_until_settled(self, rounds: int = 20) -> int:
        """How many rounds that took."""
        for number in range(1, rounds + 1):
            again = await self.send()
            if again is None:
                return number
            self.now = max(again, self.now)
        raise AssertionError(f"not settled after {rounds} rounds")

    async def parcels(self) -> Sequence[Parcel]:
        async with self.database.read() as tx:
            return await tx.deliveries.find(tenant=PUBLIC, limit=1000)

    async def ledger(self) -> dict[str, Delivery]:
        """By address."""
        return {one.subscription.address: one.delivery for one in await self.parcels()}

    async def settled(self, expected: Mapping[str, DeliveryState]) -> None:
        """Waits until those addresses are in those states: who answers late is waited for beside the rounds."""
        while not expected.items() <= (await self.states()).items():  # noqa: ASYNC110 - the other side of a socket
            await asyncio.sleep(0.01)

    async def states(self) -> dict[str, DeliveryState]:
        return {address: one.state for address, one in (await self.ledger()).items()}
