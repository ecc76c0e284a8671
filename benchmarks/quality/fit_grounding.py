"""Fits the weights of summariser/data/grounding.json: whether what is carried of a sentence is enough for how it is told.

    python benchmarks/quality/fit_grounding.py DATA.jsonl [MORE.jsonl …]

Rows as for grounding.py, human labels only. Every set counts the same, and in it the supported and the others the same. Prints the
weights, the held-back figures, each set in turn left out of the fit and ten folds by article, and how far the shipped weights are.
"""

import argparse
import json
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from grounding import auc, balanced

from summariser.checking import manner
from summariser.checking.grounding import weigh
from summariser.words.logistic import models

FOLDS: Final = 10
RIDGE: Final = 1.0
COPIED: Final = ("carried", "second")
REWORDED: Final = ("carried", "longest")


@dataclass(frozen=True)
class Rows:
    """`x`: a column for each of `manner.MEASURES`. `vetoed` are refused whatever the weights."""

    x: Any
    right: Any
    vetoed: Any
    sets: Any
    folds: Any

    def where(self, rows: Any) -> "Rows":
        return Rows(self.x[rows], self.right[rows], self.vetoed[rows], self.sets[rows], self.folds[rows])

    def columns(self, names: Sequence[str]) -> Any:
        return self.x[:, [manner.MEASURES.index(name) for name in names]]


def read(paths: Sequence[Path]) -> Rows:
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]
    found = [weigh(row["claim"], [row["source"]]) for row in rows]
    return Rows(
        np.array([[measures[name] for name in manner.MEASURES] for measures, _ in found]),
        np.array([float(row["label"]) for row in rows]),
        np.array([bool(reasons) for _, reasons in found]),
        np.array([row.get("set", "all") for row in rows]),
        np.array([zlib.crc32(str(row.get("group", row["id"])).encode()) % FOLDS for row in rows]),
    )


def counts(rows: Rows) -> Any:
    """What each row counts for: supported and others of every set the same."""
    weight = np.zeros(len(rows.right))
    for name in set(rows.sets):
        for label in (0.0, 1.0):
            mine = (rows.sets == name) & (rows.right == label)
            weight[mine] = 1 / max(1, mine.sum())
    return weight / weight.mean()


def logistic(x: Any, wanted: Any, weight: Any) -> tuple[Any, float]:
    """Weights and bias by Newton's steps, the ridge on measures of unit spread."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    held = np.diag([RIDGE] * x.shape[1] + [0.01])
    found = np.zeros(z.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-z @ found))
        bent = (z * (weight * p * (1 - p))[:, None]).T @ z + held
        found = found - np.linalg.solve(bent, z.T @ (weight * (p - wanted)) + held @ found)
    scaled = found[:-1] / spread
    return scaled, float(found[-1] - scaled @ mean)


def fit(rows: Rows) -> dict[str, dict[str, Any]]:
    """First what tells the sets in free words from the copying ones, then both manners at once."""
    weight, pairs = counts(rows), rows.columns(["pairs"])
    free_sets = [name for name in set(rows.sets) if np.median(pairs[rows.sets == name]) < 0.5]
    steep, middle = logistic(pairs, np.isin(rows.sets, free_sets).astype(float), weight)
    free = 1 / (1 + np.exp(-(pairs @ steep + middle)))[:, None]
    both = np.c_[(1 - free) * rows.columns(COPIED), free * rows.columns(REWORDED), free]
    judged = ~rows.vetoed
    found, bias = logistic(both[judged], rows.right[judged], weight[judged])
    told = found[len(COPIED) : -1]
    return {
        "free": model(middle, ["pairs"], steep),
        "copied": model(bias, COPIED, found[: len(COPIED)]),
        "reworded": model(bias + found[-1], REWORDED, told),
    }


def model(bias: float, names: Sequence[str], weights: Sequence[float]) -> dict[str, Any]:
    return {
        "bias": round(float(bias), 2),
        "weights": {n: round(float(w), 2) for n, w in zip(names, weights, strict=True)},
    }


def odds(made: dict[str, dict[str, Any]], rows: Rows) -> Any:
    def of(name: str) -> Any:
        one = made[name]
        return rows.columns(list(one["weights"])) @ np.array(list(one["weights"].values())) + one["bias"]

    free = 1 / (1 + np.exp(-of("free")))
    return (1 - free) * of("copied") + free * of("reworded")


def figures(rows: Rows, found: Any) -> dict[str, Any]:
    """Balanced accuracy and AUC of every set and their means, polytope out of the mean AUC."""
    believed = (found >= 0) & ~rows.vetoed
    scores = (rows.columns(["carried"])[:, 0] + believed) / 2
    told = {}
    for name in sorted(set(rows.sets)):
        mine = rows.sets == name
        labels = rows.right[mine].astype(int).tolist()
        told[name] = [
            round(balanced(labels, believed[mine].tolist()), 4),
            round(auc(labels, scores[mine].tolist()), 4),
        ]
    ranked = [told[name][1] for name in told if name != "polytope"]
    mean = [round(float(np.mean([one[0] for one in told.values()])), 4), round(float(np.mean(ranked)), 4)]
    return {"mean": mean, **told}


def held_back(rows: Rows, parts: Any) -> Any:
    found = np.zeros(len(rows.right))
    for part in set(parts):
        out = parts == part
        found[out] = odds(fit(rows.where(~out)), rows.where(out))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="+")
    rows = read(parser.parse_args().data)
    shipped = {name: {"bias": one.bias, "weights": dict(one.weights)} for name, one in models("grounding").items()}
    told = {
        "weights": fit(rows),
        "shipped": figures(rows, odds(shipped, rows)),
        "a set left out": figures(rows, held_back(rows, rows.sets)),
        "ten folds": figures(rows, held_back(rows, rows.folds)),
    }
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
