"""Where groups in different scripts meet: only on hard evidence, two facts that are rare and one partner that stands out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations
from math import log2
from typing import Final

from summariser.reading.subjects import BROAD
from summariser.reading.traces import Trace
from summariser.words.names import places
from summariser.words.vectors import Idf

_SHARE: Final = 0.25
_APART: Final = timedelta(hours=36)
_COMMON: Final = 60
_PER_DOUBLING: Final = 0.4


@dataclass(frozen=True, slots=True)
class Bank:
    """A group of articles in one script. `facts`: fact → rarity times the share of titles that tell it."""

    script: str
    facts: Mapping[str, float]
    size: int
    first: datetime
    last: datetime


def bank(traces: Sequence[Trace], idf: Idf) -> Bank:
    """What the titles of a group tell, and when."""
    counts = Counter(fact for piece in traces for fact in piece.facts)
    shares = {fact: n / len(traces) for fact, n in counts.items() if n >= _SHARE * len(traces)}
    return Bank(
        traces[0].script,
        {fact: share * idf.weight(fact) for fact, share in shares.items()},
        len(traces),
        min(piece.published for piece in traces),
        max(piece.published for piece in traces),
    )


def meetings(banks: Sequence[Bank], *, evidence: float, share: float, margin: float) -> list[tuple[int, int]]:
    """Pairs of groups, strongest first, that tell one event in two scripts.

    A pair needs two facts in common, worth `evidence` together, at least `share` of what the shorter one tells, or of what the longer one
    does where places and broad companies are all they share; each must be the other's best partner by `margin` (1.1: ten per cent better than the next).
    """
    found = _strengths(banks, evidence, share)
    best: dict[tuple[int, str], list[tuple[float, int]]] = {}
    for (i, j), strength in found.items():
        best.setdefault((i, banks[j].script), []).append((strength, j))
        best.setdefault((j, banks[i].script), []).append((strength, i))
    clear = {key: partner for key, offers in best.items() if (partner := _outstanding(offers, margin)) is not None}
    pairs = [(i, j) for i, j in found if clear.get((i, banks[j].script)) == j and clear.get((j, banks[i].script)) == i]
    return sorted(pairs, key=lambda pair: (-found[pair], pair))


def _outstanding(offers: list[tuple[float, int]], margin: float) -> int | None:
    ranked = sorted(offers, reverse=True)
    alone = len(ranked) == 1 or ranked[0][0] >= margin * ranked[1][0]
    return ranked[0][1] if alone else None


def _strengths(banks: Sequence[Bank], evidence: float, share: float) -> dict[tuple[int, int], float]:
    holders: dict[str, list[int]] = {}
    for at, one in enumerate(banks):
        for fact in one.facts:
            holders.setdefault(fact, []).append(at)
    pairs: Counter[tuple[int, int]] = Counter()
    for found in holders.values():
        if len(found) <= _COMMON:
            pairs.update((i, j) for i, j in combinations(found, 2) if banks[i].script != banks[j].script)
    scored = ((pair, _strength(banks[pair[0]], banks[pair[1]], share)) for pair in pairs)
    return {(i, j): strength for (i, j), strength in scored if strength >= evidence - _ease(banks[i], banks[j])}


def _ease(a: Bank, b: Bank) -> float:
    """What many titles tell alike needs less proof than what two do."""
    return _PER_DOUBLING * log2(a.size * b.size)


def _strength(a: Bank, b: Bank, share: float) -> float:
    common = a.facts.keys() & b.facts.keys()
    if len(common) < 2 or max(a.first, b.first) - min(a.last, b.last) > _APART:
        return 0.0
    strength = sum(min(a.facts[fact], b.facts[fact]) for fact in common)
    told = sorted((sum(a.facts.values()), sum(b.facts.values())))
    whole = told[0] if any(_is_hard(fact) for fact in common) else told[1]
    return strength if strength >= share * whole else 0.0


def _is_hard(fact: str) -> bool:
    """Whether it tells one event: a country or a company in the news daily says where and who, not what happened."""
    return fact.removeprefix("@") not in (places() | BROAD)
