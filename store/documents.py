"""The statements that read indexed documents, made once: to make one takes as long as to execute it."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, Final

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Column,
    ColumnElement,
    DateTime,
    Select,
    Text,
    bindparam,
    cast,
    func,
    select,
    true,
    type_coerce,
)
from sqlalchemy.sql.expression import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from store.statements import each_of, for_tenant, of_tenant, visible
from store.tables import SEARCH_DOCUMENTS, SEARCH_TERMS

FILTERS: Final[dict[str, ColumnElement[bool]]] = {
    "language": SEARCH_DOCUMENTS.c.language == bindparam("language"),
    "since": SEARCH_DOCUMENTS.c.published >= bindparam("since"),
    "until": SEARCH_DOCUMENTS.c.published <= bindparam("until"),
    "sources": SEARCH_DOCUMENTS.c.source.in_(bindparam("sources", expanding=True)),
}
"""By the names of `SearchQuery`."""


@cache
def holding(dialect: str) -> Select[Any]:
    """How many documents hold each of the `terms`, numbers as `listed` writes them."""
    return select(SEARCH_TERMS).where(_is_listed(SEARCH_TERMS.c.term, "terms", dialect))


@lru_cache(maxsize=256)
def first_since(tenant: str) -> Select[Any]:
    """The number of the first document that was published at `since` or after."""
    documents = SEARCH_DOCUMENTS.c
    return select(func.min(documents.doc)).where(
        visible(SEARCH_DOCUMENTS, tenant), documents.published >= bindparam("since")
    )


@cache
def documents_with(dialect: str, filters: tuple[str, ...]) -> Select[Any]:
    """What candidates are ranked by."""
    documents = SEARCH_DOCUMENTS.c
    published = type_coerce(documents.published, DateTime(timezone=True))  # hundreds: made UTC where it is needed
    columns = (documents.doc, documents.article, published, documents.length, documents.counts)
    return _numbered(dialect, *columns).where(*(FILTERS[name] for name in filters))


@cache
def reading_of(dialect: str) -> Select[Any]:
    """The terms in reading order."""
    return _numbered(dialect, SEARCH_DOCUMENTS.c.doc, SEARCH_DOCUMENTS.c.reading)


@cache
def entered(dialect: str) -> Select[Any]:
    """Those of the tenant's `articles` that are indexed, as they are."""
    documents = SEARCH_DOCUMENTS.c
    columns = (documents.article, documents.published, documents.length, documents.counts)
    if dialect == "sqlite":
        return select(*columns).where(
            of_tenant(SEARCH_DOCUMENTS), documents.article.in_(bindparam("articles", expanding=True))
        )
    # Each is looked up by itself. PostgreSQL, while it has no statistics of a table that fills, would go through all that the tenant has.
    names = func.unnest(bindparam("articles", type_=ARRAY(Text)))
    given = names.table_valued("article").render_derived(name="given")
    one = of_tenant(SEARCH_DOCUMENTS) & (documents.article == given.c.article)
    there = select(*columns).where(one).limit(1).lateral("there")
    return select(there).select_from(given.join(there, true()))


def _numbered(dialect: str, *columns: ColumnElement[Any]) -> Select[Any]:
    mine = for_tenant(SEARCH_DOCUMENTS)
    if dialect == "sqlite":
        # With a sign before it the tenant is no reason for SQLite to go through all that the tenant may see.
        own: UnaryExpression[str] = UnaryExpression(SEARCH_DOCUMENTS.c.tenant, operator=custom_op("+"))
        mine = own.in_(bindparam("tenants", expanding=True))
    return select(*columns).where(_is_listed(SEARCH_DOCUMENTS.c.doc, "docs", dialect), mine)


def listed(numbers: Sequence[int]) -> str:
    """As these statements take numbers."""
    return f"[{','.join(map(str, numbers))}]"


def _is_listed(number: Column[int], name: str, dialect: str) -> ColumnElement[bool]:
    """One of the numbers that are given by the name: one parameter, however many they are."""
    numbers = bindparam(name, type_=Text)
    if dialect == "sqlite":
        return number.in_(each_of(numbers))
    given = func.unnest(func.string_to_array(func.btrim(numbers, "[]"), ",")).column_valued("number")
    return number.in_(select(cast(given, BigInteger)))
