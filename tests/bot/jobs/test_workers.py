"""Several workers on one PostgreSQL: each has an id, one that dies is replaced, and roles can be split."""

import asyncio
from datetime import timedelta

import pytest
from dbos import DBOS

from bot.jobs import liveness, queues
from bot.jobs.liveness import Liveness
from news.errors import BadInput
from news.model import DeliveryState
from tests.bot.jobs.engines import Install, everybody_has_it, there_is, until
from tests.fakes.platforms import Platform
from tests.postgres import Server

SENT = DeliveryState.SENT


@pytest.mark.postgres
async def test_an_id_that_another_living_process_has_is_refused(on_postgres: Install) -> None:
    """Two workers of one id would take each other's work for their own; the refused one says what to do."""
    first, second = Liveness(on_postgres.database), Liveness(on_postgres.database)
    assert await first.enlist("w1") == "w1"

    async def living() -> None:
        while True:
            await first.beat()
            await asyncio.sleep(0.2)

    task = asyncio.ensure_future(living())
    with pytest.raises(BadInput, match="worker 'w1': another process has this id; give each its own AINEWS_WORKER_ID"):
        await second.enlist("w1")
    task.cancel()
    await first.leave()
    assert await second.enlist("w1") == "w1"
    assert await first.beat() is False


@pytest.mark.postgres
async def test_without_a_name_each_worker_gets_one_of_its_own(on_postgres: Install) -> None:
    """The machine's name and the first free number, the same again after a restart."""
    first, second = Liveness(on_postgres.database), Liveness(on_postgres.database)
    one, two = await first.enlist(""), await second.enlist("")
    assert one.rpartition("-")[2], two.rpartition("-")[2] == ("1", "2")
    await first.leave()
    assert await Liveness(on_postgres.database).enlist("") == one


@pytest.mark.postgres
async def test_the_work_of_a_dead_worker_is_taken_over(
    on_postgres: Install, platform: Platform, postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its heartbeat is old: another gives its work back to the queue it came from and does it."""
    hanging = asyncio.Event()

    async def hang() -> None:
        hanging.set()
        await asyncio.sleep(60)

    on_postgres.writer.before = hang
    await on_postgres.subscribe("a")
    async with on_postgres.engine(worker_id="doomed") as desk:
        await on_postgres.plan(desk)
        await asyncio.wait_for(hanging.wait(), 60)
        desk.busy.clear()  # nobody waits for it, as nobody does after kill -9
    async with on_postgres.database.begin() as tx:
        await tx.run_sync(
            lambda connection: connection.exec_driver_sql(
                "UPDATE workers SET dead = false, heartbeat = now() - interval '31 seconds' WHERE id = 'doomed'"
            )
        )
    on_postgres.writer.before = None
    async with on_postgres.engine(worker_id="heir"):
        await until(everybody_has_it(on_postgres, 1))
        [order] = [one for one in await DBOS.list_workflows_async() if one.name == "brief"]
        assert (order.executor_id, order.queue_name) == ("heir", "brief")
    assert len(platform.calls) == 1


@pytest.mark.postgres
async def test_a_worker_that_others_took_for_dead_begins_nothing_more(on_postgres: Install) -> None:
    """It slept too long: it stops by itself before the others may have begun, and ends when it learns of it."""
    sleeper, heir = Liveness(on_postgres.database), Liveness(on_postgres.database)
    await sleeper.enlist("sleeper")
    await heir.enlist("heir")
    assert sleeper.is_fit()
    sleeper._last_beat -= 25
    assert not sleeper.is_fit()
    assert liveness._STALE_AFTER < liveness.DEAD_AFTER
    async with on_postgres.database.begin() as tx:
        await tx.run_sync(
            lambda connection: connection.exec_driver_sql(
                "UPDATE workers SET heartbeat = now() - interval '31 seconds' WHERE id = 'sleeper'"
            )
        )
    assert await heir.others() == {heir.token}
    async with on_postgres.engine(worker_id="third"):
        await until(lambda: _is_dead(on_postgres, "sleeper"))
    assert await sleeper.beat() is False


async def _is_dead(install: Install, id: str) -> bool:
    async with install.database.read() as tx:
        return any(one.dead for one in await tx.workers.known(silent_after=liveness.DEAD_AFTER) if one.id == id)


def test_a_dead_workers_work_is_taken_over_within_a_minute() -> None:
    """By the intervals: found dead after the silence, at the next look, and taken from the queue at its next poll."""
    polls = timedelta(seconds=max(queue.poll for queue in queues.QUEUES))
    assert timedelta(seconds=5) == liveness.BEAT
    assert liveness.DEAD_AFTER + liveness.REAP_EVERY + polls < timedelta(seconds=60)


@pytest.mark.postgres
async def test_only_the_queues_named_are_worked_on(on_postgres: Install, platform: Platform) -> None:
    """Roles can be split: this one makes briefs and delivers nothing."""
    await on_postgres.subscribe("a")
    async with on_postgres.engine(queues=("brief",), worker_id="writer") as desk:
        await on_postgres.plan(desk)
        await until(lambda: there_is(on_postgres, "deliver"))
        await asyncio.sleep(1)
        assert platform.calls == []
    async with on_postgres.engine(queues=("deliver",), worker_id="carrier"):
        await until(everybody_has_it(on_postgres, 1))
