"""Who gets today's brief pushed: the plan of `channels.line.quota` over what LINE says is left. See news.ports.Policy."""

import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Protocol

from channels.line.quota import (
    Apportionment,
    Mode,
    QuotaPolicy,
    Seat,
    Share,
    Standing,
    apportion,
    is_big,
    line_date,
    refused,
    warning,
)
from news.errors import BadInput, Undelivered
from news.model import Address, Brief, Subscription
from news.ports import Clock, Records

NOTE: Final = "quota.policy"
CHANNEL: Final = "line"
HISTORY: Final = 28
_RESERVE: Final = range(100_001)
_COUNTED_FOR: Final = timedelta(hours=12)
"""So long a group's head count is taken for true."""
_REASONS: Final[dict[Share | None, str]] = {
    Share.BIG_DAYS: "LINE quota: pushed on big days only, and this is none; it can be asked for",
    Share.PULL: "LINE quota: not pushed, the month's messages do not last for everybody; it can be asked for",
    None: "LINE quota: this month's messages are used up, but for the reserve; it can be asked for",
}
_log = logging.getLogger(__name__)


class Said(Protocol):
    """What LINE says of the account; raises Undelivered."""

    async def standing(self) -> Standing: ...

    async def people(self, address: str) -> int: ...


class LinePolicy:
    """Keeps count of what it let through today, because LINE's own count comes late."""

    def __init__(self, *, account: Said, records: Records, clock: Clock) -> None:
        self._account, self._records, self._clock = account, records, clock
        self._today: date | None = None
        self._base, self._granted, self._warned = 0, 0, ""
        self._people: dict[str, tuple[int, float]] = {}

    async def refusals(self, brief: Brief, to: Sequence[Address], *, audience: int) -> Mapping[str, str]:
        tenant, today = to[0].tenant, line_date(self._clock.now())
        policy = await stored_policy(self._records, tenant)
        standing = self._counted(await self._account.standing(), today)
        seats = await seats_of(await self._records.roster(channel=CHANNEL, tenant=tenant), self._weigh)
        plan = apportion(seats, standing, policy, today)
        self._warn(warning(seats, standing, policy, today), today)
        wanted = {one.subscription for one in to}
        here = [seat for seat in seats if seat.id in wanted]
        said = refused(here, plan, standing, policy, big=await self._is_big(brief, plan, today))
        self._granted += sum(seat.weight for seat in here if seat.id not in said)
        return {id: _REASONS[share] for id, share in said.items()}

    async def share(self, subscription: str, tenant: str) -> Share:
        """What a subscriber can expect as things stand. Raises Undelivered when LINE does not say."""
        today = line_date(self._clock.now())
        standing = self._counted(await self._account.standing(), today)
        seats = await seats_of(await self._records.roster(channel=CHANNEL, tenant=tenant), self._weigh)
        plan = apportion(seats, standing, await stored_policy(self._records, tenant), today)
        return plan.shares.get(subscription, Share.PULL)

    def _counted(self, said: Standing, today: date) -> Standing:
        """LINE's count, or ours where that is ahead of it."""
        if self._today != today:
            self._today, self._base, self._granted = today, said.used, 0
        return Standing(said.limit, max(said.used, self._base + self._granted))

    async def _is_big(self, brief: Brief, plan: Apportionment, today: date) -> bool:
        lead = max((story.score.value for story in brief.stories), default=0.0)
        history = await self._records.leads(brief.edition, before=brief.date, limit=HISTORY)
        return is_big(lead, history, big_days=plan.big_days, days=plan.days, day=today.day)

    async def _weigh(self, address: str) -> int:
        now = self._clock.now().timestamp()
        known = self._people.get(address)
        if known is None or now - known[1] > _COUNTED_FOR.total_seconds():
            self._people[address] = known = (await self._account.people(address), now)
        return known[0]

    def _warn(self, said: str, today: date) -> None:
        """Once a month: `ainews line quota` and `ainews doctor` say it at any time."""
        month = f"{today:%Y-%m}"
        if said and month != self._warned:
            _log.warning("LINE: %s; `ainews line quota` explains and sets the policy", said)
            self._warned = month


async def seats_of(roster: Sequence[Subscription], weigh: Callable[[str], Awaitable[int]]) -> list[Seat]:
    """A group that LINE does not count at the moment counts as one: the whole plan does not wait for it."""
    seats = []
    for one in roster:
        try:
            weight = await weigh(one.address)
        except Undelivered:
            weight = 1
        seats.append(Seat(one.id, weight, one.weekdays, one.created))
    return seats


async def stored_policy(records: Records, tenant: str) -> QuotaPolicy:
    text = await records.note(NOTE, channel=CHANNEL, tenant=tenant)
    if text is None:
        return QuotaPolicy()
    written = json.loads(text)
    return QuotaPolicy(Mode(written["mode"]), int(written["reserve"]))


def write_policy(policy: QuotaPolicy) -> str:
    """As it is kept. Raises BadInput for a reserve that is none."""
    if policy.reserve not in _RESERVE:
        raise BadInput(f"--reserve {policy.reserve}", "a number of messages from 0 to 100000")
    return json.dumps({"mode": policy.mode.value, "reserve": policy.reserve})
