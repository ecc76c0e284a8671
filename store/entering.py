"""Entering documents into the index, a batch at a time. On PostgreSQL a batch is a statement a table with one parameter: a
parameter or a statement a row takes the driver longer than the rest takes the server."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import CursorResult, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from store.postings import words
from store.tables import SEARCH_DOCUMENTS, SEARCH_TERMS

SEPARATOR: Final = "\x1f"
"""Between a document's tokens on PostgreSQL; no token holds it."""
_CHANGING: Final = ("language", "published", "source", "length", "counts", "reading")
Row = dict[str, Any]

_DOCUMENTS: Final = sqlite.insert(SEARCH_DOCUMENTS)
_DOCUMENTS_ON_SQLITE: Final = _DOCUMENTS.on_conflict_do_update(
    index_elements=("tenant", "article"), set_={name: _DOCUMENTS.excluded[name] for name in _CHANGING}
).returning(SEARCH_DOCUMENTS.c.article, SEARCH_DOCUMENTS.c.doc)
_TOKENS_ON_SQLITE: Final = text("INSERT OR REPLACE INTO search_index (rowid, tokens) VALUES (:doc, :tokens)")
_DOCUMENTS_ON_POSTGRES: Final = text(
    "INSERT INTO search_documents (tenant, article, language, published, source, length, counts, reading)"
    " SELECT tenant, article, language, published, source, length, decode(counts, 'hex'), decode(reading, 'hex')"
    " FROM json_to_recordset(CAST(:rows AS json)) AS given (tenant text, article text, language text, published timestamptz,"
    " source text, length integer, counts text, reading text)"
    " ON CONFLICT (tenant, article) DO UPDATE SET language = excluded.language, published = excluded.published,"
    " source = excluded.source, length = excluded.length, counts = excluded.counts, reading = excluded.reading"
    " RETURNING article, doc"
)
_TOKENS_ON_POSTGRES: Final = text(
    "INSERT INTO search_index (doc, tokens) SELECT doc, array_to_tsvector(string_to_array(tokens, chr(31)))"
    " FROM json_to_recordset(CAST(:rows AS json)) AS given (doc bigint, tokens text)"
    " ON CONFLICT (doc) DO UPDATE SET tokens = excluded.tokens"
)
_SETTLED_ON_POSTGRES: Final = text("SELECT gin_clean_pending_list('ix_search_index_tokens')")
"""Or every search goes through what is not sorted into the index yet, up to 4 MB."""
_TERMS: Final = sqlite.insert(SEARCH_TERMS)
_TERMS_ON_SQLITE: Final = _TERMS.on_conflict_do_update(
    index_elements=["term"], set_={"documents": SEARCH_TERMS.c.documents + _TERMS.excluded.documents}
)
_TERMS_ON_POSTGRES: Final = text(
    "INSERT INTO search_terms (term, documents) SELECT term, documents FROM"
    " unnest(string_to_array(:terms, ',')::bigint[], string_to_array(:changes, ',')::bigint[]) AS given (term, documents) ORDER BY term"
    " ON CONFLICT (term) DO UPDATE SET documents = search_terms.documents + excluded.documents"
)


async def enter(connection: AsyncConnection, documents: Sequence[tuple[Row, Sequence[str]]]) -> None:
    """Adds rows with their tokens, or puts them in place of what was there; of one tenant each article once."""
    rows = [row for row, _ in documents]
    if connection.dialect.name == "sqlite":
        numbers = _numbers(await connection.execute(_DOCUMENTS_ON_SQLITE, rows))
        indexed = [{"doc": numbers[row["article"]], "tokens": words(tokens)} for row, tokens in documents]
        await connection.execute(_TOKENS_ON_SQLITE, indexed)
        return
    numbers = _numbers(
        await connection.execute(_DOCUMENTS_ON_POSTGRES, {"rows": json.dumps(list(map(_written, rows)))})
    )
    indexed = [{"doc": numbers[row["article"]], "tokens": SEPARATOR.join(tokens)} for row, tokens in documents]
    await connection.execute(_TOKENS_ON_POSTGRES, {"rows": json.dumps(indexed, ensure_ascii=False)})
    await connection.execute(_SETTLED_ON_POSTGRES)


def _numbers(entered: CursorResult[Any]) -> dict[str, int]:
    return {row.article: row.doc for row in entered.all()}


def _written(row: Row) -> Row:
    """As JSON takes it."""
    packed = {name: row[name].hex() for name in ("counts", "reading")}
    return {**row, **packed, "published": row["published"].isoformat()}


async def count(connection: AsyncConnection, changes: Mapping[int, int]) -> None:
    """Changes by so much in how many documents each term is."""
    # In one order for everybody, or two writers on PostgreSQL could wait for each other.
    terms = sorted(term for term, change in changes.items() if change)
    if not terms:
        return
    if connection.dialect.name == "sqlite":
        rows = [{"term": term, "documents": changes[term]} for term in terms]
        await connection.execute(_TERMS_ON_SQLITE, rows)
        return
    given = {"terms": ",".join(map(str, terms)), "changes": ",".join(str(changes[term]) for term in terms)}
    await connection.execute(_TERMS_ON_POSTGRES, given)
