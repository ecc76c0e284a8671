"""What a workspace's install leaves is kept encrypted under a key that nobody else can know."""

from dataclasses import replace
from datetime import timedelta

import pytest

from news.errors import BadInput, StoreError
from news.installations import Installation
from news.model import PUBLIC
from news.ports import FixedClock
from store.database import Database
from store.keeper import KeptInstallations
from store.sealing import Sealer
from tests.store.samples import NOON, hours

KEY, OTHER = "Zq3vN8_rT5wLx0bKpYd7GmUc2HsEaJ9f", "b7Ge1XoVnC4tRz8QkLpA0wSd5FuHjM2y"
ACME = Installation(
    channel="slack",
    tenant="slack:T1",
    token="xoxb-token",
    installer="U1ANN",
    bot="U1BOT",
    name="Acme",
    scopes=("chat:write",),
    refresh="xoxe-refresh",
    expires=NOON + hours(12),
)


def keeper(db: Database, key: str = KEY) -> KeptInstallations:
    return KeptInstallations(db, key=key, clock=FixedClock(NOON))


async def test_an_installation_comes_back_as_it_went_in(db: Database) -> None:
    """Each workspace has its own, a new token takes the old one's place, and what is removed is gone."""
    kept = keeper(db)
    await kept.put(ACME)
    await kept.put(replace(ACME, tenant="slack:T2", token="xoxb-other"))
    assert await kept.find("slack", "slack:T1") == ACME
    newer = replace(ACME, token="xoxb-newer", refresh="", expires=None)
    await kept.put(newer)
    assert await kept.find("slack", "slack:T1") == newer
    await kept.remove("slack", "slack:T1")
    assert await kept.find("slack", "slack:T1") is None
    assert (await kept.find("slack", "slack:T2") or ACME).token == "xoxb-other"


async def test_the_database_alone_tells_no_token(db: Database) -> None:
    """Neither the token nor what makes the next one, and nothing that is printed shows them."""
    await keeper(db).put(ACME)
    async with db.read() as tx:
        row = await tx.installations.get("slack", tenant="slack:T1")
    assert "xox" not in f"{row} {ACME}"


async def test_a_key_can_be_changed_and_not_guessed(db: Database) -> None:
    """The old key opens what it sealed as long as it is given too."""
    await keeper(db).put(ACME)
    assert await keeper(db, f"{OTHER}, {KEY}").find("slack", "slack:T1") == ACME
    with pytest.raises(StoreError, match=r"another key; give the old key too, as NEW,OLD"):
        await keeper(db, OTHER).find("slack", "slack:T1")


@pytest.mark.parametrize("key", ["", " , ", "short", "a" * 40, "12" * 20, "please-change-me-0123456789-abcdefgh"])
def test_a_key_that_anybody_may_know_is_refused(key: str) -> None:
    """With what to do about it."""
    with pytest.raises(BadInput, match=r"AINEWS_SECRET_KEY: .*secrets\.token_urlsafe"):
        Sealer(key)


async def test_what_an_install_began_with_is_good_once(db: Database) -> None:
    """Also when two requests come at the same time."""
    kept, later = keeper(db), NOON + timedelta(minutes=10)
    assert [await kept.spend("slack", "s1", until=later) for _ in range(2)] == [True, False]
    assert await kept.spend("slack", "s2", until=later)
    async with db.read() as tx:
        assert await tx.notes.get("slack", "state:s1", tenant=PUBLIC, now=NOON) == "spent"
