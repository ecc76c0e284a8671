"""A platform that does what a test tells it to: each address answers with the errors given, then takes what comes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from news.asking import Answer
from news.errors import NewsError, Refused
from news.model import Address, Brief, Message, Receipt
from news.ports import Channel

NEVER = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Call:
    """One call: to whom, the message, its key and the thread it belongs to."""

    to: tuple[str, ...]
    text: str
    key: str
    thread: str = ""


class Parts:
    """A Renderer whose briefs are so many messages, and one each for the threads of the briefs named."""

    def __init__(self, parts: int, follows: Sequence[str] = ()) -> None:
        self._parts, self._follows = parts, follows

    def brief(self, brief: Brief) -> Sequence[Message]:
        parts = [Message(f"part {number}", "{}", "application/json") for number in range(1, self._parts + 1)]
        return [*parts, *(Message(f"after {one}", "{}", "application/json", one) for one in self._follows)]

    def answer(self, answer: Answer) -> Sequence[Message]:
        return []


class Platform:
    """A Transport, Multicast, Lookup and Policy; `channel` says which of them a test's channel has.

    `there` is what arrived, per address: also what a call that then failed left, when `taken` names its key.
    """

    def __init__(self, most: int = 500) -> None:
        self.most = most
        self.alone: set[str] = set()
        self.calls: list[Call] = []
        self.looked_up: list[str] = []
        self.unreadable: set[str] = set()
        self.there: defaultdict[str, list[str]] = defaultdict(list)
        self.errors: dict[str, list[NewsError | None]] = {}
        self.taken_all_the_same: set[str] = set()
        self.refused: dict[str, str] = {}
        self.audiences: list[int] = []
        self._keys: dict[str, Receipt] = {}

    def channel(
        self,
        *,
        parts: int = 1,
        follows: Sequence[str] = (),
        pace: float = 0,
        keyed: bool = False,
        tells_stopped: bool = False,
        **has: bool,
    ) -> Channel:
        given: dict[str, Any] = {name: self if has.get(name) else None for name in ("lookup", "multicast", "policy")}
        return Channel(
            name="webhook",
            label="Fake",
            renderer=Parts(parts, follows),
            transport=self,
            admit=lambda to, secret, tenant: Address("webhook", to, tenant, secret),
            keyed=keyed,
            pace=timedelta(seconds=pace),
            tells_stopped=tells_stopped,
            **given,
        )

    async def deliver(self, to: Address, message: Message, *, key: str, thread: str = "") -> Receipt:
        return self._take([to.value], message, key, thread)

    def takes(self, to: Address) -> bool:
        return to.value not in self.alone

    async def deliver_all(self, to: Sequence[Address], message: Message, *, key: str) -> Receipt:
        assert 1 <= len(to) <= self.most
        return self._take([one.value for one in to], message, key, "")

    async def find(self, to: Address, message: Message, *, key: str, thread: str = "") -> Receipt | None:
        self.looked_up.append(key)
        if to.value in self.unreadable:
            raise Refused(to.value, "cannot be looked through")
        return Receipt(f"found-{key}", NEVER) if message.text in self.there[to.value] else None

    async def refusals(self, brief: Brief, to: Sequence[Address], *, audience: int) -> Mapping[str, str]:
        self.audiences.append(audience)
        return {one.subscription: self.refused[one.value] for one in to if one.value in self.refused}

    def _take(self, to: Sequence[str], message: Message, key: str, thread: str) -> Receipt:
        self.calls.append(Call(tuple(to), message.text, key, thread))
        error = next((self.errors[one].pop(0) for one in to if self.errors.get(one)), None)
        if error is None or key in self.taken_all_the_same or to[0] in self.taken_all_the_same:
            for one in to if key not in self._keys else ():
                self.there[one].append(message.text)
            self._keys[key] = Receipt(f"m{len(self.calls)}", NEVER)
        if error is not None:
            raise error
        return self._keys[key]
