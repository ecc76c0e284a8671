"""Extractive summaries of a JSON Lines file: id and `article` (one text) or `articles` (several on one event).

    python benchmarks/quality/summarising.py DATA.jsonl --predictions OUT.jsonl [--sentences 3] [--words 40] [--set cnndm]

Writes {"id", "summary"} per row and prints the metrics as JSON: ROUGE-1/2/Lsum F1 (stemmed, in per cent) where rows carry a reference.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from Stemmer import Stemmer

from summariser.reading.digest import of_one, of_several

STEM = Stemmer("porter")
REFERENCES = ("reference", "summary", "highlights", "gold")


def summary_of(row: Mapping[str, Any], sentences: int, words: int) -> list[str]:
    if row.get("articles"):
        return of_several(row["articles"], words)
    return of_one(row["article"], sentences)


def words_of(text: str) -> list[str]:
    return [STEM.stemWord(word) if len(word) > 3 else word for word in re.findall(r"[a-z0-9]+", text.lower())]


def f1(matched: float, told: int, wanted: int) -> float:
    return 2 * matched / (told + wanted) if told + wanted else 0.0


def rouge_n(told: Sequence[str], wanted: Sequence[str], n: int) -> float:
    one, other = (Counter(zip(*(words[i:] for i in range(n)), strict=False)) for words in (told, wanted))
    return f1((one & other).total(), one.total(), other.total())


def longest_common(one: Sequence[str], other: Sequence[str]) -> set[int]:
    """Indices in `one` of a longest common subsequence."""
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            table[i + 1][j + 1] = table[i][j] + 1 if a == b else max(table[i][j + 1], table[i + 1][j])
    found, i, j = set(), len(one), len(other)
    while i and j:
        if one[i - 1] == other[j - 1]:
            found.add(i - 1)
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return found


def rouge_l(told: Sequence[str], wanted: Sequence[str]) -> float:
    """Summary level: union of the longest common subsequences of each wanted sentence with every told one."""
    mine, theirs = [words_of(line) for line in told], [words_of(line) for line in wanted]
    spare_told, spare_wanted = Counter(w for line in mine for w in line), Counter(w for line in theirs for w in line)
    sizes = spare_told.total(), spare_wanted.total()
    hits = 0
    for line in theirs:
        union = set().union(*(longest_common(line, other) for other in mine)) if mine else set()
        for word in (line[at] for at in sorted(union)):
            if spare_told[word] > 0 and spare_wanted[word] > 0:
                spare_told[word] -= 1
                spare_wanted[word] -= 1
                hits += 1
    return f1(hits, *sizes)


def reference_of(row: Mapping[str, Any]) -> str:
    found = next((row[key] for key in REFERENCES if row.get(key)), "")
    return "\n".join(found) if isinstance(found, list) else str(found)


def measure(
    rows: Sequence[Mapping[str, Any]], sentences: int, words: int
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    started = time.perf_counter()
    told = [summary_of(row, sentences, words) for row in rows]
    seconds = time.perf_counter() - started
    metrics: dict[str, Any] = {"rows": len(rows), "ms_each": round(1000 * seconds / max(1, len(rows)), 2)}
    scored = [(lines, reference_of(row)) for lines, row in zip(told, rows, strict=True) if reference_of(row)]
    if scored:
        pairs = [(words_of(" ".join(lines)), words_of(wanted)) for lines, wanted in scored]
        metrics["rouge1"] = round(100 * sum(rouge_n(a, b, 1) for a, b in pairs) / len(pairs), 2)
        metrics["rouge2"] = round(100 * sum(rouge_n(a, b, 2) for a, b in pairs) / len(pairs), 2)
        metrics["rougeLsum"] = round(
            100 * sum(rouge_l(lines, re.split(r"\n+|(?<=[.!?])\s+", wanted)) for lines, wanted in scored) / len(scored),
            2,
        )
    outputs = [{"id": row["id"], "summary": " ".join(lines)} for row, lines in zip(rows, told, strict=True)]
    return outputs, metrics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--sentences", type=int, default=3)
    parser.add_argument("--words", type=int, default=40)
    parser.add_argument("--set", default="", help="only rows of this set")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.data.read_text("utf-8").splitlines() if line.strip()]
    rows = [row for row in rows if not options.set or row.get("set") == options.set]
    outputs, metrics = measure(rows, options.sentences, options.words)
    if options.predictions:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in outputs)
        options.predictions.write_text("".join(lines), "utf-8")
    print(json.dumps(metrics))


if __name__ == "__main__":
    main()
