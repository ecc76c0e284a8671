"""Engines that look for work often."""

import pytest

from tests.bot.jobs.engines import look_often


@pytest.fixture(autouse=True)
def quick_polls(monkeypatch: pytest.MonkeyPatch) -> None:
    look_often(monkeypatch)
