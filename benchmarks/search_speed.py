"""Searching a large archive: milliseconds a question, articles indexed a second, and what pruning costs.

    python benchmarks/search_speed.py DOCS.jsonl QUERIES.jsonl --articles 100000 [--postgres | --database URL] [--floor FILE] [--whole N]

The archive is DOCS (rows as for benchmarks/retrieval.py) in the midst of articles put together from their sentences. Prints p50 and p95
of finding and ranking, and, as the floor, of a plain FTS5 table with its own bm25 over the same texts in the same run; Hits@4; with
--whole the same of the first N questions, pruned and looking at everything. A database and a floor that are there already, from an earlier
run, are asked as they are: `--database URL --floor FILE` twice.
"""

import argparse
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from archive import LONG_AGO, documents, place, ranking_metrics, read, run
from sqlalchemy import text

from bot.newsroom.collecting.indexing import indexed
from news.model import PUBLIC
from news.text import search_tokens
from store.database import Database
from store.search import IndexedText, SearchQuery
from summariser.words.question_words import about

_BATCH = 1000


def mixed(rows: Sequence[Mapping[str, Any]], count: int) -> Iterator[IndexedText]:
    """Articles of two to ten sentences drawn from the rows', the same each time."""
    draw = random.Random(7)
    sentences = [search_tokens(part) for row in rows for part in row["text"][:3000].split(". ")[:12] if part.strip()]
    for number in range(count):
        body = [token for _ in range(draw.randint(2, 10)) for token in draw.choice(sentences)]
        at = LONG_AGO + timedelta(minutes=number)
        yield IndexedText(f"mixed-{number}", draw.choice(sentences)[:10], body, at, "en", PUBLIC, "mixed")


class Floor:
    """A plain FTS5 table, asked for any of the words."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file)
        self._connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS plain USING fts5 (title, body, tokenize = 'porter unicode61')"
        )
        self._was_full = self.is_full

    @property
    def is_full(self) -> bool:
        """Not where only the database is there from an earlier run."""
        return self._connection.execute("SELECT rowid FROM plain LIMIT 1").fetchone() is not None

    def add(self, texts: Sequence[IndexedText]) -> None:
        if self._was_full:
            return
        rows = [(" ".join(one.title_tokens), " ".join(one.body_tokens)) for one in texts]
        self._connection.executemany("INSERT INTO plain (title, body) VALUES (?, ?)", rows)
        self._connection.commit()

    def ask(self, questions: Sequence[Mapping[str, Any]]) -> list[float]:
        spent = []
        for row in questions:
            words = " OR ".join(f'"{word}"' for word in dict.fromkeys(about(row["query"])))
            started = time.perf_counter()
            self._connection.execute(
                "SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY bm25(plain, 2, 1) LIMIT 40", (words,)
            ).fetchall()
            spent.append((time.perf_counter() - started) * 1000)
        return sorted(spent)


async def fill(database: Database, texts: Iterator[IndexedText], floor: Floor) -> float:
    """Articles indexed a second, making them not counted."""
    spent, count = 0.0, 0
    while batch := list(islice(texts, _BATCH)):
        started = time.perf_counter()
        async with database.begin() as tx:
            await tx.search.index(batch, tenant=PUBLIC)
        spent += time.perf_counter() - started
        count += len(batch)
        floor.add(batch)
        if count % 100_000 == 0:
            print(f"{count} articles, {count / spent:.0f} a second", file=sys.stderr)
    return count / max(spent, 1e-9)


async def ask(
    database: Database, questions: Sequence[Mapping[str, Any]], *, pruned: bool
) -> tuple[dict[str, list[str]], list[float]]:
    ranked, spent = {}, []
    for row in questions:
        terms = tuple(dict.fromkeys(about(row["query"])))
        started = time.perf_counter()
        async with database.read() as tx:
            query = SearchQuery(terms, about=await tx.search.weights(terms, tenant=PUBLIC), pruned=pruned)
            hits = await tx.search.find(query, tenant=PUBLIC, limit=40)
        spent.append((time.perf_counter() - started) * 1000)
        ranked[row["id"]] = [hit.article for hit in hits]
    return ranked, sorted(spent)


async def _filled(database: Database, articles: int) -> bool:
    """From an earlier run. Raises SystemExit when it holds another number of articles."""
    async with database.read() as tx:
        counted = text("SELECT count(*) FROM search_documents")
        there = await tx.run_sync(lambda connection: int(connection.execute(counted).scalar() or 0))
    if there not in (0, articles):
        raise SystemExit(f"the database holds {there} articles, not {articles}: give an empty one")
    return there > 0


def settle(url: str) -> None:
    """What PostgreSQL does by itself some time after so many writes."""
    if url.startswith("postgres"):
        import psycopg

        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE search_index")
            connection.execute("VACUUM ANALYZE search_documents")
            connection.execute("VACUUM ANALYZE search_terms")


async def measure(given: argparse.Namespace, url: str, floor: Floor) -> dict[str, float]:
    rows, questions = read(given.documents), read(given.queries)
    others = mixed(rows, max(given.articles - len(rows), 0))
    database = await Database.open(url)
    try:
        await database.migrate()
        speed = 0.0
        if not await _filled(database, given.articles):
            await fill(database, islice(others, given.articles // 2), floor)
            await fill(database, iter([indexed(one) for one in documents(rows)]), floor)
            speed = await fill(database, others, floor)
            settle(url)
        await ask(database, questions[:20], pruned=True)
        ranked, spent = await ask(database, questions, pruned=True)
        found = {
            "articles": float(given.articles),
            "indexed_per_second": speed,
            "p50_ms": spent[len(spent) // 2],
            "p95_ms": spent[int(len(spent) * 0.95)],
            "hits@4": ranking_metrics(ranked, questions)["hits@4"],
        }
        if floor.is_full:
            plain = floor.ask(questions)
            found["floor_p50_ms"], found["floor_p95_ms"] = plain[len(plain) // 2], plain[int(len(plain) * 0.95)]
            found["p95_to_floor"] = found["p95_ms"] / found["floor_p95_ms"]
        if given.whole:
            some = questions[: given.whole]
            whole, slow = await ask(database, some, pruned=False)
            found["whole_p95_ms"] = slow[int(len(slow) * 0.95)]
            found["whole_hits@4"] = ranking_metrics(whole, some)["hits@4"]
            found["pruned_hits@4"] = ranking_metrics(ranked, some)["hits@4"]
        return found
    finally:
        await database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents")
    parser.add_argument("queries")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--database", default="")
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--floor", type=Path)
    parser.add_argument("--whole", type=int, default=0, metavar="N")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, place(postgres=given.postgres, url=given.database) as url:
        found = run(measure(given, url, Floor(given.floor or Path(folder) / "floor.db")))
    print(json.dumps({name: round(value, 4) for name, value in found.items()}, indent=2))


if __name__ == "__main__":
    main()
