"""Boosted decision trees that ship as data: each adds its leaf's log-odds to the whole. Pure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from summariser.words.vectors import DATA

_LEAF: Final = -1


@dataclass(frozen=True)
class Trees:
    """`trees`: nodes from the root, each [measure, threshold, left, right, odds]; a measure at or below the threshold goes left; a leaf has
    -1 for its measure."""

    names: tuple[str, ...]
    bias: float
    trees: Sequence[Sequence[Sequence[float]]]

    def of(self, measures: Sequence[Mapping[str, float]]) -> list[float]:
        """In log-odds, of each."""
        import numpy as np

        if not measures:
            return []
        rows = np.array([[one[name] for name in self.names] for one in measures], float)
        measure, threshold, left, right, odds = self._arrays
        tree, row = np.arange(len(self.trees))[:, None], np.arange(len(rows))[None, :]
        at = np.zeros((len(self.trees), len(rows)), int)
        for _ in range(self._depth):
            at = np.where(rows[row, measure[tree, at]] <= threshold[tree, at], left[tree, at], right[tree, at])
        return [float(one) for one in odds[tree, at].sum(axis=0) + self.bias]

    @cached_property
    def _arrays(self) -> tuple[Any, ...]:
        """By tree and node: what is measured, the threshold, the nodes to the left and to the right, the odds. A leaf leads to itself."""
        import numpy as np

        shape = (len(self.trees), max(map(len, self.trees)))
        measure, left, right = np.zeros(shape, int), np.zeros(shape, int), np.zeros(shape, int)
        threshold, odds = np.zeros(shape), np.zeros(shape)
        for at, tree in enumerate(self.trees):
            for node, (kind, limit, low, high, value) in enumerate(tree):
                leaf = kind == _LEAF
                measure[at, node] = 0 if leaf else kind
                left[at, node], right[at, node] = (node, node) if leaf else (low, high)
                threshold[at, node], odds[at, node] = limit, value
        return measure, threshold, left, right, odds

    @cached_property
    def _depth(self) -> int:
        def below(tree: Sequence[Sequence[float]], node: int) -> int:
            kind, _, left, right, _ = tree[node]
            return 0 if kind == _LEAF else 1 + max(below(tree, int(left)), below(tree, int(right)))

        return max(below(tree, 0) for tree in self.trees)


@cache
def trees(name: str) -> Trees:
    """Those of `data/{name}.json`."""
    data: dict[str, Any] = json.loads((DATA / f"{name}.json").read_text("utf-8"))
    return Trees(tuple(data["names"]), data["bias"], data["trees"])
