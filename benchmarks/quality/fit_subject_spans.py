"""Fits the weights of summariser/data/subject_spans.json: which words of a question say what it is about. Needs scikit-learn.

    python benchmarks/quality/fit_subject_spans.py benchmarks/quality/intents.jsonl [--write]

Rows of intents.jsonl that have `about` and `deed`, stretches of the question marked by hand. Prints how many words of a fifth that is held
back are read rightly (about, deed or neither; and: something or nothing), by language; `--write` puts weights fitted to all in place.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier

from summariser.asking.subject_spans import signs_at, tokens
from summariser.words.vectors import DATA

OFTEN: Final = 2
LOOSE: Final = 1.5
SMALL: Final = 0.1

Rows = Sequence[dict[str, Any]]


def marked(row: dict[str, Any]) -> list[str]:
    """The part of each word."""
    question = row["q"]
    parts = ["none"] * len(question)
    for part in ("about", "deed"):
        at = 0
        for stretch in row[part]:
            at = question.find(stretch, at) if question.find(stretch, at) >= 0 else question.find(stretch)
            if at < 0:
                at = 0
                continue
            parts[at : at + len(stretch)] = [part] * len(stretch)
            at += len(stretch)
    return [parts[one.start] for one in tokens(question)]


class Model:
    def __init__(self, rows: Rows) -> None:
        often = Counter(sign for row in rows for signs in row["signs"] for sign in signs)
        self.kept = {sign for sign, times in often.items() if times >= OFTEN}
        self.names = DictVectorizer()
        x = narrow(self.names.fit_transform(self.measures(rows)))
        one = LogisticRegression(C=LOOSE, solver="liblinear", l1_ratio=1.0)
        self.model = OneVsRestClassifier(one).fit(x, np.array([part for row in rows for part in row["parts"]]))

    def measures(self, rows: Rows) -> list[dict[str, float]]:
        return [{sign: 1.0 for sign in signs if sign in self.kept} for row in rows for signs in row["signs"]]

    def read(self, rows: Rows) -> Any:
        return self.model.predict(narrow(self.names.transform(self.measures(rows))))

    def weights(self) -> dict[str, Any]:
        told: dict[str, dict[str, float]] = {}
        bias = {}
        for part, one in zip(self.model.classes_, self.model.estimators_, strict=True):
            bias[str(part)] = round(float(one.intercept_[0]), 2)
            for name, weight in zip(self.names.get_feature_names_out(), one.coef_[0], strict=True):
                if abs(weight) >= SMALL:
                    told.setdefault(name, {})[str(part)] = round(float(weight), 1)
        return {"bias": bias, "signs": dict(sorted(told.items()))}


def narrow(x: Any) -> Any:
    """With indices as liblinear takes them."""
    x.indices, x.indptr = x.indices.astype(np.int32), x.indptr.astype(np.int32)
    return x


def report(model: Model, rows: Rows) -> None:
    found, right = model.read(rows), np.array([part for row in rows for part in row["parts"]])
    spoken = np.array([row["lang"] for row in rows for _ in row["parts"]])
    for name in ("all", *sorted(set(spoken))):
        here = np.ones(len(right), bool) if name == "all" else spoken == name
        exact = (found == right)[here].mean()
        said = ((found == "none") == (right == "none"))[here].mean()
        print(f"{name:8} {here.sum():6} words  right {exact:.3f}  something or nothing {said:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows = [row for row in map(json.loads, args.questions.read_text("utf-8").splitlines()) if "about" in row]
    for row in rows:
        words = tokens(row["q"])
        row["signs"] = [set(signs_at(words, at)) for at in range(len(words))]
        row["parts"] = marked(row)
    random.Random(1).shuffle(rows)
    cut = len(rows) // 5
    report(Model(rows[cut:]), rows[:cut])
    if args.write:
        made = json.dumps(Model(rows).weights(), ensure_ascii=False, separators=(",", ":"))
        (DATA / "subject_spans.json").write_text(made.replace("},", "},\n") + "\n", "utf-8")


if __name__ == "__main__":
    main()
