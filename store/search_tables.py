"""The rows of searching: what is in the token index, how often terms are, what titles mean. See `store.tables`."""

from datetime import datetime
from typing import Final

from sqlalchemy import BigInteger, Index, Integer, UniqueConstraint
from sqlmodel import Field

from store.columns import UtcDateTime
from store.rows import Row, table_of


class SearchRow(Row, table=True):
    """What is in the token index under the number `doc`. The index itself differs by engine: see `store.search`."""

    __tablename__ = "search_documents"
    __table_args__ = (
        UniqueConstraint("tenant", "article", name="uq_search_documents_article"),
        Index("ix_search_documents_published", "tenant", "published", "doc"),
    )

    doc: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=BigInteger().with_variant(Integer(), "sqlite"),
    )
    tenant: str
    article: str
    language: str
    published: datetime = Field(sa_type=UtcDateTime)
    source: str
    length: int
    counts: bytes
    reading: bytes


class MeaningRow(Row, table=True):
    """What an article's title means, packed, in the order it was entered: see `summariser.words.meaning`."""

    __tablename__ = "meanings"
    __table_args__ = (
        UniqueConstraint("tenant", "article", name="uq_meanings_article"),
        Index("ix_meanings_number", "tenant", "number"),
    )

    number: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=BigInteger().with_variant(Integer(), "sqlite"),
    )
    tenant: str
    article: str
    language: str
    published: datetime = Field(sa_type=UtcDateTime)
    packed: bytes


class SearchTermRow(Row, table=True):
    """How many documents hold a term, known by its number alone: see `store.bm25`. No text, nobody's in particular."""

    __tablename__ = "search_terms"

    term: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    documents: int = Field(sa_type=BigInteger)


SEARCH_DOCUMENTS: Final = table_of(SearchRow)
SEARCH_TERMS: Final = table_of(SearchTermRow)
MEANINGS: Final = table_of(MeaningRow)
