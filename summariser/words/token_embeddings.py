"""What each token of a text means where it stands, by the sentence encoder's own layers before they are summed (`meaning.py`). Pure; nothing is fetched.

The package hands out whole sentences only; this runs the same forward pass over its weights and stops a step earlier. Its version is pinned.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Final

from summariser.words.meaning import CHARACTERS, encoder

SIZE: Final = 1280
"""Numbers of a token: its own 512, and 256 of its neighbourhood by two, by three and by five."""
TOKENS: Final = 64
"""Of a text so many are read."""
_ORDERS: Final = ((2, 0), (3, 1), (5, 2))
"""Tokens that each branch looks at, and how many of them stand before."""
_BEFORE: Final = 2
_AFTER: Final = 2
_CHUNKS: Final = 17
_OWN: Final = 512
_BRANCH: Final = 256
_AT_ONCE: Final = 16


def token_embeddings(texts: Sequence[str]) -> Iterator[Any]:
    """Of each text a row of `SIZE` numbers a token, at most `TOKENS`. Two milliseconds of a processor a sentence."""
    model = encoder()._model
    for start in range(0, len(texts), _AT_ONCE):
        yield from _read(model, [_pieces(model, one) for one in texts[start : start + _AT_ONCE]])


def _pieces(model: Any, text: str) -> list[int]:
    read: list[int] = model.sp.encode(text[:CHARACTERS] or " ", out_type=int, add_bos=True, add_eos=True)
    return read[:TOKENS]


def _read(model: Any, texts: Sequence[Sequence[int]]) -> list[Any]:
    import numpy as np

    lengths = np.array([len(one) for one in texts])
    flat = np.fromiter(chain.from_iterable(texts), np.int64)
    around = _around(lengths, len(flat))
    chunk = flat % _CHUNKS
    made = np.empty((len(flat), SIZE), np.float32)
    made[:, :_OWN] = model.table[flat] * model.scale[chunk, None] + model.lo[chunk, None]
    narrow = _normal(made[:, :_OWN] @ model.proj_W + model.proj_b, model.ln_g_all, model.ln_b_all, model.eps)
    for at, (order, before) in enumerate(_ORDERS):
        seen = around[:, _BEFORE - before : _BEFORE - before + order]
        own = narrow[:, at * _BRANCH : (at + 1) * _BRANCH]
        once = _convolved(own, seen, model.w1[at], model.b1[at])
        start = _OWN + at * _BRANCH
        made[:, start : start + _BRANCH] = _convolved(once, seen, model.w2[at], model.b2[at])
    return list(np.split(_normal(made, model.ln_g, model.ln_b, model.eps), np.cumsum(lengths)[:-1]))


def _convolved(rows: Any, seen: Any, weights: Any, bias: Any) -> Any:
    """A layer over each token's neighbours, on top of the token; beyond its text's ends stand noughts."""
    import numpy as np

    padded = np.vstack([rows, np.zeros((1, rows.shape[1]), np.float32)])
    return np.maximum(padded[seen].reshape(len(rows), -1) @ weights + bias, 0) + rows


def _around(lengths: Any, count: int) -> Any:
    """Of every token the places around it; `count`, where nothing stands, beyond its text's ends."""
    import numpy as np

    first = np.repeat(np.cumsum(lengths) - lengths, lengths)[:, None]
    last = first + np.repeat(lengths, lengths)[:, None]
    places = np.arange(count)[:, None] + np.arange(-_BEFORE, _AFTER + 1)
    return np.where((places >= first) & (places < last), places, count)


def _normal(rows: Any, gain: Any, bias: Any, least: float) -> Any:
    """Each row with mean nought and variance one, times `gain`, and `bias` more."""
    import numpy as np

    rows = rows - rows.mean(axis=-1, keepdims=True)
    rows *= 1 / np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[-1] + least)[:, None]
    return rows * gain + bias
