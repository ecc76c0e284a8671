"""What the scripts share that fit trees to labelled questions: their options, chances by trees that saw nothing of what they judge, the file that ships."""

import argparse
import hashlib
import json
import math
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np

from summariser.words.vectors import DATA

DIGITS: Final = 4
AT: Final = {"en": datetime(2026, 7, 22, 6, tzinfo=UTC), "asia": datetime(2026, 8, 3, 12, tzinfo=UTC)}
"""When the labelled questions are asked of each archive."""
Table = tuple[Any, Any, Any, Any]
"""Of every candidate its signs, whether it is right, how much it counts, and its question's fold."""


class Pool(Protocol):
    """Candidates that are weighed together. `rows`: the signs of each; `chances`: how likely each is right, by trees that saw none of them."""

    chances: Any

    @property
    def rows(self) -> Sequence[Mapping[str, float]]: ...


def digest(text: str) -> str:
    """By which labels know a line."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def options(description: str | None, *questions: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in questions:
        parser.add_argument(name, type=Path)
    parser.add_argument("--english", type=Path, required=True)
    parser.add_argument("--asian", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="put what is fitted to all in place")
    return parser


def fit(
    name: str,
    make: Callable[[], Any],
    pools: Sequence[tuple[int, Pool]],
    table: Callable[[Sequence[str]], Table],
    report: Callable[[], None],
    *,
    write: bool,
) -> None:
    """`pools`: with their folds; each gets its chances, which `report` prints. What is fitted to all of the `table` ships as `name`."""
    names = sorted({sign for _, pool in pools for row in pool.rows for sign in row})
    x, y, counts, folds = table(names)
    models = {at: make().fit(x[folds != at], y[folds != at], counts[folds != at]) for at in sorted({*folds.tolist()})}
    for at, pool in pools:
        measured = np.array([[row[sign] for sign in names] for row in pool.rows], x.dtype)
        pool.chances = models[at].predict_proba(measured)[:, 1] if len(measured) else np.zeros(0)
    report()
    model = make().fit(x, y, counts)
    text = written((shipped if hasattr(model, "estimators_") else shipped_of_bins)(model, names))
    print(f"{name}: {len(y)} candidates, {y.sum()} right; {len(text) >> 10} kB")
    if write:
        (DATA / f"{name}.json").write_text(text, "utf-8")


def shipped(model: Any, names: Sequence[str]) -> dict[str, Any]:
    """As `summariser/words/trees.py` reads it: the measures that some tree asks for, and every leaf already times the rate."""
    fitted = [one.tree_ for one in model.estimators_[:, 0]]
    used = sorted({int(measure) for tree in fitted for measure in tree.feature if measure >= 0})
    places = {measure: at for at, measure in enumerate(used)}
    share = float(model.init_.class_prior_[1])
    return {
        "names": [names[measure] for measure in used],
        "bias": round(math.log(share / (1 - share)), DIGITS),
        "trees": [[node_of(tree, at, places, model.learning_rate) for at in range(tree.node_count)] for tree in fitted],
    }


def shipped_of_bins(model: Any, names: Sequence[str]) -> dict[str, Any]:
    """As `shipped`, of trees that were grown on binned measures (HistGradientBoostingClassifier): many rows, seconds instead of minutes."""
    grown = [one[0].nodes for one in model._predictors]
    used = sorted({int(node["feature_idx"]) for tree in grown for node in tree if not node["is_leaf"]})
    places = {measure: at for at, measure in enumerate(used)}

    def node(one: Any) -> list[float]:
        if one["is_leaf"]:
            return [-1, 0, 0, 0, round(float(one["value"]), DIGITS)]
        limit = float(f"{one['num_threshold']:.6g}")
        return [places[int(one["feature_idx"])], limit, int(one["left"]), int(one["right"]), 0]

    return {
        "names": [names[measure] for measure in used],
        "bias": round(float(model._baseline_prediction.ravel()[0]), DIGITS),
        "trees": [[node(one) for one in tree] for tree in grown],
    }


def node_of(tree: Any, at: int, places: dict[int, int], rate: float) -> list[float]:
    left, right = int(tree.children_left[at]), int(tree.children_right[at])
    if left == -1:
        return [-1, 0, 0, 0, round(float(tree.value[at][0][0]) * rate, DIGITS)]
    return [places[int(tree.feature[at])], float(f"{tree.threshold[at]:.6g}"), left, right, 0]


def written(made: dict[str, Any]) -> str:
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in made["trees"])
    return f'{{"names": {json.dumps(made["names"])}, "bias": {made["bias"]}, "trees": [\n{trees}\n]}}\n'
