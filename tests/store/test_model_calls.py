"""The ledger of model calls: no process, nor two together, spends more than the day's budget; replies are found by their key alone."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from news.errors import ModelUnavailable
from news.metering import Allowed, ModelCall
from news.model import PUBLIC, Tenant
from store.database import Database

NOW = datetime(2026, 7, 17, 6, 0, tzinfo=UTC)
DAY = NOW.replace(hour=0)


def call(id: str, **changes: object) -> ModelCall:
    one = ModelCall(id=id, at=NOW, provider="openai", model="openai/small", purpose="summary", cost=0.04)
    return replace(one, **changes)  # type: ignore[arg-type]


async def reserve(db: Database, one: ModelCall, allowed: Allowed) -> None:
    async with db.begin() as tx:
        await tx.model_calls.reserve(one, allowed)


async def test_a_call_that_could_break_the_budget_never_leaves(db: Database) -> None:
    """The highest price counts until it is settled, the real one from then on."""
    allowed = Allowed(since=DAY, install=0.10)
    for id in ("a", "b"):
        await reserve(db, call(id), allowed)
    with pytest.raises(ModelUnavailable, match=r"budget of the install \(\$0.10\)"):
        await reserve(db, call("c"), allowed)
    async with db.begin() as tx:
        await tx.model_calls.settle(call("a", outcome="ok", cost=0.01, input_tokens=900, output_tokens=70))
    await reserve(db, call("c"), allowed)
    async with db.read() as tx:
        calls = await tx.model_calls.list(since=DAY, until=NOW + timedelta(days=1))
    assert [(one.id, one.outcome, one.cost) for one in calls] == [
        ("a", "ok", 0.01), ("b", "started", 0.04), ("c", "started", 0.04),
    ]  # fmt: skip


async def test_a_server_that_bills_more_than_was_allowed_is_stopped(db: Database) -> None:
    """Only what it bills for the calls then on their way is beyond the budget: the next is entered at the dearest of the day."""
    allowed = Allowed(since=DAY, install=1.0)
    await reserve(db, call("a"), allowed)
    async with db.begin() as tx:
        await tx.model_calls.settle(call("a", outcome="ok", cost=0.6))
    with pytest.raises(ModelUnavailable, match="budget of the install"):
        await reserve(db, call("b"), allowed)
    await reserve(db, call("c", model="openai/other"), allowed)


async def test_calls_on_their_way_count_as_the_dearest_like_them(db: Database) -> None:
    """Where one came to ten times its price the others may: until they have ended nobody takes what they may need."""
    allowed, other = Allowed(since=DAY, install=1.0), call("d", model="openai/other")
    for id in ("a", "b", "c"):
        await reserve(db, call(id), allowed)
    async with db.begin() as tx:
        await tx.model_calls.settle(call("a", outcome="ok", cost=0.4))
    with pytest.raises(ModelUnavailable, match=r"reserved, \$0\.80 of it by calls on their way") as found:
        await reserve(db, other, allowed)
    assert found.value.retry_after
    async with db.begin() as tx:
        await tx.model_calls.settle(call("b", outcome="ok", cost=0.04))
    await reserve(db, other, allowed)


async def test_a_tenants_budget_is_its_own(db: Database) -> None:
    """One that has spent its own still leaves the others theirs; the install's total counts all of them."""
    async with db.begin() as tx:
        for id in ("one", "other"):
            await tx.tenants.put(Tenant(id, id, NOW))
    allowed = Allowed(since=DAY, install=0.10, tenant=0.05)
    await reserve(db, call("a", tenant="one"), allowed)
    with pytest.raises(ModelUnavailable, match="tenant one"):
        await reserve(db, call("b", tenant="one"), allowed)
    await reserve(db, call("c", tenant="other"), allowed)
    with pytest.raises(ModelUnavailable, match="install"):
        await reserve(db, call("d", tenant=PUBLIC), allowed)


async def test_a_budget_below_one_call_is_not_said_to_be_spent(db: Database) -> None:
    """Nothing was: it is too small, with all its digits."""
    with pytest.raises(ModelUnavailable, match=r"install \(\$0\.001\) is too small for a call of up to \$0\.04"):
        await reserve(db, call("a"), Allowed(since=DAY, install=0.001))


async def test_yesterdays_money_is_not_todays(db: Database) -> None:
    """The budget begins anew with the day."""
    allowed = Allowed(since=DAY, install=0.05)
    await reserve(db, call("a", at=DAY - timedelta(seconds=1)), allowed)
    await reserve(db, call("b"), allowed)
    async with db.read() as tx:
        kept = await tx.model_calls.list(since=DAY - timedelta(days=1), until=NOW + timedelta(days=1))
    assert {one.id for one in kept} == {"a", "b"}


async def test_two_processes_cannot_overspend_together(db: Database) -> None:
    """Of ten at once exactly as many pass as there is money for."""
    allowed = Allowed(since=DAY, install=0.12)
    results = await asyncio.gather(*(reserve(db, call(f"c{n}"), allowed) for n in range(10)), return_exceptions=True)
    assert sum(result is None for result in results) == 3


async def test_briefs_leave_room_for_answers(db: Database) -> None:
    """Of four calls a minute three may be for briefs; an answer still passes, then the minute is full and says for how long."""
    allowed = Allowed(since=DAY, per_minute=4)
    for n in range(3):
        await reserve(db, call(f"s{n}", at=NOW + timedelta(seconds=n)), allowed)
    with pytest.raises(ModelUnavailable) as found:
        await reserve(db, call("s3", at=NOW + timedelta(seconds=20)), allowed)
    assert found.value.retry_after == timedelta(seconds=40)
    await reserve(db, call("a", at=NOW + timedelta(seconds=20), purpose="answer"), allowed)
    with pytest.raises(ModelUnavailable):
        await reserve(db, call("b", at=NOW + timedelta(seconds=20), purpose="answer"), allowed)
    await reserve(db, call("c", at=NOW + timedelta(seconds=20), provider="anthropic"), allowed)


async def test_a_second_look_at_an_answer_waits_behind_no_brief_and_leaves_room_for_answers(db: Database) -> None:
    """Of ten calls a minute seven are for briefs, two more for the looks, the last for an answer."""
    allowed = Allowed(since=DAY, per_minute=10)
    look = replace(call("l", purpose="entailment"), for_answer=True)
    for n in range(7):
        await reserve(db, call(f"s{n}"), allowed)
    for other in (call("s"), call("e", purpose="entailment")):
        with pytest.raises(ModelUnavailable):
            await reserve(db, other, allowed)
    for n in range(2):
        await reserve(db, replace(look, id=f"l{n}"), allowed)
    with pytest.raises(ModelUnavailable):
        await reserve(db, look, allowed)
    await reserve(db, call("a", purpose="answer"), allowed)


async def test_of_old_calls_the_sums_of_their_days_stay(db: Database) -> None:
    """Folding again, or what came later for the same day, adds nothing twice; the days are those of the zone."""
    any_price = Allowed(since=DAY)
    late = DAY + timedelta(hours=23)
    for id, at in (("a", DAY), ("b", DAY), ("c", late), ("d", DAY + timedelta(days=9))):
        await reserve(db, call(id, at=at, outcome="ok", input_tokens=10), any_price)
    tokyo = ZoneInfo("Asia/Tokyo")
    for before in (DAY + timedelta(hours=1), DAY + timedelta(days=2), DAY + timedelta(days=2)):
        async with db.begin() as tx:
            await tx.model_calls.fold(tenant=PUBLIC, before=before, zone=tokyo)
    async with db.read() as tx:
        days = await tx.model_calls.days(since=DAY.date(), until=late.date() + timedelta(days=1))
        left = await tx.model_calls.list(since=DAY, until=DAY + timedelta(days=30))
    assert [one.id for one in left] == ["d"]
    assert [(one.day.day, one.calls, one.input_tokens) for one in sorted(days, key=lambda one: one.day)] == [
        (17, 2, 20), (18, 1, 10),
    ]  # fmt: skip


async def test_the_first_reply_stays_and_is_found_by_its_key_alone(db: Database) -> None:
    """What was told with it is told the same again, until it is too old."""
    late = NOW + timedelta(seconds=1)
    async with db.begin() as tx:
        await tx.model_replies.put("k", "first", at=NOW, since=DAY)
        await tx.model_replies.put("k", "second", at=NOW, since=DAY)
        assert await tx.model_replies.get("k", since=DAY) == "first"
        assert await tx.model_replies.get("k", since=late) is None
        assert await tx.model_replies.get("other", since=DAY) is None
        await tx.model_replies.put("k", "third", at=late, since=late)
        assert await tx.model_replies.get("k", since=DAY) == "third"
        await tx.model_replies.forget(before=late + timedelta(seconds=1))
        assert await tx.model_replies.get("k", since=DAY) is None


async def test_what_calls_on_their_way_may_cost_at_most_is_waited_for(db: Database) -> None:
    """They may come to less: the next is told to try again, until what is spent leaves no room or they are dead."""
    allowed = Allowed(since=DAY, install=0.10)
    for id in ("a", "b"):
        await reserve(db, call(id), allowed)
    with pytest.raises(ModelUnavailable, match=r"reserved, \$0.08 of it by calls on their way") as early:
        await reserve(db, call("c"), allowed)
    assert early.value.retry_after is not None
    with pytest.raises(ModelUnavailable, match="is spent") as dead:
        await reserve(db, call("c", at=NOW + timedelta(hours=1)), allowed)
    assert dead.value.retry_after is None
    async with db.begin() as tx:
        for id in ("a", "b"):
            await tx.model_calls.settle(call(id, outcome="ok", cost=0.035))
    with pytest.raises(ModelUnavailable, match="is spent") as late:
        await reserve(db, call("c"), allowed)
    assert late.value.retry_after is None
