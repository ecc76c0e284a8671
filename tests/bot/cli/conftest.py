"""The command on a database of the test's own, and engines that look for work often."""

from pathlib import Path

import pytest

from tests.bot.cli.commands import Shell, crew_here
from tests.bot.jobs.engines import look_often


@pytest.fixture
def ainews(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture(autouse=True)
def quick_polls(monkeypatch: pytest.MonkeyPatch) -> None:
    look_often(monkeypatch)


@pytest.fixture
def made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """`deliver` makes its briefs in the test's own process."""
    monkeypatch.setattr("bot.cli.working.open_crew", crew_here)
