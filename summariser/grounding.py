"""Does a sentence rest on its passages? Words alone, no model: overlap for the score, hard facts as a veto.

The score compares content words and word pairs with the best stretch of three sentences; a number, date, name, "not" or opposite
that the passage does not carry sinks it. Known hole: who did what to whom inside one sentence is only seen where a name takes
another name's place or two names change sides; a subtle change of roles passes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from news.text import search_tokens, sentences, tokens
from summariser import facts
from summariser.opposites import opposed

THRESHOLD: Final = 0.5
"""The one threshold: chosen by cross-validation on the human-labelled sets, for all sources and languages."""
_WINDOW: Final = 3
_VETO: Final = 0.3


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score` from 0 to 1, higher = better supported. `reasons` name what the passages do not carry."""

    score: float
    supported: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence, taken apart for comparing."""

    text: str
    tokens: tuple[str, ...]
    stems: tuple[str, ...]
    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Text:
    """A passage: its sentences, and what stands anywhere in it."""

    lines: tuple[_Line, ...]
    words: frozenset[str]
    tokens: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    numbers: frozenset[str]
    dates: frozenset[str]


def check(sentence: str, passages: Sequence[str]) -> Verdict:
    """How well one told sentence (or a few) is supported by the passages it cites."""
    texts = [_text(passage) for passage in passages if passage.strip()]
    claims = [_line(part) for part in sentences(sentence, facts.script(sentence))]
    claims = [claim for claim in claims if claim.stems]
    if not texts or not claims:
        return Verdict(0.0, False, ("nothing to compare",))
    judged = [max((_judge(claim, text) for text in texts), key=lambda found: found[0]) for claim in claims]
    scores = [score for score, _ in judged]
    score = round(0.5 * min(scores) + 0.5 * sum(scores) / len(scores), 4)
    reasons = tuple(dict.fromkeys(reason for _, found in judged for reason in found))
    return Verdict(score, score >= THRESHOLD, reasons)


@lru_cache(maxsize=512)
def _text(passage: str) -> _Text:
    lines = tuple(_line(part) for part in sentences(passage, facts.script(passage[:2000])))
    return _Text(
        lines,
        frozenset(word for line in lines for word in line.words),
        frozenset(token for line in lines for token in line.tokens),
        frozenset(pair for line in lines for pair in line.pairs),
        frozenset(number for line in lines for number in facts.numbers(line.text)),
        frozenset(date for line in lines for date in facts.dates(line.text)),
    )


@lru_cache(maxsize=16384)
def _line(text: str) -> _Line:
    stems = tuple(search_tokens(text))
    return _Line(text, tuple(tokens(text)), stems, frozenset(stems), frozenset(pairwise(stems)))


def _judge(claim: _Line, text: _Text) -> tuple[float, list[str]]:
    at = _best(claim, text)
    window = text.lines[max(0, at - 1) : at + _WINDOW - 1]
    score = _overlap(claim, text, window)
    reasons = list(_vetoes(claim, text, text.lines[at], window))
    return (score * _VETO if reasons else score), reasons


def _best(claim: _Line, text: _Text) -> int:
    """The index of the sentence that shares most with the claim."""
    shared = [len(claim.words & line.words) + len(claim.pairs & line.pairs) for line in text.lines]
    return max(range(len(shared)), key=shared.__getitem__)


def features(claim: _Line, text: _Text, window: Sequence[_Line]) -> dict[str, float]:
    """What the score is made of, each from 0 to 1."""
    near = frozenset().union(*(line.words for line in window))
    near_pairs = frozenset().union(*(line.pairs for line in window))
    size, pairs = max(1, len(claim.words)), max(1, len(claim.pairs))
    return {
        "pairs": len(claim.pairs & text.pairs) / pairs,
        "near_pairs": len(claim.pairs & near_pairs) / pairs,
        "near": len(claim.words & near) / size,
        "anywhere": len(claim.words & text.words) / size,
        "one": max(len(claim.words & line.words) for line in window) / size,
    }


def _overlap(claim: _Line, text: _Text, window: Sequence[_Line]) -> float:
    found = features(claim, text, window)
    return 0.4 * found["pairs"] + 0.2 * found["near_pairs"] + 0.3 * found["near"] + 0.1 * found["anywhere"]


def _vetoes(claim: _Line, text: _Text, best: _Line, window: Sequence[_Line]) -> Iterator[str]:
    yield from (f"number {number}" for number in sorted(facts.numbers(claim.text) - text.numbers))
    yield from (f"date {date}" for date in sorted(facts.dates(claim.text) - text.dates))
    yield from (f"name {name}" for name in facts.names(claim.text) if not _has_name(name, text))
    if _covers(claim, best) >= 0.5:
        near = " ".join(line.text for line in window)
        if facts.strict_negations(claim.text) > facts.strict_negations(best.text) and _turned(claim, best):
            yield "negation added"
        elif facts.strict_negations(claim.text) < facts.strict_negations(best.text) and _covers(claim, best) >= 0.8:
            yield "negation dropped"
        yield from (f"opposite {word}" for word in opposed(claim.tokens, best.tokens))
        yield from (f"swapped {name}" for name in _swapped(claim, best, near))


def _has_name(name: str, text: _Text) -> bool:
    return all(part in text.tokens for part in tokens(name))


def _covers(claim: _Line, line: _Line) -> float:
    return len(claim.words & line.words) / max(1, len(claim.words))


def _turned(claim: _Line, best: _Line) -> bool:
    return _covers(claim, best) >= 0.6


_NAME_RUN: Final = re.compile(r"(?:[A-Z][\w'’&.-]*\s?)+")


def _swapped(claim: _Line, best: _Line, near: str) -> Iterator[str]:
    """Names that stand in the claim where the best sentence has another, told by the words on either side."""
    here = frozenset(best.tokens)
    for name in dict.fromkeys(facts.names(claim.text)):
        parts = tokens(name)
        if any(part in here for part in parts):
            continue
        if _fills_a_slot(parts, claim.tokens, best):
            yield name


def _fills_a_slot(parts: list[str], told: tuple[str, ...], best: _Line) -> bool:
    at = next((index for index, token in enumerate(told) if token == parts[0]), None)
    if at is None:
        return False
    left = tuple(told[max(0, at - 2) : at])
    return any(token in best.tokens for token in left)
