"""Full text over ready-made tokens: who cuts text into tokens decides what matches, on both engines alike.

The engine's index (FTS5, or GIN over tsvector) finds candidates by the rarest terms; BM25 over packed counts and kept term statistics
ranks them, the same on both engines. A query is built from encoded tokens only, so nothing that a reader types is ever an operator.
docs/decisions/ says why.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from itertools import accumulate
from typing import Any, Final

from sqlalchemy import Row, Select, func, select, text

from news.languages import Language
from news.searching import FINE, lightness
from store import bm25
from store.columns import storable
from store.documents import FILTERS, documents_with, entered, first_since, holding, listed, reading_of
from store.entering import SEPARATOR, count, enter
from store.postings import Kept, kept_of, most_promising, postings
from store.statements import Repository, check_owner, chunks, owned, readable, visible
from store.tables import ARTICLES, SEARCH_DOCUMENTS, STORIES

_TOKEN_LENGTH: Final = 64
_TOKENS: Final = 16_000
"""Tokens of a document that are indexed."""
_BATCH: Final = 1_000
"""Documents at a time, so that their encoded tokens need not all be in memory."""
_POSTINGS: Final = 20_000
"""So many entries of the index are looked through for a question: its heaviest terms, as many as fit."""
_CANDIDATES: Final = 250
"""So many of the documents found there are ranked: those that hold the most of these terms."""
_WIDER: Final = 4
"""So many times what was looked at already is looked at next, at most, when a filter leaves too few."""
_TELLING: Final = "telling/"
"""Before the language and the story's id, where an article has its id."""
_TELLINGS: Final = 4
"""For so many articles found, one story found by how it was told comes beside them, at most."""
_NONE_SINCE: Final = -1
_LOCK: Final = 0x61696E696478  # "ainidx": the number of PostgreSQL's advisory lock
_DOCUMENTS: Final = -1
_LENGTHS: Final = -2
_CHANGED: Final = -3
"""Among the term statistics, under numbers no term has: how many documents there are, their lengths together, and how many times any were
entered, by which is known whether postings that are kept still hold."""


@dataclass(frozen=True, slots=True)
class IndexedText:
    """An article as the index takes it, or with a `telling` for id a story as it was told; tokens as `news.text.index_tokens` gives."""

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

    `sources`: only of these source ids; `topics`: only of a story with one of these; `names`: only what holds all tokens of one of these
    spellings; all when empty. `about`: what a hit's `nearest` and `whole` are shares of, by token.
    `pruned` False looks at every posting, for measuring what pruning costs.
    """

    terms: tuple[str, ...]
    about: Mapping[str, float] = field(default_factory=dict)
    language: Language | None = None
    since: datetime | None = None
    until: datetime | None = None
    sources: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    pruned: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found, with its BM25 points; how much of `SearchQuery.about` its best sentence has, and the whole of it (0 to 1)."""

    article: str
    published: datetime
    points: float
    nearest: float = 0.0
    whole: float = 0.0

    @property
    def story(self) -> str | None:
        """Of a telling its story; None for an article."""
        return _story(self.article)


def telling(story: str, language: Language) -> str:
    """What a story's telling in a language goes by in the index: there is one, the latest."""
    return f"{_TELLING}{language}/{story}"


@dataclass(frozen=True, slots=True)
class _Statistics:
    """How many documents there are, how long they are on average, and how many hold each term (by its number)."""

    documents: int
    average: float
    holding: dict[int, int]
    changed: tuple[int, ...] = ()

    def weight(self, term: str) -> float:
        return lightness(term) * bm25.weight(self.documents, self.holding.get(bm25.term_number(term), 0))


class Search(Repository):
    async def index(self, texts: Sequence[IndexedText], *, tenant: str) -> None:
        """Adds articles, or indexes them anew."""
        check_owner(texts, tenant)
        await self._alone()
        unique = {item.article_id: item for item in sorted(texts, key=lambda item: item.article_id)}
        for batch in chunks(unique.values(), _BATCH):
            await self._index(batch, tenant)

    async def missing(self, *, tenant: str, limit: int) -> list[str]:
        """Ids of the tenant's own articles that are not indexed, the newest first."""
        mine = _unindexed(tenant).order_by(ARTICLES.c.published.desc(), ARTICLES.c.id)
        return [row.id for row in await self._all(mine.limit(limit))]

    async def missing_count(self, *, tenant: str) -> int:
        row = await self._first(select(func.count().label("articles")).select_from(_unindexed(tenant).subquery()))
        return 0 if row is None else int(row.articles)

    async def index_new(self, texts: Sequence[IndexedText], *, tenant: str) -> None:
        """Adds those that are not indexed yet."""
        await self._alone()
        known = await self._known(texts, tenant)
        await self.index([item for item in texts if item.article_id not in known], tenant=tenant)

    async def index_told(self, texts: Sequence[IndexedText], *, tenant: str) -> None:
        """Adds tellings in place of earlier ones; one older than what is there stays away."""
        await self._alone()
        known = await self._known(texts, tenant)
        latest = [item for item in texts if known.get(item.article_id, item.published) <= item.published]
        await self.index(latest, tenant=tenant)

    async def _alone(self) -> None:
        """Until the transaction ends nobody else enters anything, or two could count the same article twice, or wait for each other."""
        if self._connection.dialect.name == "postgresql":
            await self._connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})

    async def _known(self, texts: Sequence[IndexedText], tenant: str) -> dict[str, datetime]:
        """Those that are indexed, with their dates."""
        return {row.article: row.published for row in await self._entered(texts, tenant)}

    async def find(self, query: SearchQuery, *, tenant: str, limit: int) -> list[Hit]:
        """`limit` articles and a few tellings beside them: the best first, the newer of equals first; more points are a better hit."""
        terms = list(dict.fromkeys(token for term in query.terms if (token := _clean(term))))
        known = await self._statistics(terms)
        held = sorted(
            (term for term in terms if bm25.term_number(term) in known.holding), key=known.weight, reverse=True
        )
        if not held:
            return []
        rows = await self._candidates(held, known, query, tenant, limit)
        weights = {bm25.term_number(term): known.weight(term) for term in held}
        packed, lengths = [row.counts for row in rows], [row.length for row in rows]
        points = bm25.scores(packed, lengths, weights, known.average).tolist()
        # An article may be there twice, ours and everybody's, and tellings come beside them.
        cut = sorted(points, reverse=True)[: 3 * limit][-1] if rows else 0.0
        scored = [(row, score) for row, score in zip(rows, points, strict=True) if score >= cut]
        ranked = sorted(scored, key=lambda pair: (-pair[1], -pair[0].published.timestamp(), pair[0].doc))
        best = _best(ranked, limit)
        near = await self._nearness([row.doc for row, _ in best.values()], query.about, tenant)
        return [
            Hit(article, _utc(row.published), score, *near.get(row.doc, (0.0, 0.0)))
            for article, (row, score) in best.items()
        ]

    async def _nearness(
        self, docs: Sequence[int], about: Mapping[str, float], tenant: str
    ) -> dict[int, tuple[float, float]]:
        if not about:
            return {}
        statement = reading_of(self._connection.dialect.name)
        rows = await self._all(statement, **readable(tenant), docs=listed(docs))
        weights = {bm25.term_number(_clean(term)): weight for term, weight in about.items()}
        found = bm25.nearness([row.reading for row in rows], weights)
        return dict(zip((row.doc for row in rows), found, strict=True))

    async def weights(self, terms: Sequence[str], *, tenant: str) -> dict[str, float]:
        """How much each term tells apart in the whole index; a term that no document holds tells most."""
        known = await self._statistics([_clean(term) for term in terms])
        return {term: known.weight(_clean(term)) for term in terms}

    async def changes(self, *, tenant: str) -> tuple[int, ...]:
        """Others than before whenever anything was entered."""
        return (await self._statistics(())).changed

    async def _statistics(self, terms: Collection[str]) -> _Statistics:
        numbers = {bm25.term_number(term) for term in terms}
        statement = holding(self._connection.dialect.name)
        rows = await self._all(statement, terms=listed([_DOCUMENTS, _LENGTHS, _CHANGED, *numbers]))
        found: dict[int, int] = {row.term: row.documents for row in rows if row.documents > 0}
        documents, lengths = found.pop(_DOCUMENTS, 0), found.pop(_LENGTHS, 0)
        changed = (found.pop(_CHANGED, 0), documents, lengths)
        return _Statistics(documents, lengths / max(documents, 1), found, changed)

    async def _candidates(
        self, terms: Sequence[str], known: _Statistics, query: SearchQuery, tenant: str, limit: int
    ) -> list[Row[Any]]:
        """Documents that hold the most of the heaviest terms; where a filter leaves few, the next ones too."""
        lowest, share = await self._reach(query, known, tenant)
        leading = _heaviest(terms, known, share) if query.pruned else list(terms)
        most = _POSTINGS if query.pruned else None
        found = await postings(self._connection, leading, lowest=lowest, most=most, kept=self._kept(known))
        promising = most_promising(found, [known.weight(term) for term in leading])
        if query.names:
            named = await self._named(query.names, lowest, known)
            promising = [doc for doc in promising if doc in named]
        asked = {name: value for name in FILTERS if (value := getattr(query, name))}
        statement = documents_with(self._connection.dialect.name, tuple(asked))
        rows: list[Row[Any]] = []
        at, wanted = 0, max(_CANDIDATES, limit) if query.pruned else len(promising)
        step = wanted
        while at < len(promising) and len(rows) < wanted:
            docs = listed(promising[at : at + step])
            some = await self._all(statement, **readable(tenant), **asked, docs=docs)
            rows += await self._of_topics(some, query.topics, tenant) if query.topics else some
            at += step
            step = min(at * _WIDER, at * (wanted - len(rows)) // max(len(rows), 1) + 1)
        return rows

    async def _named(self, names: Sequence[Sequence[str]], lowest: int, known: _Statistics) -> set[int]:
        """The documents that hold every token of one of the names."""
        tokens = list(dict.fromkeys(_clean(token) for name in names for token in name))
        found = await postings(self._connection, tokens, lowest=lowest, most=None, kept=self._kept(known))
        holding = {token: set(docs.tolist()) for token, docs in zip(tokens, found, strict=True)}
        return set().union(*(set.intersection(*(holding[_clean(token)] for token in name)) for name in names if name))

    async def _of_topics(self, rows: Sequence[Row[Any]], topics: Collection[str], tenant: str) -> list[Row[Any]]:
        """Those whose story, as it stands now, has one of the topics."""
        told = select(ARTICLES.c.id, STORIES.c.topics).where(
            visible(ARTICLES, tenant),
            visible(STORIES, tenant),
            ARTICLES.c.story == STORIES.c.id,
            self._among(ARTICLES.c.id, [row.article for row in rows]),
        )
        stories = {row.article: story for row in rows if (story := _story(row.article))}
        themselves = select(STORIES.c.id, STORIES.c.topics).where(
            visible(STORIES, tenant), self._among(STORIES.c.id, set(stories.values()))
        )
        found = [*await self._all(told), *(await self._all(themselves) if stories else ())]
        wanted = {row.id for row in found if not set(topics).isdisjoint(row.topics)}
        return [row for row in rows if stories.get(row.article, row.article) in wanted]

    async def _reach(self, query: SearchQuery, known: _Statistics, tenant: str) -> tuple[int, float]:
        """The first document that may be of the time that is asked about, and the share of all that come after it."""
        if query.since is None:
            return 0, 1.0
        kept, key = self._kept(known), (tenant, query.since)
        first = kept.get(key)
        if first is None:
            row = await self._first(first_since(tenant), since=query.since)
            first = row[0] if row and row[0] is not None else _NONE_SINCE
            kept.keep(key, first)
        if first == _NONE_SINCE:
            return 0, 1.0
        return first, min(1.0, max(0.01, 1 - first / max(known.documents, 1)))

    def _kept(self, known: _Statistics) -> Kept:
        return kept_of(self._connection, known.changed)

    async def _index(self, batch: Sequence[IndexedText], tenant: str) -> None:
        before = await self._entered(batch, tenant)
        documents = [_document(item) for item in batch]
        await enter(self._connection, documents)
        await self._count(before, [row for row, _ in documents])

    async def _entered(self, texts: Sequence[IndexedText], tenant: str) -> Sequence[Row[Any]]:
        statement = entered(self._connection.dialect.name)
        return await self._all(statement, tenant=tenant, articles=[item.article_id for item in texts])

    async def _count(self, before: Sequence[Row[Any]], rows: Sequence[dict[str, Any]]) -> None:
        """Brings the term statistics up to date: less what was, plus what is."""
        changes = Counter(bm25.documents_of_terms([row["counts"] for row in rows]))
        changes.subtract(bm25.documents_of_terms([row.counts for row in before]))
        changes[_CHANGED] = 1
        changes[_DOCUMENTS] = len(rows) - len(before)
        changes[_LENGTHS] = sum(row["length"] for row in rows) - sum(row.length for row in before)
        await count(self._connection, changes)


def _unindexed(tenant: str) -> Select[Any]:
    documents = SEARCH_DOCUMENTS.c
    there = owned(SEARCH_DOCUMENTS, tenant) & (documents.article == ARTICLES.c.id)
    return select(ARTICLES.c.id).where(owned(ARTICLES, tenant), ~select(documents.doc).where(there).exists())


def nearness(
    texts: Sequence[tuple[Sequence[str], Sequence[str]]], weights: Mapping[str, float]
) -> list[tuple[float, float]]:
    """`Hit.nearest` and `Hit.whole` of texts that are at hand, each as its title's and its body's search tokens."""
    readings = [bm25.pack_reading(*([bm25.term_number(token) for token in part] for part in text)) for text in texts]
    return bm25.nearness(readings, {bm25.term_number(term): weight for term, weight in weights.items()})


def _story(indexed: str) -> str | None:
    return indexed.split("/", 2)[2] if indexed.startswith(_TELLING) else None


def _best(ranked: Sequence[tuple[Row[Any], float]], limit: int) -> dict[str, tuple[Row[Any], float]]:
    """Each once: articles up to the limit, tellings up to their share of it."""
    best: dict[str, tuple[Row[Any], float]] = {}
    room = {True: limit // _TELLINGS, False: limit}
    for row, score in ranked:
        is_telling = row.article.startswith(_TELLING)
        if row.article not in best and room[is_telling]:
            best[row.article] = (row, score)
            room[is_telling] -= 1
        if not room[False]:
            break
    return best


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _heaviest(terms: Sequence[str], known: _Statistics, share: float) -> list[str]:
    """The first of the terms, heaviest first, while what they are in is not too much to look through; at least one."""
    looked = list(accumulate(known.holding[bm25.term_number(term)] * share for term in terms))
    return list(terms[: max(1, bisect_right(looked, _POSTINGS))])


def _document(item: IndexedText) -> tuple[dict[str, Any], list[str]]:
    """Its row, and each of its tokens once: the index says what is where, the row how often and in which order."""
    title = [_clean(token) for token in item.title_tokens]
    body = [_clean(token) for token in item.body_tokens[:_TOKENS]]
    numbers = {token: bm25.term_number(token) for token in (*title, *body)}
    parts = [[numbers[token] for token in part] for part in (title, body)]
    words = [[numbers[token] for token in part if token[:1] != FINE] for part in (title, body)]
    row = {
        "tenant": item.tenant,
        "article": item.article_id,
        "language": item.language,
        "published": item.published,
        "source": item.source,
        "length": len(title) + len(body),
        "counts": bm25.pack(*parts),
        "reading": bm25.pack_reading(*words),
    }
    return row, [token for token in numbers if token]


@lru_cache(maxsize=0x10000)
def _clean(token: str) -> str:
    return storable(token.replace(SEPARATOR, ""))[:_TOKEN_LENGTH]
