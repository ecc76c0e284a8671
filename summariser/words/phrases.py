"""The noun phrases of a tagged English sentence, each with the preposition that governs it: names, heads, and what stands for a name. Pure."""

import re
from collections.abc import Sequence
from typing import Final

from news.scripts import words
from news.text import search_tokens
from summariser.words.tagging import Token
from summariser.words.wording import plainly

_DESCRIBES: Final = words("the its this that these those his her their")
CLASSES: Final = words("company firm startup start-up maker giant group lab agency developer")
"""What a name may be called even with "a": "Apple, a company that …"."""
OPEN: Final = "?"
WEAK: Final = "%"
"""Before a name that stands with its argument, but is not its head: "Apple's lawyers", "Chinese firms"; twice behind "of"."""
_TIME: Final = re.compile(
    r"(?:second|minute|hour|day|week|month|quarter|year|decade|time|today|morning|afternoon|night)s?|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|january|february|march|april|june|july|august|september|october|november|december"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_UNITS: Final = words("million billion trillion thousand hundred percent dollar euro yen won yuan")


def stem(word: str) -> str:
    return " ".join(search_tokens(plainly(word))) or word


def is_time(word: str) -> bool:
    return _TIME.fullmatch(word) is not None


def phrases(tokens: Sequence[Token], start: int, end: int) -> dict[str, set[str]]:
    """Noun phrases by the preposition that governs each, "" for none. A comma ends its reach, but not in a list."""
    found: dict[str, set[str]] = {}
    marker, at = "", start
    listed = through = False
    while at < end:
        token = tokens[at]
        if token.kind == "preposition" or token.kind == "to" or token.lemma in ("than", "as"):
            through = _goes_on(tokens, at, start)
            if not through:
                marker, listed = token.lemma, False
        elif token.kind == "mark":
            listed = at + 1 < end and tokens[at + 1].kind in ("name", "and") and bool(found)
            if not listed and not (at + 1 < end and tokens[at + 1].lemma in ("including", "such", "like")):
                marker, through = "", False
        elif token.lemma == ":" and at + 1 < end and tokens[at + 1].kind == "name":
            listed = True  # "by three countries: X and Y"
        elif token.kind in ("clause", "relative", "stop"):
            break
        elif token.kind in ("name", "noun", "number", "determiner", "pronoun"):
            if at > start and tokens[at - 1].kind in ("name", "noun", "number"):
                marker = ""  # "With 62 votes to 37 the Senate"
            at, arguments = phrase(tokens, at, end)
            if through:
                arguments |= {
                    f"{mark}{one}" for one in arguments if one.startswith("«") for mark in (WEAK, WEAK + WEAK)
                }
            if at >= end or tokens[at].lemma != "ago":
                found.setdefault(marker, set()).update(arguments)
            continue
        at += 1
    return found


def _goes_on(tokens: Sequence[Token], at: int, start: int) -> bool:
    """ "With a number of firms" is with firms, "from platforms such as X" from X."""
    lemma = tokens[at].lemma
    return at > start and (lemma in ("of", "including", "like") or (lemma == "as" and tokens[at - 1].lemma == "such"))


def phrase(tokens: Sequence[Token], at: int, end: int) -> tuple[int, set[str]]:
    """One noun phrase: its end and its arguments, all its names and its head."""
    if tokens[at].kind == "pronoun":
        return at + 1, _may_mean(tokens, at)
    start, found, head = at, set(), ""
    while at < end and tokens[at].kind in ("name", "noun", "number", "determiner"):
        if at > start and (tokens[at].kind == "determiner" or _YEAR.fullmatch(tokens[at - 1].lemma)):
            break
        if (
            at > start
            and tokens[at].kind == "name"
            and tokens[at - 1].kind == "noun"
            and (tokens[at - 1].lemma.endswith("s") or is_time(tokens[at - 1].lemma) or tokens[at - 1].lemma in _UNITS)
        ):
            break  # "For lenses ASML depends", "From February Valve warned"
        if tokens[at].kind == "name":
            found.add(f"«{tokens[at].lemma}»")
        if tokens[at].kind == "noun" and tokens[at].lemma.removesuffix("s") not in _UNITS:
            head = tokens[at].lemma
        at += 1
    if head and not is_time(head):
        found.add(stem(head))
    last = max(
        (place for place in range(start, at) if tokens[place].kind == "name" and not tokens[place].owns), default=-1
    )
    heads_it = last == at - 1 or (last == at - 2 and tokens[at - 1].kind == "number")
    found |= {
        f"{WEAK}{one}" for one in found if one.startswith("«") and (not heads_it or one != f"«{tokens[last].lemma}»")
    }
    is_described = tokens[start].kind == "determiner" and (tokens[start].lemma in _DESCRIBES or head in CLASSES)
    if is_described and not any(one.startswith("«") for one in found) and not head.endswith("s"):
        found |= _may_mean(tokens, start)
    return max(at, start + 1), found


def _may_mean(tokens: Sequence[Token], at: int) -> set[str]:
    """What a pronoun or a description stands for: a name before it ("?«n»"), or one that another sentence has."""
    return {OPEN, *(f"{OPEN}«{one.lemma}»" for one in tokens[:at] if one.kind == "name" and not one.owns)}
