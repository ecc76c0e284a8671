"""One call to a platform and what it means for the deliveries that it carries. Writes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType

from bot.newsroom.delivering.retrying import after_failure
from bot.newsroom.making.editions import short_id
from news.errors import DeliveryError, Overloaded, Refused, Unanswered, Unreachable
from news.model import Address, Delivery, DeliveryState, Message, Receipt
from news.ports import Channel, Clock, Lookup
from store.deliveries import Parcel


@dataclass(frozen=True, slots=True)
class Errand:
    """What one call carries: a parcel, or, where a platform takes many at once, those that share the key."""

    parcels: tuple[Parcel, ...]
    key: str
    shared: bool = False

    @property
    def ids(self) -> list[str]:
        return [one.delivery.id for one in self.parcels]

    @property
    def part(self) -> int:
        """Which of the brief's messages comes next."""
        return len(self.parcels[0].delivery.parts)

    def halves(self) -> "list[Errand]":
        """The same for half as many each: a platform that refuses a list does not say because of whom."""
        middle = len(self.parcels) // 2
        return [shared_errand(some) for some in (self.parcels[:middle], self.parcels[middle:])]


def single_errand(parcel: Parcel) -> Errand:
    return Errand((parcel,), parcel.delivery.id)


def shared_errand(parcels: Sequence[Parcel]) -> Errand:
    """The same parcels have the same key, and no others have it: what was taken under it was taken for all of them."""
    key = short_id("\n".join(sorted(one.delivery.id for one in parcels)))
    return Errand(tuple(parcels), f"cll_{key}", shared=True)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call ended, per delivery. A delivery that is still `sending` has its next message to come at once.

    `off`: why the subscriptions end; `refused`: a list was refused, perhaps for one of its members; `hold`: so long the
    platform wants nothing more.
    """

    deliveries: tuple[Delivery, ...]
    off: str = ""
    refused: bool = False
    answered: bool = True
    hold: timedelta | None = None


def address_of(parcel: Parcel) -> Address:
    one = parcel.subscription
    return Address(one.channel, one.address, one.tenant, one.secret, one.id)


Threads = Mapping[tuple[str, str], str]
"""By brief and subscription, the platform's id of the message that carried that brief there."""


async def call(
    errand: Errand,
    messages: Sequence[Message],
    *,
    channel: Channel,
    clock: Clock,
    late: timedelta,
    threads: Threads = MappingProxyType({}),
) -> Outcome:
    """Sends the next message. A fault in a channel is one receiver's bad day, not everybody's."""
    if errand.part >= len(messages):  # an older program's rendering had more
        sent = [replace(one.delivery, state=DeliveryState.SENT, updated=clock.now()) for one in errand.parcels]
        return Outcome(tuple(sent))
    try:
        receipt = await _receipt(errand, messages[errand.part], channel, threads, clock)
    except DeliveryError as error:
        return _failed(errand, error, channel=channel, clock=clock, late=late)
    except Exception as fault:
        reason = f"a fault of the channel ({type(fault).__name__}: {fault})"
        faulty = Unanswered(errand.parcels[0].subscription.address, reason)
        return _failed(errand, faulty, channel=channel, clock=clock, late=late)
    arrived = [
        _arrived(one.delivery, receipt, of=len(messages), channel=channel, clock=clock) for one in errand.parcels
    ]
    return Outcome(tuple(arrived))


async def _receipt(errand: Errand, message: Message, channel: Channel, threads: Threads, clock: Clock) -> Receipt:
    """One without an id: the message follows a brief that this receiver never got, or whose thread takes no more."""
    if not message.follows:
        return await _delivered(errand, message, channel, thread=errand.parcels[0].delivery.platform_id)
    thread = threads.get((message.follows, errand.parcels[0].subscription.id), "")
    try:
        return await _delivered(errand, message, channel, thread=thread) if thread else Receipt("", clock.now())
    except Refused:  # the daily message has told it
        if errand.parcels[0].delivery.uncertain:
            raise
        return Receipt("", clock.now())


async def _delivered(errand: Errand, message: Message, channel: Channel, *, thread: str) -> Receipt:
    key = f"{errand.key}-{errand.part}" if errand.part else errand.key
    first = errand.parcels[0]
    if errand.shared and channel.multicast:
        return await channel.multicast.deliver_all([address_of(one) for one in errand.parcels], message, key=key)
    if first.delivery.uncertain and channel.lookup and not channel.keyed:
        found = await _looked_up(channel.lookup, first, message, key=key, thread=thread)
        if found:
            return found
    return await channel.transport.deliver(address_of(first), message, key=key, thread=thread)


async def _looked_up(lookup: Lookup, parcel: Parcel, message: Message, *, key: str, thread: str) -> Receipt | None:
    """Where it cannot be told whether a message arrived, it is sent again only when a person said so: then it is due anew."""
    try:
        return await lookup.find(address_of(parcel), message, key=key, thread=thread)
    except Refused:
        if parcel.delivery.state is not DeliveryState.DUE:
            raise
        return None


def _arrived(delivery: Delivery, receipt: Receipt, *, of: int, channel: Channel, clock: Clock) -> Delivery:
    """One message more is there: the last, or the next one comes when the address may be called again."""
    now = clock.now()
    parts = (*delivery.parts, receipt.id)
    there = replace(delivery, parts=parts, platform_id=parts[0], error="", uncertain=False, retry_at=None, updated=now)
    if len(parts) == of:
        return replace(there, state=DeliveryState.SENT, attempts=delivery.attempts + 1)
    if channel.pace and receipt.id:
        return replace(there, state=DeliveryState.RETRYING, attempts=0, retry_at=now + channel.pace)
    return replace(there, state=DeliveryState.SENDING, attempts=0)


def _failed(errand: Errand, error: DeliveryError, *, channel: Channel, clock: Clock, late: timedelta) -> Outcome:
    resolvable = channel.keyed or (channel.lookup is not None and not errand.shared)
    ended = []
    for parcel in errand.parcels:
        tried = replace(parcel.delivery, attempts=parcel.delivery.attempts + 1)
        deadline = tried.due + late
        now = clock.now()
        ended.append(after_failure(tried, error, call=errand.key, now=now, deadline=deadline, resolvable=resolvable))
    return Outcome(
        tuple(ended),
        off=error.reason if isinstance(error, Unreachable) else "",
        refused=error.permanent and len(errand.parcels) > 1,
        answered=not isinstance(error, Unanswered),
        hold=(error.retry_after or timedelta(seconds=30)) if isinstance(error, Overloaded) else None,
    )
