"""Who gets the brief pushed, on which days, so that the month's messages last. Pure: numbers in, decisions out.

A plan counts every person a push reaches; replies are free. Months begin in Japan.
https://developers.line.biz/en/docs/messaging-api/pricing/
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Final

JAPAN: Final = timezone(timedelta(hours=9))
WEEK: Final = 7
_WEEKS: Final = 4
ENOUGH_HISTORY: Final = 7
"""Days of briefs before a day can be called big by comparison."""
WARN_SHARE: Final = 0.8


class Mode(StrEnum):
    """What the operator chose. AUTO: as many pushes as last to the month's end, the big days first."""

    AUTO = "auto"
    PUSH = "push"
    BIG_DAYS = "big-days"
    PULL = "pull"


class Share(StrEnum):
    """What one subscriber gets this month, as things stand."""

    PUSH = "push"
    BIG_DAYS = "big days"
    PULL = "pull only"


@dataclass(frozen=True, slots=True)
class QuotaPolicy:
    """`reserve` messages of the month are kept for answers that come late."""

    mode: Mode = Mode.AUTO
    reserve: int = 10


@dataclass(frozen=True, slots=True)
class Standing:
    """The month's messages: `limit` None means that there is none."""

    limit: int | None
    used: int

    @property
    def left(self) -> int | None:
        return None if self.limit is None else max(0, self.limit - self.used)


@dataclass(frozen=True, slots=True)
class Seat:
    """One subscription: `weight` is the people a push to it reaches, `since` decides who comes first."""

    id: str
    weight: int
    weekdays: frozenset[int]
    since: datetime


@dataclass(frozen=True, slots=True)
class Apportionment:
    """`big_days`: so many more days of this month bring a push to those who get big days only; `days` are left in all."""

    shares: Mapping[str, Share]
    big_days: int
    days: int


def line_date(moment: datetime) -> date:
    """The date on which LINE counts a push of that moment."""
    return moment.astimezone(JAPAN).date()


def apportion(seats: Sequence[Seat], standing: Standing, policy: QuotaPolicy, today: date) -> Apportionment:
    """Everybody every day while it lasts to the month's end; else big days only, for as many as a month's messages carry
    at one a week, those who came first; the others pull. What is left over brings more big days."""
    days = rest_of_month(today)
    chosen = dict.fromkeys((seat.id for seat in seats), _SHARES.get(policy.mode, Share.PUSH))
    if policy.mode in (Mode.PUSH, Mode.PULL) or (standing.limit is None and policy.mode is Mode.AUTO):
        return Apportionment(chosen, 0, len(days))
    weekly = max(1, len(days) // WEEK)
    if standing.limit is None:
        return Apportionment(chosen, weekly, len(days))
    left = max(0, standing.limit - standing.used - policy.reserve)
    if policy.mode is Mode.AUTO and sum(seat.weight * _dues(seat, days) for seat in seats) <= left:
        return Apportionment(chosen, 0, len(days))
    weight = 0
    for seat in sorted(seats, key=lambda seat: (seat.since, seat.id)):
        fits = (weight + seat.weight) * _WEEKS <= standing.limit - policy.reserve
        chosen[seat.id] = Share.BIG_DAYS if fits else Share.PULL
        weight += seat.weight if fits else 0
    most = weekly if policy.mode is Mode.BIG_DAYS else len(days)
    return Apportionment(chosen, min(most, left // weight) if weight else 0, len(days))


def is_big(today: float, history: Sequence[float], *, big_days: int, days: int, day: int) -> bool:
    """Is the day among the `big_days` of the `days` left, as far as the days before tell? `day` is that of the month.

    While there is too little history the days are spread evenly.
    """
    if big_days >= days:
        return True
    if big_days <= 0:
        return False
    if len(history) < ENOUGH_HISTORY:
        return day * big_days // days > (day - 1) * big_days // days
    bigger = sum(1 for before in history if before >= today)
    return bigger / len(history) < big_days / days


def refused(
    seats: Sequence[Seat], plan: Apportionment, standing: Standing, policy: QuotaPolicy, *, big: bool
) -> dict[str, Share | None]:
    """Whom today's brief is not pushed to; None as the reason where the month's messages would not suffice."""
    left = standing.left
    room = None if left is None else max(0, left - policy.reserve)
    said: dict[str, Share | None] = {}
    for seat in sorted(seats, key=lambda seat: (seat.since, seat.id)):
        share = plan.shares.get(seat.id, Share.PULL)
        if share is Share.PULL or (share is Share.BIG_DAYS and not big):
            said[seat.id] = share
        elif room is not None and seat.weight > room:
            said[seat.id] = None
        elif room is not None:
            room -= seat.weight
    return said


def forecast(
    seats: Collection[Seat], standing: Standing, today: date, *, reserve: int = 0, sent_today: bool = False
) -> date | None:
    """The first day on which a push to everybody would not be taken, were everybody pushed to daily from now on.

    None when the month's messages, less the reserve, last to its end.
    """
    if standing.left is None:
        return None
    left = standing.left - reserve
    for day in rest_of_month(today):
        if day == today and sent_today:
            continue
        left -= sum(seat.weight for seat in seats if day.weekday() in seat.weekdays)
        if left < 0:
            return day
    return None


def warning(seats: Collection[Seat], standing: Standing, policy: QuotaPolicy, today: date) -> str:
    """What an operator should know in time, "" when all is well."""
    ends = forecast(seats, standing, today, reserve=policy.reserve)
    if policy.mode is not Mode.PULL and standing.limit is not None and policy.reserve >= standing.limit:
        return f"the reserve of {policy.reserve} keeps all of the month's {standing.limit} messages: nobody gets a push"
    if policy.mode is Mode.PUSH and ends == today:
        return f"this month's {standing.limit} messages do not suffice for another push to everybody"
    if policy.mode is Mode.PUSH and ends is not None:
        return f"at a push to everybody a day the month's {standing.limit} messages end on {ends.isoformat()}"
    if standing.limit and standing.used >= WARN_SHARE * standing.limit:
        return f"{standing.used} of this month's {standing.limit} messages are used"
    shares = apportion(list(seats), standing, policy, today).shares.values()
    pulling = sum(share is Share.PULL for share in shares)
    if pulling and policy.mode is not Mode.PULL:
        return f"the plan's {standing.limit} messages are too few: {pulling} of {len(shares)} subscribers get no push"
    return ""


def rest_of_month(today: date) -> list[date]:
    """Today and what follows it."""
    days = [today]
    while (following := days[-1] + timedelta(days=1)).month == today.month:
        days.append(following)
    return days


_SHARES: Final = {Mode.PULL: Share.PULL, Mode.BIG_DAYS: Share.BIG_DAYS}


def _dues(seat: Seat, days: Sequence[date]) -> int:
    return sum(day.weekday() in seat.weekdays for day in days)
