"""Full text over ready-made tokens: who cuts text into tokens decides what matches, on both engines alike.

SQLite ranks with FTS5's BM25, PostgreSQL with ts_rank over weighted lexemes; a hit in the title counts twice.
A query is built from encoded tokens only, so nothing that a reader types is ever an operator.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, cast, column, func, literal_column, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY

from news.languages import Language
from store.columns import storable
from store.statements import Repository, check_owner, chunks, visible
from store.tables import SEARCH_DOCUMENTS

_TOKEN_LENGTH: Final = 64
_TOKENS: Final = 16_000
"""Tokens of a document that are indexed: a tsvector numbers no more than 16,383 places."""
_PLACES: Final = 100
"""Places of one token that are kept: a tsvector takes 255, and more change no rank."""
_BATCH: Final = 1_000
"""Documents at a time, so that their encoded tokens need not all be in memory."""

_INDEX: Final = table("search_index", column("rowid"), column("doc"), column("tokens"))
_WRITE: Final = {
    "sqlite": text("INSERT OR REPLACE INTO search_index (rowid, title, body) VALUES (:doc, :title, :body)"),
    "postgresql": text(
        "INSERT INTO search_index (doc, tokens) VALUES (:doc, CAST(:tokens AS tsvector))"
        " ON CONFLICT (doc) DO UPDATE SET tokens = excluded.tokens"
    ),
}


@dataclass(frozen=True, slots=True)
class IndexedText:
    """An article as the index takes it; the tokens come from `news.text.search_tokens`."""

    article_id: str
    title_tokens: Sequence[str]
    body_tokens: Sequence[str]
    published: datetime
    language: Language
    tenant: str

    @property
    def id(self) -> str:
        return self.article_id


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """`terms` are tokens of the same making as the index's; any of them is a hit. `since` <= published <= `until`."""

    terms: tuple[str, ...]
    language: Language | None = None
    since: datetime | None = None
    until: datetime | None = None


class Search(Repository):
    async def index(self, texts: Sequence[IndexedText], *, tenant: str) -> None:
        """Adds articles, or indexes them anew."""
        check_owner(texts, tenant)
        unique = {item.article_id: item for item in sorted(texts, key=lambda item: item.article_id)}
        for batch in chunks(unique.values(), _BATCH):
            numbers = await self._numbers(batch)
            rows = [self._row(numbers[item.article_id], item) for item in batch]
            await self._many(_WRITE[self._connection.dialect.name], rows)

    async def find(self, query: SearchQuery, *, tenant: str, limit: int) -> list[tuple[str, float]]:
        """Article ids with a score, the best first, the newer of equals first; a higher score is a better hit."""
        terms = [token for term in query.terms if (token := _clean(term))]
        if not terms:
            return []
        sqlite = self._connection.dialect.name == "sqlite"
        statement = (_sqlite_find if sqlite else _postgres_find)(list(dict.fromkeys(terms)))
        statement = statement.where(visible(SEARCH_DOCUMENTS, tenant), *_filters(query)).limit(limit)
        hits: dict[str, float] = {}
        for row in await self._all(statement):
            hits.setdefault(row.article, float(row.score))
        return list(hits.items())

    async def _numbers(self, texts: Sequence[IndexedText]) -> dict[str, int]:
        upsert = self._upsert(SEARCH_DOCUMENTS, key=("tenant", "article"), change=("language", "published"))
        rows = [
            {"tenant": item.tenant, "article": item.article_id, "language": item.language, "published": item.published}
            for item in texts
        ]
        returning = upsert.returning(SEARCH_DOCUMENTS.c.article, SEARCH_DOCUMENTS.c.doc)
        return {row.article: row.doc for row in (await self._connection.execute(returning, rows)).all()}

    def _row(self, doc: int, item: IndexedText) -> dict[str, Any]:
        if self._connection.dialect.name == "sqlite":
            return {"doc": doc, "title": _words(item.title_tokens), "body": _words(item.body_tokens)}
        return {"doc": doc, "tokens": _places(item.title_tokens, item.body_tokens)}


def _filters(query: SearchQuery) -> list[ColumnElement[bool]]:
    documents = SEARCH_DOCUMENTS.c
    filters: list[ColumnElement[bool]] = []
    if query.language is not None:
        filters.append(documents.language == query.language)
    if query.since is not None:
        filters.append(documents.published >= query.since)
    if query.until is not None:
        filters.append(documents.published <= query.until)
    return filters


def _sqlite_find(terms: Sequence[str]) -> Select[Any]:
    index: ColumnElement[Any] = literal_column("search_index")
    score = (-func.bm25(index, 2.0, 1.0)).label("score")
    match = index.op("MATCH")(" OR ".join(f'"{term.translate(_TO_PRIVATE)}"' for term in terms))
    return _hits(score, _INDEX.c.rowid).where(match)


def _postgres_find(terms: Sequence[str]) -> Select[Any]:
    wanted = cast(" | ".join(_lexeme(term) for term in terms), TSQUERY)
    weights: ColumnElement[Any] = literal_column(
        "CAST('{0.1, 0.2, 0.5, 1.0}' AS real[])"
    )  # of D, C, B, A: title A, body B
    score = func.ts_rank(weights, _INDEX.c.tokens, wanted, 1).label("score")
    return _hits(score, _INDEX.c.doc).where(_INDEX.c.tokens.op("@@")(wanted))


def _hits(score: ColumnElement[Any], number: ColumnElement[Any]) -> Select[Any]:
    documents = SEARCH_DOCUMENTS.c
    statement = select(documents.article, score).select_from(_INDEX.join(SEARCH_DOCUMENTS, documents.doc == number))
    return statement.order_by(score.desc(), documents.published.desc(), documents.doc)


def _clean(token: str) -> str:
    return storable(token)[:_TOKEN_LENGTH]


# FTS5's `ascii` tokeniser keeps every character beyond ASCII and splits at what is no ASCII letter or digit, folding
# capitals. What it would split at or fold is moved into Unicode's private use area, so that a token stays whole.
_TO_PRIVATE: Final = {code: 0xE000 + code for code in range(128) if not (chr(code).isdigit() or chr(code).islower())}


def _words(tokens: Sequence[str]) -> str:
    return " ".join(_clean(token).translate(_TO_PRIVATE) for token in tokens[:_TOKENS])


def _lexeme(token: str) -> str:
    """Quoted for tsvector and tsquery input, where the quote and the backslash are doubled."""
    escaped = token.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _places(title: Sequence[str], body: Sequence[str]) -> str:
    """The tsvector's own notation: each token with its places, weight A in the title and B below it."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    weighted = [*((token, "A") for token in title), *((token, "B") for token in body)]
    for place, (token, weight) in enumerate(weighted[:_TOKENS], 1):
        if cleaned := _clean(token):
            places[cleaned].append(f"{place}{weight}")
    return " ".join(f"{_lexeme(token)}:{','.join(found[:_PLACES])}" for token, found in places.items())
