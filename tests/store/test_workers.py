"""Workers: an id is had by one process at a time, and the dead are known as dead."""

from datetime import timedelta

import pytest

from store.database import Database
from tests.postgres import Server

NEVER, AT_ONCE = timedelta(hours=1), timedelta(seconds=-5)


async def enlist(db: Database, id: str, token: str, instead_of: str | None = None) -> bool:
    async with db.begin() as tx:
        return await tx.workers.enlist(id, token=token, place="here", instead_of=instead_of)


async def beat(db: Database, id: str, token: str) -> bool:
    async with db.begin() as tx:
        return await tx.workers.beat(id, token=token)


async def bury(db: Database, silent_after: timedelta) -> list[str]:
    async with db.begin() as tx:
        return await tx.workers.bury(silent_after=silent_after)


async def test_an_id_is_taken_once(db: Database) -> None:
    """A second process does not get it, whatever it says."""
    assert await enlist(db, "w1", "a")
    assert not await enlist(db, "w1", "b")
    assert not await enlist(db, "w1", "b", instead_of="c")
    assert await beat(db, "w1", "a")
    assert not await beat(db, "w1", "b")


async def test_the_id_of_one_that_is_gone_is_inherited(db: Database) -> None:
    """By one heir; who had it before learns that it is no longer his."""
    await enlist(db, "w1", "a")
    assert await enlist(db, "w1", "b", instead_of="a")
    assert not await enlist(db, "w1", "c", instead_of="a")
    assert await beat(db, "w1", "b")
    assert not await beat(db, "w1", "a")


async def test_who_is_silent_is_buried(db: Database) -> None:
    """And learns it at the next heartbeat."""
    await enlist(db, "w1", "a")
    await enlist(db, "w2", "b")
    assert await bury(db, NEVER) == []
    assert await beat(db, "w1", "a")
    assert await bury(db, AT_ONCE) == ["w1", "w2"]
    assert not await beat(db, "w1", "a")


async def test_an_heir_of_the_dead_lives(db: Database) -> None:
    """The same id after a restart."""
    await enlist(db, "w1", "a")
    await bury(db, AT_ONCE)
    assert await enlist(db, "w1", "b", instead_of="a")
    assert await bury(db, NEVER) == []


async def test_who_leaves_is_dead_at_once(db: Database) -> None:
    """So that the others take its work without waiting; nobody can make another leave."""
    await enlist(db, "w1", "a")
    async with db.begin() as tx:
        await tx.workers.leave("w1", token="b")
    assert await bury(db, NEVER) == []
    async with db.begin() as tx:
        await tx.workers.leave("w1", token="a")
    assert await bury(db, NEVER) == ["w1"]


async def test_workers_are_known_with_their_silence(db: Database) -> None:
    """By the database's clock, which they share."""
    await enlist(db, "w1", "a")
    async with db.read() as tx:
        [alive] = await tx.workers.known(silent_after=NEVER)
        [silent] = await tx.workers.known(silent_after=AT_ONCE)
    assert (alive.id, alive.token, alive.place, alive.silent, alive.dead) == ("w1", "a", "here", False, False)
    assert silent.silent


@pytest.mark.postgres
async def test_one_worker_at_a_time_takes_over(postgres_database: str, postgres: Server) -> None:
    """The others go on without waiting, and may when it is done."""
    db = await Database.open(postgres.url(postgres_database))
    async with db.begin() as first:
        assert await first.workers.alone()
        async with db.begin() as second:
            assert not await second.workers.alone()
    async with db.begin() as third:
        assert await third.workers.alone()
    await db.close()
