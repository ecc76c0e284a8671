"""Same-event clustering of a JSON Lines file: id, title?, text in stream order, `topic`/`cluster` as gold where known.

    python benchmarks/quality/clustering.py DATA.jsonl --predictions OUT.jsonl

Writes {"id", "story"} per row and prints the metrics as JSON. Predictions see only id, title and text.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from news.model import Article, TextState, Tier
from summariser.stories.clustering import group

START = datetime(2026, 1, 1, tzinfo=UTC)


def article_of(row: Mapping[str, Any], place: int) -> Article:
    """Rows carry no date: the order is the time, a second apart. A row without a title has its text as one."""
    title, text = row.get("title") or row["text"], row["text"] if row.get("title") else ""
    at = START + timedelta(seconds=place)
    return Article(
        id=str(row["id"]), key=f"row:{place}", url=f"row:{place}", source=f"source-{place}", source_name="", tier=Tier.GENERAL,
        title=title, summary="", text=text, text_state=TextState.HAD if text else TextState.NONE, language="en",
        published=at, dated=True, seen=at,
    )  # fmt: skip


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> dict[str, float]:
    """B³ precision, recall, F1 and the F1 over pairs."""
    both = Counter(zip(gold, found, strict=True))
    in_gold, in_found = Counter(gold), Counter(found)
    precision = sum(n * n / in_found[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / in_gold[g] for (g, _), n in both.items()) / len(gold)
    together = sum(n * (n - 1) for n in both.values())
    pairs = sum(n * (n - 1) for n in in_gold.values()) + sum(n * (n - 1) for n in in_found.values())
    return {
        "b3_precision": precision,
        "b3_recall": recall,
        "b3_f1": 2 * precision * recall / (precision + recall),
        "pair_f1": 2 * together / pairs if pairs else 1.0,
    }


def measure(rows: Sequence[Mapping[str, Any]]) -> tuple[dict[str, str], dict[str, float]]:
    """Row id → story id, and the metrics: speed always, agreement where the rows carry gold."""
    articles = [article_of(row, place) for place, row in enumerate(rows)]
    started = time.perf_counter()
    stories = group(articles).assignments
    seconds = time.perf_counter() - started
    metrics: dict[str, float] = {
        "texts": len(rows),
        "stories": len(set(stories.values())),
        "texts_per_second": len(rows) / seconds,
    }
    if rows and all("cluster" in row for row in rows):
        gold = [(row.get("topic"), row["cluster"]) for row in rows]
        metrics |= b_cubed(gold, [stories[str(row["id"])] for row in rows])
    sizes: defaultdict[str, int] = defaultdict(int)
    for story in stories.values():
        sizes[story] += 1
    metrics["largest_story"] = max(sizes.values(), default=0)
    return dict(stories), {name: round(value, 4) for name, value in metrics.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("data", type=Path)
    parser.add_argument("--predictions", type=Path)
    asked = parser.parse_args()
    rows = [json.loads(line) for line in asked.data.read_text("utf-8").splitlines() if line.strip()]
    stories, metrics = measure(rows)
    if asked.predictions:
        lines = (json.dumps({"id": row["id"], "story": stories[str(row["id"])]}, ensure_ascii=False) for row in rows)
        asked.predictions.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    print(json.dumps(metrics))


if __name__ == "__main__":
    main()
