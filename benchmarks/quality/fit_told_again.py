"""Fits summariser/data/told_again.json: how likely one line of an answer says what another tells.

    python benchmarks/quality/fit_told_again.py benchmarks/quality/told_pairs.jsonl [--write]

Needs scikit-learn. Each row: two lines of one answer by the first twelve digits of their SHA-256 (the archives are not in the repository), the
events that they tell, whether a reader found that they say the same, their signs in the order of the first row, and `told`: 1 where they stood
in an answer, 0 where they were told only because nothing was put together, for answers seldom repeat themselves. What was open was left out.
Prints, in ten folds by event, what would be left out, and of how many that say the same.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

sys.path.insert(0, str(Path(__file__).parents[2]))

from summariser.stories.told_again import AGAIN
from summariser.words.vectors import DATA

FOLDS: Final = 10
DIGITS: Final = 4
STRENGTH: Final = 0.3


def make() -> Any:
    return make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=3000))


def unseen(x: Any, y: Any, events: Any) -> Any:
    """The log-odds of each by what was fitted to neither of its events."""
    odds = np.zeros(len(y))
    for fold in range(FOLDS):
        out, known = events[:, 0] % FOLDS == fold, (events % FOLDS != fold).all(axis=1)
        odds[out] = make().fit(x[known], y[known]).decision_function(x[out])
    return odds


def shipped(names: list[str], x: Any, y: Any) -> dict[str, Any]:
    """Over the signs themselves, without the scaling that it was fitted by."""
    scaled, fitted = (step for _, step in make().fit(x, y).steps)
    weights = fitted.coef_[0] / scaled.scale_
    bias = fitted.intercept_[0] - (weights * scaled.mean_).sum()
    return {
        "again": {
            "bias": round(float(bias), DIGITS),
            "weights": {name: round(float(one), DIGITS) for name, one in zip(names, weights, strict=True)},
        }
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    first, *rows = map(json.loads, args.pairs.read_text("utf-8").splitlines())
    x, y = np.array([row["signs"] for row in rows]), np.array([row["same"] for row in rows])
    odds = unseen(x, y, np.array([row["events"] for row in rows]))
    told, asian = np.array([row["told"] == 1 for row in rows]), np.array([row["archive"] == "asia" for row in rows])
    abroad = x[:, first["signs"].index("abroad")] > 0
    for name, here in (("all", told | ~told), ("told", told), ("asia", asian), ("across", abroad)):
        out, same = here & (odds > AGAIN), y[here].sum()
        print(
            f"{name:8} {here.sum():5} pairs, {same:4} the same: {out.sum():4} left out, {y[out].sum():4} of them rightly"
        )
    made = shipped(first["signs"], x, y)
    print(json.dumps(made["again"]["weights"]))
    if args.write:
        (DATA / "told_again.json").write_text(json.dumps(made, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
