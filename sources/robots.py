"""robots.txt for article pages. Feeds are made to be polled; pages are not."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from protego import Protego

from news.errors import SourceError
from sources.decoding import decode

AGENT: Final = "ainews"
Read = Callable[[str], Awaitable[bytes]]
"""Fetches a robots.txt; raises SourceError."""


class Robots:
    """What each host allows, asked once per host and run. A robots.txt that cannot be had allows everything."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._rules: dict[str, asyncio.Future[Protego | None]] = {}

    async def allows(self, url: str) -> bool:
        rules = await self._of(url)
        return rules is None or bool(rules.can_fetch(url, AGENT))

    async def delay(self, url: str) -> float:
        """Seconds that the host wants between two requests, 0.0 when it does not say."""
        rules = await self._of(url)
        return float((rules.crawl_delay(AGENT) if rules else None) or 0.0)

    def close(self) -> None:
        """Lets go of what is still being asked."""
        for rules in self._rules.values():
            rules.cancel()

    async def _of(self, url: str) -> Protego | None:
        parts = urlsplit(url)
        home = f"{parts.scheme}://{parts.netloc}"
        if home not in self._rules:
            self._rules[home] = asyncio.ensure_future(self._load(f"{home}/robots.txt"))
        # Shielded: many pages wait for one file, and one of them being cancelled is no reason to lose it.
        return await asyncio.shield(self._rules[home])

    async def _load(self, url: str) -> Protego | None:
        try:
            return Protego.parse(decode(await self._read(url)))
        except (SourceError, ValueError):
            return None
