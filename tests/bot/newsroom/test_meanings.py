"""Reports are found by what their titles mean, in whatever words and language."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.newsroom.collecting import meanings as kept
from bot.newsroom.collecting.indexing import index_missing
from bot.newsroom.collecting.meanings import meanings_of, nearest
from news.model import PUBLIC, Article, Tenant
from store.database import Database
from summariser.words.meaning import meanings
from tests.store.samples import NOON, article, hours

ACME = "slack:acme"
ASKED = "Which companies cut jobs?"
FIRED = article("fired", title="オービット・ラボ、従業員の2割を解雇", language="ja")
BUILT = article("built", title="The chip maker opens a factory in Texas")
PRIZE = article("prize", title="A poet wins the spring prize")


async def enter(db: Database, *articles: Article) -> None:
    for one in articles:
        async with db.begin() as tx:
            await tx.articles.add([one], tenant=one.tenant)
            await tx.meanings.add(meanings_of([one]), tenant=one.tenant)


async def found(
    db: Database, tenant: str = PUBLIC, *, days: int = 9, limit: int = 9, languages: tuple = ()
) -> list[str]:  # type: ignore[type-arg]
    [asked] = meanings([ASKED])
    span = NOON - timedelta(days=days), NOON
    near = await nearest(
        asked, since=span[0], until=span[1], languages=languages, limit=limit, tenant=tenant, database=db
    )
    assert [one for _, one in near] == sorted((one for _, one in near), reverse=True)
    return [id for id, _ in near]


async def test_what_means_the_like_comes_first_in_whatever_language(db: Database) -> None:
    await enter(db, PRIZE, BUILT, FIRED)
    assert (await found(db))[0] == "fired"
    assert await found(db, limit=1) == ["fired"]
    assert "fired" not in await found(db, languages=("en",))


async def test_only_of_the_time_that_is_asked_for(db: Database) -> None:
    await enter(db, replace(FIRED, published=NOON - timedelta(days=40)), BUILT)
    assert await found(db) == ["built"]
    assert (await found(db, days=50))[0] == "fired"


async def test_what_is_entered_later_is_found_as_well(db: Database) -> None:
    await enter(db, BUILT)
    assert await found(db) == ["built"]
    await enter(db, FIRED)
    assert await found(db) == ["fired", "built"]


async def test_another_tenant_s_reports_are_not_found(db: Database) -> None:
    async with db.begin() as tx:
        await tx.tenants.put(Tenant(ACME, "Acme", NOON))
    await enter(db, BUILT, replace(FIRED, tenant=ACME))
    assert await found(db) == ["built"]
    assert await found(db, "slack:borea") == ["built"]
    assert await found(db, ACME) == ["fired", "built"]


async def test_of_more_than_a_process_keeps_the_last_are_found(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_KEPT", 4)
    many = [
        article(f"a{number}", title=f"A poet wins prize {number}", published=NOON - hours(1)) for number in range(7)
    ]
    for number, one in enumerate(many):
        await enter(db, one)
        assert len(await found(db)) <= 4, number
    await enter(db, FIRED)
    assert (await found(db))[0] == "fired"


async def test_what_was_collected_before_titles_were_read_is_read_with_the_index(db: Database) -> None:
    async with db.begin() as tx:
        await tx.articles.add([FIRED, BUILT], tenant=PUBLIC)
    assert await found(db) == []
    await index_missing(database=db)
    assert await found(db) == ["fired", "built"]
