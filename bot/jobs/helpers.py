"""Who helps to answer while many ask at once: worker processes that begin when two ask at once, and end when nothing more is asked."""

import asyncio
import contextlib
import logging
from typing import Any, Final

from bot.jobs.desk import Crew
from bot.newsroom.finding.pressure import PRESSURE
from news.asking import Answer
from news.errors import StoreError
from store.asking import read_answer

ROLE: Final = "answers"
_log = logging.getLogger(__name__)


class Helpers:
    """Up to `most` processes. One is asked only when it is ready, so that nobody waits for its start."""

    def __init__(self, crew: Crew, most: int) -> None:
        self._crew, self._most = crew, most
        self._busy: dict[str, int] = {}
        self._beginning: asyncio.Future[None] | None = None

    async def answer(self, **asked: Any) -> Answer | None:
        """`asked` as in `bot.newsroom.answering.helping.Asked`, with `zone` and `limits`; None when it is to be answered here. Raises TooMany."""
        own = PRESSURE.under_way
        self._busy = {role: busy for role, busy in self._busy.items() if self._crew.has(role)}
        role = min(self._busy, key=self._busy.__getitem__, default=None)
        if own and (role is None or self._busy[role] >= own):
            self._begin_one()
        if role is None or self._busy[role] >= own:
            return None
        self._busy[role] += 1
        try:
            return read_answer(await self._crew.call(role, "answer", **asked))
        except StoreError as error:
            _log.warning("%s; the question is answered by the server itself", error)
            return None
        finally:
            if role in self._busy:
                self._busy[role] -= 1

    def _begin_one(self) -> None:
        free = (f"{ROLE}-{number}" for number in range(1, self._most + 1))
        role = next((one for one in free if one not in self._busy), None)
        if role and (self._beginning is None or self._beginning.done()):
            self._beginning = asyncio.ensure_future(self._begin(role))

    async def _begin(self, role: str) -> None:
        with contextlib.suppress(StoreError):  # it ended at once; the next rush tries again
            await self._crew.call(role, "get_ready")
            self._busy[role] = 0
