"""What readers call useful or not is heard when the next edition is ranked."""

from datetime import timedelta

import pytest

from bot.newsroom.answering.replies import vote_on_story
from bot.newsroom.making.listening import KEPT, readers_signals
from news.model import PUBLIC, Edition
from news.ports import FixedClock
from store.database import Database
from tests.store.samples import NOON, article, source, story, tenant


@pytest.fixture
async def voted(db: Database) -> Database:
    """Two tenants' readers on one public story."""
    async with db.begin() as tx:
        await tx.tenants.put(tenant("acme"))
        await tx.sources.put([source()], tenant=PUBLIC)
        await tx.articles.add([article("a1")], tenant=PUBLIC)
        await tx.stories.put([story()], tenant=PUBLIC)
        await tx.articles.assign({"a1": "s1"}, tenant=PUBLIC)
    for reader, where in (("r1", "acme"), ("r2", PUBLIC), ("r3", PUBLIC)):
        await vote_on_story(
            database=db, clock=FixedClock(NOON), story="s1", verdict="not-useful", tenant=where, reader=reader
        )
    return db


async def test_the_public_edition_listens_to_everybody(voted: Database) -> None:
    """A tenant's own edition to its own readers, and to nobody once a vote is old."""
    async with voted.read() as tx:
        public = await readers_signals(tx, Edition("en", 5), NOON)
        own = await readers_signals(tx, Edition("en", 5, tenant="acme"), NOON)
        old = await readers_signals(tx, Edition("en", 5), NOON + KEPT + timedelta(days=1))
    assert public.topics["models"] < own.topics["models"] < 0
    assert set(public.owners) == {"orbit.example"}
    assert not old.topics
