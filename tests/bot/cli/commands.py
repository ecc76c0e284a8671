"""The command `ainews` inside the test's own process: as a person types it, without the seconds that a new process takes."""

import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner

from bot.cli import hand
from bot.cli.main import app
from bot.settings import Settings
from bot.wiring import open_house
from news.ports import SystemClock
from tests.copies import migrated


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)

    def refused(self, *words: str) -> None:
        """Exit code 1, one line that names the thing and the remedy, no traceback."""
        assert self.code == 1, (self.out, self.err)
        for word in words:
            assert word in self.err, self.err


@dataclass(frozen=True)
class Shell:
    """Everything typed here is about one database; nothing is read by itself."""

    folder: Path
    private: bool = True

    @property
    def url(self) -> str:
        return f"sqlite:///{migrated(self.folder / 'cli.db')}"

    def __call__(self, *words: str, **settings: str) -> Answer:
        fixed = {
            "AINEWS_DATABASE_URL": self.url,
            "AINEWS_ALLOW_PRIVATE_HOSTS": str(self.private).lower(),
            "AINEWS_COLLECT_MINUTES": "0",
        }
        done = CliRunner().invoke(app, list(words), env={**fixed, **settings}, prog_name="ainews")
        if done.exception is not None and not isinstance(done.exception, SystemExit | click.exceptions.Exit):
            raise done.exception
        return Answer(done.exit_code, done.stdout, done.stderr)


class HandHere:
    """A Crew whose errands run in the test's own process."""

    def __init__(self, own: hand.Hand) -> None:
        self._own = own

    async def call(self, role: str, errand: str, **given: Any) -> Any:
        return await hand._ERRANDS[errand](self._own, given)

    def has(self, role: str) -> bool:
        return True


@asynccontextmanager
async def crew_here(settings: Settings) -> AsyncIterator[HandHere]:
    """In place of bot.cli.working.open_crew, whose processes take seconds to begin."""
    async with AsyncExitStack() as stack:
        house = await stack.enter_async_context(open_house(settings, SystemClock()))
        yield HandHere(hand.Hand(house, settings, stack))
