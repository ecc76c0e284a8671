"""Briefs: the first writer wins, and what was told is remembered."""

from dataclasses import replace
from datetime import date

import pytest

from news.errors import StoreError
from news.model import PUBLIC, Edition
from store.database import Database
from tests.store.samples import EDITION, brief, told

THE_17TH = date(2026, 7, 17)


async def test_the_first_brief_of_an_edition_and_date_stays(db: Database) -> None:
    """Two builders at once must send one and the same brief."""
    second = brief("b2", reading_seconds=1)
    async with db.begin() as tx:
        assert await tx.briefs.put(brief()) == brief()
        assert await tx.briefs.put(second) == brief()
        assert await tx.briefs.get(EDITION, THE_17TH) == brief()
        assert await tx.briefs.by_id("b2", tenant=PUBLIC) is None


@pytest.mark.parametrize(
    "change", [{"language": "ja"}, {"minutes": 3}, {"topics": ("chips",)}, {"tenant": "acme"}], ids=str
)
async def test_another_edition_has_a_brief_of_its_own(db: Database, change: dict[str, object]) -> None:
    """Tenant, language, minutes and topics each tell two editions apart."""
    other: Edition = replace(EDITION, **change)  # type: ignore[arg-type]
    async with db.begin() as tx:
        await tx.briefs.put(brief())
        assert await tx.briefs.get(other, THE_17TH) is None
        assert await tx.briefs.put(brief("b2", other)) == brief("b2", other)


async def test_an_id_of_another_edition_is_refused(db: Database) -> None:
    """A brief that could not be stored is an error, not somebody else's brief."""
    async with db.begin() as tx:
        await tx.briefs.put(brief())
        with pytest.raises(StoreError, match="another edition's brief has this id"):
            await tx.briefs.put(brief(date=date(2026, 7, 18)))


async def test_an_explicit_rebuild_takes_the_place(db: Database) -> None:
    """`replace` is the only way to change a frozen brief."""
    async with db.begin() as tx:
        await tx.briefs.replace(brief())
        await tx.briefs.replace(brief("b2"))
        assert await tx.briefs.get(EDITION, THE_17TH) == brief("b2")
        assert await tx.briefs.by_id("b1", tenant=PUBLIC) is None


async def test_an_edition_s_earlier_briefs_come_oldest_first(db: Database) -> None:
    """Neither today's, nor those before `since`, nor another edition's."""
    days = {
        16: brief("b16", date=date(2026, 7, 16), stories=(told("s1", "a1"), told("s2", "a2"))),
        15: brief("b15", date=date(2026, 7, 15), stories=(told("s1", "a3"),)),
        9: brief("b9", date=date(2026, 7, 9), stories=(told("s9", "a9"),)),
        17: brief("b17", stories=(told("s17", "a17"),)),
    }
    other = brief("bx", replace(EDITION, minutes=3), date=date(2026, 7, 16), stories=(told("sx", "ax"),))
    async with db.begin() as tx:
        for one in (*days.values(), other):
            await tx.briefs.put(one)
        found = await tx.briefs.between(EDITION, since=date(2026, 7, 10), before=THE_17TH)
    assert found == [days[15], days[16]]


async def test_the_archive_lists_the_latest_first(db: Database) -> None:
    """Public ones and the tenant's own, in one language when asked."""
    japanese = brief("ja", Edition("ja", 5, tenant="acme"), date=date(2026, 7, 18))
    async with db.begin() as tx:
        for one in (brief("old", date=date(2026, 7, 1)), brief("new"), japanese):
            await tx.briefs.put(one)
        assert [one.id for one in await tx.briefs.list(tenant="acme", limit=9)] == ["ja", "new", "old"]
        assert [one.id for one in await tx.briefs.list(tenant=PUBLIC, limit=1)] == ["new"]
        assert [one.id for one in await tx.briefs.list(tenant="acme", limit=9, language="ja")] == ["ja"]
        assert await tx.briefs.by_id("ja", tenant="acme") == japanese
