"""Articles: stored once, found by what is still to do with them."""

from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from news.errors import StoreError
from news.model import PUBLIC, TextState
from store.articles import ArticleText
from store.database import Database
from store.kept_articles import KeptArticles
from tests.store.samples import NOON, article, hours

DAY_BEFORE = NOON - hours(24)


async def test_an_article_comes_back_as_it_went_in(db: Database) -> None:
    """Every field survives, the story and another time zone's instant included."""
    tokyo = timezone(timedelta(hours=9))
    one = article(title="新モデル", published=(NOON - hours(3)).astimezone(tokyo), dated=False, attempts=2, story="s1")
    async with db.begin() as tx:
        assert await tx.articles.add([one], tenant=PUBLIC) == 1
    async with db.read() as tx:
        [stored] = await tx.articles.get([one.id], tenant=PUBLIC)
    assert stored == one
    assert stored.published.utcoffset() == stored.seen.utcoffset() == timedelta(0)


async def test_a_known_key_or_id_is_not_stored_again(db: Database) -> None:
    """The first article stays as it was, whatever repeats its key or its id, in the same batch or later."""
    first = article("a1")
    again = [replace(first, title="Other words"), article("a2", key=first.key), article("a3"), article("a3")]
    async with db.begin() as tx:
        assert await tx.articles.add([first], tenant=PUBLIC) == 1
        assert await tx.articles.add(again, tenant=PUBLIC) == 1
        assert await tx.articles.add([], tenant=PUBLIC) == 0
        assert await tx.articles.get(["a1"], tenant=PUBLIC) == [first]
        assert await tx.articles.count(tenant=PUBLIC) == 2


async def test_only_the_known_of_many_keys_are_named(db: Database) -> None:
    """More keys than one statement takes variables, one of them longer than PostgreSQL indexes."""
    long = "https://orbit.example/" + "x" * 9_000
    keys = [f"https://orbit.example/{number}" for number in range(40_000)]
    async with db.begin() as tx:
        await tx.articles.add([article("a1", key=long), article("a2", key=keys[17])], tenant=PUBLIC)
        assert await tx.articles.known([*keys, long], tenant=PUBLIC) == {long, keys[17]}
        assert await tx.articles.known([], tenant=PUBLIC) == set()


async def test_get_keeps_the_order_asked_for(db: Database) -> None:
    """An unknown id leaves no gap, a repeated one is answered twice."""
    async with db.begin() as tx:
        await tx.articles.add([article(id) for id in "abc"], tenant=PUBLIC)
        found = await tx.articles.get(["c", "nobody", "a", "c"], tenant=PUBLIC)
    assert [one.id for one in found] == ["c", "a", "c"]


async def test_what_a_page_gave_is_kept(db: Database) -> None:
    """Text, state and attempts change; the link only when another one answered."""
    async with db.begin() as tx:
        waiting = [article(id, text="", text_state=TextState.PENDING) for id in ("a1", "a2")]
        await tx.articles.add(waiting, tenant=PUBLIC)
        had = ArticleText("a1", "Words.", TextState.HAD, 1, "https://orbit.example/moved")
        await tx.articles.set_texts([had, ArticleText("a2", "", TextState.NONE, 3)], tenant=PUBLIC)
        one, two = await tx.articles.get(["a1", "a2"], tenant=PUBLIC)
    assert (one.text, one.text_state, one.attempts, one.url) == ("Words.", TextState.HAD, 1, had.url)
    assert (two.text_state, two.attempts, two.url) == (TextState.NONE, 3, waiting[1].url)


async def test_pending_gives_the_newest_that_still_need_their_page(db: Database) -> None:
    """Neither those with a text, nor the old, nor those seen later than now, nor those set aside."""
    pending = TextState.PENDING
    articles = [
        article("older", text_state=pending, published=NOON - hours(5)),
        article("newer", text_state=pending, published=NOON - hours(2)),
        article("oldest", text_state=pending, published=NOON - hours(9)),
        article("had", text_state=TextState.HAD),
        article("long ago", text_state=pending, published=NOON - hours(30)),
        article("tomorrow", text_state=pending, seen=NOON + hours(20)),
        article("off topic", text_state=pending),
    ]
    async with db.begin() as tx:
        await tx.articles.add(articles, tenant=PUBLIC)
        await tx.articles.set_aside(["off topic"], tenant=PUBLIC)
        found = await tx.articles.pending(tenant=PUBLIC, since=DAY_BEFORE, seen_until=NOON, limit=2)
    assert [one.id for one in found] == ["newer", "older"]


async def test_between_takes_the_start_and_leaves_the_end(db: Database) -> None:
    """Two days side by side share no article; a language can be asked for."""
    articles = [
        article("start", published=DAY_BEFORE),
        article("inside", published=DAY_BEFORE + hours(1), language="ja"),
        article("end", published=NOON),
        article("unseen", published=DAY_BEFORE + hours(2), seen=NOON + timedelta(seconds=1)),
    ]
    async with db.begin() as tx:
        await tx.articles.add(articles, tenant=PUBLIC)
        day = await tx.articles.between(tenant=PUBLIC, start=DAY_BEFORE, end=NOON, seen_until=NOON)
        ja = await tx.articles.between(tenant=PUBLIC, start=DAY_BEFORE, end=NOON, seen_until=NOON, language="ja")
    assert [one.id for one in day] == ["inside", "start"]
    assert [one.id for one in ja] == ["inside"]


async def test_ungrouped_forgets_what_was_assigned_or_set_aside(db: Database) -> None:
    """An article is asked about until it has its story or its verdict."""
    async with db.begin() as tx:
        await tx.articles.add([article(id) for id in ("a1", "a2", "a3")], tenant=PUBLIC)
        await tx.articles.assign({"a1": "s1"}, tenant=PUBLIC)
        await tx.articles.set_aside(["a2"], tenant=PUBLIC)
    async with db.read() as tx:
        waiting = await tx.articles.ungrouped(tenant=PUBLIC, since=DAY_BEFORE, seen_until=NOON)
        assert [one.id for one in waiting] == ["a3"]
        assert await tx.articles.ungrouped(tenant=PUBLIC, since=DAY_BEFORE, seen_until=DAY_BEFORE) == []
        [grouped] = await tx.articles.get(["a1"], tenant=PUBLIC)
    assert grouped.story == "s1"


async def test_an_odd_character_costs_no_article(db: Database) -> None:
    """NUL and a lone surrogate, which no engine stores, are taken out and the rest of the batch is kept."""
    odd = article("a1", title="No\0thing \ud800 lost", key="https://orbit.example/\ud800")
    async with db.begin() as tx:
        assert await tx.articles.add([odd, article("a2")], tenant=PUBLIC) == 2
        assert await tx.articles.known([odd.key], tenant=PUBLIC) == {odd.key}
        [stored] = await tx.articles.get(["a1"], tenant=PUBLIC)
    assert stored.title == "Nothing ? lost"


async def test_an_article_is_not_filed_under_another_tenant(db: Database) -> None:
    """A caller that mixes tenants up is told so, and nothing is stored."""
    with pytest.raises(StoreError, match="a1: belongs to tenant 'acme'"):
        async with db.begin() as tx:
            await tx.articles.add([article("a1", tenant="acme")], tenant=PUBLIC)
    async with db.read() as tx:
        assert await tx.articles.count(tenant="acme") == 0


async def test_articles_are_found_by_their_keys(db: Database) -> None:
    one, other = article("a1"), article("a2")
    async with db.begin() as tx:
        await tx.articles.add([one, other], tenant=PUBLIC)
        assert await tx.articles.at([other.key, "https://nobody.example/"], tenant=PUBLIC) == [other]
        assert await tx.articles.at([], tenant=PUBLIC) == []


async def test_what_changed_since_it_was_read_is_read_anew(db: Database) -> None:
    """Its story, its text; and what came to a tenant of its own goes before what everybody has."""
    async with db.begin() as tx:
        await tx.articles.add([article("a1"), article("a2")], tenant=PUBLIC)
    async with db.read() as tx:
        first = await tx.articles.get(["a1", "a2"], tenant="t1")
    async with db.read() as tx:
        again = await tx.articles.get(["a1", "a2"], tenant="t1")
    assert again[0] is first[0], "kept, not read again"
    async with db.begin() as tx:
        await tx.articles.assign({"a1": "s9"}, tenant=PUBLIC)
        await tx.articles.set_texts([ArticleText("a2", "All of it.", TextState.HAD, 1)], tenant=PUBLIC)
        await tx.articles.add([replace(article("a1", key="k:own"), tenant="t1", title="Our own")], tenant="t1")
    async with db.read() as tx:
        own, told = await tx.articles.get(["a1", "a2"], tenant="t1")
        [public] = await tx.articles.get(["a1"], tenant=PUBLIC)
    assert (own.title, own.tenant, told.text) == ("Our own", "t1", "All of it.")
    assert (public.story, public.tenant) == ("s9", PUBLIC)


async def test_what_is_undone_is_not_kept(db: Database) -> None:
    """What a unit of work read of its own changes is nobody else's."""
    async with db.begin() as tx:
        await tx.articles.add([article("a1")], tenant=PUBLIC)

    async def undone() -> None:
        async with db.begin() as tx:
            await tx.articles.assign({"a1": "s9"}, tenant=PUBLIC)
            assert (await tx.articles.get(["a1"], tenant=PUBLIC))[0].story == "s9"
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await undone()
    async with db.read() as tx:
        assert (await tx.articles.get(["a1"], tenant=PUBLIC))[0].story is None


def test_as_much_is_kept_as_there_is_room_for() -> None:
    """The ones read last; under another stamp it is not there."""
    kept = KeptArticles()
    long = [replace(article(f"a{number}"), text="x" * 3_000_000) for number in range(4)]
    for one in long:
        kept.keep((PUBLIC, one.id, 1), one)
    assert kept.get((PUBLIC, "a0", 1)) is None
    assert kept.get((PUBLIC, "a3", 1)) is long[3]
    assert kept.get((PUBLIC, "a3", 2)) is None
