"""Tenants, readers and their subscriptions."""

from dataclasses import replace
from datetime import date

import pytest

from news.errors import StoreError
from news.model import PUBLIC
from store.database import Database, Transaction
from tests.store.samples import NOON, hours, reader, subscription, tenant


async def test_the_install_itself_is_the_first_tenant(db: Database) -> None:
    """Nothing need be set up before something public is stored."""
    async with db.begin() as tx:
        await tx.tenants.put(tenant("acme"))
        await tx.tenants.put(replace(tenant("acme"), name="Acme Ltd", created=NOON + hours(1)))
        assert await tx.tenants.get("acme") == replace(tenant("acme"), name="Acme Ltd")
        assert [one.id for one in await tx.tenants.list()] == ["acme", PUBLIC]
        assert await tx.tenants.get("nobody") is None


async def _acme(tx: Transaction) -> None:
    await tx.tenants.put(tenant("acme"))
    await tx.readers.put(reader("r1", "acme"), tenant="acme")


async def test_a_reader_can_move_and_rename(db: Database) -> None:
    """All but the day of arrival may change."""
    async with db.begin() as tx:
        await _acme(tx)
        moved = replace(reader("r1", "acme"), name="美香", language="en", zone="Europe/Paris")
        await tx.readers.put(replace(moved, created=NOON + hours(5)), tenant="acme")
        assert await tx.readers.get("r1", tenant="acme") == moved
        assert await tx.readers.list(tenant="acme") == [moved]


async def test_a_subscription_comes_back_as_it_went_in(db: Database) -> None:
    """Weekdays, topics, pause and a shared edition included; a change keeps its creation."""
    one = subscription("sub1", "acme", reader="r1", paused_until=date(2026, 8, 1), suspended="bounced")
    async with db.begin() as tx:
        await _acme(tx)
        await tx.subscriptions.put([one], tenant="acme")
        assert await tx.subscriptions.get("sub1", tenant="acme") == one
        changed = replace(one, weekdays=frozenset({6}), time="21:00", suspended="", paused_until=None)
        await tx.subscriptions.put([replace(changed, created=NOON + hours(1))], tenant="acme")
        assert await tx.subscriptions.list(tenant="acme") == [changed]


async def test_a_subscription_needs_its_tenant_and_reader(db: Database) -> None:
    """Another tenant's reader is no reader here."""
    async with db.begin() as tx:
        await _acme(tx)
    for orphan in (subscription(tenant="nobody"), subscription(tenant=PUBLIC, reader="r1")):
        with pytest.raises(StoreError, match=r"(?i)foreign key"):
            async with db.begin() as tx:
                await tx.subscriptions.put([orphan], tenant=orphan.tenant)


async def test_a_reader_can_be_erased_in_one_tenant(db: Database) -> None:
    """And is still known in another."""
    async with db.begin() as tx:
        await _acme(tx)
        await tx.readers.put(reader("r1"), tenant=PUBLIC)
        assert await tx.readers.erase("r1", tenant="acme") == 1
        assert await tx.readers.erase("r1", tenant="acme") == 0
        assert await tx.readers.get("r1", tenant=PUBLIC) is not None
