"""Whose is it, and than whom: names before what is theirs, and what is compared, in a telling and its quote. Pure, for English."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from news.text import sentences
from summariser.phrases import stem
from summariser.tagging import Token, tagged

_RATIO: Final = re.compile(r"\b(?:times|half|twice|thirds?|quarters?|fifth|tenth|th(?:at|ose) of)\b|'s (?!\w)")
_WHOSE: Final = frozenset({"of", "at"})
_PLACED: Final = _WHOSE | {"in"}
Owned = dict[str, set[str]]


def has_ratio(text: str) -> bool:
    """ "Three times that of Mistral", or a name whose thing is left out."""
    return bool(_RATIO.search(text))


def misowned(told: str, source: str) -> Iterator[str]:
    """Names (masked, "«n»") before a thing that in the quote belongs to others: "Apple's hardware chief" of OpenAI's."""
    if has_ratio(told) or has_ratio(source):
        return
    mine, _ = _owned(told)
    theirs, bare = _owned(source)
    where, _ = _owned(source, _PLACED)
    for thing, owners in mine.items():
        held = theirs.get(thing, set())
        if held and thing not in bare and not owners & (held | where.get(thing, set())):
            yield from sorted(owners)


def miscompared(told: str, source: str) -> Iterator[str]:
    """Names behind "than" that stand before it in the quote, where neither text turns the comparison round."""
    if has_ratio(told) or has_ratio(source):
        return
    for here in _comparisons(told):
        for there in _comparisons(source):
            if here[2] == there[2]:
                yield from sorted((here[1] & there[0]) - there[1])
                yield from sorted((here[0] & there[1]) - there[0])


def _owned(text: str, whose: frozenset[str] = _WHOSE) -> tuple[Owned, set[str]]:
    """Each thing (a stem) with the names it belongs to, and the things that stand somewhere without one."""
    found: Owned = {}
    bare: set[str] = set()
    for line in text.split("\n"):
        for part in sentences(line, "en"):
            _collect(tagged(part), found, bare, whose)
    return found, bare


def _collect(tokens: Sequence[Token], found: Owned, bare: set[str], whose: frozenset[str]) -> None:
    at = 0
    while at < len(tokens):
        start = at
        while (
            at < len(tokens)
            and tokens[at].kind in ("name", "noun", "number", "past")
            and (at == start or tokens[at].kind != "past")
        ):
            at += 1
        run = tokens[start:at]
        for one, other in pairwise(run):
            if one.kind == other.kind == "name" and one.owns:
                found.setdefault(f"«{other.lemma}»", set()).add(f"«{one.lemma}»")
        nouns = [one.lemma for one in run if one.kind == "noun"]
        if nouns and run[-1].kind in ("noun", "name"):
            last = max(place for place, one in enumerate(run) if one.kind == "noun")
            owners = {f"«{one.lemma}»" for one in run[:last] if one.kind == "name"}
            owners |= _behind(tokens, at, whose) if run[-1].kind == "noun" else set()
            if owners:
                found.setdefault(stem(run[last].lemma), set()).update(owners)
            else:
                bare.add(stem(run[last].lemma))
        at = max(at, start + 1)


def _behind(tokens: Sequence[Token], at: int, whose: frozenset[str]) -> set[str]:
    """Names behind such a preposition, with those that theirs are of: "at the ACLU of Massachusetts", "of A and the B"."""
    if at + 1 >= len(tokens) or tokens[at].lemma not in whose:
        return set()
    found: set[str] = set()
    for one in tokens[at + 1 :]:
        if one.kind == "name":
            found.add(f"«{one.lemma}»")
        elif one.kind not in ("and", "mark", "noun", "determiner") and one.lemma not in whose:
            break
    return found


def _comparisons(text: str) -> Iterator[tuple[set[str], set[str], str]]:
    """Around each "than": names and nouns before it and behind it in its clause, and the word compared ("more", "cheaper")."""
    for line in text.split("\n"):
        for part in sentences(line, "en"):
            tokens = tagged(part)
            for at, token in enumerate(tokens):
                if token.lemma == "than" and at + 1 < len(tokens) and tokens[at + 1].kind != "number":
                    yield (
                        _arguments(tokens[_left(tokens, at) : at]),
                        _arguments(tokens[at + 1 : _right(tokens, at)]),
                        _compared(tokens, at),
                    )


def _left(tokens: Sequence[Token], at: int) -> int:
    return next((place + 1 for place in range(at - 1, -1, -1) if tokens[place].kind in ("clause", "stop")), 0)


def _right(tokens: Sequence[Token], at: int) -> int:
    return next(
        (place for place in range(at + 1, len(tokens)) if tokens[place].kind in ("mark", "clause", "stop", "relative")),
        len(tokens),
    )


def _compared(tokens: Sequence[Token], at: int) -> str:
    for one in reversed(tokens[max(0, at - 6) : at]):
        if one.lemma in ("more", "less", "fewer") or (one.lemma.endswith("er") and len(one.lemma) > 4):
            return one.lemma
    return ""


def _arguments(tokens: Sequence[Token]) -> set[str]:
    found = {f"«{one.lemma}»" for one in tokens if one.kind == "name"}
    return found | {stem(one.lemma) for one in tokens if one.kind == "noun" and one.lemma.endswith("s")}
