"""The program as processes of its own: `ainews …` and a server that runs until a test has seen enough."""

import asyncio
import json
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
AINEWS = (sys.executable, "-c", "from bot.cli import main; main()")


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)


@dataclass(frozen=True)
class Program:
    """Settings that every process of a test shares: the database above all. Nothing is read by itself."""

    database: str
    settings: dict[str, str]

    @property
    def env(self) -> dict[str, str]:
        fixed = {
            "AINEWS_DATABASE_URL": self.database,
            "AINEWS_ALLOW_PRIVATE_HOSTS": "true",
            "AINEWS_COLLECT_MINUTES": "0",
        }
        return {**os.environ, **fixed, **self.settings}

    async def start(self, *words: str, **settings: str) -> Process:
        env = {**self.env, **settings}
        return await asyncio.create_subprocess_exec(*AINEWS, *words, env=env, stdout=PIPE, stderr=PIPE, cwd=ROOT)

    async def run(self, *words: str, **settings: str) -> Said:
        process = await self.start(*words, **settings)
        out, err = await asyncio.wait_for(process.communicate(), 90)
        return Said(process.returncode or 0, out.decode(), err.decode())

    @asynccontextmanager
    async def serving(self, *words: str, **settings: str) -> AsyncIterator["Server"]:
        """A server on a port of its own; killed at the end if it still runs."""
        process = await self.start("serve", "--port", "0", *words, **settings)
        try:
            yield Server(process, await _heard(process, r"(http://\S+)"))
        finally:
            await kill(process)

    @asynccontextmanager
    async def working(self, *words: str, **settings: str) -> AsyncIterator[Process]:
        """One more worker; killed at the end if it still runs."""
        process = await self.start("work", *words, **settings)
        try:
            await _heard(process, r"(Working on)")
            yield process
        finally:
            await kill(process)


@dataclass(frozen=True)
class Server:
    process: Process
    url: str

    async def end(self, number: int = signal.SIGTERM) -> Said:
        """Asks it to end and waits until it did."""
        self.process.send_signal(number)
        out, err = await asyncio.wait_for(self.process.communicate(), 90)
        return Said(self.process.returncode or 0, out.decode(), err.decode())


def program(database: Path | str, **settings: str) -> Program:
    """Over a SQLite file or the URL of a database."""
    return Program(f"sqlite:///{database}" if isinstance(database, Path) else database, settings)


async def kill(process: Process) -> None:
    """At once, as kill -9 does; nothing when it has ended."""
    with suppress(ProcessLookupError):
        process.kill()
    await process.wait()


async def _heard(process: Process, pattern: str) -> str:
    """What a process says on its standard error once it is ready."""
    assert process.stderr is not None
    said = ""
    async with asyncio.timeout(90):
        while line := (await process.stderr.readline()).decode():
            said += line
            if found := re.search(pattern, line):
                return found[1]
    raise AssertionError(f"it ended with {await process.wait()}: {said}")
