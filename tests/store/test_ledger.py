"""The ledger: a brief goes to a subscription once, and what a process writes after another took over changes nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from news.errors import StoreError
from news.model import PUBLIC, Delivery, DeliveryState, Edition
from news.timetable import Due
from store.database import Database
from tests.store.samples import NOON, delivery, hours, subscription

DUE, SENDING, SENT = DeliveryState.DUE, DeliveryState.SENDING, DeliveryState.SENT
RETRYING, UNKNOWN, UNREACHABLE = DeliveryState.RETRYING, DeliveryState.UNKNOWN, DeliveryState.UNREACHABLE
LATER = NOON + hours(1)


async def plan(db: Database, *deliveries: Delivery, chunk: str = "") -> set[str]:
    """As the schedule does, each with a subscription of its own unless it names one that is there."""
    async with db.begin() as tx:
        stored = {one.id for one in await tx.subscriptions.list(tenant=PUBLIC)}
        missing = sorted({one.subscription for one in deliveries} - stored)
        await tx.subscriptions.put([subscription(id) for id in missing], tenant=PUBLIC)
        new = await tx.deliveries.plan(deliveries, tenant=PUBLIC)
        if chunk:
            await tx.deliveries.freeze([one.id for one in deliveries], chunk, tenant=PUBLIC)
        return new


async def ledger(db: Database) -> dict[str, Delivery]:
    async with db.read() as tx:
        return {parcel.delivery.id: parcel.delivery for parcel in await tx.deliveries.find(tenant=PUBLIC, limit=99)}


async def claim(db: Database, *ids: str, by: str = "w1", at: Any = NOON) -> set[str]:
    async with db.begin() as tx:
        return await tx.deliveries.claim(ids, claim=by, now=at, tenant=PUBLIC)


async def settle(db: Database, *settled: Delivery, by: str | None = "w1") -> None:
    async with db.begin() as tx:
        await tx.deliveries.settle(settled, claim=by, tenant=PUBLIC)


def one(id: str, **changes: Any) -> Delivery:
    return delivery(id, **{"subscription": f"sub-{id}", **changes})


async def test_a_brief_goes_to_a_subscription_once(db: Database) -> None:
    """Whoever plans it again, under whatever id."""
    assert await plan(db, delivery("d1")) == {"d1"}
    assert await plan(db, delivery("d2", day=date(2026, 7, 18))) == set()
    assert list(await ledger(db)) == ["d1"]


async def test_a_subscription_gets_one_brief_a_day(db: Database) -> None:
    """Also when its edition was changed after the morning's."""
    assert await plan(db, delivery("d1")) == {"d1"}
    assert await plan(db, delivery("d2", brief="b2")) == set()
    assert await plan(db, delivery("d3", brief="b2", day=date(2026, 7, 18))) == {"d3"}


async def test_a_delivery_is_kept_as_planned(db: Database) -> None:
    """With every field."""
    planned = delivery("d1", error="3 h late", state=DeliveryState.DROPPED, retry_at=LATER)
    await plan(db, planned)
    async with db.read() as tx:
        assert await tx.deliveries.get("b1", "sub1", tenant=PUBLIC) == planned
        assert await tx.deliveries.get("b1", "sub2", tenant=PUBLIC) is None


async def test_a_delivery_needs_its_subscription(db: Database) -> None:
    """It would go nowhere."""
    with pytest.raises(StoreError):
        async with db.begin() as tx:
            await tx.deliveries.plan([delivery()], tenant=PUBLIC)


async def test_a_claim_counts_an_attempt_and_is_had_once(db: Database) -> None:
    """Two processes at once: one gets it."""
    await plan(db, one("d1"), one("d2", state=RETRYING, attempts=2, retry_at=NOON), one("d3", state=SENT))
    assert await claim(db, "d1", "d2", "d3", "d4", at=LATER) == {"d1", "d2"}
    assert await claim(db, "d1", "d2", by="w2") == set()
    rows = await ledger(db)
    assert rows["d1"] == one("d1", state=SENDING, attempts=1, updated=LATER)
    assert rows["d2"] == one("d2", state=SENDING, attempts=3, updated=LATER)


async def test_an_attempt_ends_as_its_process_says(db: Database) -> None:
    """Sent, or to be tried again, with the platform's words."""
    await plan(db, one("d1"), one("d2"))
    await claim(db, "d1", "d2")
    sent = one("d1", state=SENT, attempts=1, updated=LATER, platform_id="m-1")
    again = one("d2", state=RETRYING, attempts=1, updated=LATER, error="answers 500", retry_at=LATER)
    await settle(db, sent, again)
    assert await ledger(db) == {"d1": sent, "d2": again}


async def test_what_another_process_took_over_is_left_alone(db: Database) -> None:
    """A process that slept through its own death wakes and writes."""
    await plan(db, one("d1"), chunk="c1")
    await claim(db, "d1", by="sleeper")
    async with db.begin() as tx:
        await tx.deliveries.abandon("c1", claims=["sleeper"], state=RETRYING, error="", now=LATER, tenant=PUBLIC)
    assert await claim(db, "d1", by="heir") == {"d1"}
    await settle(db, one("d1", state=UNREACHABLE, error="from the dead"), by="sleeper")
    assert (await ledger(db))["d1"].state is SENDING
    await settle(db, one("d1", state=SENT), by="heir")
    await settle(db, one("d1", state=UNREACHABLE), by="sleeper")
    assert (await ledger(db))["d1"].state is SENT


@pytest.mark.parametrize(("state", "retry_at"), [(RETRYING, LATER), (UNKNOWN, None)])
async def test_what_a_dead_process_was_sending_is_resolved(db: Database, state: DeliveryState, retry_at: Any) -> None:
    """Tried again or unknown, as the platform allows; what this process is sending itself is not touched."""
    await plan(db, one("d1"), one("d2"), one("d3"), chunk="c1")
    await plan(db, one("d4"), chunk="c2")
    await claim(db, "d1", "d4", by="dead")
    await claim(db, "d2", by="mine")
    async with db.begin() as tx:
        await tx.deliveries.abandon("c1", claims=["dead"], state=state, error="stopped", now=LATER, tenant=PUBLIC)
    rows = await ledger(db)
    assert rows["d1"] == one(
        "d1", state=state, attempts=1, updated=LATER, error="stopped", retry_at=retry_at, uncertain=True
    )
    assert [rows[id].state for id in ("d2", "d3", "d4")] == [SENDING, DUE, SENDING]


async def test_without_a_claim_only_what_waits_is_settled(db: Database) -> None:
    """A subscription that was paused meanwhile drops what is due, not what is on its way."""
    await plan(db, one("d1"), one("d2"))
    await claim(db, "d2")
    await settle(db, *(one(id, state=DeliveryState.DROPPED, error="paused") for id in ("d1", "d2")), by=None)
    rows = await ledger(db)
    assert [rows[id].state for id in ("d1", "d2")] == [DeliveryState.DROPPED, SENDING]


async def test_loose_deliveries_are_frozen_into_chunks(db: Database) -> None:
    """Each is in one; closed ones are in none."""
    await plan(db, one("d1"), one("d2"), one("d3", state=SENT), one("d4", brief="b2"))
    async with db.begin() as tx:
        loose = await tx.deliveries.loose("b1", tenant=PUBLIC, limit=9)
        assert [(each.id, each.channel) for each in loose] == [("d1", "email"), ("d2", "email")]
        await tx.deliveries.freeze(["d1"], "c1", tenant=PUBLIC)
        assert [each.id for each in await tx.deliveries.loose("b1", tenant=PUBLIC, limit=9)] == ["d2"]
        [member] = await tx.deliveries.members("c1", tenant=PUBLIC)
        assert member.delivery == one("d1")
        assert member.subscription == subscription("sub-d1")
        assert await tx.deliveries.members("", tenant=PUBLIC) == []


async def release(db: Database, **changes: Any) -> set[str]:
    options: dict[str, Any] = {
        "states": (DUE, SENDING, RETRYING),
        "since": NOON - hours(3),
        "until": LATER,
        "untouched_since": LATER,
        "retry_until": LATER,
    }
    async with db.begin() as tx:
        return await tx.deliveries.release(tenant=PUBLIC, **options | changes)


async def test_what_nobody_touched_is_released_from_its_chunk(db: Database) -> None:
    """Unless it is to wait for its time, or is closed."""
    await plan(
        db,
        one("lost"),
        one("waits", state=RETRYING, retry_at=NOON + hours(9)),
        one("ripe", state=RETRYING, retry_at=NOON, brief="b2"),
        one("sent", state=SENT),
        one("fresh", updated=NOON + hours(2)),
        chunk="c1",
    )
    assert await release(db) == {"b1", "b2"}
    async with db.read() as tx:
        left = {member.delivery.id for member in await tx.deliveries.members("c1", tenant=PUBLIC)}
    assert left == {"waits", "sent", "fresh"}


async def test_only_what_is_asked_for_is_released(db: Database) -> None:
    """`deliver --at T` concerns itself with T alone, and with nothing that is on its way."""
    await plan(
        db, one("d1", due=NOON - hours(9)), one("d2", brief="b2"), one("d3", brief="b3", state=SENDING), chunk="c1"
    )
    assert await release(db, states=(DUE, RETRYING)) == {"b2"}
    assert await release(db, until=NOON - hours(1)) == set()


async def test_a_chunk_knows_when_it_is_to_be_sent_again(db: Database) -> None:
    """At its first retry, or at once where something is still due."""
    await plan(db, one("d1", state=RETRYING, retry_at=LATER), one("d2", state=SENT), chunk="c1")
    async with db.read() as tx:
        assert await tx.deliveries.next_at("c1", tenant=PUBLIC) == LATER
    await plan(db, one("d3"), chunk="c1")
    async with db.read() as tx:
        assert await tx.deliveries.next_at("c1", tenant=PUBLIC) == NOON
        assert await tx.deliveries.next_at("c2", tenant=PUBLIC) is None


async def test_editions_of_what_is_open(db: Database) -> None:
    """A subscription may have changed its edition since its delivery was planned, so there may be several."""
    await plan(db, one("d1"), one("d2"), one("d3", state=SENT))
    other = Edition("th", 5)
    async with db.begin() as tx:
        await tx.subscriptions.put([subscription("sub-d2", edition=other)], tenant=PUBLIC)
        found = dict(await tx.deliveries.editions("b1", tenant=PUBLIC))
    assert {edition: each.id for edition, each in found.items()} == {
        Edition("ja", 3, ("chips", "models")): "d1",
        other: "d2",
    }


async def test_counts_by_state(db: Database) -> None:
    """Of what was due in a stretch: its end belongs to it, its beginning does not. States without any count nothing."""
    await plan(db, one("d0", due=NOON - hours(3)), one("d1"), one("d2", state=SENT), one("d3", due=LATER))
    async with db.read() as tx:
        counts = await tx.deliveries.counts(tenant=PUBLIC, since=NOON - hours(3), until=NOON)
    assert counts == {state: int(state in (DUE, SENT)) for state in DeliveryState}


async def test_what_is_unfinished(db: Database) -> None:
    """Due, being sent, or to be tried again soon enough to wait for."""
    await plan(
        db,
        one("d1"),
        one("d2", state=SENDING),
        one("d3", state=SENT),
        one("d4", state=RETRYING, retry_at=NOON + hours(0.01)),
        one("d5", state=RETRYING, retry_at=LATER),
    )
    async with db.read() as tx:
        for until, expected in ((NOON + hours(0.02), 3), (LATER, 4)):
            found = await tx.deliveries.unfinished(tenant=PUBLIC, since=NOON - hours(1), until=NOON, retry_until=until)
            assert found == expected


async def test_what_was_given_up_can_be_revived(db: Database) -> None:
    """It is due from now on; what was sent stays sent, what is on its way goes on."""
    await plan(db, one("d1", state=UNREACHABLE, attempts=4, error="answers 500"), one("d2", state=SENT), chunk="c1")
    await plan(db, one("d3", state=RETRYING, retry_at=LATER), one("d4", state=SENDING))
    async with db.begin() as tx:
        assert await tx.deliveries.revive(["d1", "d2", "d3", "d4"], now=LATER, tenant=PUBLIC) == {"d1", "d3"}
    rows = await ledger(db)
    assert rows["d1"] == one("d1", state=DUE, attempts=4, due=LATER, updated=LATER)
    assert [rows[id].state for id in ("d2", "d4")] == [SENT, SENDING]


async def test_deliveries_are_found_by_state_subscription_and_id(db: Database) -> None:
    """The last due first, and not more than asked for."""
    await plan(db, one("d1"), one("d2", due=LATER), one("d3", state=SENT, due=NOON - hours(1)))
    async with db.read() as tx:

        async def found(limit: int = 9, **options: Any) -> list[str]:
            return [one.delivery.id for one in await tx.deliveries.find(tenant=PUBLIC, limit=limit, **options)]

        assert await found() == ["d2", "d1", "d3"]
        assert await found(limit=1) == ["d2"]
        assert await found(states=[SENT, UNKNOWN]) == ["d3"]
        assert await found(subscription="sub-d1") == ["d1"]
        assert await found(ids=["d1", "d3"]) == ["d1", "d3"]


async def test_the_schedule_knows_who_is_due(db: Database) -> None:
    """The first due first; nobody who is off; what is due next is set for each."""
    soon, today = Due(NOON, date(2026, 7, 17)), Due(NOON - hours(1), date(2026, 7, 17))
    async with db.begin() as tx:
        await tx.subscriptions.put([subscription(id) for id in ("s1", "s2", "s3", "s4")], tenant=PUBLIC)
        await tx.schedules.set({"s1": soon, "s2": today, "s3": None, "s4": Due(LATER, soon.day)}, tenant=PUBLIC)
        due = await tx.schedules.due(tenant=[PUBLIC], until=NOON, limit=9)
        assert [(one.subscription, one.due) for one in due] == [(subscription("s2"), today), (subscription("s1"), soon)]
        assert len(await tx.schedules.due(tenant=[PUBLIC], until=NOON, limit=1)) == 1
        assert await tx.schedules.next(tenant=PUBLIC) == {"s1": soon, "s2": today, "s4": Due(LATER, soon.day)}


async def test_a_suspended_subscription_is_due_for_nothing(db: Database) -> None:
    """It says why, and keeps everything else."""
    async with db.begin() as tx:
        await tx.subscriptions.put([subscription("s1"), subscription("s2")], tenant=PUBLIC)
        await tx.schedules.set({id: Due(NOON, date(2026, 7, 17)) for id in ("s1", "s2")}, tenant=PUBLIC)
        await tx.subscriptions.suspend({"s1": "it is gone (410)"}, tenant=PUBLIC)
        assert await tx.subscriptions.get("s1", tenant=PUBLIC) == replace(
            subscription("s1"), suspended="it is gone (410)"
        )
        assert list(await tx.schedules.next(tenant=PUBLIC)) == ["s2"]


async def test_a_removed_subscription_leaves_nothing_behind(db: Database) -> None:
    """Its deliveries hold words of its receiver."""
    await plan(db, one("d1"), one("d2"))
    async with db.begin() as tx:
        assert await tx.subscriptions.remove(["sub-d1", "nobody"], tenant=PUBLIC) == 1
        assert [one.id for one in await tx.subscriptions.list(tenant=PUBLIC)] == ["sub-d2"]
    assert list(await ledger(db)) == ["d2"]


async def test_a_subscription_keeps_its_secret(db: Database) -> None:
    """And whether a quiet day is told; neither is lost when it is changed."""
    full = subscription(secret="whsec_x", quiet_line=True)
    async with db.begin() as tx:
        await tx.subscriptions.put([full], tenant=PUBLIC)
        assert await tx.subscriptions.get("sub1", tenant=PUBLIC) == full
    assert "whsec_x" not in repr(full)
