"""Workers on one PostgreSQL: each has an id that no other has, shows that it lives, and takes over from the dead."""

import math
import os
import secrets
import socket
import time
from collections.abc import Collection, Sequence
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Final

from dbos import DBOS

from news.errors import BadInput
from store.database import Database
from store.workers import Worker

BEAT: Final = timedelta(seconds=5)
DEAD_AFTER: Final = timedelta(seconds=30)
REAP_EVERY: Final = timedelta(seconds=15)
_STALE_AFTER: Final = timedelta(seconds=20)
"""A worker that could not show that it lives for so long begins nothing more: soon the others take it for dead."""
_WATCH: Final = 2 * BEAT + timedelta(seconds=2)


class Liveness:
    """This process among the workers. `token` is new at every start, the id the same."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.token = secrets.token_hex(8)
        self.id = ""
        self._last_beat = time.monotonic()
        self._back_since = -math.inf

    async def enlist(self, wanted: str) -> str:
        """The id: the one wanted, or the machine's name with the first free number.

        Raises BadInput when a living process has the wanted one. Waits for a sign of life where it cannot know.
        """
        if wanted:
            await self._enlist_as(wanted)
            return self.id
        name = socket.gethostname() or "worker"
        for number in count(1):
            if await self._try(f"{name}-{number}"):
                break
        return self.id

    async def beat(self) -> bool:
        """False when others took this worker for dead: it must end."""
        async with self._database.begin() as tx:
            alive = await tx.workers.beat(self.id, token=self.token)
        if alive:
            now = time.monotonic()
            self._back_since = self._back_since if self.is_fit() else now
            self._last_beat = now
        return alive

    def is_fit(self) -> bool:
        return time.monotonic() - self._last_beat < _STALE_AFTER.total_seconds()

    async def leave(self) -> None:
        async with self._database.begin() as tx:
            await tx.workers.leave(self.id, token=self.token)

    async def others(self) -> Collection[str]:
        """The tokens of all workers that count as alive."""
        async with self._database.read() as tx:
            return {
                one.token for one in await tx.workers.known(silent_after=DEAD_AFTER) if not (one.silent or one.dead)
            }

    async def reap(self) -> int:
        """Gives the work of the dead back to the queues it came from; how many workflows. One worker at a time does so.

        What two gave back one after the other would run twice at once. One that could not beat itself takes nobody for dead until
        the others, too, had time to: the database was away, perhaps, and nobody died.
        """
        if not self.is_fit() or time.monotonic() - self._back_since < _STALE_AFTER.total_seconds():
            return 0
        async with self._database.begin() as tx:
            dead = await tx.workers.bury(silent_after=DEAD_AFTER)
            if not await tx.workers.alone():
                return 0
            left = [work for id in dead if id != self.id for work in await _pending(id)]
            for id, queue in left:
                # Without its queue's name it would go to an internal queue, past every bound.
                await DBOS.resume_workflow_async(id, queue_name=queue)
        return len(left)

    async def _try(self, id: str) -> bool:
        """Takes the id if it is free, or if its process is known to be gone."""
        known = await self._known(id)
        if known is not None and not (known.dead or known.silent or is_gone(known.place)):
            return False
        return await self._take(id, known)

    async def _enlist_as(self, id: str) -> None:
        if await self._try(id):
            return
        before = await self._known(id)
        deadline = time.monotonic() + _WATCH.total_seconds()
        while time.monotonic() < deadline:
            await _nap()
            now = await self._known(id)
            if before is None or now is None or now.token != before.token or now.heartbeat != before.heartbeat:
                break
        else:
            if await self._take(id, before):
                return
        raise BadInput(f"worker {id!r}", "another process has this id; give each its own AINEWS_WORKER_ID, or none")

    async def _take(self, id: str, known: Worker | None) -> bool:
        async with self._database.begin() as tx:
            instead = known.token if known else None
            taken = await tx.workers.enlist(id, token=self.token, place=this_place(), instead_of=instead)
        if taken:
            self.id, self._last_beat = id, time.monotonic()
        return taken

    async def _known(self, id: str) -> Worker | None:
        async with self._database.read() as tx:
            found: Sequence[Worker] = await tx.workers.known(silent_after=DEAD_AFTER)
        return next((one for one in found if one.id == id), None)


def this_place() -> str:
    """Which process this is, on which boot of which machine, in which container: enough to see from beside it if it is gone."""
    return f"{_surroundings()} {os.getpid()} {_started(os.getpid())}"


def is_gone(place: str) -> bool:
    """True when the process at that place has certainly ended; False also when that cannot be seen from here."""
    where, _, rest = place.partition(" ")
    if not where or where != _surroundings():
        return False
    pid, _, started = rest.partition(" ")
    return _started(int(pid)) != started


async def _pending(executor: str) -> list[tuple[str, str]]:
    found = await DBOS.list_workflows_async(
        status=["PENDING"], executor_id=[executor], load_input=False, load_output=False
    )
    return [(one.workflow_id, one.queue_name or "") for one in found]


async def _nap() -> None:
    import asyncio

    await asyncio.sleep(1)


def _surroundings() -> str:
    """The boot and the process namespace, "" where the system does not tell."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        return f"{boot}/{os.readlink('/proc/self/ns/pid')}"
    except OSError:
        return ""


def _started(pid: int) -> str:
    """When a process began, in ticks since the boot; "" when there is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""
