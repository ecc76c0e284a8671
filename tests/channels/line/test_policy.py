"""The quota planner at work: who is refused today's push, and what the ledger is told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from channels.line.policy import LinePolicy, stored_policy, write_policy
from channels.line.quota import Mode, QuotaPolicy, Standing
from news.errors import BadInput, Undelivered
from news.model import Address, Brief, Edition, Subscription
from news.ports import FixedClock
from tests.fakes.briefs import brief as an_edition

NOW = datetime(2026, 7, 1, 0, 0, tzinfo=UTC)
EDITION = Edition("ja", 5)


def follower(number: int, address: str = "") -> Subscription:
    return Subscription(
        id=f"sub{number:03}",
        tenant="line",
        reader=None,
        channel="line",
        address=address or f"U{number:032x}",
        edition=EDITION,
        zone="Asia/Tokyo",
        time="08:00",
        weekdays=frozenset(range(7)),
        created=NOW - timedelta(days=100 - number % 100),
    )


class Office:
    """The account as LINE tells of it, and the records that the policy reads."""

    def __init__(self, followers: int, *, limit: int | None = 200, used: int = 0) -> None:
        self.subscriptions = [follower(number) for number in range(followers)]
        self.said, self.asked, self.away = Standing(limit, used), 0, False
        self.policy: str | None = None

    async def standing(self) -> Standing:
        if self.away:
            raise Undelivered("the month's messages", "LINE does not answer")
        return self.said

    async def people(self, address: str) -> int:
        self.asked += 1
        return 10 if address.startswith("C") else 1

    async def roster(self, *, channel: str, tenant: str) -> Sequence[Subscription]:
        return self.subscriptions

    async def leads(self, edition: Edition, *, before: date, limit: int) -> Sequence[float]:
        return [10.0] * 20

    async def note(self, key: str, *, channel: str, tenant: str) -> str | None:
        return self.policy

    def deciding(self) -> LinePolicy:
        return LinePolicy(account=self, records=self, clock=FixedClock(NOW))

    @property
    def addresses(self) -> list[Address]:
        return [Address("line", one.address, "line", subscription=one.id) for one in self.subscriptions]


def todays(*, lead: float) -> Brief:
    brief = an_edition()
    first = replace(brief.stories[0], score=replace(brief.stories[0].score, value=lead))
    return replace(brief, edition=EDITION, date=date(2026, 7, 1), stories=(first,))


async def refusals(office: Office, *, lead: float = 1.0, policy: LinePolicy | None = None) -> dict[str, str]:
    chosen = policy or office.deciding()
    return dict(await chosen.refusals(todays(lead=lead), office.addresses, audience=len(office.subscriptions)))


async def test_a_few_readers_are_refused_nothing() -> None:
    """A free plan carries six of them."""
    assert await refusals(Office(5)) == {}


async def test_on_a_usual_day_forty_readers_are_not_pushed_to_and_on_a_big_day_they_are() -> None:
    """What is big is told by the days before; the reason is for people."""
    said = await refusals(Office(40), lead=9.0)
    assert len(said) == 40
    assert set(said.values()) == {"LINE quota: pushed on big days only, and this is none; it can be asked for"}
    assert await refusals(Office(40), lead=99.0) == {}


async def test_what_was_let_through_counts_before_line_counts_it() -> None:
    """LINE's own count comes late: a second chunk of the same minute must not spend the same messages again."""
    office = Office(30, limit=40)
    office.policy = write_policy(QuotaPolicy(Mode.PUSH, reserve=0))
    policy = office.deciding()
    assert await refusals(office, policy=policy) == {}
    assert len(await refusals(office, policy=policy)) == 20


async def test_a_group_is_counted_once_in_a_while_not_every_time() -> None:
    """Its members are a question to LINE."""
    office = Office(0, limit=15)
    office.subscriptions = [follower(1, "C" + "1" * 32), follower(2, "C" + "2" * 32)]
    office.policy = write_policy(QuotaPolicy(Mode.PUSH, reserve=0))
    policy = office.deciding()
    assert list(await refusals(office, policy=policy)) == ["sub002"]
    asked = office.asked
    await refusals(office, policy=policy)
    assert office.asked == asked


async def test_when_line_does_not_tell_nobody_is_decided_about() -> None:
    """It is asked again later."""
    office = Office(5)
    office.away = True
    with pytest.raises(Undelivered):
        await refusals(office)


async def test_a_policy_is_kept_as_it_was_set() -> None:
    """And a senseless one is not."""
    office = Office(0)
    assert await stored_policy(office, "line") == QuotaPolicy()
    office.policy = write_policy(QuotaPolicy(Mode.PULL, 25))
    assert await stored_policy(office, "line") == QuotaPolicy(Mode.PULL, 25)
    with pytest.raises(BadInput, match="reserve -1"):
        write_policy(QuotaPolicy(reserve=-1))
