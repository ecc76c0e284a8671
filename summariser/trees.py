"""Boosted decision trees that ship as data: each adds its leaf's log-odds to the whole. Pure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from summariser.vectors import DATA

_LEAF: Final = -1


@dataclass(frozen=True, slots=True)
class Trees:
    """`trees`: nodes from the root, each [measure, threshold, left, right, odds]; a measure at or below the threshold goes left; a leaf has
    -1 for its measure."""

    names: tuple[str, ...]
    bias: float
    trees: Sequence[Sequence[Sequence[float]]]

    def of(self, measures: Mapping[str, float]) -> float:
        """In log-odds."""
        row = [measures[name] for name in self.names]
        return self.bias + sum(_leaf(tree, row) for tree in self.trees)


def _leaf(tree: Sequence[Sequence[float]], row: Sequence[float]) -> float:
    node = tree[0]
    while node[0] != _LEAF:
        node = tree[int(node[2] if row[int(node[0])] <= node[1] else node[3])]
    return node[4]


@cache
def trees(name: str) -> Trees:
    """Those of `data/{name}.json`."""
    data: dict[str, Any] = json.loads((DATA / f"{name}.json").read_text("utf-8"))
    return Trees(tuple(data["names"]), data["bias"], data["trees"])
