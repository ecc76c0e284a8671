"""A database that was away for minutes is back: the work goes on within seconds, and nobody is taken for dead for it."""

import asyncio
import logging
from datetime import timedelta
from itertools import count

import psycopg
import pytest
from dbos import _sys_db
from sqlalchemy.exc import OperationalError

from bot.jobs import engine, liveness, system, workflows
from bot.jobs.liveness import Liveness
from news.errors import StoreError
from news.model import DeliveryState
from store.database import Database
from tests.bot.jobs.engines import Install, opened, until
from tests.fakes.platforms import Platform
from tests.postgres import Server

TRIES = workflows._RETRIES["max_attempts"]
TERMINATE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'"
SILENT = "UPDATE workers SET heartbeat = now() - interval '150 seconds'"


@pytest.fixture
def platform() -> Platform:
    return Platform()


def test_the_engine_looks_every_few_seconds_for_a_database_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long it has been away: left alone the engine's tables are tried again after up to 90 s."""
    slept: list[float] = []
    monkeypatch.setattr(system, "sleep", slept.append)
    system.hurry_back()

    @_sys_db.db_retry()
    def asked() -> str:
        if len(slept) < 12:
            raise OperationalError("SELECT 1", {}, psycopg.OperationalError("connection failed"))
        return "there"

    assert asked() == "there"
    assert len(slept) == 12
    assert max(slept) <= system._AWAY_SECONDS


def test_that_the_database_is_away_is_told_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not by everything that asks it, twice a second."""
    now = [100.0]
    monkeypatch.setattr(engine, "monotonic", lambda: now[0])
    away = logging.LogRecord("dbos", logging.WARNING, "queue.py", 7, "(psycopg.OperationalError) refused", (), None)
    other = logging.LogRecord("dbos", logging.WARNING, "queue.py", 7, "a step is tried again", (), None)
    told = [engine._brief_warning(one) for one in (away, away, other, other)]
    now[0] += engine._TELL_AGAIN
    assert [*told, engine._brief_warning(away)] == [True, False, True, True, True]


@pytest.mark.postgres
async def test_what_was_begun_goes_on_when_the_database_is_back(
    postgres: Server, postgres_url: str, platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often it was looked for meanwhile: a step that gave up after half a minute was left for the sweep."""
    name = postgres_url.partition("@/")[2].partition("?")[0]
    looks, often, gone = count(), asyncio.Event(), False
    is_current = Database.is_current

    async def look(database: Database) -> bool:
        if next(looks) > 2 * TRIES:
            often.set()
        return await is_current(database)

    async def go_away() -> None:
        nonlocal gone
        if not gone:
            gone = True
            await asyncio.to_thread(postgres.run, f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
            await asyncio.to_thread(postgres.run, TERMINATE.format(name))

    monkeypatch.setattr(workflows, "_AWAY_SECONDS", 0.01)
    monkeypatch.setattr(system, "_AWAY_SECONDS", 0.1)
    async with opened(postgres_url, platform) as install:
        await install.subscribe("a", "b")
        install.writer.before = go_away
        async with install.engine() as desk:
            monkeypatch.setattr(Database, "is_current", look)
            await install.plan(desk)
            await asyncio.wait_for(often.wait(), 60)
            await asyncio.to_thread(postgres.run, f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
            await until(lambda: _all_sent(install))
    assert len(platform.calls) == 2


async def nothing(executor: str) -> list[tuple[str, str]]:
    return []


async def _all_sent(install: Install) -> bool:
    try:
        return set((await install.states()).values()) == {DeliveryState.SENT}
    except StoreError:  # a connection from before
        return False


@pytest.mark.postgres
async def test_nobody_is_taken_for_dead_because_the_database_was_away(
    postgres_url: str, platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who comes back first has silent ones all around, itself among them: they are given time to beat."""
    async with opened(postgres_url, platform) as install:
        first, second = Liveness(install.database), Liveness(install.database)
        await first.enlist("first")
        await second.enlist("second")
        for one in (first, second):
            one._last_beat -= 150
        async with install.database.begin() as tx:
            await tx.run_sync(lambda connection: connection.exec_driver_sql(SILENT))
        await first.reap()
        assert await first.beat()
        await first.reap()
        assert await second.beat()
        async with install.database.begin() as tx:
            await tx.run_sync(lambda connection: connection.exec_driver_sql(SILENT + " WHERE id = 'second'"))
        monkeypatch.setattr(liveness, "_STALE_AFTER", timedelta(0))
        monkeypatch.setattr(liveness, "_pending", nothing)
        monkeypatch.setattr(Liveness, "is_fit", lambda self: True)
        await first.reap()
        assert not await second.beat()
