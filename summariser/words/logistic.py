"""Small logistic models that ship as data: measures that have names, weighed by weights that can be read. Pure."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Any, Final

from summariser.words.vectors import DATA

_FAR: Final = 30.0


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: log-odds are `bias` and the sum of weight times measure."""

    bias: float
    weights: Mapping[str, float]

    def of(self, measures: Mapping[str, float]) -> float:
        return self.bias + sum(weight * measures[name] for name, weight in self.weights.items())


@cache
def models(name: str) -> Mapping[str, Weights]:
    """The models of `data/{name}.json` by their names; what else stands there is for its reader."""
    data: dict[str, Any] = json.loads((DATA / f"{name}.json").read_text("utf-8"))
    return {key: Weights(one["bias"], one["weights"]) for key, one in data.items() if isinstance(one, dict)}


def chance(odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + exp(-max(-_FAR, min(_FAR, odds))))
