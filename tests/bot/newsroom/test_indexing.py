"""What was collected before the index was made anew is found again."""

import asyncio

import pytest

from bot.newsroom.collecting import indexing
from bot.newsroom.collecting.indexing import index_missing
from news.model import PUBLIC, Tenant
from store.database import Database
from store.search import SearchQuery
from tests.store.samples import NOON, article

ACME = "slack:acme"


async def found(db: Database, word: str, tenant: str = PUBLIC) -> set[str]:
    async with db.read() as tx:
        return {hit.article for hit in await tx.search.find(SearchQuery((word,)), tenant=tenant, limit=300)}


async def test_what_the_index_has_not_is_indexed_once_by_whoever_comes(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everybody's and a tenant's own; two processes at once, or one that ended halfway, count nothing twice."""
    monkeypatch.setattr(indexing, "_BATCH", 100)
    many = [article(f"a{number:03}", title=f"Chip {number}") for number in range(230)]
    async with db.begin() as tx:
        await tx.tenants.put(Tenant(ACME, "Acme", NOON))
        await tx.articles.add(many, tenant=PUBLIC)
        await tx.articles.add([article("own", title="Chip and kettle", tenant=ACME)], tenant=ACME)
    assert await found(db, "chip") == set()
    steps: list[tuple[int, int]] = []
    await asyncio.gather(
        index_missing(database=db), index_missing(database=db, progress=lambda done, total: steps.append((done, total)))
    )
    assert all(done <= total <= 462 for done, total in steps), (
        "each is cut into tokens, and its title read for what it means"
    )
    assert len(await found(db, "chip")) == 230
    assert "own" in await found(db, "chip", ACME)
    async with db.read() as tx:
        [hit] = await tx.search.find(SearchQuery(("kettl",)), tenant=ACME, limit=5)
        whole = await tx.search.weights(["chip"], tenant=PUBLIC)
    assert hit.article == "own"
    assert await index_missing(database=db) == 0
    async with db.begin() as tx:
        await tx.articles.add([article("late", title="Chip of tonight")], tenant=PUBLIC)
    assert await index_missing(database=db) == 2
    async with db.read() as tx:
        assert (await tx.search.weights(["chip"], tenant=PUBLIC))["chip"] < whole["chip"] < 0.01
