"""Is it AI? Judges a JSON Lines file of items: title, source, url, summary?, body?, and `ai` as the flag where known.

    python benchmarks/quality/relevance.py DATA.jsonl --predictions OUT.jsonl [--since 2026-07-21] [--until 2026-07-24]

Writes {"url", "ai"} per row and prints the metrics as JSON. Predictions see title, source and text, never the flag.
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from news.model import Source
from summariser.reading.relevance import judge


def source_of(row: Mapping[str, Any]) -> Source:
    return Source(id=row["source"], name=row["source"], feed="")


def agreement(flags: Sequence[bool], found: Sequence[bool]) -> dict[str, float]:
    """Precision, recall and F1 of `found` against the flags."""
    hits = sum(flag and ai for flag, ai in zip(flags, found, strict=True))
    precision, recall = hits / max(1, sum(found)), hits / max(1, sum(flags))
    return {"precision": precision, "recall": recall, "f1": 2 * hits / max(1, sum(flags) + sum(found))}


def measure(rows: Sequence[Mapping[str, Any]]) -> tuple[list[bool], dict[str, float]]:
    """A verdict per row, and the metrics: speed always, agreement over the rows that carry a flag."""
    started = time.perf_counter()
    found = [judge(row["title"], row.get("body") or row.get("summary") or "", source_of(row)).is_ai for row in rows]
    seconds = time.perf_counter() - started
    flagged = [(bool(row["ai"]), ai) for row, ai in zip(rows, found, strict=True) if row.get("ai") is not None]
    metrics: dict[str, float] = {
        "items": len(rows),
        "flagged": len(flagged),
        "ai": sum(found),
        "items_per_second": len(rows) / seconds,
    }
    if flagged:
        metrics |= agreement([flag for flag, _ in flagged], [ai for _, ai in flagged])
    return found, {name: round(value, 4) for name, value in metrics.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("data", type=Path)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--since", default="")
    parser.add_argument("--until", default="9")
    asked = parser.parse_args()
    rows = [json.loads(line) for line in asked.data.read_text("utf-8").splitlines() if line.strip()]
    rows = [row for row in rows if asked.since <= (row.get("published") or row["first_seen"])[:10] <= asked.until]
    found, metrics = measure(rows)
    if asked.predictions:
        lines = (
            json.dumps({"url": row["url"], "ai": ai}, ensure_ascii=False) for row, ai in zip(rows, found, strict=True)
        )
        asked.predictions.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    print(json.dumps(metrics))


if __name__ == "__main__":
    main()
