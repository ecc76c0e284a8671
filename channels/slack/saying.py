"""What a job says: at Slack's pace, and nothing twice when it is worked on again."""

import hashlib
import json
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

from channels.slack.limits import BETWEEN_MESSAGES
from news.errors import Undelivered
from news.frontdesk import FrontDesk

_KEPT: Final = timedelta(days=2)
"""Longer than a job is tried."""
_MOST_PLACES: Final = 10_000
Turn = tuple[str, str, str]
"""Whose workspace, which conversation, which job."""


class Pace:
    """One message a second in a conversation. Nobody waits here: who is too early is told when to come again."""

    def __init__(self, between: timedelta = BETWEEN_MESSAGES, now: Callable[[], float] = time.monotonic) -> None:
        self._between, self._now = between.total_seconds(), now
        self._next: dict[tuple[str, str], float] = {}
        self._turns: dict[Turn, float] = {}

    def check(self, tenant: str, place: str, job: str) -> None:
        """Raises Undelivered, with `retry_after`, before the job's turn; that stays its own until `used`."""
        now, turn = self._now(), (tenant, place, job)
        at = self._turns.get(turn)
        if at is None or at < now - self._between:
            at = max(now, self._next.get(turn[:2], 0.0))
            self._make_room(now)
            self._turns[turn] = at
            self._next[turn[:2]] = at + self._between
        if at > now:
            raise Undelivered(place, "one message a second", retry_after=timedelta(seconds=at - now))

    def used(self, tenant: str, place: str, job: str) -> None:
        self._turns.pop((tenant, place, job), None)

    def _make_room(self, now: float) -> None:
        if len(self._next) >= _MOST_PLACES:
            self._next = {place: at for place, at in self._next.items() if at > now}
            self._turns = {turn: at for turn, at in self._turns.items() if at > now - self._between}


class Said:
    """What a job has said already, each with its id at Slack. `keep` makes it last until the job is worked on again."""

    def __init__(self, desk: FrontDesk | None = None, *, tenant: str = "", job: str = "") -> None:
        self._desk, self._tenant, self.job = desk, tenant, job
        self._ids: dict[str, str] | None = None
        self._new = False

    async def id_of(self, what: str) -> str | None:
        return (await self._known()).get(what)

    async def add(self, what: str, id: str = "") -> None:
        (await self._known())[what] = id
        self._new = True

    async def once(self, what: str, say: Callable[[], Awaitable[str]]) -> str:
        """Says it, unless it was said."""
        known = await self.id_of(what)
        if known is not None:
            return known
        id = await say()
        await self.add(what, id)
        return id

    async def keep(self) -> None:
        if self._desk is not None and self._new:
            value, until = json.dumps(self._ids), self._desk.now() + _KEPT
            await self._desk.write_note(self._key, value, channel="slack", tenant=self._tenant, until=until)
            self._new = False

    async def _known(self) -> dict[str, str]:
        if self._ids is None:
            kept = await self._desk.note(self._key, channel="slack", tenant=self._tenant) if self._desk else None
            self._ids = dict(json.loads(kept)) if kept else {}
        return self._ids

    @property
    def _key(self) -> str:
        return f"said:{self.job}"


def mark(*parts: str) -> str:
    """A short name for what is said where."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
