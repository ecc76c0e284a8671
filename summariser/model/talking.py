"""One conversation with a model, until a reply of it can be used: kept replies first, then the chain, each reply sent back once where it is of
little use. Who asks the same meanwhile waits, and pays nothing."""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from news.deadlines import time_left
from news.errors import ModelUnavailable
from news.metering import ModelCall, Purpose
from news.ports import Replies
from summariser.checking.claims import Judged
from summariser.checking.prompting import Message, repair
from summariser.checking.replies import LONGEST, Endless, Malformed
from summariser.model.assembly import Written
from summariser.model.calling import LATE, Caller
from summariser.model.endpoints import Plan, Request, key_of
from summariser.model.faulting import to_mend

_REFUSAL: Final = 500
"""The longest reply in prose, in characters, that is taken for a refusal."""
_REPAIR_BELOW: Final = 0.5
"""A reply of which less than this share holds is sent back once; single bad sentences are replaced without paying again."""
_KEPT: Final = "model, text"
"""The form of a kept reply: the model that gave it, a line break, its text."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation: what for, for whom, and what is asked."""

    purpose: Purpose
    tenant: str
    label: str
    messages: Sequence[Message]
    form: Mapping[str, object]
    seconds: float
    for_answer: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """A reply's text ("" for one cut short), the model that gave it, its entry in the ledger unless it was kept, its place in the chain."""

    text: str
    model: str
    call: ModelCall | None = None
    place: int = 0


class Talks:
    """What a writer asks its models, with what it did with the replies in the ledger."""

    def __init__(self, caller: Caller, plan: Plan, replies: Replies) -> None:
        self._caller, self._plan, self._replies = caller, plan, replies
        self._at_work: dict[str, asyncio.Lock] = {}

    async def settled(self, talk: Talk, read: Callable[[str], T]) -> tuple[T, str]:
        """The reply as read and the model of the chain that gave it. Who asks the same meanwhile waits, and pays nothing.

        Raises ModelUnavailable or Useless.
        """
        key = self._key(talk)
        asking = self._at_work.setdefault(key, asyncio.Lock())
        try:
            async with asyncio.timeout(time_left()):
                await asking.acquire()
        except TimeoutError:
            raise ModelUnavailable(talk.label, LATE) from None
        try:
            return await self._kept_or_asked(key, talk, read)
        finally:
            self._at_work.pop(key, None)
            asking.release()

    async def _kept_or_asked(self, key: str, talk: Talk, read: Callable[[str], T]) -> tuple[T, str]:
        kept = await self._replies.get(key)
        if kept is not None:
            model, text = kept.split("\n", 1)
            said, (found, faults) = _Said(text, model), self._try(read, text)
        else:
            said, found, faults = await self._asked(talk, read)
            while found is None and said.place + 1 < len(self._plan.chains[talk.purpose]):
                try:
                    said, found, faults = await self._asked(talk, read, said.place + 1)
                except ModelUnavailable:
                    break
            useful = found is not None and not faults
            await self._replies.put(key, f"{said.model}\n{said.text[: LONGEST + 1]}", lasting=useful)
        if found is None:
            raise Useless(said.text)
        return found, said.model

    async def _asked(self, talk: Talk, read: Callable[[str], T], first: int = 0) -> tuple[_Said, T | None, list[str]]:
        """The chain's reply from that place on, sent back once where it is of little use."""
        said = await self._ask(talk, talk.messages, first)
        found, faults = self._try(read, said.text)
        await self._entered(said, found, faults)
        return await self._repaired(talk, read, (said, found), faults) if faults else (said, found, faults)

    async def _repaired(
        self, talk: Talk, read: Callable[[str], T], first: tuple[_Said, T | None], faults: list[str]
    ) -> tuple[_Said, T | None, list[str]]:
        """The better of two replies and what is wrong with it. Without a second one the first stays, if it was of any use."""
        said, found = first
        try:
            again = await self._ask(talk, repair(talk.messages, said.text, faults), said.place)
        except ModelUnavailable:
            if found is None:
                raise
            return said, found, faults
        better, left = self._try(read, again.text)
        if better is None:
            await self._entered(again, better, left)
        if better is not None and (found is None or len(left) < len(faults) or not left):
            return again, better, left
        return said, found, faults

    async def _ask(self, talk: Talk, asked: Sequence[Message], first: int) -> _Said:
        request = Request(asked, talk.form, self._plan.max_tokens, self._plan.holds)
        paid = await self._caller.ask(
            talk.purpose, request, tenant=talk.tenant, seconds=talk.seconds, first=first, for_answer=talk.for_answer
        )
        return _Said("" if paid.reply.cut else paid.reply.text, paid.model, paid.call, paid.place)

    async def _entered(self, said: _Said, found: object, faults: Sequence[str]) -> None:
        """Into the ledger what a reply came to, where it was no use as it was."""
        if said.call is None or (found is not None and not faults):
            return
        if found is not None:
            await self._caller.note(said.call, "ok", f"sent back: {len(faults)} sentences do not hold")
        elif is_declined(said.text):
            await self._caller.note(said.call, "refused", "the model declined in words of its own")
        else:
            await self._caller.note(said.call, "invalid", faults[0] if faults else "the reply is too long to be read")

    def _try(self, read: Callable[[str], T], text: str) -> tuple[T | None, list[str]]:
        """What was read and what a repair should mend; nothing to mend where enough of it holds, or may hold and is asked about."""
        try:
            found = read(text)
        except Endless:
            return None, []
        except Malformed as error:
            return None, [str(error)]
        if isinstance(found, Written):
            sound = found.hopeful if self._plan.entailment else found.sound
            return found, found.faults if sound < _REPAIR_BELOW else []
        if (
            isinstance(found, tuple)
            and found
            and all(isinstance(one, Judged) and one.standing == "bad" for one in found)
        ):
            return found, [to_mend(one.sentence.text, one.faults) for one in found]
        return found, []

    def _key(self, talk: Talk) -> str:
        chain = [endpoint.model for endpoint in self._plan.chains[talk.purpose]]
        parts: list[Any] = [
            _KEPT,
            talk.purpose,
            chain,
            self._plan.max_tokens,
            talk.label,
            [dict(m) for m in talk.messages],
        ]
        return key_of(json.dumps(parts, ensure_ascii=False, sort_keys=True))


class Useless(Exception):
    """The model replied, and nothing of it can be told. Its argument is the last reply."""

    @property
    def is_prose(self) -> bool:
        """A few words instead of what was asked for: a refusal, as a rule."""
        return is_declined(str(self))


def is_declined(text: str) -> bool:
    """A few words instead of what was asked for."""
    return bool(text.strip()) and len(text) <= _REFUSAL and "{" not in text
