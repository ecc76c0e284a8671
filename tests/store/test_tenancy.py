"""No tenant sees another's: every statement of every repository names the tenant it is for."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from news.model import PUBLIC, Edition, TextState
from store.database import Database, Transaction
from tests.store.calls import (
    ACME,
    CALLS,
    EDITION,
    Call,
    fill,
)
from tests.store.samples import (
    NOON,
    article,
    brief,
    hours,
    story,
)
from tests.store.tenancy import forgotten

OF_ALL_TENANTS = ("tenants.", "workers.", "model_calls.", "model_replies.")
"""Who the tenants are, which processes work for all of them, and what the whole install's model cost and said."""


def methods() -> dict[str, Callable[..., Any]]:
    """Every public method of every repository, by `repository.method`."""
    repositories = vars(Transaction(None))  # type: ignore[arg-type]
    return {
        f"{noun}.{name}": method
        for noun, repository in repositories.items()
        for name, method in inspect.getmembers(type(repository), inspect.isfunction)
        if not name.startswith("_")
    }


def test_every_method_is_walked() -> None:
    """A new method must join the walk below before it is merged."""
    assert set(CALLS) == set(methods())


@pytest.mark.parametrize("name", [name for name in CALLS if not name.startswith(OF_ALL_TENANTS)])
def test_every_method_is_told_the_tenant(name: str) -> None:
    """By keyword and without a default, or inside the edition that it is about."""
    parameters = inspect.signature(methods()[name]).parameters
    if {"edition", "brief"} & parameters.keys() and name.startswith("briefs."):
        return
    assert parameters["tenant"].kind is inspect.Parameter.KEYWORD_ONLY
    assert parameters["tenant"].default is inspect.Parameter.empty


async def test_every_statement_of_every_method_names_the_tenant(db: Database, statements: list[str]) -> None:
    """The `statements` fixture reads each one as it is sent."""
    await fill(db, ACME)
    for name, call in CALLS.items():
        before = len(statements)
        async with db.begin() as tx:
            await call(tx)
        work = [one for one in statements[before:] if one.startswith(("SELECT", "INSERT", "UPDATE", "DELETE"))]
        assert work, f"{name} was walked without sending anything"


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("SELECT articles.id FROM articles WHERE articles.id = ?", "articles"),
        ("SELECT articles.tenant FROM articles", "articles"),
        ("SELECT articles.id FROM articles WHERE articles.tenant = ? OR articles.id = ?", "articles"),
        ("UPDATE stories SET tenant = ? WHERE stories.id = ?", "stories"),
        ("DELETE FROM briefs", "briefs"),
        ("INSERT INTO readers (id) VALUES (?)", "readers"),
        ("SELECT a FROM stories JOIN articles ON 1 WHERE stories.tenant = ?", "articles"),
    ],
)
def test_a_forgotten_tenant_is_noticed(statement: str, table: str) -> None:
    """The reader of statements is itself no rubber stamp."""
    assert forgotten(statement) == {table}


SHARED = (
    "sources.records",
    "articles.known",
    "articles.pending",
    "articles.get",
    "articles.between",
    "articles.ungrouped",
    "articles.titles",
    "articles.headlines",
    "articles.official_pages",
    "articles.count",
    "stories.get",
    "stories.active",
    "stories.latest",
    "briefs.by_id",
    "briefs.list",
    "search.find",
)
PERSONAL = (
    "readers.get",
    "readers.list",
    "subscriptions.get",
    "subscriptions.list",
    "questions.get",
    "questions.list",
    "questions.some",
    "questions.asked_by",
    "questions.thread",
    "questions.count",
    "feedback.list",
    "feedback.on_stories",
    "posts.of",
    "posts.open",
    "schedules.due",
    "schedules.next",
    "deliveries.get",
    "deliveries.find",
    "deliveries.loose",
    "deliveries.editions",
    "deliveries.known_as",
    "installations.get",
    "meanings.after",
    "inbox.claims",
    "inbox.take",
    "notes.get",
    "saved.list",
)
EDITIONS = ("briefs.get", "briefs.between")


async def _see(db: Database, call: Call) -> Any:
    async with db.begin() as tx:  # some reads lock what they find
        return await call(tx)


@pytest.mark.parametrize("name", [*SHARED, *PERSONAL, *EDITIONS])
async def test_another_tenant_s_rows_are_not_seen(db: Database, name: str) -> None:
    """Acme asks, and Borea's rows of the same ids are not there."""
    await fill(db, "borea")
    await _loose_article(db, "borea")
    assert not await _see(db, CALLS[name])


@pytest.mark.parametrize("name", SHARED)
async def test_public_rows_are_seen_by_every_tenant(db: Database, name: str) -> None:
    """The catalogue, its articles, the stories and the public briefs are everybody's."""
    await fill(db, PUBLIC)
    await _loose_article(db, PUBLIC)
    assert await _see(db, CALLS[name])


@pytest.mark.parametrize("name", [*PERSONAL, *EDITIONS])
async def test_a_tenant_s_own_rows_are_seen(db: Database, name: str) -> None:
    """The tests beside this one would pass on methods that find nothing at all."""
    await fill(db, ACME)
    assert await _see(db, CALLS[name])


@pytest.mark.parametrize("name", PERSONAL)
async def test_a_public_person_s_rows_are_not_seen_by_a_tenant(db: Database, name: str) -> None:
    """Who subscribed at the install itself is no business of a workspace."""
    await fill(db, PUBLIC)
    assert not await _see(db, CALLS[name])


async def _loose_article(db: Database, owner: str) -> None:
    loose = article("loose", tenant=owner, text_state=TextState.PENDING)
    async with db.begin() as tx:
        await tx.articles.add([loose], tenant=owner)


async def test_a_tenant_changes_only_its_own(db: Database) -> None:
    """Ids may be the same: what Acme does to its row leaves the public row alone."""
    for owner in (PUBLIC, ACME):
        await fill(db, owner)
    for name in ("articles.set_texts", "articles.set_aside", "articles.assign", "sources.record", "sources.retire"):
        async with db.begin() as tx:
            await CALLS[name](tx)
    async with db.begin() as tx:
        await tx.stories.put([story(headline="Ours", tenant=ACME)], tenant=ACME)
    async with db.read() as tx:
        assert await tx.articles.get(["a1"], tenant=PUBLIC) == [article(story="s1")]
        [record] = await tx.sources.records(tenant=PUBLIC)
        ours = await tx.stories.get("s1", tenant=ACME)
        theirs = await tx.stories.get("s1", tenant=PUBLIC)
    assert record.last_attempt is None
    assert ours is not None
    assert theirs is not None
    assert (ours.headline, theirs.headline) == ("Ours", "Story s1")


async def test_its_own_row_goes_before_a_public_one_of_the_same_id(db: Database) -> None:
    """A private source may find what the catalogue found too."""
    async with db.begin() as tx:
        await tx.articles.add([article(tenant=ACME, published=NOON - hours(9))], tenant=ACME)
        await tx.articles.add([article()], tenant=PUBLIC)
        for edition in (Edition("en", 5), EDITION):
            await tx.briefs.put(brief("b1", edition))
        [one] = await tx.articles.get(["a1"], tenant=ACME)
        own = await tx.briefs.by_id("b1", tenant=ACME)
    assert one.tenant == ACME
    assert own is not None
    assert own.edition.tenant == ACME
