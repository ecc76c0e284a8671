"""Does a sentence rest on its passages? Words alone, no model: overlap, weighed by how the sentence is told, hard facts as a veto.

How much of it is carried: how many of the sentence's words stand in the passage and how many of its word pairs near each other there.
Whether that is enough is asked in `manner`. A number, date, name, "not" or opposite that the passage does not carry sinks it, most strictly where the sentence is nearly a
copy: then any name or number exchanged for another is caught. Known hole: who did what to whom is seen only where a name takes
another name's place; a subtle change of roles in free wording passes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from news.text import STOP_WORDS, normalise_for_match, search_tokens, sentences, stemmed, tokens
from summariser.checking import manner
from summariser.checking.replaced import replaced
from summariser.words import facts
from summariser.words.opposites import opposed

THRESHOLD: Final = 0.5
"""The one threshold, for all sources and languages: the score is made so that what is believed lies above it."""
_TOKENISED: Final = re.compile(r"(?<=\s[.!?])\s+")
"""Where a sentence ends whose full stop a tokeniser set apart."""
_WORDS, _NEAR_EACH_OTHER, _SIDE_BY_SIDE = 0.43, 0.41, 0.16
"""Weights of what is carried: words found, pairs within three words, pairs side by side in the best three sentences."""
_VETO: Final = 0.85
_CONNECTIVES: Final = frozenset(
    search_tokens("however since although though therefore thus meanwhile also whereas yet")
)
_CLOSE: Final = 0.6
_COPY: Final = 0.65
"""Shares of a sentence's words found in one source sentence from which it counts as a retelling, as nearly a copy of that one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score` from 0 to 1, higher = better supported, believed from `THRESHOLD` on. `reasons` name what the passages do not carry.

    `carried`: how much of the words and their order the passages have, 0 to 1, however it is told.
    """

    score: float
    supported: bool
    reasons: tuple[str, ...]
    carried: float


Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence, taken apart for comparing. `close` are pairs of stems at most two apart, `wide` at most three."""

    text: str
    tokens: tuple[str, ...]
    stems: tuple[str, ...]
    words: frozenset[str]
    pairs: frozenset[Pair]
    close: frozenset[Pair]
    wide: frozenset[Pair]


@dataclass(frozen=True, slots=True)
class _Text:
    """A passage: its sentences, and what stands anywhere in it. `bare` is its text in the form quotes are looked for in."""

    lines: tuple[_Line, ...]
    bare: str
    words: frozenset[str]
    tokens: frozenset[str]
    wide: frozenset[Pair]
    numbers: frozenset[str]
    dates: frozenset[str]
    small: frozenset[str]
    places: Mapping[str, Sequence[int]]


def check(sentence: str, passages: Sequence[str]) -> Verdict:
    """How well one told sentence (or a few) is supported by the passages it cites."""
    measures, reasons = weigh(sentence, passages)
    carried = round(measures["carried"], 4)
    supported = not reasons and manner.odds(measures) >= 0
    return Verdict(round((carried + supported) / 2, 4), supported, reasons, carried)


def weigh(sentence: str, passages: Sequence[str]) -> tuple[dict[str, float], tuple[str, ...]]:
    """The measures of `manner`, each the mean over the sentences told, and what speaks against them."""
    bare = normalise_for_match(sentence)
    if len(bare) > 12 and any(bare in _bare(passage) for passage in passages):
        return _COPIED, ()
    texts = [_text(passage) for passage in passages if passage.strip()]
    parts = sentences(facts.unified(sentence), facts.script(sentence))
    claims = [claim for part in parts for claim in map(_line, _TOKENISED.split(part)) if claim.stems]
    if not texts or not claims:
        return _NOTHING, ("nothing to compare",)
    judged = [max((_judge(claim, text) for text in texts), key=lambda found: found[0]["carried"]) for claim in claims]
    reasons = tuple(dict.fromkeys(reason for _, found in judged for reason in found))
    return {name: sum(found[name] for found, _ in judged) / len(judged) for name in manner.MEASURES}, reasons


_NOTHING: Final = dict.fromkeys(manner.MEASURES, 0.0)
_COPIED: Final = _NOTHING | {"carried": 1.0, "pairs": 1.0, "longest": 1.0}


_bare: Final = lru_cache(maxsize=512)(normalise_for_match)


@lru_cache(maxsize=512)
def _text(passage: str) -> _Text:
    lines = tuple(_line(part) for part in sentences(facts.unified(passage), facts.script(passage[:2000])))
    return _Text(
        lines,
        _bare(passage),
        frozenset(word for line in lines for word in line.words),
        frozenset(token for line in lines for token in line.tokens),
        frozenset(pair for line in lines for pair in line.wide),
        facts.numbers(passage),
        facts.dates(passage),
        facts.small_words(passage),
        _places(token for line in lines for token in line.tokens),
    )


def _places(tokens: Iterable[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, token in enumerate(tokens):
        places.setdefault(token, []).append(place)
    return places


@lru_cache(maxsize=16384)
def _line(text: str) -> _Line:
    words = tokens(text)
    content = [word for word in words if word not in STOP_WORDS]
    stems = tuple(stem for stem in stemmed(content) if stem not in _CONNECTIVES)
    pairs = frozenset(pairwise(stems))
    close = pairs | frozenset(zip(stems, stems[2:], strict=False))
    wide = close | frozenset(zip(stems, stems[3:], strict=False))
    return _Line(text, tuple(words), stems, frozenset(stems), pairs, close, wide)


def _judge(claim: _Line, text: _Text) -> tuple[dict[str, float], list[str]]:
    """The measures of one sentence against one passage, and what speaks against it."""
    if not text.lines:
        return _NOTHING, ["nothing to compare"]
    at = _best(claim, text)
    window = text.lines[max(0, at - 1) : at + 2]
    reasons = list(_vetoes(claim, text, text.lines[at], window))
    pairs, longest = manner.copied(claim.tokens, text.places)
    return {
        "carried": _carried(claim, text, window) * (_VETO if reasons else 1.0),
        "pairs": pairs,
        "second": manner.second(claim.words, [line.words for line in text.lines]),
        "longest": longest,
    }, reasons


def _carried(claim: _Line, text: _Text, window: Sequence[_Line]) -> float:
    if len(claim.stems) == 1:
        return float(claim.words <= text.words)
    side = frozenset().union(*(line.pairs for line in window))
    return (
        _WORDS * len(claim.words & text.words) / len(claim.words)
        + _NEAR_EACH_OTHER * len(claim.close & text.wide) / max(1, len(claim.close))
        + _SIDE_BY_SIDE * len(claim.pairs & side) / max(1, len(claim.pairs))
    )


def _best(claim: _Line, text: _Text) -> int:
    """The index of the sentence that shares most with the claim."""
    shared = [len(claim.words & line.words) + len(claim.pairs & line.pairs) for line in text.lines]
    return max(range(len(shared)), key=shared.__getitem__)


def _vetoes(claim: _Line, text: _Text, best: _Line, window: Sequence[_Line]) -> Iterator[str]:
    covered = len(claim.words & best.words) / len(claim.words)
    near = " ".join(line.text for line in window) if covered >= _COPY else ""
    numbers = facts.numbers(near) if near else text.numbers
    yield from (f"number {number}" for number in sorted(facts.numbers(claim.text) - numbers))
    dates = facts.dates(near) if near else text.dates
    yield from (f"date {date}" for date in sorted(facts.dates(claim.text) - dates))
    yield from (f"name {name}" for name in facts.names(claim.text) if not _has_name(name, text))
    if covered >= 0.5:
        yield from _turned(claim, best, covered, window)
    if covered >= _COPY:
        yield from (f"replaced {word}" for word in replaced(claim.text, best.text, text.small))


def _has_name(name: str, text: _Text) -> bool:
    return all(part in text.tokens for part in tokens(name))


def _turned(claim: _Line, best: _Line, covered: float, window: Sequence[_Line]) -> Iterator[str]:
    """A "not" too many or too few, a word whose opposite the source has."""
    told, written = facts.negations(claim.text), facts.negations(best.text)
    if told > written and covered >= _CLOSE:
        near = frozenset(word for line in window for word in facts.negated(line.text))
        if not facts.negated(claim.text) <= near:
            yield "negation added"
    elif told < written and covered >= 0.8 and facts.negated(best.text) & claim.words:
        yield "negation dropped"
    yield from (f"opposite {word}" for word in opposed(claim.tokens, best.tokens))
