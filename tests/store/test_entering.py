"""Entering documents: the term statistics are those of the documents, whoever enters them and however often."""

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import replace

import pytest
from sqlalchemy import Connection, text

from news.model import PUBLIC
from store import bm25, search
from store.database import Database
from store.postings import Kept
from store.search import IndexedText, SearchQuery
from tests.store.samples import NOON

_DOCUMENTS, _LENGTHS = -1, -2


def some(count: int, word: str = "chip") -> list[IndexedText]:
    """Each with a word that all have and one of its own."""
    return [IndexedText(f"a{at:03}", [word, f"w{at}"], [word, "news"], NOON, "en", PUBLIC) for at in range(count)]


def counted(connection: Connection) -> tuple[Counter[int], Counter[int]]:
    """The term statistics as they are kept, and as the documents give them; without how often any were entered."""
    documents = connection.execute(
        text("SELECT counts, length FROM search_documents WHERE search_documents.tenant = 'public'")
    ).all()
    kept = connection.execute(text("SELECT term, documents FROM search_terms WHERE documents <> 0 AND term <> -3"))
    recount = Counter(bm25.documents_of_terms([row.counts for row in documents]))
    recount[_DOCUMENTS], recount[_LENGTHS] = len(documents), sum(row.length for row in documents)
    return Counter({row.term: row.documents for row in kept}), recount


def rows_read(connection: Connection) -> int:
    """By this connection, from the table of documents."""
    counters = "SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = 'search_documents'"
    return int(connection.execute(text(counters)).scalar() or 0)


async def check(db: Database, documents: int) -> None:
    async with db.read() as tx:
        kept, recount = await tx.run_sync(counted)
    assert kept == recount
    assert kept[_DOCUMENTS] == documents


async def index(db: Database, texts: list[IndexedText]) -> None:
    async with db.begin() as tx:
        await tx.search.index(texts, tenant=PUBLIC)


async def test_the_statistics_are_those_of_the_documents(db: Database) -> None:
    """Entered, entered again, and changed: words that are gone count no more."""
    await index(db, some(30))
    await check(db, 30)
    await index(db, some(30))
    await check(db, 30)
    changed = [replace(one, body_tokens=["quantum"] * 3) for one in some(40, "kettle")[20:]]
    await index(db, [*changed, *some(5)])
    await check(db, 40)


async def test_two_who_enter_the_same_count_it_once(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor do they wait for each other for ever, in whatever order and however many batches they come with it."""
    monkeypatch.setattr(search, "_BATCH", 10)
    await asyncio.gather(index(db, some(40)), index(db, some(50, "kettle")[::-1]), index(db, some(60)[20:]))
    await check(db, 60)


@pytest.mark.postgres
async def test_a_table_that_fills_is_not_gone_through_for_each_batch(postgres_url: str) -> None:
    """PostgreSQL has no statistics of it then: it took a third of a second for a thousand articles more, and ever longer."""
    db = await Database.open(postgres_url)
    await db.migrate()
    await index(db, some(300))
    async with db.begin() as tx:
        before = await tx.run_sync(rows_read)
        await tx.search.index(some(320)[300:], tenant=PUBLIC)
        assert await tx.run_sync(rows_read) - before <= 2 * 20
    await db.close()


async def found(db: Database, word: str) -> set[str]:
    async with db.read() as tx:
        hits = await tx.search.find(SearchQuery((word,), since=NOON), tenant=PUBLIC, limit=50)
    return {hit.article for hit in hits}


async def test_what_is_entered_is_found_by_who_just_looked_for_it(db: Database) -> None:
    await index(db, some(3))
    assert not await found(db, "kettle")
    assert await found(db, "chip") == {"a000", "a001", "a002"}
    await index(db, some(5))
    assert await found(db, "chip") == {"a000", "a001", "a002", "a003", "a004"}


async def test_what_is_entered_anew_at_the_same_length_is_found_by_its_new_words_alone(db: Database) -> None:
    await index(db, some(3))
    assert len(await found(db, "chip")) == 3
    await index(db, some(1, "kettle"))
    assert await found(db, "chip") == {"a001", "a002"}
    assert await found(db, "kettle") == {"a000"}


async def test_who_reads_what_is_undone_again_leaves_nothing_of_it_behind(db: Database) -> None:
    await index(db, some(3))
    with suppress(RuntimeError):
        async with db.begin() as tx:
            await tx.search.index(some(4, "kettle"), tenant=PUBLIC)
            assert len(await tx.search.find(SearchQuery(("kettle",)), tenant=PUBLIC, limit=50)) == 4
            raise RuntimeError
    await index(db, some(4))
    assert not await found(db, "kettle")
    assert len(await found(db, "chip")) == 4


def test_of_an_index_so_much_is_kept_as_was_asked_for_last() -> None:
    kept = Kept(())
    for at in range(5):
        kept.keep(at, f"documents of {at}", 600_000)
    assert [kept.get(at) is not None for at in range(5)] == [False, False, True, True, True]
