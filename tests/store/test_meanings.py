"""What titles mean is kept beside the index, in the order it was entered."""

from dataclasses import replace

from news.model import PUBLIC
from store.database import Database
from store.meanings import Meaning
from tests.store.samples import NOON, article, hours

ONE = Meaning("a1", "en", NOON, b"\x01\xff", PUBLIC)


async def test_a_process_reads_on_from_where_it_was(db: Database) -> None:
    async with db.begin() as tx:
        await tx.meanings.add([ONE, replace(ONE, article_id="a2", published=NOON - hours(2))], tenant=PUBLIC)
    async with db.read() as tx:
        first = await tx.meanings.after(0, tenant=PUBLIC, limit=9)
    assert (first[0].article_id, first[0].packed, first[0].published) == ("a1", b"\x01\xff", NOON)
    async with db.begin() as tx:
        await tx.meanings.add([replace(ONE, article_id="a3")], tenant=PUBLIC)
    async with db.read() as tx:
        assert [one.article_id for one in await tx.meanings.after(first[-1].number, tenant=PUBLIC, limit=9)] == ["a3"]
        assert [one.article_id for one in await tx.meanings.after(0, tenant=PUBLIC, limit=2)] == ["a2", "a3"]


async def test_what_was_read_once_stays(db: Database) -> None:
    for packed in (b"first", b"second"):
        async with db.begin() as tx:
            await tx.meanings.add([replace(ONE, packed=packed)], tenant=PUBLIC)
    async with db.read() as tx:
        assert [one.packed for one in await tx.meanings.after(0, tenant=PUBLIC, limit=9)] == [b"first"]


async def test_articles_whose_titles_were_never_read_are_named_the_newest_first(db: Database) -> None:
    old, new, read = (article(id, published=NOON - hours(age)) for id, age in (("old", 9), ("new", 1), ("a1", 5)))
    async with db.begin() as tx:
        await tx.articles.add([old, new, read], tenant=PUBLIC)
        await tx.meanings.add([ONE], tenant=PUBLIC)
    async with db.read() as tx:
        assert await tx.meanings.missing(tenant=PUBLIC, limit=9) == ["new", "old"]
        assert await tx.meanings.missing_count(tenant=PUBLIC) == 2
