"""BM25 over packed term counts: the same numbers whichever engine found the candidates. Pure; numpy."""

import math
from binascii import crc32
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

K1: Final = 1.2
B: Final = 0.5
TITLE: Final = 2
"""A hit in the title counts so often."""
_MOST: Final = 0xFFFF


@cache
def _entry() -> Any:
    """A term's number and count. numpy comes with the first search: a server at rest has no use for its 20 MB."""
    import numpy as np

    return np.dtype([("term", "<u4"), ("count", "<u2")])


def term_number(token: str) -> int:
    """What a term is known by in packed counts and statistics: 32 bits, two terms in some millions share one."""
    return crc32(token.encode("utf-8", "replace"))


def pack(title: Sequence[str], body: Sequence[str]) -> bytes:
    """Each term with its count, the title's counted TITLE-fold."""
    import numpy as np

    counts: Counter[int] = Counter(map(term_number, body))
    for token in title:
        counts[term_number(token)] += TITLE
    entries = np.empty(len(counts), _entry())
    entries["term"] = np.fromiter(counts.keys(), np.uint32, len(counts))
    entries["count"] = np.minimum(np.fromiter(counts.values(), np.int64, len(counts)), _MOST)
    return entries.tobytes()


def terms_of(packed: bytes) -> list[int]:
    import numpy as np

    found: list[int] = np.frombuffer(packed, _entry())["term"].tolist()
    return found


def weight(documents: int, holding: int) -> float:
    """How much a term tells apart: its inverse document frequency, above 0 however common it is."""
    return math.log(1 + (documents - holding + 0.5) / (holding + 0.5))


def scores(packed: Sequence[bytes], lengths: Sequence[int], weights: Mapping[int, float], average: float) -> Any:
    """BM25 of each document for the terms in `weights` (by number); an array as long as `packed`."""
    import numpy as np

    total = np.zeros(len(packed))
    if not packed:
        return total
    sizes = np.array([len(one) // _entry().itemsize for one in packed])
    entries = np.frombuffer(b"".join(packed), _entry())
    owners = np.repeat(np.arange(len(packed)), sizes)
    norms = K1 * (1 - B + B * np.array(lengths, float) / max(average, 1.0))
    terms = entries["term"]
    for number, worth in weights.items():
        at = np.flatnonzero(terms == np.uint32(number))
        count, owner = entries["count"][at].astype(float), owners[at]
        total[owner] += worth * count * (K1 + 1) / (count + norms[owner])
    return total
