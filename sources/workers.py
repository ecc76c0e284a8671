"""Parsing and extraction on other processes, so that reading hundreds of feeds keeps every core busy."""

import asyncio
import contextlib
import logging
import multiprocessing
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Final, Self, TypeVar

from news.errors import SourceError, Unreadable
from news.model import Entry, Fetched, Source

_Found = TypeVar("_Found")
_PROCESSES: Final = 2
_SECONDS: Final = 60.0
"""For one document: thousands of times what one takes. Longer means that a parser hangs."""


class Workers:
    """Two processes that parse; use as an async context manager. A document that kills or stalls one is Unreadable."""

    def __init__(self, *, processes: int = _PROCESSES, seconds: float = _SECONDS) -> None:
        self._processes = processes
        self._seconds = seconds
        self._slots = asyncio.Semaphore(2 * processes)
        self._pool: ProcessPoolExecutor | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._stop(self._pool)

    async def parse(self, source: Source, document: Fetched) -> Sequence[Entry]:
        """As sources.feeds.parse_feed. Raises Unreadable."""
        return await self._run(source.name, parse_document, source, document)

    async def extract(self, page: Fetched) -> str:
        """As sources.pages.extract_text. Raises Unreadable."""
        return await self._run(page.url, extract_page, page)

    async def _run(self, subject: str, work: "Callable[..., _Found | Failure]", *given: object) -> _Found:
        async with self._slots:
            pool = self._pool = self._pool or _start(self._processes)
            try:
                found = await self._in(pool, subject, work, *given)
            except BrokenProcessPool:
                # Whose fault it was cannot be told: every document that was in there is tried again on its own.
                self._stop(pool)
                found = await self._alone(subject, work, *given)
        if isinstance(found, Failure):
            raise Unreadable(subject, found.reason)
        return found

    async def _in(
        self, pool: ProcessPoolExecutor, subject: str, work: "Callable[..., _Found | Failure]", *given: object
    ) -> "_Found | Failure":
        try:
            async with asyncio.timeout(self._seconds):
                return await asyncio.get_running_loop().run_in_executor(pool, work, *given)
        except TimeoutError as error:
            self._stop(pool)
            raise Unreadable(subject, f"took longer than {self._seconds:g} s to parse") from error

    async def _alone(self, subject: str, work: "Callable[..., _Found | Failure]", *given: object) -> "_Found | Failure":
        pool = _start(1)
        try:
            return await self._in(pool, subject, work, *given)
        except BrokenProcessPool as error:
            raise Unreadable(subject, "the parser breaks down on it") from error
        finally:
            self._stop(pool)

    def _stop(self, pool: ProcessPoolExecutor) -> None:
        """Ends the processes at once; the next document gets new ones."""
        if self._pool is pool:
            self._pool = None
        for process in list((pool._processes or {}).values()):  # the executor offers no other way to end a stuck one
            process.kill()
        # What waits is not cancelled: a cancelled future would look as if its reader had been told to stop.
        pool.shutdown(wait=False)


class Failure:
    """An error on its way home: an exception with more than a message cannot be pickled."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


def parse_document(source: Source, document: Fetched) -> Sequence[Entry] | Failure:
    """Runs in a worker."""
    from sources.feeds import parse_feed

    try:
        return parse_feed(source, document)
    except SourceError as error:
        return Failure(error.reason)


def extract_page(page: Fetched) -> str | Failure:
    """Runs in a worker."""
    from sources.pages import extract_text

    return extract_text(page.body, page.url, page.content_type)


def _start(processes: int) -> ProcessPoolExecutor:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    with contextlib.suppress(AttributeError):
        context.set_forkserver_preload(["sources.feeds", "sources.pages", "feedparser", "trafilatura"])
    return ProcessPoolExecutor(processes, mp_context=context, initializer=_ready)


def _ready() -> None:
    """Ctrl-C is for the parent, which ends its workers itself; what libraries think of a page is nobody's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable()
