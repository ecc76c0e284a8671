"""Average-linkage agglomeration: which nodes belong together, with a bar that falls as evidence from more pairs adds up."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Vector = NDArray[np.float32]
_POOLING = 0.4  # below one half: pairs inside a group are no independent evidence
_STROKE = 2_000_000  # cells added at once, for memory
_NEVER = np.float32(-9.0)


def similarities(vectors: Sequence[Mapping[str, float]]) -> tuple[Matrix, Matrix]:
    """All inner products of sparse vectors, n x n, and of each the share of its strongest single term.

    Through an index of terms: cheap where few share a term. Terms held by equally many vectors are added in one stroke.
    """
    postings: dict[str, tuple[list[int], list[float]]] = {}
    for at, vector in enumerate(vectors):
        for term, weight in vector.items():
            places, weights = postings.setdefault(term, ([], []))
            places.append(at)
            weights.append(weight)
    by_size: dict[int, list[tuple[list[int], list[float]]]] = {}
    for posting in postings.values():
        if len(posting[0]) > 1:
            by_size.setdefault(len(posting[0]), []).append(posting)
    size = len(vectors)
    total, strongest = np.zeros(size * size, np.float32), np.zeros(size * size, np.float32)
    for held, found in by_size.items():
        stride = max(1, _STROKE // held**2)
        for start in range(0, len(found), stride):
            places_, weights_ = (np.array(column) for column in zip(*found[start : start + stride], strict=True))
            cells = (places_[:, :, None] * size + places_[:, None, :]).ravel()
            products = (weights_[:, :, None] * weights_[:, None, :]).astype(np.float32).ravel()
            np.add.at(total, cells, products)
            np.maximum.at(strongest, cells, products)
    return total.reshape(size, size), strongest.reshape(size, size)


def agglomerate(excess: Matrix, lone: Matrix, sizes: Vector, demand: Vector) -> list[int]:
    """A label per node, the smallest node index of its group.

    `excess[i, j]` is how far the average pair of i and j lies above its own bar; `sizes` are documents per node. Two groups join while
    their average excess is above `(demand_i * demand_j + lone_ij) / (size_i * size_j) ** 0.4`: two single documents must be much alike,
    two large groups only steadily so. `lone` is what rests on a single term: one word in common is not yet an event in common.
    Deterministic; `excess` and `lone` are overwritten.
    """
    return _Agglomeration(excess, lone, sizes, demand).run()


class _Agglomeration:
    def __init__(self, excess: Matrix, lone: Matrix, sizes: Vector, demand: Vector) -> None:
        self._excess, self._lone = excess, lone
        self._sizes, self._demand = sizes.copy(), demand.copy()
        self._weights = sizes**_POOLING
        self._alive = np.ones(len(excess), bool)
        self._parent = list(range(len(excess)))
        self._nearest = np.zeros(len(excess), np.int64)
        self._gain = np.full(len(excess), _NEVER, np.float32)

    def run(self) -> list[int]:
        for node in range(len(self._parent)):
            self._look(node)
        while len(self._parent) and self._gain[left := int(self._gain.argmax())] > 0:
            right = int(self._nearest[left])
            self._join(min(left, right), max(left, right))
        return [self._root(node) for node in range(len(self._parent))]

    def _gains(self, node: int) -> Vector:
        bar = (self._demand[node] * self._demand + self._lone[node]) / (self._weights[node] * self._weights)
        gains: Vector = np.where(self._alive, self._excess[node] - bar, _NEVER)
        gains[node] = _NEVER
        return gains

    def _look(self, node: int) -> Vector:
        gains = self._gains(node)
        self._nearest[node] = best = int(gains.argmax())
        self._gain[node] = gains[best]
        return gains

    def _join(self, kept: int, gone: int) -> None:
        a, b = self._sizes[kept], self._sizes[gone]
        for matrix in (self._excess, self._lone):
            merged = (matrix[kept] * a + matrix[gone] * b) / (a + b)
            matrix[kept] = merged
            matrix[:, kept] = merged
        self._demand[kept] = (self._demand[kept] * a + self._demand[gone] * b) / (a + b)
        self._sizes[kept] = a + b
        self._weights[kept] = (a + b) ** _POOLING
        self._alive[gone], self._gain[gone], self._parent[gone] = False, _NEVER, kept
        stale = self._alive & ((self._nearest == kept) | (self._nearest == gone))
        gains = self._look(kept)
        stale[kept] = False
        for node in np.flatnonzero(stale):
            self._look(int(node))
        better = self._alive & (gains > self._gain)
        better[kept] = False
        self._nearest[better], self._gain[better] = kept, gains[better]

    def _root(self, node: int) -> int:
        while self._parent[node] != node:
            node = self._parent[node]
        return node
