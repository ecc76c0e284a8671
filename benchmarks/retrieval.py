"""Searching the archive, ranked as for an answer: Hits@k, MRR@10, milliseconds.

    python benchmarks/retrieval.py DOCS.jsonl QUERIES.jsonl --predictions OUT.jsonl
    python benchmarks/retrieval.py PASSAGES.jsonl --predictions OUT.jsonl

DOCS: id, title, text, date; QUERIES: id, query, week (when it is asked). One file: rows with positive and negative passages, or with
passages and their questions; there a question is named `<row>/q<n>` and a passage `<row>/p<n>` or `<row>/n<n>`, counted from 0.
Writes {"id", "ranked": [document ids]}; metrics are printed where rows say what is relevant. --postgres ranks on a PostgreSQL from
pip, --database postgresql://… on yours. --whole looks at every document that has any of the words: what pruning costs.
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any, Final

from archive import archive, asked_at, documents, passages_with_questions, place, ranking_metrics, read, run

from bot.newsroom.finding.evidence import passages_for, terms_of
from news.asking import Passage, Question
from news.model import PUBLIC, Article
from store.database import Database
from summariser.asking.understanding import Understood, understand

_ALONE: Final = 200
"""So many questions are asked one at a time, and their milliseconds told; the others by as many processes as there are processors."""
_PROCESSES: Final = os.cpu_count() or 1


def understood_of(row: Mapping[str, Any]) -> Understood:
    return understand(row["query"], today=asked_at(row).date())


async def rank(row: Mapping[str, Any], database: Database, *, pruned: bool) -> list[str]:
    """Article ids, the best first, as evidence for an answer is chosen; where its time has none, of any time, as for what is nearest."""
    understood = understood_of(row)
    question = Question(row["id"], PUBLIC, None, understood.text, row.get("language", "en"), asked_at(row))
    terms = await terms_of(understood, database=database, tenant=PUBLIC)
    question = Question(
        question.id, PUBLIC, None, understood.text, question.language, question.asked, intent=understood.intent, terms=terms
    )  # fmt: skip
    passages: list[Passage] = []
    for one in (understood, replace(understood, span=None)):
        passages = passages or await passages_for(
            question, one, question.language, UTC, database=database, pruned=pruned
        )
    return [passage.article for passage in passages]


async def measure(
    articles: Sequence[Article], questions: Sequence[Mapping[str, Any]], url: str, pruned: bool
) -> tuple[dict[str, list[str]], dict[str, float]]:
    started = time.perf_counter()
    spent: list[float] = []
    async with archive(articles, url) as database:
        indexing = time.perf_counter() - started
        ranked: dict[str, list[str]] = {}
        for row in questions[:_ALONE]:
            begun = time.perf_counter()
            ranked[row["id"]] = await rank(row, database, pruned=pruned)
            spent.append((time.perf_counter() - begun) * 1000)
        rest = questions[_ALONE:]
        if rest:
            with ProcessPoolExecutor(_PROCESSES, multiprocessing.get_context("spawn")) as pool:
                shares = [pool.submit(rank_all, rest[at::_PROCESSES], url, pruned) for at in range(_PROCESSES)]
                for share in shares:
                    ranked |= share.result()
    spent.sort()
    speed = {
        "documents": float(len(articles)),
        "questions": float(len(questions)),
        "indexed_per_second": len(articles) / indexing,
        "p50_ms": spent[len(spent) // 2],
        "p95_ms": spent[int(len(spent) * 0.95)],
        "seconds": time.perf_counter() - started,
    }
    return ranked, speed


def rank_all(rows: Sequence[Mapping[str, Any]], url: str, pruned: bool) -> dict[str, list[str]]:
    """The rows' questions asked of an archive that is there."""

    async def asked() -> dict[str, list[str]]:
        database = await Database.open(url)
        try:
            return {row["id"]: await rank(row, database, pruned=pruned) for row in rows}
        finally:
            await database.close()

    return asyncio.run(asked())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents")
    parser.add_argument("queries", nargs="?")
    parser.add_argument("--predictions", required=True)
    parser.add_argument("--database", default="")
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--whole", action="store_true")
    given = parser.parse_args()
    rows = read(given.documents)
    if given.queries:
        articles, questions = documents(rows), read(given.queries)
    else:
        articles, questions = passages_with_questions(rows)
    with place(postgres=given.postgres, url=given.database) as url:
        ranked, metrics = run(measure(articles, questions, url, not given.whole))
    lines = [json.dumps({"id": id, "ranked": ids}, ensure_ascii=False) for id, ids in ranked.items()]
    Path(given.predictions).write_text("\n".join(lines) + "\n", "utf-8")
    if all("relevant" in row for row in questions):
        metrics = {**ranking_metrics(ranked, questions), **metrics}
        for language in sorted({row["language"] for row in questions if "language" in row}):
            own = [row for row in questions if row.get("language") == language]
            metrics |= {f"{language} {name}": value for name, value in ranking_metrics(ranked, own).items()}
    print(json.dumps({name: round(value, 4) for name, value in metrics.items()}, indent=2))


if __name__ == "__main__":
    main()
