"""Which sentences are central: TF-IDF cosine, a centroid for one article, a random walk (LexRank) for several."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if (
    TYPE_CHECKING
):  # numpy comes with the first sentences that are weighed: a server at rest has no use for its megabytes
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
_DAMPING = 0.85
_STEPS = 30


def tfidf(bags: Sequence[Sequence[str]]) -> "Matrix":
    """One unit-length row per bag of tokens; an empty bag is a row of zeros."""
    import numpy as np

    vocabulary: dict[str, int] = {}
    for bag in bags:
        for token in bag:
            vocabulary.setdefault(token, len(vocabulary))
    table = np.zeros((len(bags), max(1, len(vocabulary))))
    for row, bag in enumerate(bags):
        for token, count in Counter(bag).items():
            table[row, vocabulary[token]] = count
    spread = np.maximum((table > 0).sum(axis=0), 1)
    table = table * (np.log(len(bags) / spread) + 1)
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    unit: Matrix = np.divide(table, lengths, out=np.zeros_like(table), where=lengths > 0)
    return unit


def centroid(rows: "Matrix") -> "Matrix":
    """Cosine of every row to the mean row, scaled so that the best is 1."""
    mean = rows.mean(axis=0)
    return _scaled(rows @ mean)


def lexrank(rows: "Matrix", threshold: float = 0.05) -> "Matrix":
    """Stationary weight of a walk along cosine similarities above `threshold`, scaled so that the best is 1."""
    import numpy as np

    links = rows @ rows.T
    links[links < threshold] = 0
    np.fill_diagonal(links, 1)
    walk = links / links.sum(axis=1, keepdims=True)
    count = len(rows)
    weight = np.full(count, 1 / count)
    for _ in range(_STEPS):
        weight = (1 - _DAMPING) / count + _DAMPING * (weight @ walk)
    return _scaled(weight)


def _scaled(values: "Matrix") -> "Matrix":
    top = values.max(initial=0)
    scaled: Matrix = values / top if top > 0 else values
    return scaled


def salience(rows: "Matrix", places: "Matrix", *, several: bool) -> "Matrix":
    """How central each sentence is, 0 to 1: position decides inside one article, likeness to the others among several."""
    if several:
        return 0.8 * lexrank(rows) + 0.2 * places
    return 0.7 * places + 0.3 * centroid(rows)


def diverse(scores: "Matrix", rows: "Matrix", wanted: int, balance: float = 0.7) -> list[int]:
    """Indices by maximal marginal relevance: `balance` to the score, the rest against likeness to those chosen."""
    import numpy as np

    chosen: list[int] = []
    likeness = np.zeros(len(scores))
    while len(chosen) < min(wanted, len(scores)):
        value = balance * scores - (1 - balance) * likeness
        value[chosen] = -np.inf
        best = int(value.argmax())
        chosen.append(best)
        likeness = np.maximum(likeness, rows @ rows[best])
    return chosen
