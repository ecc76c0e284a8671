"""Searching a large archive: milliseconds a question, articles indexed a second, and what pruning to the rarest terms costs.

    python benchmarks/search_speed.py DOCS.jsonl QUERIES.jsonl --articles 100000 [--database postgresql://…] [--whole]

The archive is DOCS (rows as for benchmarks/retrieval.py) among articles put together from their sentences. Prints p50 and p95 of
finding and ranking candidates, Hits@4 with pruning, and with --whole without it, as a ratio of the time too.
"""

import argparse
import json
import random
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from archive import LONG_AGO, documents, ranking_metrics, read, run

from bot.newsroom.indexing import indexed
from news.model import PUBLIC
from news.text import search_tokens
from store.database import Database
from store.search import IndexedText, SearchQuery
from summariser.question_words import about

_BATCH = 1000


def mixed(rows: Sequence[Mapping[str, Any]], count: int) -> Iterator[IndexedText]:
    """Articles of two to ten sentences drawn from the rows', the same each time."""
    draw = random.Random(7)
    sentences = [search_tokens(part) for row in rows for part in row["text"][:3000].split(". ")[:12] if part.strip()]
    for number in range(count):
        body = [token for _ in range(draw.randint(2, 10)) for token in draw.choice(sentences)]
        at = LONG_AGO + timedelta(minutes=number)
        yield IndexedText(f"mixed-{number}", draw.choice(sentences)[:10], body, at, "en", PUBLIC, "mixed")


async def fill(database: Database, texts: Iterator[IndexedText]) -> float:
    """Articles indexed a second, making them not counted."""
    spent, count = 0.0, 0
    while batch := [text for _, text in zip(range(_BATCH), texts, strict=False)]:
        started = time.perf_counter()
        async with database.begin() as tx:
            await tx.search.index(batch, tenant=PUBLIC)
        spent += time.perf_counter() - started
        count += len(batch)
    return count / spent


async def ask(
    database: Database, questions: Sequence[Mapping[str, Any]], *, pruned: bool
) -> tuple[dict[str, list[str]], list[float]]:
    ranked, spent = {}, []
    for row in questions:
        terms = tuple(dict.fromkeys(about(row["query"])))
        started = time.perf_counter()
        async with database.read() as tx:
            hits = await tx.search.find(SearchQuery(terms, pruned=pruned), tenant=PUBLIC, limit=40)
        spent.append((time.perf_counter() - started) * 1000)
        ranked[row["id"]] = [hit.article for hit in hits]
    return ranked, sorted(spent)


async def measure(given: argparse.Namespace, url: str) -> dict[str, float]:
    rows, questions = read(given.documents), read(given.queries)
    database = await Database.open(url)
    try:
        await database.migrate()
        speed = await fill(database, mixed(rows, max(given.articles - len(rows), 0)))
        await fill(database, iter([indexed(one) for one in documents(rows)]))
        await ask(database, questions[:5], pruned=True)
        ranked, spent = await ask(database, questions, pruned=True)
        found = {
            "articles": float(given.articles),
            "indexed_per_second": speed,
            "p50_ms": spent[len(spent) // 2],
            "p95_ms": spent[int(len(spent) * 0.95)],
            "hits@4": ranking_metrics(ranked, questions)["hits@4"],
        }
        if given.whole:
            whole, slow = await ask(database, questions, pruned=False)
            found["whole_p95_ms"] = slow[int(len(slow) * 0.95)]
            found["whole_hits@4"] = ranking_metrics(whole, questions)["hits@4"]
            found["time_ratio"] = found["p95_ms"] / found["whole_p95_ms"]
        return found
    finally:
        await database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents")
    parser.add_argument("queries")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--database", default="")
    parser.add_argument("--whole", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = run(measure(given, given.database or f"sqlite:///{Path(folder)}/speed.db"))
    print(json.dumps({name: round(value, 4) for name, value in found.items()}, indent=2))


if __name__ == "__main__":
    main()
