"""How often a host may be asked: so many requests at once, and a pause only where the host itself asks for one."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from typing import Final

from news.errors import Throttled

_LONGEST_PAUSE: Final = 5.0
"""Seconds that a run waits for a host that asked for it; beyond that the source is left for the next run."""
_LONGEST_QUEUE: Final = 20.0


class Lane:
    """The way to one host."""

    def __init__(self, slots: int) -> None:
        self._slots = asyncio.Semaphore(slots)
        self._not_before = 0.0
        self._next_page = 0.0
        self.page_gap = 0.0
        """Seconds between the starts of two page requests, from robots.txt."""

    def pause(self, wait: timedelta) -> None:
        """The host asked for this much quiet."""
        self._not_before = max(self._not_before, _time() + wait.total_seconds())

    @asynccontextmanager
    async def turn(self, subject: str, *, at_once: asyncio.Semaphore, page: bool) -> AsyncIterator[None]:
        """Holds one slot of the host and one of the whole run. Raises Throttled when the wait would be long."""
        if page and self.page_gap:
            await self._queue(subject)
        async with self._slots:
            await self._rest(subject)
            async with at_once:
                yield

    async def _rest(self, subject: str) -> None:
        while (wait := self._not_before - _time()) > 0:
            if wait > _LONGEST_PAUSE:
                raise Throttled(subject, "the host asked for a pause", retry_after=timedelta(seconds=wait))
            await asyncio.sleep(wait)

    async def _queue(self, subject: str) -> None:
        start = max(_time(), self._next_page)
        wait = start - _time()
        if wait > _LONGEST_QUEUE:
            reason = f"robots.txt asks for {self.page_gap:g} s between requests"
            raise Throttled(subject, reason, retry_after=timedelta(seconds=wait))
        self._next_page = start + self.page_gap
        await asyncio.sleep(wait)


class Lanes:
    """One lane per host name, whatever its ports."""

    def __init__(self, slots: int) -> None:
        self._slots = slots
        self._lanes: dict[str, Lane] = {}

    def to(self, host: str) -> Lane:
        return self._lanes.setdefault(host.lower().removeprefix("www."), Lane(self._slots))


class Reach:
    """Notices that nothing answers at all, so that a run without a network ends in seconds and says so."""

    _SILENT: Final = 24
    _UNKNOWN: Final = 60

    def __init__(self, patience: float) -> None:
        """`patience`: seconds from the first question in which one of many hosts must have answered."""
        self._patience = patience
        self._asked: set[str] = set()
        self._late = False
        self._timer: asyncio.TimerHandle | None = None
        self._silent: set[str] = set()
        self._unknown: set[str] = set()
        self._waits: set[asyncio.Timeout] = set()
        self._answered = False

    def asked(self, host: str) -> None:
        self._asked.add(host)
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._patience, self._out_of_patience)

    def _out_of_patience(self) -> None:
        """Connections that a gateway takes and leaves without a word are no network either."""
        self._late = len(self._asked) >= self._SILENT
        self._end_waits()

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def answered(self) -> None:
        self._answered = True

    def silent(self, host: str) -> None:
        """A host that let the whole time for connecting pass."""
        self._silent.add(host)
        self._end_waits()

    def unknown(self, host: str) -> None:
        """A host whose name nobody knows; a list may hold some dead names, so it takes more of these."""
        self._unknown.add(host)
        self._end_waits()

    @contextmanager
    def watched(self, wait: asyncio.Timeout) -> Iterator[None]:
        """A wait that ends at once when nothing answers at all."""
        self._waits.add(wait)
        try:
            yield
        finally:
            self._waits.discard(wait)

    def _end_waits(self) -> None:
        if self.lost:
            for wait in self._waits:
                wait.reschedule(_time())
            self._waits.clear()

    @property
    def lost(self) -> bool:
        enough = self._late or len(self._silent) >= self._SILENT or len(self._unknown) >= self._UNKNOWN
        return enough and not self._answered


def _time() -> float:
    return asyncio.get_running_loop().time()
