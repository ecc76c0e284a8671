"""The durable engine: what is due is sent once, by whoever is alive, and what was begun is not lost."""

import asyncio
import os
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from dbos import DBOS, DBOSClient

from bot.cli import handing
from bot.jobs import announcing, engine, queues, workflows
from bot.jobs.announcing import announce_orders
from bot.jobs.housekeeping import delete_finished
from bot.jobs.orders import VERSION, write_batch
from bot.jobs.single import is_worked_on, only_worker
from bot.newsroom.delivering.delivery import Batch
from bot.newsroom.delivering.planning import plan_due
from news.errors import BadInput, StoreError
from news.history import Attempt, Outcome
from news.model import DeliveryState
from news.ports import Clock
from tests.bot.jobs.engines import DAY, EDITION, NOON, Install, away, everybody_has_it, opened, there_is, until
from tests.bot.shelf import a_story
from tests.fakes.platforms import Platform
from tests.store.samples import source

SENT = DeliveryState.SENT


async def test_what_is_due_is_made_frozen_and_sent(install: Install, platform: Platform) -> None:
    """One brief for all who share an edition; planning again changes nothing."""
    await install.subscribe("a", "b", "c")
    async with install.engine() as desk:
        assert await install.plan(desk) == 3
        assert await install.plan(desk) == 0
        await until(everybody_has_it(install, 3))
    assert install.writer.asked == ["edition"]
    assert sorted(one.to[0] for one in platform.calls) == ["a", "b", "c"]


async def test_the_tick_sends_without_anybody_asking(install: Install, platform: Platform) -> None:
    """As the clock strikes, or at once after a start."""
    await install.subscribe("a")
    async with install.engine(ticking=True):
        await until(everybody_has_it(install, 1))


async def test_what_an_engine_left_undone_the_next_one_does(install: Install, platform: Platform) -> None:
    """It ended in the middle of making the brief: no order is lost, and nothing is sent twice."""
    hanging = asyncio.Event()

    async def hang() -> None:
        hanging.set()
        await asyncio.sleep(60)

    install.writer.before = hang
    await install.subscribe("a", "b")
    async with install.engine() as desk:
        await install.plan(desk)
        await asyncio.wait_for(hanging.wait(), 60)
        desk.stop()
        for task in set(desk.busy):
            task.cancel()
    assert platform.calls == []
    install.writer.before = None
    async with install.engine():
        await until(everybody_has_it(install, 2))
    assert len(platform.calls) == 2


async def test_a_worker_process_that_ended_is_asked_again(install: Install, platform: Platform) -> None:
    """The step is tried again, and the morning goes on."""
    failures = [away]

    async def once() -> None:
        if failures:
            await failures.pop()()

    install.writer.before = once
    await install.subscribe("a")
    async with install.engine() as desk:
        await install.plan(desk)
        await until(everybody_has_it(install, 1))
    assert install.writer.asked == ["edition", "edition"]


async def test_the_first_brief_of_a_new_install_waits_for_its_first_reading(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else whoever subscribes in the first minute would get "no news" and nothing before tomorrow."""
    monkeypatch.setattr(workflows, "_LOOK_EVERY", 0.05)
    await install.subscribe("a")
    async with install.engine() as desk:
        desk.reads = True
        await plan_due(database=install.database, clock=desk.clock, late=desk.late, announce=announce_orders(None))
        await until(lambda: there_is(install, "brief"))
        await asyncio.sleep(1.5)
        assert install.writer.asked == []
        async with install.database.begin() as tx:
            await tx.stories.put([a_story()], tenant="public")
        await until(everybody_has_it(install, 1))
    assert install.writer.asked == ["edition"]


async def test_after_a_downtime_a_brief_waits_until_the_sources_are_read(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the late brief of this morning tells the news of yesterday. A source that failed was read, too."""
    looked = await _after_a_downtime(install, monkeypatch)
    async with install.engine() as desk:
        desk.reads, desk.fit = True, looked.begin
        await plan_due(database=install.database, clock=desk.clock, late=desk.late, announce=announce_orders(None))
        await until(looked.thrice)
        assert install.writer.asked == []
        async with install.database.begin() as tx:
            await tx.sources.record([Attempt("orbit-labs", NOON, Outcome.FAILED)], tenant="public")
        await until(everybody_has_it(install, 1))
    assert install.writer.asked == ["edition"]


async def test_sources_that_are_not_read_after_a_downtime_cost_no_morning(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wait has an end, one for all briefs: on a dead network the second edition waits for nothing."""
    await _after_a_downtime(install, monkeypatch)
    await install.subscribe("b", edition=replace(EDITION, minutes=3))
    async with install.engine() as desk:
        desk.reads, desk.waiting = True, time.monotonic() - workflows._PATIENCE - 1
        await plan_due(database=install.database, clock=desk.clock, late=desk.late, announce=announce_orders(None))
        await until(everybody_has_it(install, 2))


@dataclass
class Looks:
    """How often a brief that waits asked whether it may go on."""

    number: int = 0

    def begin(self) -> bool:
        self.number += 1
        return True

    async def thrice(self) -> bool:
        return self.number >= 3


async def _after_a_downtime(install: Install, monkeypatch: pytest.MonkeyPatch) -> Looks:
    """A story and a source, both of yesterday, and a subscriber who is due."""
    monkeypatch.setattr(workflows, "_LOOK_EVERY", 0.05)
    await install.subscribe("a")
    async with install.database.begin() as tx:
        await tx.stories.put([a_story()], tenant="public")
        await tx.sources.put([source()], tenant="public")
        await tx.sources.record([Attempt("orbit-labs", NOON - timedelta(hours=12), Outcome.READ)], tenant="public")
    return Looks()


async def test_work_of_an_older_program_is_done_by_this_one(install: Install, platform: Platform) -> None:
    """In the very words in which version 1 wrote it: the names, the arguments, the pinned application version."""
    await install.subscribe("a")
    async with install.engine() as desk:
        await install.plan(desk)
        await until(everybody_has_it(install, 1))
        written = {
            "v": 1,
            "tenant": "public",
            "key": "an-order-of-then",
            "edition": {"language": "en", "minutes": 5, "topics": [], "tenant": "public"},
            "day": "2026-07-18",
        }
        client = DBOSClient(
            system_database_url=engine.system_url(engine.located(install.url)), application_name="ainews"
        )
        try:
            options = {"workflow_name": "brief", "queue_name": "brief", "app_version": "1", "queue_partition_key": "x"}
            handle: Any = await client.enqueue_async(options, written, NOON.isoformat())  # type: ignore[arg-type]
            assert await asyncio.wait_for(handle.get_result(polling_interval_sec=0.05), 60) == 0
        finally:
            await asyncio.to_thread(client.destroy)
    assert install.writer.asked == ["edition", "edition"]


async def test_what_databases_keep_of_workflows_stays_as_it_is(install: Install) -> None:
    """Names, ids and the order of steps: changing one strands work in flight. Decision record 8 says how it is done."""
    assert (engine.APPLICATION_VERSION, VERSION, announcing.APPLICATION) == ("1", 1, "ainews")
    assert queues.NAMES == ("ingest", "brief", "deliver")
    await install.subscribe("a")
    async with install.engine() as desk:
        await install.plan(desk)
        await until(everybody_has_it(install, 1))
        await until(all_finished)
        steps = {}
        for one in await DBOS.list_workflows_async():
            steps[one.name] = (
                one.workflow_id[:4],
                [step["function_name"] for step in await DBOS.list_workflow_steps_async(one.workflow_id)],
            )
    assert steps == {"brief": ("brf-", ["edition", "freeze"]), "deliver": ("dlv-", ["carry"])}


async def all_finished() -> bool:
    return all(one.status == "SUCCESS" for one in await DBOS.list_workflows_async())


async def test_every_queue_bounds_what_a_worker_takes(install: Install) -> None:
    """Without a bound one poll claims all there is, and a crash strands it."""
    async with install.engine():
        for queue in queues.QUEUES:
            kept = await DBOS.retrieve_queue_async(queue.name)
            assert kept is not None
            assert await kept.get_worker_concurrency_async() == queue.at_once <= 32


async def test_finished_workflows_are_deleted_after_some_days(install: Install) -> None:
    """And those that are not finished stay."""
    await install.subscribe("a")
    async with install.engine() as desk:
        await install.plan(desk)
        await until(everybody_has_it(install, 1))
        await until(all_finished)
        assert await delete_finished(datetime.now(UTC)) == 0
        assert await delete_finished(datetime.now(UTC) + timedelta(days=4)) == 2
        assert await DBOS.list_workflows_async() == []


async def test_one_process_at_a_time_works_on_a_sqlite_file(platform: Platform, tmp_path: Path) -> None:
    """The second is told who the first is and what to do."""
    async with opened(f"sqlite:///{tmp_path}/news.db", platform) as install, install.engine(ticking=True):
        with pytest.raises(BadInput, match=r"process \d+ already works on this SQLite file.*PostgreSQL"):
            async with install.engine():
                pass


async def test_one_that_only_passes_is_waited_for_on_sqlite(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A server that starts while a delivery is under way waits, says for whom, and goes on; its patience has an end."""
    file, done = tmp_path / "news.db", asyncio.Event()

    async def serve() -> None:
        async with only_worker(file):
            done.set()

    async with only_worker(file, stays=False):
        assert not is_worked_on(file)  # nothing is handed to who will be gone
        with pytest.raises(BadInput, match="already works"):
            async with only_worker(file, patience=timedelta(0)):
                pass
        waiting = asyncio.ensure_future(serve())
        await asyncio.sleep(0.3)
        assert not done.is_set()
    await asyncio.wait_for(waiting, 60)
    assert f"process {os.getpid()} works on {file}" in caplog.text
    async with only_worker(file):
        assert is_worked_on(file)


async def test_work_that_no_worker_may_take_is_told_with_the_queue(
    platform: Platform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workers for other queues alone plan nothing."""
    monkeypatch.setattr(handing, "_PATIENCE", 0.5)
    async with opened(f"sqlite:///{tmp_path}/news.db", platform) as install, install.engine(queues=["deliver"]):
        with pytest.raises(StoreError, match=r"nobody took the work within a minute.+--queues brief"):
            await handing.hand_over(install.url, NOON)


async def test_a_link_to_the_file_is_the_same_file(tmp_path: Path) -> None:
    """Two servers on one SQLite file by two names would both work."""
    file, link = tmp_path / "news.db", tmp_path / "elsewhere.db"
    file.touch()
    link.symlink_to(file)
    async with only_worker(link):
        assert is_worked_on(file)
        with pytest.raises(BadInput, match="already works"):
            async with only_worker(file, patience=timedelta(0)):
                pass


async def test_a_stopped_clock_goes_on_by_what_a_leg_took(
    platform: Platform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who never answers holds a leg for seconds: retries that fell due meanwhile come in the next one, not one leg each."""

    async def slow(*, clock: Clock, **_: Any) -> datetime:
        await asyncio.sleep(0.3)
        return clock.now() + timedelta(seconds=0.01)

    monkeypatch.setattr(workflows, "deliver_chunk", slow)
    batch = write_batch(Batch("c", "public", "webhook", EDITION, DAY))
    async with opened(f"sqlite:///{tmp_path}/news.db", platform) as install, install.engine():
        stopped = await workflows.carry_step(batch, NOON.isoformat())
        running = await workflows.carry_step(batch, None)
    assert stopped is not None
    assert stopped >= 0.29
    assert running == pytest.approx(0.01, abs=0.01)
