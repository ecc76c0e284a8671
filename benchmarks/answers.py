"""Answering from the archive without an LLM: is the answer string in the answer given, and is silence kept where there is none?

    python benchmarks/answers.py DOCS.jsonl QUERIES.jsonl --predictions OUT.jsonl [--without-passages]

Rows as for benchmarks/retrieval.py; a query's `answer` is a string or several. Writes {"id", "answer", "abstained", "confidence"}.
With --without-passages each question is asked of an archive without any question's relevant documents and pools; what else holds its
answer stays: `answer_inside` says for how many the answer was told from that.
"""

import argparse
import json
import re
import time
from collections.abc import Mapping, Sequence
from datetime import UTC
from pathlib import Path
from typing import Any

from archive import archive, asked_at, documents, passages_with_questions, read, run

from bot.newsroom.answering.answering import answer_question
from news.asking import Answer
from news.model import Article
from news.ports import FixedClock
from summariser.telling.extractive import ExtractiveSummariser


def plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def wanted(row: Mapping[str, Any]) -> list[str]:
    answer = row.get("answer")
    flat = answer if isinstance(answer, list) else [answer] if answer else []
    return [text for one in flat for text in (one if isinstance(one, list) else [one])]


def holds(row: Mapping[str, Any], text: str) -> bool:
    return any(plain(one) in plain(text) for one in wanted(row) if plain(one))


async def ask(articles: Sequence[Article], questions: Sequence[Mapping[str, Any]], url: str) -> dict[str, Answer]:
    given: dict[str, Answer] = {}
    async with archive(articles, url) as database:
        for row in questions:
            given[row["id"]] = await answer_question(
                database=database,
                clock=FixedClock(asked_at(row)),
                summariser=ExtractiveSummariser(),
                text=row["query"],
                language=row.get("language", "en"),
                zone=UTC,
            )
    return given


def removed(articles: Sequence[Article], questions: Sequence[Mapping[str, Any]]) -> list[Article]:
    """Without every document that a question could be answered from."""
    gone = {id for row in questions for id in (*row.get("relevant", ()), *row.get("pool", ()))}
    return [one for one in articles if one.id not in gone]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents")
    parser.add_argument("queries", nargs="?")
    parser.add_argument("--predictions", required=True)
    parser.add_argument("--without-passages", action="store_true")
    parser.add_argument("--database", default="")
    args = parser.parse_args()
    rows = read(args.documents)
    if args.queries:
        articles, questions = documents(rows), read(args.queries)
    else:
        articles, questions = passages_with_questions(rows)
    if args.without_passages:
        articles = removed(articles, questions)
    started = time.perf_counter()
    given = run(ask(articles, questions, args.database))
    texts = {id: " ".join(sentence.text for sentence in one.sentences) for id, one in given.items()}
    lines = [
        json.dumps({"id": id, "answer": texts[id], "abstained": one.abstained, "confidence": one.confidence}, ensure_ascii=False)
        for id, one in given.items()
    ]  # fmt: skip
    Path(args.predictions).write_text("\n".join(lines) + "\n", "utf-8")
    count = max(len(questions), 1)
    spent = sorted(one.milliseconds for one in given.values())
    metrics = {
        "questions": len(questions),
        "abstained": sum(one.abstained for one in given.values()) / count,
        "characters": sum(map(len, texts.values())) / max(sum(not one.abstained for one in given.values()), 1),
        "p50_ms": spent[len(spent) // 2],
        "p95_ms": spent[int(len(spent) * 0.95)],
        "seconds": time.perf_counter() - started,
    }
    if any(wanted(row) for row in questions):
        metrics["answer_inside"] = sum(holds(row, texts[row["id"]]) for row in questions) / count
    print(json.dumps({name: round(value, 4) for name, value in metrics.items()}, indent=2))


if __name__ == "__main__":
    main()
