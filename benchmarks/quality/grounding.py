"""Grounding of claims in a JSON Lines file: id, source, claim, `label` (1 = supported), `set` and `kind` where known.

    python benchmarks/quality/grounding.py DATA.jsonl [MORE.jsonl …] --predictions OUT.jsonl

Rows with `positive` and `positive_wrong` (counterfactual passages) become claims: the sentence of a true passage that holds the answer,
against the same passage with the answer changed (label 0) and against the true one (label 1).
Writes {"id", "score", "supported"} per claim and prints the metrics as JSON.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from news.text import sentences
from summariser.checking.grounding import THRESHOLD, check
from summariser.words.facts import script

PLANTED = "perturb"


def claims_of(row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    if "claim" in row:
        yield dict(row)
        return
    answers = row["answer"] if isinstance(row["answer"], list) else [row["answer"]]
    for place, (true, false) in enumerate(zip(row["positive"], row["positive_wrong"], strict=False)):
        held = [line for line in sentences(true, script(true)) if any(str(answer) in line for answer in answers)]
        if held:
            base = {"claim": held[0], "set": "counterfactual"}
            yield base | {"id": f"{row['id']}-{place}-wrong", "source": false, "label": 0, "kind": "counterfactual"}
            yield base | {"id": f"{row['id']}-{place}-true", "source": true, "label": 1, "kind": "true passage"}


def auc(labels: Sequence[int], scores: Sequence[float]) -> float:
    """Chance that a supported claim scores above an unsupported one, ties half."""
    ranked = sorted(range(len(scores)), key=scores.__getitem__)
    ranks = [0.0] * len(scores)
    start = 0
    while start < len(ranked):
        end = start
        while end < len(ranked) and scores[ranked[end]] == scores[ranked[start]]:
            end += 1
        for at in ranked[start:end]:
            ranks[at] = (start + end - 1) / 2 + 1
        start = end
    good = sum(labels)
    if not good or good == len(labels):
        return float("nan")
    total = sum(rank for rank, label in zip(ranks, labels, strict=True) if label)
    return (total - good * (good + 1) / 2) / (good * (len(labels) - good))


def balanced(labels: Sequence[int], verdicts: Sequence[bool]) -> float:
    shares = []
    for wanted in (1, 0):
        said = [verdict for label, verdict in zip(labels, verdicts, strict=True) if label == wanted]
        shares.append(sum(verdict == bool(wanted) for verdict in said) / len(said) if said else float("nan"))
    return sum(shares) / 2


def measure(claims: Sequence[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    started = time.perf_counter()
    found = [check(claim["claim"], [claim["source"]]) for claim in claims]
    seconds = time.perf_counter() - started
    outputs = [{"id": c["id"], "score": v.score, "supported": v.supported} for c, v in zip(claims, found, strict=True)]
    metrics: dict[str, Any] = {
        "claims": len(claims),
        "ms_each": round(1000 * seconds / max(1, len(claims)), 3),
        "threshold": THRESHOLD,
    }
    sets: dict[str, list[int]] = defaultdict(list)
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for at, claim in enumerate(claims):
        if "label" not in claim:
            continue
        sets[claim.get("set", "all")].append(at)
        kind = claim.get("kind")
        if kind:
            seen[kind] += 1
            right[kind] += found[at].supported == bool(claim["label"])
    human = {name: rows for name, rows in sets.items() if name not in {PLANTED, "counterfactual"}}
    for name, rows in human.items():
        labels = [claims[at]["label"] for at in rows]
        metrics[name] = {
            "n": len(rows),
            "auc": round(auc(labels, [found[at].score for at in rows]), 4),
            "balanced_accuracy": round(balanced(labels, [found[at].supported for at in rows]), 4),
        }
    if human:
        judged = [metrics[name] for name in human]
        metrics["mean_auc_without_polytope"] = round(
            sum(metrics[n]["auc"] for n in human if n != "polytope")
            / max(1, len([n for n in human if n != "polytope"])),
            4,
        )
        metrics["mean_balanced_accuracy"] = round(sum(row["balanced_accuracy"] for row in judged) / len(judged), 4)
    metrics["right_by_kind"] = {kind: round(right[kind] / seen[kind], 4) for kind in sorted(seen)}
    return outputs, metrics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    rows = [json.loads(line) for path in options.data for line in path.read_text("utf-8").splitlines() if line.strip()]
    outputs, metrics = measure([claim for row in rows for claim in claims_of(row)])
    if options.predictions:
        options.predictions.write_text("".join(json.dumps(row) + "\n" for row in outputs), "utf-8")
    print(json.dumps(metrics))


if __name__ == "__main__":
    main()
