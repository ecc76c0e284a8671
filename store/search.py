"""Full text over ready-made tokens: who cuts text into tokens decides what matches, on both engines alike.

The engine's index (FTS5, or GIN over tsvector) finds candidates by the rarest terms; BM25 over packed counts and kept term statistics
ranks them, the same on both engines. A query is built from encoded tokens only, so nothing that a reader types is ever an operator.
docs/decisions/ says why.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, cast, column, literal_column, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY

from news.languages import Language
from store import bm25
from store.columns import storable
from store.statements import Repository, check_owner, chunks, owned, visible
from store.tables import SEARCH_DOCUMENTS, SEARCH_TERMS

_TOKEN_LENGTH: Final = 64
_TOKENS: Final = 16_000
"""Tokens of a document that are indexed."""
_BATCH: Final = 1_000
"""Documents at a time, so that their encoded tokens need not all be in memory."""
_POSTINGS: Final = 2_500
"""So many entries of the index a question may look at: its rarest terms, as many as fit. More costs time and changes no answer."""
_CANDIDATES: Final = 1_500
_DOCUMENTS: Final = -1
_LENGTHS: Final = -2
"""Among the term statistics, under numbers no term has: how many documents there are, and their lengths together."""

_INDEX: Final = table("search_index", column("rowid"), column("doc"), column("tokens"))
_WRITE: Final = {
    "sqlite": text("INSERT OR REPLACE INTO search_index (rowid, tokens) VALUES (:doc, :tokens)"),
    "postgresql": text(
        "INSERT INTO search_index (doc, tokens) VALUES (:doc, array_to_tsvector(CAST(:tokens AS text[])))"
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
    source: str = ""

    @property
    def id(self) -> str:
        return self.article_id


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """`terms` are tokens of the same making as the index's; any of them is a hit. `since` <= published <= `until`.

    `sources`: only of these source ids, all when empty. `pruned` False looks at every posting, for measuring what pruning costs.
    """

    terms: tuple[str, ...]
    language: Language | None = None
    since: datetime | None = None
    until: datetime | None = None
    sources: tuple[str, ...] = ()
    pruned: bool = True


@dataclass(frozen=True, slots=True)
class _Statistics:
    """How many documents there are, how long they are on average, and how many hold each term (by its number)."""

    documents: int
    average: float
    holding: dict[int, int]

    def weight(self, term: str) -> float:
        return bm25.weight(self.documents, self.holding.get(bm25.term_number(term), 0))


class Search(Repository):
    async def index(self, texts: Sequence[IndexedText], *, tenant: str) -> None:
        """Adds articles, or indexes them anew."""
        check_owner(texts, tenant)
        unique = {item.article_id: item for item in sorted(texts, key=lambda item: item.article_id)}
        for batch in chunks(unique.values(), _BATCH):
            await self._index(batch, tenant)

    async def find(self, query: SearchQuery, *, tenant: str, limit: int) -> list[tuple[str, float]]:
        """Article ids with a score, the best first, the newer of equals first; a higher score is a better hit."""
        terms = list(dict.fromkeys(token for term in query.terms if (token := _clean(term))))
        known = await self._statistics(terms)
        held = sorted(
            (term for term in terms if bm25.term_number(term) in known.holding),
            key=lambda term: known.holding[bm25.term_number(term)],
        )
        if not held:
            return []
        leading = _rarest(held, known.holding) if query.pruned else held
        rows = await self._all(self._candidates(leading, query, tenant))
        weights = {bm25.term_number(term): known.weight(term) for term in held}
        points = bm25.scores([row.counts for row in rows], [row.length for row in rows], weights, known.average)
        ranked = sorted(
            zip(rows, points.tolist(), strict=True),
            key=lambda pair: (-pair[1], -pair[0].published.timestamp(), pair[0].doc),
        )
        hits: dict[str, float] = {}
        for row, score in ranked:
            if len(hits) >= limit:
                break
            hits.setdefault(row.article, score)
        return list(hits.items())

    async def weights(self, terms: Sequence[str], *, tenant: str) -> dict[str, float]:
        """How much each term tells apart in the whole index; a term that no document holds tells most."""
        known = await self._statistics([_clean(term) for term in terms])
        return {term: known.weight(_clean(term)) for term in terms}

    async def _statistics(self, terms: Collection[str]) -> _Statistics:
        numbers = {bm25.term_number(term) for term in terms}
        holding: dict[int, int] = {}
        for chunk in chunks([_DOCUMENTS, _LENGTHS, *numbers]):
            rows = await self._all(select(SEARCH_TERMS).where(SEARCH_TERMS.c.term.in_(chunk)))
            holding.update((row.term, row.documents) for row in rows if row.documents > 0)
        documents, lengths = holding.pop(_DOCUMENTS, 0), holding.pop(_LENGTHS, 0)
        return _Statistics(documents, lengths / max(documents, 1), holding)

    def _candidates(self, terms: Sequence[str], query: SearchQuery, tenant: str) -> Select[Any]:
        """Documents with any of the terms, the latest first where there are too many."""
        documents = SEARCH_DOCUMENTS.c
        columns = (documents.doc, documents.article, documents.published, documents.length, documents.counts)
        if self._connection.dialect.name == "sqlite":
            number: ColumnElement[Any] = _INDEX.c.rowid
            index: ColumnElement[Any] = literal_column("search_index")
            match = index.op("MATCH")(" OR ".join(f'"{term.translate(_TO_PRIVATE)}"' for term in terms))
        else:
            number = _INDEX.c.doc
            match = _INDEX.c.tokens.op("@@")(cast(" | ".join(map(_lexeme, terms)), TSQUERY))
            # Apart, or the limit would make it walk the newest documents one by one instead of asking the index.
            number = select(number).where(match).cte("found").prefix_with("MATERIALIZED", dialect="postgresql").c.doc
            statement = select(*columns).join_from(number.table, SEARCH_DOCUMENTS, documents.doc == number)
            statement = statement.where(visible(SEARCH_DOCUMENTS, tenant), *_filters(query))
            return statement.order_by(number.desc()).limit(_CANDIDATES) if query.pruned else statement
        statement = select(*columns).select_from(_INDEX.join(SEARCH_DOCUMENTS, documents.doc == number))
        statement = statement.where(match, visible(SEARCH_DOCUMENTS, tenant), *_filters(query))
        return statement.order_by(number.desc()).limit(_CANDIDATES) if query.pruned else statement

    async def _index(self, batch: Sequence[IndexedText], tenant: str) -> None:
        before = await self._counts(batch, tenant)
        packed = {item.article_id: _packed(item) for item in batch}
        upsert = self._upsert(
            SEARCH_DOCUMENTS,
            key=("tenant", "article"),
            change=("language", "published", "source", "length", "counts"),
        )
        rows = [_document(item, packed[item.article_id]) for item in batch]
        returning = upsert.returning(SEARCH_DOCUMENTS.c.article, SEARCH_DOCUMENTS.c.doc)
        numbers = {row.article: row.doc for row in (await self._connection.execute(returning, rows)).all()}
        sqlite = self._connection.dialect.name == "sqlite"
        tokens = {item.article_id: _tokens(item) for item in batch}
        await self._many(
            _WRITE[self._connection.dialect.name],
            [{"doc": numbers[id], "tokens": _words(found) if sqlite else found} for id, found in tokens.items()],
        )
        await self._count(before, packed.values(), rows)

    async def _counts(self, batch: Sequence[IndexedText], tenant: str) -> list[tuple[bytes, int]]:
        """The packed counts and lengths of those that are indexed already."""
        statement = select(SEARCH_DOCUMENTS.c.counts, SEARCH_DOCUMENTS.c.length).where(
            owned(SEARCH_DOCUMENTS, tenant), SEARCH_DOCUMENTS.c.article.in_([item.article_id for item in batch])
        )
        return [(row.counts, row.length) for row in await self._all(statement)]

    async def _count(
        self, before: Sequence[tuple[bytes, int]], after: Collection[bytes], rows: Sequence[dict[str, Any]]
    ) -> None:
        """Brings the term statistics up to date: less what was, plus what is."""
        changes: Counter[int] = Counter()
        for packed in after:
            changes.update(bm25.terms_of(packed))
        for packed, _ in before:
            changes.subtract(bm25.terms_of(packed))
        changes[_DOCUMENTS] = len(after) - len(before)
        changes[_LENGTHS] = sum(row["length"] for row in rows) - sum(length for _, length in before)
        # In one order for everybody, or two writers on PostgreSQL could wait for each other.
        terms = sorted(term for term, change in changes.items() if change)
        if not terms:
            return
        insert = self._insert(SEARCH_TERMS)
        total = SEARCH_TERMS.c.documents + insert.excluded.documents
        statement = insert.on_conflict_do_update(index_elements=["term"], set_={"documents": total})
        await self._many(statement, [{"term": term, "documents": changes[term]} for term in terms])


def _rarest(terms: Sequence[str], holding: dict[int, int]) -> list[str]:
    """The first of the terms, rarest first, while their postings together are not too many; at least one."""
    chosen: list[str] = []
    postings = 0
    for term in terms:
        postings += holding[bm25.term_number(term)]
        if chosen and postings > _POSTINGS:
            break
        chosen.append(term)
    return chosen


def _filters(query: SearchQuery) -> list[ColumnElement[bool]]:
    documents = SEARCH_DOCUMENTS.c
    filters: list[ColumnElement[bool]] = []
    if query.language is not None:
        filters.append(documents.language == query.language)
    if query.since is not None:
        filters.append(documents.published >= query.since)
    if query.until is not None:
        filters.append(documents.published <= query.until)
    if query.sources:
        filters.append(documents.source.in_(query.sources))
    return filters


def _document(item: IndexedText, packed: bytes) -> dict[str, Any]:
    return {
        "tenant": item.tenant,
        "article": item.article_id,
        "language": item.language,
        "published": item.published,
        "source": item.source,
        "length": len(item.title_tokens) + len(item.body_tokens),
        "counts": packed,
    }


def _packed(item: IndexedText) -> bytes:
    return bm25.pack(
        [_clean(token) for token in item.title_tokens], [_clean(token) for token in item.body_tokens[:_TOKENS]]
    )


def _tokens(item: IndexedText) -> list[str]:
    """Each token once: the index says what is where, the packed counts how often."""
    found = dict.fromkeys(_clean(token) for token in (*item.title_tokens, *item.body_tokens[:_TOKENS]))
    found.pop("", None)
    return list(found)


def _clean(token: str) -> str:
    return storable(token)[:_TOKEN_LENGTH]


# FTS5's `ascii` tokeniser keeps every character beyond ASCII and splits at what is no ASCII letter or digit, folding
# capitals. What it would split at or fold is moved into Unicode's private use area, so that a token stays whole.
_TO_PRIVATE: Final = {code: 0xE000 + code for code in range(128) if not (chr(code).isdigit() or chr(code).islower())}


def _words(tokens: Sequence[str]) -> str:
    return " ".join(token.translate(_TO_PRIVATE) for token in tokens)


def _lexeme(token: str) -> str:
    """Quoted for tsquery input, where the quote and the backslash are doubled."""
    escaped = token.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
