"""Worker processes for what keeps a processor busy, so that the event loop stays free. Each role has one, while it is needed.

They talk in lines of JSON: {"id", "errand", "given"} there, {"id", "result"} or {"id", "error"} back.
"""

import asyncio
import json
import logging
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import count
from typing import Any, Final

from news import errors
from news.errors import NewsError, StoreError

IDLE_SECONDS: Final = 90.0
_LONGEST_LINE: Final = 2**24
_log = logging.getLogger(__name__)


class Crew:
    """`command` starts a worker process, `env` is added to its environment; the role is its last argument."""

    def __init__(
        self, command: Sequence[str], *, env: Mapping[str, str] | None = None, idle_seconds: float = IDLE_SECONDS
    ) -> None:
        self._command, self._env, self._idle_seconds = tuple(command), {**os.environ, **(env or {})}, idle_seconds
        self._hands: dict[str, _Hand] = {}
        self._starting = asyncio.Lock()

    async def call(self, role: str, errand: str, **given: Any) -> Any:
        """Raises what the errand raised there, StoreError when its process ended meanwhile."""
        async with self._starting:
            hand = self._hands.get(role)
            if hand is None or hand.ended:
                hand = self._hands[role] = await _Hand.hire([*self._command, role], self._env, self._idle_seconds)
        return await hand.call(errand, given)

    def has(self, role: str) -> bool:
        """Does its process run? The next call need not wait for its start."""
        hand = self._hands.get(role)
        return hand is not None and not hand.ended

    async def close(self) -> None:
        for hand in self._hands.values():
            await hand.dismiss()
        self._hands.clear()


class _Hand:
    """One worker process."""

    def __init__(self, process: asyncio.subprocess.Process, idle_seconds: float) -> None:
        self._process, self._idle_seconds = process, idle_seconds
        self._numbers = count(1)
        self._calls: dict[int, asyncio.Future[Any]] = {}
        self._quit: asyncio.TimerHandle | None = None
        self._listening = asyncio.ensure_future(self._listen())

    @classmethod
    async def hire(cls, command: Sequence[str], env: Mapping[str, str], idle_seconds: float) -> "_Hand":
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(*command, env=env, stdin=pipe, stdout=pipe, limit=_LONGEST_LINE)
        return cls(process, idle_seconds)

    @property
    def ended(self) -> bool:
        return self._listening.done() or self._stdin.is_closing()

    @property
    def _stdin(self) -> asyncio.StreamWriter:
        assert self._process.stdin is not None
        return self._process.stdin

    async def call(self, errand: str, given: dict[str, Any]) -> Any:
        if self._quit:
            self._quit.cancel()
        id = next(self._numbers)
        answer = self._calls[id] = asyncio.get_running_loop().create_future()
        self._stdin.write(json.dumps({"id": id, "errand": errand, "given": given}).encode() + b"\n")
        try:
            return await answer
        finally:
            del self._calls[id]
            if not self._calls:
                self._quit = asyncio.get_running_loop().call_later(self._idle_seconds, self._stdin.close)

    async def dismiss(self) -> None:
        """Ends the process: its standard input closes, and where that is not enough it is ended."""
        if self._quit:
            self._quit.cancel()
        self._stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), 5)
        except TimeoutError:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
        await self._listening

    async def _listen(self) -> None:
        assert self._process.stdout is not None
        while line := await self._process.stdout.readline():
            said = json.loads(line)
            answer = self._calls.get(said["id"])
            if answer is None or answer.done():
                continue
            if "error" in said:
                answer.set_exception(_error(said["error"]))
            else:
                answer.set_result(said["result"])
        status = await self._process.wait()
        if self._calls:
            _log.warning("a worker process ended with status %s in the middle of its work", status)
        for answer in self._calls.values():
            if not answer.done():
                answer.set_exception(StoreError("worker process", f"ended with status {status}; it is tried again"))


def _error(said: dict[str, str]) -> NewsError:
    kind = getattr(errors, said["kind"], StoreError)
    made: NewsError = kind(said["subject"], said["reason"])
    return made


def tell_error(error: BaseException) -> dict[str, str]:
    """An error as a worker process tells it; a fault of the program is told as one."""
    if isinstance(error, NewsError):
        return {"kind": type(error).__name__, "subject": error.subject, "reason": error.reason}
    return {"kind": "StoreError", "subject": "worker process", "reason": f"{type(error).__name__}: {error}"}
