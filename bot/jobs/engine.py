"""The durable engine of one process: DBOS with its queues, a tick a minute, and an end that loses nothing.

`async with running(…)` for as long as it is needed. The traps it is built around are in docs/decisions/0008-durable-engine.md.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from typing import Final

from dbos import DBOS, DBOSConfig

from bot.jobs import announcing, workflows
from bot.jobs.desk import Crew, Desk, sit_down, stand_up
from bot.jobs.housekeeping import delete_finished
from bot.jobs.liveness import BEAT, REAP_EVERY, Liveness
from bot.jobs.queues import NAMES, QUEUES
from bot.jobs.single import only_worker
from bot.jobs.system import hurry_back, located, system_engine, system_url
from bot.jobs.ticking import order_reading, tick, until_next
from bot.newsroom.answering.replies import correct_posts, forget_old
from bot.newsroom.delivering.claims import Claims
from bot.newsroom.delivering.window import Window, WindowSize
from bot.newsroom.making.metering import forget_calls
from bot.settings import Settings
from news.errors import NewsError, StoreError
from news.model import Source
from news.ports import Channel, Clock, FixedClock, SystemClock
from store.database import Database

APPLICATION_VERSION: Final = "1"
"""Pinned: a newer program goes on with the work of an older one. docs/decisions/0008 says how workflows may change."""
EMBEDDED: Final = "embedded"
"""The executor's id on SQLite, where a lock on a file sees to it that there is only one."""
GRACE: Final = 15.0
"""Seconds that calls on their way have to end in when the process ends."""
_TICK: Final = timedelta(minutes=1)
_FIRST_READING: Final = 10.0
_FRESH: Final = timedelta(hours=1)
"""Beyond the time between two readings: what is older comes of a downtime."""
_HOUSEKEEPING: Final = timedelta(hours=24)
_CORRECTING: Final = 15.0
"""Seconds between two looks for answers that are to be corrected where they were posted."""
_PAUSE: Final = 5.0
_TELL_AGAIN: Final = 30.0
"""Seconds between two lines from one place that the database is away."""
_told: dict[tuple[str, int], float] = {}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Terms:
    """Which queues this engine takes work from, and whether it ticks or only does what it is given."""

    queues: Sequence[str] = NAMES
    ticking: bool = True


@asynccontextmanager
async def running(
    *,
    settings: Settings,
    database: Database,
    clock: Clock,
    channels: Mapping[str, Channel],
    crew: Crew,
    bundled: Callable[[], Sequence[Source]] = tuple,
    terms: Terms | None = None,
    on_death: Callable[[], None] = lambda: None,
) -> AsyncIterator[Desk]:
    """An engine at work until the block ends; `on_death` is called when the other workers take this one for dead.

    Waits for a process that works on this SQLite file and ends by itself. Raises BadInput for one that stays, or that has
    this worker's id.
    """
    terms, location = terms or Terms(), located(settings.database)
    async with AsyncExitStack() as stack:
        liveness = None if location.file else Liveness(database)
        if location.file:
            await stack.enter_async_context(only_worker(location.file, stays=terms.ticking))
        executor = await liveness.enlist(settings.worker_id) if liveness else EMBEDDED
        if liveness:
            stack.push_async_callback(_leave, liveness)
        desk = _desk(settings, database, clock, channels, crew, liveness)
        desk.reads = terms.ticking and settings.collect_minutes > 0 and not isinstance(clock, FixedClock)
        await stack.enter_async_context(_dbos(system_url(location), executor, desk, terms))
        loops = _loops(desk, settings, liveness, bundled, terms, on_death)
        tasks = [asyncio.ensure_future(_for_ever(*loop)) for loop in loops]
        try:
            yield desk
        finally:
            await _wind_down(desk, tasks)


def _desk(
    settings: Settings,
    database: Database,
    clock: Clock,
    channels: Mapping[str, Channel],
    crew: Crew,
    liveness: Liveness | None,
) -> Desk:
    return Desk(
        database=database,
        clock=clock,
        channels=channels,
        claims=Claims(liveness.token, others=liveness.others) if liveness else Claims(_embedded_token()),
        window=Window(WindowSize(settings.in_flight)),
        late=settings.late,
        crew=crew,
        fresh=_FRESH + timedelta(minutes=settings.collect_minutes),
        fit=liveness.is_fit if liveness else lambda: True,
    )


def _embedded_token() -> str:
    import secrets

    return secrets.token_hex(8)


@asynccontextmanager
async def _dbos(url: str, executor: str, desk: Desk, terms: Terms) -> AsyncIterator[None]:
    """DBOS on this event loop. It is a singleton: one engine per process."""
    logging.getLogger("dbos").setLevel(logging.WARNING)
    logging.getLogger("dbos").addFilter(_brief_warning)
    config = DBOSConfig(
        name=announcing.APPLICATION,
        system_database_url=url,
        sys_db_pool_size=6,
        executor_id=executor,
        application_version=APPLICATION_VERSION,
        log_level="WARNING",
        max_executor_threads=16,
        # The end waits for one of each; with nothing to notice they ask nothing.
        notification_listener_polling_interval_sec=0.5,
        notification_coalesce_sec=0.5,
        scheduler_polling_interval_sec=3600.0,
    )
    engine = system_engine(url)
    if engine is not None:
        config["system_database_engine"] = engine
    hurry_back()
    sit_down(desk)
    announcing.open_client(url)
    DBOS(config=config)
    try:
        DBOS.listen_queues(list(terms.queues))
        DBOS.launch()  # on the loop's own thread, once: so DBOS runs workflows on this loop
        await _register_queues()
        yield
    finally:
        # A workflow that had just begun fails for want of its engine, and is left to the next one: no error to tell.
        logging.getLogger("dbos").setLevel(logging.CRITICAL)
        await asyncio.to_thread(DBOS.destroy)
        announcing.close_client()
        stand_up()
        if engine is not None:
            engine.dispose()


def _brief_warning(record: logging.LogRecord) -> bool:
    """A step that is tried again, a database that is away: one line, without the way through the libraries, and of what asks the
    database twice a second one line in a while."""
    if record.levelno >= logging.ERROR:
        return True
    if record.exc_info:
        record.msg, record.args, record.exc_info = f"{record.getMessage()}: {record.exc_info[1]}", None, None
    if "OperationalError" not in record.getMessage():
        return True
    place, now = (record.pathname, record.lineno), monotonic()
    if now - _told.get(place, -_TELL_AGAIN) < _TELL_AGAIN:
        return False
    _told[place] = now
    return True


async def _register_queues() -> None:
    for queue in QUEUES:
        await DBOS.register_queue_async(
            queue.name,
            worker_concurrency=queue.at_once,
            partition_concurrency=1 if queue.one_each else None,
            polling_interval_sec=queue.poll,
            on_conflict="always_update",
        )


Loop = tuple[Callable[[], Awaitable[object]], Callable[[], float], float]
"""What is done again and again, the seconds until the next time, and the seconds before the first."""


def _loops(
    desk: Desk,
    settings: Settings,
    liveness: Liveness | None,
    bundled: Callable[[], Sequence[Source]],
    terms: Terms,
    on_death: Callable[[], None],
) -> list[Loop]:
    wall = SystemClock()
    loops: list[Loop] = []
    if terms.ticking:
        loops.append((lambda: tick(desk), lambda: until_next(wall.now(), _TICK), 0))
        loops.append((lambda: delete_finished(wall.now()), _HOUSEKEEPING.total_seconds, 600))
        loops.append((lambda: correct_posts(database=desk.database, channels=desk.channels), lambda: _CORRECTING, 20))
        kept = timedelta(days=settings.questions_kept_days)
        loops.append(
            (lambda: forget_old(database=desk.database, clock=desk.clock, kept=kept), _HOUSEKEEPING.total_seconds, 900)
        )
        zone = settings.timezone
        loops.append(
            (lambda: forget_calls(database=desk.database, clock=wall, zone=zone), _HOUSEKEEPING.total_seconds, 1200)
        )
    if desk.reads:
        every = timedelta(minutes=settings.collect_minutes)
        loops.append(
            (lambda: order_reading(desk, every, bundled), lambda: until_next(wall.now(), every), _FIRST_READING)
        )
    if liveness:
        loops.append((lambda: _beat(liveness, on_death), BEAT.total_seconds, 0))
        loops.append((liveness.reap, REAP_EVERY.total_seconds, 1))
    return loops


async def _beat(liveness: Liveness, on_death: Callable[[], None]) -> None:
    if not await liveness.beat():
        _log.error("the other workers took %s for dead and have its work; it ends", liveness.id)
        on_death()


async def _for_ever(work: Callable[[], Awaitable[object]], pause: Callable[[], float], first: float) -> None:
    """A fault of one round is told and the next one comes: a database that is away comes back."""
    await asyncio.sleep(first)
    while True:
        try:
            await work()
        except StoreError as error:
            _log.warning("%s", error)
            await asyncio.sleep(_PAUSE)
            continue
        except Exception:
            _log.exception("a fault in the engine's round")
        await asyncio.sleep(pause())


async def _leave(liveness: Liveness) -> None:
    with suppress(NewsError):  # the database may be away: then the others see it by our silence
        await liveness.leave()


async def _wind_down(desk: Desk, loops: Sequence[asyncio.Task[None]]) -> None:
    """Nothing more is begun; calls on their way may end; what then still runs is left to whoever comes next."""
    desk.stop()
    for task in loops:
        task.cancel()
    await asyncio.gather(*loops, return_exceptions=True)
    if desk.busy:
        await asyncio.wait(set(desk.busy), timeout=GRACE)
    await asyncio.sleep(0.2)  # a step that ended writes so before its engine goes
    left = set(desk.busy)
    for work in left:
        work.cancel()
    await asyncio.gather(*left, return_exceptions=True)


__all__ = ["APPLICATION_VERSION", "Terms", "running", "workflows"]
