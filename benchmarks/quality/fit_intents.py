"""Fits the weights of summariser/data/intents.json: what a question wants (news, a fact, a list …), by its words and
by what it means. Needs scikit-learn.

    python benchmarks/quality/fit_intents.py benchmarks/quality/intents.jsonl [--write]

Rows `{"q", "intent", "lang", "part"}`: questions in six languages by two hands, `part` says whose. Prints how many of either hand's
questions a model fitted to the other's reads rightly, by language, and how many of those it is sure of; `--write` puts the weights
fitted to both in place.
"""

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier

from summariser.asking.intents import BY_MEANING, SURE, signs
from summariser.asking.understanding import marks_of
from summariser.words.meaning import meanings, unpacked
from summariser.words.vectors import DATA

OFTEN: Final = 2
"""A sign of one question alone says nothing."""
LOOSE: Final = 20.0
SMALL: Final = 0.05
MEANT: Final = 5.0
LEAST: Final = 1e-6

Rows = Sequence[dict[str, Any]]


class Model:
    def __init__(self, rows: Rows) -> None:
        often = Counter(sign for row in rows for sign in row["signs"])
        self.kept = {sign for sign, times in often.items() if times >= OFTEN}
        self.names = DictVectorizer()
        x = narrow(self.names.fit_transform([self.measures(row) for row in rows]))
        one = LogisticRegression(C=LOOSE, solver="liblinear", l1_ratio=1.0)
        wishes = np.array([row["intent"] for row in rows])
        self.model = OneVsRestClassifier(one).fit(x, wishes)
        self.meant = LogisticRegression(C=MEANT, max_iter=2000).fit(meant_by(rows), wishes)

    def measures(self, row: dict[str, Any]) -> dict[str, float]:
        return {sign: 1 / math.sqrt(len(row["signs"])) for sign in row["signs"] if sign in self.kept}

    def read(self, rows: Rows) -> tuple[list[str], Any]:
        said = self.model.predict_proba(narrow(self.names.transform([self.measures(row) for row in rows])))
        mixed = np.maximum(said, LEAST) ** (1 - BY_MEANING)
        mixed *= np.maximum(self.meant.predict_proba(meant_by(rows)), LEAST) ** BY_MEANING
        chances = mixed / mixed.sum(1, keepdims=True)
        return [self.model.classes_[at] for at in chances.argmax(1)], chances.max(1)

    def weights(self) -> dict[str, Any]:
        names = self.names.get_feature_names_out()
        told: dict[str, dict[str, float]] = {}
        for intent, one in zip(self.model.classes_, self.model.estimators_, strict=True):
            for name, weight in zip(names, one.coef_[0], strict=True):
                if abs(weight) >= SMALL:
                    told.setdefault(name, {})[intent] = round(float(weight), 1)
        bias = {
            intent: round(float(one.intercept_[0]), 2)
            for intent, one in zip(self.model.classes_, self.model.estimators_, strict=True)
        }
        meant = {
            wish: [round(float(one), 2) for one in (*weights, bias)]
            for wish, weights, bias in zip(self.meant.classes_, self.meant.coef_, self.meant.intercept_, strict=True)
        }
        return {"bias": bias, "meant": meant, "signs": dict(sorted(told.items()))}


def meant_by(rows: Rows) -> Any:
    return unpacked(meanings([row["q"] for row in rows]))


def narrow(x: Any) -> Any:
    """With indices as liblinear takes them."""
    x.indices, x.indptr = x.indices.astype(np.int32), x.indptr.astype(np.int32)
    return x


def report(model: Model, rows: Rows, of: str) -> None:
    found, chances = model.read(rows)
    right = np.array([one == row["intent"] for one, row in zip(found, rows, strict=True)])
    for name in ("all", *sorted({row["lang"] for row in rows})):
        here = np.array([name in ("all", row["lang"]) for row in rows])
        sure = here & (chances >= SURE)
        print(
            f"{of:8} {name:8} {here.sum():5} right {right[here].mean():.3f}  sure of {sure.sum() / here.sum():.2f}, of them right {right[sure].mean():.3f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.questions.read_text("utf-8").splitlines()]
    for row in rows:
        row["signs"] = sorted({*signs(row["q"]), *marks_of(row["q"])})
    first, second = ([row for row in rows if row["part"] == part] for part in (1, 2))
    report(Model(first), second, "1 -> 2")
    report(Model(second), first, "2 -> 1")
    if args.write:
        made = json.dumps(Model(rows).weights(), ensure_ascii=False, separators=(",", ":"))
        (DATA / "intents.json").write_text(made.replace("},", "},\n") + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
