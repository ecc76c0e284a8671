"""Reports by their titles, of a field or telling what is asked for: what was looked through is kept while nothing is entered."""

from datetime import datetime

import pytest

from bot.newsroom.collecting.indexing import indexed
from bot.newsroom.finding import titles as titles_module
from bot.newsroom.finding.titles import most_telling, of_field
from news.model import PUBLIC, Article, Tenant
from store.articles import Articles
from store.database import Database
from summariser.asking.asked_for import asked_for
from summariser.asking.fields import Field, field_of
from summariser.asking.understanding import understand
from tests.store.samples import NOON, article, hours

ACME = "slack:acme"
LAWSUIT = article("suit", title="A court hears the lawsuit over a chatbot", published=NOON - hours(3))
OLDER = article("older", title="The second lawsuit is settled", published=NOON - hours(50))
PRIZE = article("prize", title="A poet wins the spring prize", published=NOON - hours(2))


async def enter(db: Database, *articles: Article) -> None:
    async with db.begin() as tx:
        for tenant in {one.tenant for one in articles}:
            own = [one for one in articles if one.tenant == tenant]
            await tx.articles.add(own, tenant=tenant)
            await tx.search.index([indexed(one) for one in own], tenant=tenant)


LONG_BEFORE = NOON - hours(90)


async def found(
    db: Database, *, since: datetime = LONG_BEFORE, until: datetime = NOON, tenant: str = PUBLIC, limit: int = 9
) -> list[str]:
    asked = understand("lawsuits", today=NOON.date())
    async with db.read() as tx:
        return await of_field(field(), asked, since, until, limit=limit, tenant=tenant, tx=tx, database=db)


def field() -> Field:
    found = field_of("lawsuits")
    assert found is not None
    return found


async def test_reports_of_a_field_come_the_newest_first_and_of_the_time_alone(db: Database) -> None:
    await enter(db, LAWSUIT, OLDER, PRIZE)
    assert await found(db) == ["suit", "older"]
    assert await found(db, since=NOON - hours(9)) == ["suit"]
    assert await found(db, until=NOON - hours(9)) == ["older"]
    assert await found(db, since=NOON - hours(50), until=NOON - hours(3)) == ["suit", "older"]
    assert await found(db, limit=1) == ["suit"]


async def test_titles_are_read_once_while_nothing_is_entered(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    await enter(db, LAWSUIT)
    read, titles = [], Articles.titles

    async def counting(self: Articles, **asked: object) -> object:
        read.append(asked)
        return await titles(self, **asked)  # type: ignore[arg-type]

    monkeypatch.setattr(Articles, "titles", counting)
    assert await found(db) == await found(db, since=NOON - hours(20)) == ["suit"]
    assert len(read) == 1
    await enter(db, OLDER)
    assert await found(db) == ["suit", "older"]
    assert len(read) == 2


async def test_a_tenant_sees_its_own_titles_and_no_other_does(db: Database) -> None:
    own = article("own", title="Our own lawsuit", published=NOON - hours(1), tenant=ACME)
    async with db.begin() as tx:
        await tx.tenants.put(Tenant(ACME, "Acme", NOON))
    await enter(db, LAWSUIT, own)
    assert await found(db) == ["suit"]
    assert await found(db, tenant=ACME) == ["own", "suit"]
    assert await found(db) == ["suit"]


async def telling(db: Database, question: str, *, tenant: str = PUBLIC, limit: int = 9) -> tuple[list[str], bool]:
    understood = understand(question, today=NOON.date())
    return await most_telling(
        asked_for(question, {}), understood, LONG_BEFORE, NOON, limit=limit, tenant=tenant, database=db
    )


async def test_titles_that_tell_most_of_a_question_come_first_the_newest_of_equals(db: Database) -> None:
    assert await telling(db, "lawsuits over a chatbot") == ([], True)
    await enter(db, LAWSUIT, OLDER, PRIZE)
    assert await telling(db, "lawsuits over a chatbot") == (["suit", "older"], True)
    assert await telling(db, "which lawsuits are there?", limit=1) == (["suit"], True)


async def test_what_is_entered_later_is_found_by_its_title_too(db: Database) -> None:
    await enter(db, OLDER)
    assert await telling(db, "which lawsuits are there?") == (["older"], True)
    await enter(db, LAWSUIT)
    assert await telling(db, "which lawsuits are there?") == (["suit", "older"], True)


async def test_where_more_titles_are_than_are_looked_through_it_is_said(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(titles_module, "_TITLES", 1)
    await enter(db, LAWSUIT, OLDER)
    assert await telling(db, "which lawsuits are there?") == (["suit"], False)


async def test_titles_are_those_of_the_language_that_is_asked_for(db: Database) -> None:
    japanese = article("ja", title="チャットボットをめぐる訴訟", published=NOON - hours(4), language="ja")
    await enter(db, LAWSUIT, japanese)
    assert await telling(db, "lawsuits in Japanese reports") == (["ja"], True)
