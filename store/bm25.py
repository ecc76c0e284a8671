"""BM25 over packed term counts, and how near to each other a text has the terms: the same numbers whichever engine found the
candidates. Pure; numpy."""

import math
from binascii import crc32
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

K1: Final = 1.2
B: Final = 0.5
TITLE: Final = 2
"""A hit in the title counts so often."""
_MOST: Final = 0xFFFF
_STRETCH: Final = 20
"""Tokens without stop words: about a sentence."""
_END_OF_TITLE: Final = 0
_ENTRY: Final = 6
"""Bytes of a term's number (4) and its count (2): first all numbers of a document, then all its counts, little-endian."""


@lru_cache(maxsize=0x10000)
def term_number(token: str) -> int:
    """What a term is known by in packed counts and statistics: 32 bits and never 0; two terms in some millions share one."""
    return crc32(token.encode("utf-8", "replace")) or 1


def pack(title: Sequence[int], body: Sequence[int]) -> bytes:
    """Each term (by number) with its count, the title's counted TITLE-fold."""
    import numpy as np

    counts = Counter(body)
    for number in title:
        counts[number] += TITLE
    numbers = np.fromiter(counts.keys(), "<u4", len(counts))
    often = np.minimum(np.fromiter(counts.values(), np.int64, len(counts)), _MOST).astype("<u2")
    return numbers.tobytes() + often.tobytes()


def pack_reading(title: Sequence[int], body: Sequence[int]) -> bytes:
    """The terms' numbers in reading order, the title's first and a 0 between."""
    import numpy as np

    return np.array([*title, _END_OF_TITLE, *body], "<u4").tobytes()


def documents_of_terms(packed: Sequence[bytes]) -> dict[int, int]:
    """In how many of the documents each term is."""
    import numpy as np

    terms, counts = np.unique(_numbers(packed), return_counts=True)
    return dict(zip(terms.tolist(), counts.tolist(), strict=True))


def weight(documents: int, holding: int) -> float:
    """How much a term tells apart: its inverse document frequency, above 0 however common it is."""
    return math.log(1 + (documents - holding + 0.5) / (holding + 0.5))


def scores(packed: Sequence[bytes], lengths: Sequence[int], weights: Mapping[int, float], average: float) -> Any:
    """BM25 of each document for the terms in `weights` (by number); an array as long as `packed`."""
    import numpy as np

    if not packed or not weights:
        return np.zeros(len(packed))
    sizes = np.array([len(one) // _ENTRY for one in packed])
    at, worth = _met(_numbers(packed), weights)
    counts = np.frombuffer(b"".join([one[len(one) // _ENTRY * 4 :] for one in packed]), "<u2")
    count = counts[at].astype(float)
    owner = np.repeat(np.arange(len(packed)), sizes)[at]
    norms = K1 * (1 - B + B * np.array(lengths, float) / max(average, 1.0))
    return np.bincount(owner, worth * count * (K1 + 1) / (count + norms[owner]), len(packed))


def _numbers(packed: Sequence[bytes]) -> Any:
    import numpy as np

    return np.frombuffer(b"".join([one[: len(one) // _ENTRY * 4] for one in packed]), "<u4")


def nearness(readings: Sequence[bytes], weights: Mapping[int, float]) -> list[tuple[float, float]]:
    """Of each text (as `pack_reading` made it) the shares of the weights that its best stretch of a sentence's length has (or its
    title), and that it has at all."""
    import numpy as np

    total = sum(weights.values())
    if not readings or not total:
        return [(0.0, 0.0)] * len(readings)
    numbers = np.frombuffer(b"".join(readings), "<u4")
    ends = np.cumsum([len(one) // 4 for one in readings])
    at, _ = _met(numbers, weights)
    cuts = np.searchsorted(at, ends).tolist()
    titles = np.searchsorted(at, np.flatnonzero(numbers == _END_OF_TITLE)[: len(readings)]).tolist()
    met = list(zip(at.tolist(), numbers[at].tolist(), strict=True))
    found, start = [], 0
    for title, end in zip(titles, cuts, strict=True):
        named = {number for _, number in met[start:title]}
        held = named.union(number for _, number in met[title:end])
        best = max((sum(weights[n] for n in named), *_stretches(met[title:end], weights)))
        found.append((best / total, sum(weights[n] for n in held) / total))
        start = end
    return found


def _stretches(met: Sequence[tuple[int, int]], weights: Mapping[int, float]) -> Iterator[float]:
    """What each stretch that ends with one of the terms is worth, each term once."""
    inside: Counter[int] = Counter()
    worth, first = 0.0, 0
    for at, number in met:
        worth += weights[number] if not inside[number] else 0.0
        inside[number] += 1
        while met[first][0] <= at - _STRETCH:
            gone = met[first][1]
            inside[gone] -= 1
            worth -= weights[gone] if not inside[gone] else 0.0
            first += 1
        yield worth


def _met(numbers: Any, weights: Mapping[int, float]) -> tuple[Any, Any]:
    """Where in `numbers` the weights' terms are, and what each is worth. First by 16 bits, which leaves few to look at closely."""
    import numpy as np

    wanted = np.array(sorted(weights), np.uint32)
    known = np.zeros(0x10000, bool)
    known[wanted & 0xFFFF] = True
    at = np.flatnonzero(known[numbers.view("<u2")[::2]])
    places = np.searchsorted(wanted, numbers[at]).clip(max=len(wanted) - 1)
    same = wanted[places] == numbers[at]
    worth = np.array([weights[int(number)] for number in wanted])
    return at[same], worth[places[same]]
