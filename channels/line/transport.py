"""Delivering: a push to one, a multicast to many users; the key makes a repetition harmless for 24 hours."""

import json
from collections.abc import Sequence

from channels.line.api import LineApi
from channels.line.limits import RECIPIENTS
from news.model import Address, Message, Receipt
from news.ports import Clock


class LineTransport:
    """A Transport and a Multicast (see news.ports)."""

    def __init__(self, api: LineApi, *, clock: Clock) -> None:
        self._api, self._clock = api, clock

    @property
    def most(self) -> int:
        return RECIPIENTS

    def takes(self, to: Address) -> bool:
        """A multicast is for users; a group or a room is called by itself."""
        return to.value.startswith("U")

    async def deliver(self, to: Address, message: Message, *, key: str, thread: str = "") -> Receipt:
        return Receipt(await self._api.push(to.value, json.loads(message.body), key=key), self._clock.now())

    async def deliver_all(self, to: Sequence[Address], message: Message, *, key: str) -> Receipt:
        """One user alone is pushed to: LINE then says what is wrong with the address."""
        messages = json.loads(message.body)
        if len(to) == 1:
            return Receipt(await self._api.push(to[0].value, messages, key=key), self._clock.now())
        return Receipt(await self._api.multicast([one.value for one in to], messages, key=key), self._clock.now())
