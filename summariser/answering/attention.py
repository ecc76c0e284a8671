"""How well a line answers a question, by what the tokens of both mean: each looks among the other's for what it needs (attention). Fitted; pure.

`data/attention.npz`: fitted by benchmarks/quality/fit_attention.py to questions whose answering lines readers marked. A decomposable attention model
(Parikh and others, 2016) over the sentence encoder's token embeddings; in numpy.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final

from summariser.words.token_embeddings import token_embeddings
from summariser.words.vectors import DATA

_KEPT: Final = 6000
"""Lines whose tokens are kept, some 4 kB each."""
_LINE: Final = 56
_QUESTION: Final = 32
"""Tokens that are looked at."""
_AT_ONCE: Final = 32
_NOWHERE: Final = -1e4
_LEAST: Final = 1e-5
_MUCH: Final = 0.3


def attention(question: str, lines: Sequence[str]) -> list[float]:
    """Of each line, in log-odds. Some two milliseconds of a processor for a line that was not read before."""
    if not lines:
        return []
    weights, asked = _weights(), _asked(question)
    known = _tokens_of(lines)
    return [
        float(one)
        for start in range(0, len(known), _AT_ONCE)
        for one in _scores(weights, asked, known[start : start + _AT_ONCE])
    ]


@cache
def _weights() -> Mapping[str, Any]:
    import numpy as np

    with np.load(DATA / "attention.npz", allow_pickle=False) as kept:
        return {name: kept[name].astype(np.float32) for name in kept.files}


@lru_cache(maxsize=_KEPT)
def _kept(line: str) -> list[Any]:
    """Where the tokens of a line are put, once they are read."""
    return []


def _tokens_of(lines: Sequence[str]) -> list[Any]:
    import numpy as np

    weights, kept = _weights(), [_kept(line) for line in lines]
    new = {line: place for line, place in zip(lines, kept, strict=True) if not place}
    for place, tokens in zip(new.values(), token_embeddings(list(new)), strict=True):
        place.append(_normal(tokens[:_LINE] @ weights["line"] + weights["line_bias"]).astype(np.float16))
    return [place[0] for place in kept]


@lru_cache(maxsize=256)
def _asked(question: str) -> Any:
    weights, tokens = _weights(), next(token_embeddings([question]))
    return _normal(tokens[:_QUESTION] @ weights["question"] + weights["question_bias"])


def _scores(weights: Mapping[str, Any], asked: Any, known: Sequence[Any]) -> Any:
    """By the question's tokens beside what they found in the line, and the line's beside what they found in the question and what all of it asks."""
    import numpy as np

    lines, there = _padded(known)
    size = asked.shape[1]
    alike = np.einsum("md,knd->kmn", asked, lines) / np.sqrt(size) * weights["sharpness"]
    found = _shares(np.where(there[:, None, :], alike, _NOWHERE), -1) @ lines
    meant = np.einsum("kmn,md->knd", _shares(alike, 1), asked)
    weight = _shares((asked @ weights["weight"])[:, 0] * _MUCH, 0)
    sought = weight @ asked @ weights["sought"]
    asking = np.broadcast_to(asked, found.shape)
    ours = _layer(np.concatenate([asking, found, asking * found], -1), weights, "asking")
    theirs = _layer(np.concatenate([lines, meant, lines * meant, lines * sought], -1), weights, "telling")
    theirs = theirs * there[:, :, None]
    count = np.maximum(there.sum(1), 1)[:, None]
    whole = np.concatenate([weight @ ours, ours.max(1), theirs.sum(1) / count, theirs.max(1)], -1)
    return (_layer(whole, weights, "both") @ weights["last"] + weights["last_bias"])[:, 0]


def _padded(known: Sequence[Any]) -> tuple[Any, Any]:
    """Their tokens in one block, and where some stand."""
    import numpy as np

    longest = max(len(one) for one in known)
    block = np.zeros((len(known), longest, known[0].shape[1]), np.float32)
    there = np.zeros((len(known), longest), bool)
    for at, one in enumerate(known):
        block[at, : len(one)], there[at, : len(one)] = one, True
    return block, there


def _layer(rows: Any, weights: Mapping[str, Any], name: str) -> Any:
    import numpy as np

    return np.maximum(rows @ weights[name] + weights[f"{name}_bias"], 0)


def _shares(rows: Any, axis: int) -> Any:
    """Softmax."""
    import numpy as np

    powers = np.exp(rows - rows.max(axis, keepdims=True))
    return powers / powers.sum(axis, keepdims=True)


def _normal(rows: Any) -> Any:
    import numpy as np

    rows = rows - rows.mean(-1, keepdims=True)
    return rows / np.sqrt((rows * rows).mean(-1, keepdims=True) + _LEAST)
