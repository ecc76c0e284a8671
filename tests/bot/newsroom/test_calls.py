"""What a channel may be like: many messages, many receivers per call, look-ups, pace, a policy of its own."""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.newsroom.delivering.claims import Claims
from news.errors import Overloaded, Refused, Unanswered, Undelivered, Unreachable
from news.model import PUBLIC, DeliveryState
from store.database import Database
from tests.bot.newsroom.chunks import DAY, NOON, Chunk
from tests.fakes.platforms import Platform
from tests.store.samples import delivery

SENT, UNKNOWN, RETRYING = DeliveryState.SENT, DeliveryState.UNKNOWN, DeliveryState.RETRYING
UNREACHABLE, DROPPED = DeliveryState.UNREACHABLE, DeliveryState.DROPPED


@pytest.fixture
def platform() -> Platform:
    return Platform()


async def chunk(db: Database, platform: Platform, *addresses: str, **channel: Any) -> Chunk:
    made = Chunk(db, platform.channel(**channel))
    await made.plan(*(addresses or ("a",)))
    return made


async def test_an_attempt_goes_on_after_the_message_that_arrived(db: Database, platform: Platform) -> None:
    """The second of three failed: the first is not sent again, and the others hang on its id."""
    sending = await chunk(db, platform, parts=3, pace=1)
    platform.errors = {"a": []}
    await sending.send()
    platform.errors = {"a": [Undelivered("a", "answers 500")]}
    await sending.send_until_settled()
    assert platform.there["a"] == ["part 1", "part 2", "part 3"]
    assert [(one.text, one.key, one.thread) for one in platform.calls] == [
        ("part 1", "d-a", ""),
        ("part 2", "d-a-1", "m1"),
        ("part 2", "d-a-1", "m1"),
        ("part 3", "d-a-2", "m1"),
    ]
    done = (await sending.ledger())["a"]
    assert (done.state, done.platform_id, done.parts) == (SENT, "m1", ("m1", "m3", "m4"))


async def test_without_a_pace_the_messages_follow_at_once(db: Database, platform: Platform) -> None:
    """In one round, each committed before the next one leaves."""
    sending = await chunk(db, platform, "a", "b", parts=3)
    assert await sending.send() is None
    assert platform.there == {"a": ["part 1", "part 2", "part 3"], "b": ["part 1", "part 2", "part 3"]}


async def test_with_a_pace_a_later_round_brings_the_next_message(db: Database, platform: Platform) -> None:
    """No worker waits for it; every address gets its first before any gets its second."""
    sending = await chunk(db, platform, "a", "b", parts=2, pace=1)
    assert await sending.send() == NOON + timedelta(seconds=1)
    assert platform.there == {"a": ["part 1"], "b": ["part 1"]}
    assert await sending.send_until_settled() <= 2
    assert set((await sending.states()).values()) == {SENT}


async def test_what_nobody_saw_the_end_of_is_looked_up(db: Database, platform: Platform) -> None:
    """What arrived is not sent again, what did not is."""
    sending = await chunk(db, platform, "there", "lost", lookup=True)
    platform.errors = {name: [Unanswered(name, "no answer")] for name in ("there", "lost")}
    platform.taken_all_the_same = {"there"}
    await sending.send_until_settled()
    assert platform.there == {"there": ["part 1"], "lost": ["part 1"]}
    assert sorted(platform.looked_up) == ["d-lost", "d-there"]
    assert set((await sending.states()).values()) == {SENT}


@pytest.mark.parametrize(("has", "state"), [({"lookup": True}, SENT), ({"keyed": True}, SENT), ({}, UNKNOWN)])
async def test_a_crash_while_sending_resolves_as_the_platform_allows(
    db: Database, platform: Platform, has: dict[str, bool], state: DeliveryState
) -> None:
    """By a look-up, by the same key, or as an honest `unknown`; never a second time."""
    sending = await chunk(db, platform, **has)
    crashed = Chunk(db, platform.channel(**has), claims=Claims("gone"))
    async with db.begin() as tx:
        await tx.deliveries.claim(["d-a"], claim=crashed.claims.begin(), now=NOON, tenant="public")
    await platform.deliver(_address("a"), _message(), key="d-a")
    await sending.send_until_settled()
    assert platform.there["a"] == ["part 1"]
    assert await sending.states() == {"a": state}


async def test_many_share_one_call(db: Database, platform: Platform) -> None:
    """As many as the platform takes at once; the receipt is everybody's."""
    platform.most = 4
    names = [f"n{number}" for number in range(10)]
    sending = await chunk(db, platform, *names, multicast=True, keyed=True)
    assert await sending.send() is None
    assert sorted(len(one.to) for one in platform.calls) == [2, 4, 4]
    assert all(platform.there[name] == ["part 1"] for name in names)
    assert {one.platform_id for one in (await sending.ledger()).values()} == {"m1", "m2", "m3"}


async def test_those_that_shared_a_call_share_it_again_with_the_same_key(db: Database, platform: Platform) -> None:
    """Whatever else is due by then: a key never stands for somebody who was not in its first call."""
    sending = await chunk(db, platform, "a", "b", multicast=True, keyed=True)
    platform.errors, platform.taken_all_the_same = {"a": [Unanswered("a", "no answer")]}, {"a"}
    again = await sending.send()
    assert again is not None
    await sending.plan("c")
    sending.now = again
    await sending.send()
    assert [one.to for one in platform.calls] == [("a", "b"), ("a", "b"), ("c",)]
    assert platform.calls[0].key == platform.calls[1].key != platform.calls[2].key
    assert platform.there == {"a": ["part 1"], "b": ["part 1"], "c": ["part 1"]}


async def test_one_bad_address_of_a_list_costs_only_itself(db: Database, platform: Platform) -> None:
    """The platform refuses the whole list and does not say because of whom."""
    names = [f"n{number}" for number in range(9)]
    sending = await chunk(db, platform, *names, multicast=True, keyed=True)
    platform.errors = {
        "n4": [Refused("", "a list with an invalid user id")] * 3 + [Unreachable("n4", "no such user")] * 9
    }
    assert await sending.send() is None
    states = await sending.states()
    assert states.pop("n4") is UNREACHABLE
    assert set(states.values()) == {SENT}
    assert all(len(platform.there[name]) == 1 for name in states)
    assert sending.window.taken == 0


async def test_a_platform_that_wants_nothing_for_a_while_gets_nothing(db: Database, platform: Platform) -> None:
    """Everybody it has not been asked for yet waits as long, without an attempt; no worker waits with them."""
    names = [f"n{number:02}" for number in range(60)]
    sending = await chunk(db, platform, *names)
    sending.window = type(sending.window)(type(sending.window._size)(per_origin=1))
    platform.errors = {"n00": [Overloaded("n00", "ratelimited", retry_after=timedelta(seconds=40))]}
    again = await sending.send()
    assert again is not None
    assert NOON + timedelta(seconds=39) <= again <= NOON + timedelta(seconds=41)
    assert len(platform.calls) == 1
    assert [one.attempts for one in (await sending.ledger()).values() if one.attempts] == [1]


async def test_a_policy_refuses_with_a_reason(db: Database, platform: Platform) -> None:
    """The ledger keeps the reason; the others are sent."""
    sending = await chunk(db, platform, "a", "b", policy=True)
    platform.refused = {"a": "no push left this month: ask for the brief"}
    assert await sending.send() is None
    ledger = await sending.ledger()
    assert (ledger["a"].state, ledger["a"].error) == (DROPPED, "no push left this month: ask for the brief")
    assert ledger["b"].state is SENT
    assert platform.audiences == [2]


async def test_a_policy_that_cannot_tell_is_asked_later(db: Database, platform: Platform) -> None:
    """Nothing is sent before it did."""
    sending = await chunk(db, platform, policy=True)

    async def away(*_: Any, **__: Any) -> dict[str, str]:
        raise Undelivered("", "the quota cannot be read", retry_after=timedelta(seconds=20))

    platform.refusals = away  # type: ignore[method-assign]
    assert await sending.send() == NOON + timedelta(seconds=20)
    assert platform.calls == []


def _address(value: str) -> Any:
    from news.model import Address

    return Address("webhook", value, "public")


def _message() -> Any:
    from news.model import Message

    return Message("part 1", "{}", "application/json")


async def test_an_address_that_must_be_called_by_itself_is_in_no_list(db: Database, platform: Platform) -> None:
    """A group among people: its key is its delivery's own."""
    platform.alone = {"group"}
    sending = await chunk(db, platform, "a", "group", "b", multicast=True, keyed=True)
    assert await sending.send() is None
    assert sorted(one.to for one in platform.calls) == [("a", "b"), ("group",)]
    assert next(one.key for one in platform.calls if one.to == ("group",)) == "d-group"
    assert set((await sending.states()).values()) == {SENT}


async def test_a_message_that_follows_a_brief_goes_into_its_thread(db: Database, platform: Platform) -> None:
    """For those who got that brief; the others have not read what it goes on from, and are not sent it."""
    sending = await chunk(db, platform, "knew", "new", follows=("b0", "b1"), pace=1)
    earlier = delivery(
        "d0", brief="b0", subscription="knew", state=SENT, day=DAY - timedelta(days=3), platform_id="C:1"
    )
    unsent = delivery("d1", brief="b1", subscription="knew", state=UNKNOWN, day=DAY - timedelta(days=1))
    async with db.begin() as tx:
        await tx.deliveries.plan([earlier, unsent], tenant=PUBLIC)
    await sending.send_until_settled()
    assert platform.there == {"knew": ["part 1", "after b0"], "new": ["part 1"]}
    assert [(one.text, one.thread) for one in platform.calls if one.to == ("knew",)] == [
        ("part 1", ""),
        ("after b0", "C:1"),
    ]
    ledger = await sending.ledger()
    assert ledger["new"].state is SENT
    assert ledger["new"].parts == ("m2", "", "")


@pytest.mark.parametrize("tells", [True, False])
async def test_of_an_address_that_is_gone_somebody_is_told_once(db: Database, platform: Platform, tells: bool) -> None:
    """Kept with the suspension itself, for the channel's handler; only where the channel tells such things."""
    sending = await chunk(db, platform, "gone", "there", tells_stopped=tells)
    platform.errors = {"gone": [Unreachable("gone", "the channel is archived")]}
    await sending.send_until_settled()
    await sending.send()
    async with db.begin() as tx:
        found = await tx.inbox.take(tenant=[PUBLIC], claims=[""], claim="us", now=NOON, limit=9)
    told = [json.loads(one.job.body) for one in found]
    assert [(one["kind"], one["payload"]["address"], one["payload"]["reason"]) for one in told] == (
        [("stopped", "gone", "the channel is archived")] if tells else []
    )


async def test_what_cannot_be_looked_up_is_sent_again_only_by_hand(db: Database, platform: Platform) -> None:
    """It stays unknown, for it may have arrived; a person who says so takes that upon themselves."""
    sending = await chunk(db, platform, "a", lookup=True)
    platform.unreadable = {"a"}
    platform.errors = {"a": [Unanswered("a", "no answer")]}
    await sending.send_until_settled()
    assert ((await sending.states())["a"], platform.there["a"]) == (UNKNOWN, [])
    async with db.begin() as tx:
        revived = await tx.deliveries.revive(["d-a"], now=NOON, tenant=PUBLIC)
        await tx.deliveries.freeze(revived, "c1", tenant=PUBLIC)
    await sending.send_until_settled()
    assert ((await sending.states())["a"], platform.there["a"]) == (SENT, ["part 1"])


async def test_a_thread_that_takes_no_more_costs_only_what_was_meant_for_it(db: Database, platform: Platform) -> None:
    """The daily message had told it: the delivery is sent, and what comes after it too."""
    sending = await chunk(db, platform, "a", follows=("b0", "b1"))
    earlier = [
        delivery(f"d-{one}", brief=one, subscription="a", state=SENT, day=DAY - timedelta(days=n), platform_id=one)
        for n, one in enumerate(("b0", "b1"), 1)
    ]
    async with db.begin() as tx:
        await tx.deliveries.plan(earlier, tenant=PUBLIC)
    platform.errors = {"a": [None, Refused("a", "this thread is locked")]}
    await sending.send_until_settled()
    assert platform.there["a"] == ["part 1", "after b1"]
    [done] = [one.delivery for one in await sending.parcels() if one.delivery.id == "d-a"]
    assert (done.state, done.parts) == (SENT, ("m1", "", "m3"))
