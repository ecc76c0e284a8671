"""Which words of a question say what it is about, and which only ask: learnt, word by word. Pure; six languages."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, Literal

from news.scripts import HANGUL, UNSPACED
from summariser.words.aliases import mentions
from summariser.words.vectors import DATA, simplify

Part = Literal["about", "deed"]
_TOKEN: Final = re.compile(rf"[{UNSPACED}]|[^\W\d_{UNSPACED}]+(?:[-.][^\W_{UNSPACED}]+)*|[\d.,]*\d|\S")
_WITHIN: Final = 3
_HANGUL: Final = re.compile(f"[{HANGUL}]")


@dataclass(frozen=True, slots=True)
class Token:
    """`known`: part of a name in the tables."""

    text: str
    start: int
    known: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def tokens(text: str) -> list[Token]:
    """Words; where words are not set apart, characters."""
    names = [(one.start, one.end) for one in mentions(text)]
    return [
        Token(found[0], found.start(), any(start <= found.start() < end for start, end in names))
        for found in _TOKEN.finditer(text)
    ]


def signs_at(row: Sequence[Token], at: int) -> Iterator[str]:
    """What is known of the word at that place: itself, its neighbours up to three on either side, and how it is written."""
    plain = [_seen(one) for one in row]

    def word(place: int) -> str:
        return plain[place] if 0 <= place < len(plain) else "^" if place < 0 else "$"

    own = row[at].text
    for off in range(-_WITHIN, _WITHIN + 1):
        yield f"{off}{word(at + off)}"
    for off in range(-2, 2):
        yield f"{off}:{word(at + off)} {word(at + off + 1)}"
    for off in range(-2, 1):
        yield f"{off}:{word(at + off)} {word(at + off + 1)} {word(at + off + 2)}"
    for off in (-3, 0):
        yield f"{off}:{' '.join(word(at + off + more) for more in range(4))}"
    yield f"={_form(own)}{_form(row[at - 1].text) if at else ''}"
    if own.isascii() and len(own) > _WITHIN:
        yield f"*{own[-_WITHIN:].casefold()}"
    if at == 0 or at == len(row) - 1:
        yield f"edge{at == 0}"


def _seen(one: Token) -> str:
    if one.known:
        return "N"
    return "0" if one.text[-1].isdigit() else simplify(one.text).casefold()


def _form(text: str) -> str:
    first = text[0]
    if first.isascii():
        return "A" if first.isupper() else "a" if first.isalpha() else "0" if text[-1].isdigit() else "."
    return "k" if "ァ" <= first <= "ー" else "h" if "ぁ" <= first <= "ん" else "g" if _HANGUL.match(first) else "x"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the question: what it is about, or the deed or property that is wanted of it."""

    part: Part
    start: int
    end: int
    text: str


@cache
def _model() -> tuple[Mapping[str, float], Mapping[str, Mapping[str, float]]]:
    data: dict[str, Any] = json.loads((DATA / "subject_spans.json").read_text("utf-8"))
    return data["bias"], data["signs"]


@lru_cache(maxsize=512)
def spans_in(text: str) -> tuple[Span, ...]:
    """In reading order; words that only ask, are polite or name a time are in none."""
    row = tokens(text)
    parts = _whole([_part(row, at) for at in range(len(row))], row)
    found: list[Span] = []
    for one, part in zip(row, parts, strict=True):
        if part is None:
            continue
        last = found[-1] if found else None
        if last and last.part == part and text[last.end : one.start] in _JOINS:
            found[-1] = Span(part, last.start, one.end, text[last.start : one.end])
        else:
            found.append(Span(part, one.start, one.end, one.text))
    return tuple(one for one in found if len(one.text) > 1 or one.text.isdigit())


_JOINS: Final = ("", " ", "-", "'", "’")


def _part(row: Sequence[Token], at: int) -> Part | None:
    bias, weights = _model()
    odds = dict(bias)
    for sign in {*signs_at(row, at)}:
        for name, weight in weights.get(sign, {}).items():
            odds[name] += weight
    best = max(odds, key=lambda name: (odds[name], name))
    return None if best == "none" else "about" if best == "about" else "deed"


def _whole(parts: list[Part | None], row: Sequence[Token]) -> list[Part | None]:
    """A single character between two of one part belongs to it, and a single one between others does not: no word is so short there."""
    for at in range(1, len(parts) - 1):
        before, behind = parts[at - 1], parts[at + 1]
        touches = row[at - 1].end == row[at].start and row[at].end == row[at + 1].start
        unspaced = touches and not row[at].text.isascii()
        if unspaced and before == behind and before != parts[at]:
            parts[at] = before
    for start, end in _spaced(row):
        own = Counter(part for part in parts[start:end] if part)
        if 2 * sum(own.values()) >= end - start:  # what clings to a Korean word stands behind it
            first = next(at for at in range(start, end) if parts[at])
            parts[start:first] = [parts[first]] * (first - start)
    return parts


def _spaced(row: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where Korean words begin and end."""
    start = 0
    for at in range(len(row) + 1):
        inside = at < len(row) and _HANGUL.match(row[at].text) is not None
        if at > start and not (inside and row[at - 1].end == row[at].start):
            if _HANGUL.match(row[start].text):
                yield start, at
            start = at
        elif not inside:
            start = at
