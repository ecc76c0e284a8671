"""The schedule and the ledger through good mornings and bad ones: on time, late, missed, paused, twice planned."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.newsroom.delivering.claims import Claims
from bot.newsroom.delivering.delivery import NO_NEWS, Batch, Renderings, deliver_chunk
from bot.newsroom.delivering.planning import Order, freeze_chunks, plan_at, plan_due, take_up_stuck
from bot.newsroom.delivering.subscriptions import pause, remove, resume, retry_deliveries, subscribe
from bot.newsroom.delivering.window import Window, WindowSize
from bot.newsroom.making.editions import brief_id
from news.errors import BadInput, Unreachable
from news.model import PUBLIC, Delivery, DeliveryState, Edition
from news.ports import Channel, FixedClock
from news.wishes import Wish
from store.database import Database, Transaction
from tests.fakes.briefs import brief
from tests.fakes.platforms import Platform

LATE = timedelta(hours=3)
EVENING = datetime(2026, 7, 16, 20, tzinfo=UTC)
MORNING = datetime(2026, 7, 17, 8, tzinfo=UTC)
SENT, DROPPED, DUE = DeliveryState.SENT, DeliveryState.DROPPED, DeliveryState.DUE
EDITION = Edition("en", 5)


class House:
    """A clock to move, and a worker that does at once what is announced."""

    def __init__(self, database: Database, platform: Platform) -> None:
        self.database, self.platform, self.now = database, platform, EVENING
        self.channel: Channel = platform.channel(keyed=True)
        self.news = True
        self.orders: list[Order] = []
        self._chunks: list[Batch] = []

    @property
    def clock(self) -> FixedClock:
        return FixedClock(self.now)

    async def subscribe(self, *names: str, at: datetime | None = None, **changes: object) -> None:
        """Each for 08:00 UTC on every day, and its brief at once is behind it unless `at` says when they came."""
        fields = {"zone": "UTC", "time": "08:00", "edition": EDITION, "weekdays": frozenset(range(7)), **changes}
        wishes = [Wish(to=name, **fields) for name in names]  # type: ignore[arg-type]
        self.now = at or EVENING - timedelta(days=1)
        await subscribe(database=self.database, clock=self.clock, channel=self.channel, wishes=wishes)
        if at is None:
            await self.tick()
            await self.work()
            self.platform.calls.clear()
            self.now = EVENING

    async def tick(self, at: datetime | None = None) -> None:
        self.now = at or self.now
        await plan_due(database=self.database, clock=self.clock, late=LATE, announce=self._order)
        await take_up_stuck(database=self.database, clock=self.clock, announce=self._order)

    async def deliver(self, at: datetime) -> None:
        """As `ainews deliver --at T` does."""
        self.now = at
        await plan_at(database=self.database, clock=self.clock, late=LATE, announce=self._order)
        await self.work()

    async def work(self) -> None:
        while self.orders or self._chunks:
            while self.orders:
                order = self.orders.pop()
                if self.news:
                    async with self.database.begin() as tx:
                        await tx.briefs.put(brief(id=order.brief, edition=order.edition, date=order.day))
                await freeze_chunks(database=self.database, order=order, announce=self._carry)
            while self._chunks:
                await deliver_chunk(
                    database=self.database,
                    clock=self.clock,
                    channel=self.channel,
                    batch=self._chunks.pop(),
                    claims=Claims("us"),
                    window=Window(WindowSize()),
                    renderings=Renderings(),
                    late=LATE,
                    straggling=60,
                )

    async def _order(self, tx: Transaction, orders: Sequence[Order]) -> None:
        self.orders += orders

    async def _carry(self, tx: Transaction, batches: Sequence[Batch]) -> None:
        self._chunks += batches

    async def ledger(self, day: date | None = None) -> list[Delivery]:
        async with self.database.read() as tx:
            found = await tx.deliveries.find(tenant=PUBLIC, limit=1000)
        rows = sorted((one.delivery for one in found), key=lambda one: one.due)
        return [one for one in rows if day is None or one.day == day]

    @property
    def received(self) -> list[str]:
        return sorted(name for one in self.platform.calls for name in one.to)


@pytest.fixture
def house(db: Database) -> House:
    return House(db, Platform())


async def test_a_morning_comes_once_however_often_it_is_looked_at(house: House) -> None:
    """Every minute of the day before and of the day, and for the timetable alone."""
    await house.subscribe("a", "b")
    for minutes in range(0, 16 * 60, 60):
        await house.tick(EVENING + timedelta(minutes=minutes))
        await house.work()
    await house.deliver(MORNING + timedelta(hours=1))
    assert house.received == ["a", "b"]
    [one, two] = await house.ledger(date(2026, 7, 17))
    assert (one.due, one.state, two.state) == (MORNING, SENT, SENT)


async def test_a_new_subscription_gets_todays_brief_at_once_and_no_second_one(house: House) -> None:
    """Also when its morning is still to come that day; the next day's comes as usual."""
    await house.subscribe("a", at=datetime(2026, 7, 17, 5, tzinfo=UTC))
    for at in (house.now, MORNING, MORNING + timedelta(hours=12)):
        await house.tick(at)
        await house.work()
    assert house.received == ["a"]
    await house.tick(MORNING + timedelta(days=1))
    await house.work()
    assert house.received == ["a", "a"]
    assert [(one.day.day, one.due.hour) for one in await house.ledger()] == [(17, 5), (18, 8)]


async def test_after_a_downtime_what_is_late_is_sent_and_what_is_too_late_is_dropped(house: House) -> None:
    """Down for three days: each missed day is in the ledger with its reason, the last is sent, tomorrow's is on time."""
    await house.subscribe("a")
    await house.tick(datetime(2026, 7, 19, 10, 30, tzinfo=UTC))
    await house.work()
    days = {one.day.day: (one.state, one.error) for one in await house.ledger() if one.day.day > 16}
    assert days == {
        17: (DROPPED, "50 h 30 min late; the limit is 3 h"),
        18: (DROPPED, "26 h 30 min late; the limit is 3 h"),
        19: (SENT, ""),
    }
    assert house.received == ["a"]
    await house.tick(datetime(2026, 7, 20, 8, 0, tzinfo=UTC))
    await house.work()
    assert [one.due for one in await house.ledger(date(2026, 7, 20))] == [datetime(2026, 7, 20, 8, tzinfo=UTC)]
    assert house.received == ["a", "a"]


async def test_what_waited_too_long_after_it_was_planned_is_dropped_too(house: House) -> None:
    """The process stopped between the plan and the call."""
    await house.subscribe("a")
    await house.tick(MORNING)
    house.now = MORNING + timedelta(hours=4)
    await house.work()
    [one] = await house.ledger(date(2026, 7, 17))
    assert (one.state, one.error) == (DROPPED, "4 h late; the limit is 3 h")
    assert house.received == []


async def test_what_was_lost_on_its_way_is_taken_up(house: House) -> None:
    """Planned, and its order gone with whatever held it."""
    await house.subscribe("a", "b")
    await house.tick(MORNING)
    house.orders.clear()
    await house.tick(MORNING + timedelta(minutes=1))
    assert house.orders == []
    await house.tick(MORNING + timedelta(minutes=6))
    await house.work()
    assert house.received == ["a", "b"]


@pytest.mark.parametrize(("quiet_line", "state", "calls"), [(True, SENT, ["a"]), (False, DROPPED, [])])
async def test_a_day_without_news_is_as_the_subscriber_chose(
    house: House, quiet_line: bool, state: DeliveryState, calls: list[str]
) -> None:
    """One line that says so, or nothing with the reason in the ledger."""
    await house.subscribe("a", quiet_line=quiet_line)
    house.news = False
    await house.tick(MORNING)
    await house.work()
    [one] = await house.ledger(date(2026, 7, 17))
    assert (one.state, one.error) == (state, "" if quiet_line else NO_NEWS)
    assert house.received == calls


async def test_an_address_that_is_gone_ends_its_subscription_with_the_reason(house: House) -> None:
    """Nothing is due for it any more; a retry by hand puts it on again."""
    await house.subscribe("gone", "b")
    house.platform.errors = {"gone": [Unreachable("gone", "it is gone (410)")]}
    for days in range(3):
        await house.tick(MORNING + timedelta(days=days))
        await house.work()
    assert house.received == ["b", "b", "b", "gone"]
    async with house.database.read() as tx:
        off = {one.address: one.suspended for one in await tx.subscriptions.list(tenant=PUBLIC)}
    assert off == {"gone": "it is gone (410)", "b": ""}
    [lost] = [one for one in await house.ledger() if one.state is DeliveryState.UNREACHABLE]
    assert await retry_deliveries(
        database=house.database, clock=house.clock, ids=[], states=[DeliveryState.UNREACHABLE]
    ) == {lost.id}
    await house.deliver(house.now)
    assert {one.id: one.state for one in await house.ledger()}[lost.id] is SENT


async def test_paused_removed_and_resumed(house: House) -> None:
    """A pause sends nothing, its end sends again from the next morning; what was removed leaves no row behind."""
    await house.subscribe("a", "b")
    day = MORNING.date()
    given = {"database": house.database, "clock": house.clock}
    await pause(**given, ids=["a"], until=date(2026, 7, 19))  # type: ignore[arg-type]
    for days in range(4):
        await house.tick(MORNING + timedelta(days=days))
        await house.work()
    assert house.received.count("a") == 2
    assert [one.day for one in await house.ledger() if one.day > day - timedelta(days=1)].count(date(2026, 7, 17)) == 1
    await pause(database=house.database, clock=house.clock, ids=["a"], until=None)
    await resume(database=house.database, clock=house.clock, ids=["a"])
    assert await remove(database=house.database, ids=["b"]) == 1
    with pytest.raises(BadInput, match="subscribers list"):
        await remove(database=house.database, ids=["b"])
    house.platform.calls.clear()
    await house.tick(MORNING + timedelta(days=4))
    await house.work()
    assert house.received == ["a"]


async def test_a_subscription_removed_between_plan_and_call_gets_nothing(house: House) -> None:
    """An unsubscribe works at once, also for what is on its way."""
    await house.subscribe("a", "b")
    await house.tick(MORNING)
    await remove(database=house.database, ids=["a"])
    await pause(database=house.database, clock=house.clock, ids=["b"], until=None)
    await house.work()
    assert house.received == []


async def test_deliver_at_a_moment_asks_the_timetable_alone(house: House) -> None:
    """Whoever subscribed by the wall clock afterwards included, and whatever the schedule says."""
    await house.subscribe("a", at=datetime(2026, 11, 1, 12, tzinfo=UTC))
    await house.deliver(MORNING + timedelta(minutes=30))
    await house.deliver(MORNING + timedelta(minutes=45))
    assert house.received == ["a"]
    await house.deliver(MORNING + timedelta(hours=3, minutes=1))
    assert house.received == ["a"]


async def test_a_rehearsal_of_a_morning_to_come_costs_no_morning_before_it(house: House) -> None:
    """The schedule stays with the wall clock; the date that was rehearsed has had its brief and gets no second one."""
    await house.subscribe("a")
    evening = house.clock
    house.now = MORNING + timedelta(days=2, minutes=30)
    await plan_at(database=house.database, clock=house.clock, late=LATE, announce=house._order, wall=evening)
    await house.work()
    assert house.received == ["a"]
    for days in range(4):
        await house.tick(MORNING + timedelta(days=days))
        await house.work()
    days_sent = [one.day for one in await house.ledger() if one.due >= MORNING]
    assert days_sent == [MORNING.date() + timedelta(days=days) for days in range(4)]
    assert house.received == ["a"] * 4


async def test_deliver_at_a_moment_that_has_passed_moves_the_schedule_on(house: House) -> None:
    """The next tick has nothing to plan again."""
    await house.subscribe("a")
    house.now = MORNING + timedelta(minutes=30)
    await plan_at(database=house.database, clock=house.clock, late=LATE, announce=house._order, wall=house.clock)
    async with house.database.read() as tx:
        [due] = (await tx.schedules.next(tenant=PUBLIC)).values()
    assert due.at == MORNING + timedelta(days=1)


async def test_deliver_at_a_moment_orders_each_brief_once(house: House) -> None:
    """What it has just planned is not taken for left over."""
    await house.subscribe("a", "b")
    house.now = MORNING
    await plan_at(database=house.database, clock=house.clock, late=LATE, announce=house._order)
    assert len(house.orders) == 1
    house.orders.clear()
    house.now += timedelta(minutes=1)
    await plan_at(database=house.database, clock=house.clock, late=LATE, announce=house._order)
    assert len(house.orders) == 1


async def test_one_brief_is_ordered_for_all_who_share_an_edition(house: House) -> None:
    """Language, topics, minutes and the local date make an edition; the zone and the hour do not."""
    await house.subscribe("a", "b", zone="Europe/Berlin", time="10:00")
    await house.subscribe("c")
    await house.subscribe("d", edition=replace(EDITION, topics=("chips",)))
    await house.tick(MORNING)
    assert sorted(one.brief for one in house.orders) == sorted(
        [brief_id(EDITION, MORNING.date()), brief_id(replace(EDITION, topics=("chips",)), MORNING.date())]
    )
    await house.work()
    assert house.received == ["a", "b", "c", "d"]


@pytest.mark.parametrize("zone", ["America/New_York", "Australia/Lord_Howe"])
async def test_the_clock_changes_and_every_morning_comes_once(house: House, zone: str) -> None:
    """Through both changes of a year, at an hour that is left out and one that comes twice."""
    await house.subscribe("a", zone=zone, time="02:15", at=datetime(2026, 1, 1, tzinfo=UTC))
    for start in (datetime(2026, 3, 6, tzinfo=UTC), datetime(2026, 3, 31, tzinfo=UTC), datetime(2026, 10, 2, tzinfo=UTC),
                  datetime(2026, 10, 30, tzinfo=UTC)):  # fmt: skip
        for hour in range(0, 24 * 5, 4):
            await house.tick(start + timedelta(hours=hour))
            house.orders.clear()
        days = [one.day for one in await house.ledger() if start < one.due <= start + timedelta(hours=24 * 5 - 4)]
        first = start.astimezone(ZoneInfo(zone)).date()
        assert len(days) == len(set(days))
        assert set(days) >= {first + timedelta(days=number) for number in (1, 2, 3, 4)}
