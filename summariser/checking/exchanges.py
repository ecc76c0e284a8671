"""What a translation may have put in each other's place: good and bad, a thing's old and new name, the numbers of people and companies."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any, Final

from news.languages import Language
from summariser.checking.polarity import negates
from summariser.words.aliases import Mention
from summariser.words.facts import plain
from summariser.words.quantities import placed_numbers
from summariser.words.roles import script_key
from summariser.words.vectors import DATA

_FLAGS: Final = re.IGNORECASE
_NEVER: Final = "(?!)"
_NEAR: Final[Mapping[str, int]] = {"en": 32, "th": 10}
_NEAR_OTHERS: Final = 12
"""How many characters behind a number the word for what is counted may stand."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text with the key of its language in the tables."""

    text: str
    language: Language

    @property
    def key(self) -> str:
        return script_key(self.language)


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((DATA / "exchanges.toml").read_text("utf-8"))


@cache
def _pattern(table: str, key: str) -> re.Pattern[str]:
    return re.compile(_tables()[table].get(key, _NEVER), _FLAGS)


def without_shortfalls(told: Words, source: Words) -> tuple[str, str] | None:
    """Both texts without the words for "weaker than" where both have them; None where one has none."""
    mine, theirs = _pattern("short", told.key), _pattern("short", source.key)
    if not (mine.search(told.text) and theirs.search(source.text)):
        return None
    # What is cut off is read to the end of its word: no "ない" may stay behind.
    return re.sub(rf"(?:{mine.pattern})(?:い|かった|く)?", " ", told.text, flags=_FLAGS), re.sub(
        rf"(?:{theirs.pattern})(?:い|かった|く)?", " ", source.text, flags=_FLAGS
    )


@cache
def _opposites(mine: str, theirs: str) -> tuple[tuple[bool, tuple[re.Pattern[str], ...]], ...]:
    return tuple(
        (row["sure"], tuple(re.compile(side, _FLAGS) for side in (*row[mine], *row[theirs])))
        for row in _tables()["opposite"]
    )


def turned(told: Words, source: Words) -> tuple[list[str], list[str]]:
    """Faults and doubts: the telling has words of one side only, its source of the other; a doubt too where either says "not"."""
    faults: list[str] = []
    doubts: list[str] = []
    negated = negates(told.text, told.language) or negates(source.text, source.language)
    for sure, (good, bad, well, ill) in _opposites(told.key, source.key):
        here = bool(good.search(told.text)), bool(bad.search(told.text))
        there = bool(well.search(source.text)), bool(ill.search(source.text))
        if sum(here) == sum(there) == 1 and here != there:
            (faults if sure and not negated else doubts).append("opposite")
    return faults, doubts


def renamed(told: Words, mine: Mapping[str, Mention], source: Words, theirs: Mapping[str, Mention]) -> Iterator[str]:
    """The new name of something told as its old one. The texts are folded as their mentions are."""
    ours, others = set(_new(told, mine)), set(_new(source, theirs))
    if ours and others and ours.isdisjoint(others) and ours <= theirs.keys() and others <= mine.keys():
        yield f"{min(ours)}/{min(others)}"


def _new(words: Words, placed: Mapping[str, Mention]) -> Iterator[str]:
    if not _pattern("renamed", words.key).search(words.text):
        return
    before, after = _pattern("new_before", words.key), _pattern("new_after", words.key)
    for id, one in placed.items():
        if before.search(words.text[: one.start]) or after.search(words.text[one.end :]):
            yield id


def miscounted(told: Words, source: Words) -> tuple[list[str], list[str]]:
    """Faults: two numbers of one sort each told of the other's. Doubts: one that is, or where it cannot be seen which is which."""
    mine, theirs = _counted(told), _counted(source)
    shared = sorted(number for number in mine.keys() & theirs.keys() if theirs[number])
    for one, other in combinations(shared, 2):
        said, kinds = (theirs[one], theirs[other]), (mine[one], mine[other])
        if said[0] == said[1] or kinds == said:
            continue
        if kinds == said[::-1]:
            return [f"number {one} and {other} exchanged"], []
        return [], [f"number {one} and {other}"]
    return [], [f"number {one}" for one in shared if mine[one] and mine[one] != theirs[one]]


def _counted(words: Words) -> dict[str, str]:
    """Each number to what it counts: people, organisations, countries; "" where that is not said."""
    found: dict[str, str] = {}
    text, numbers = placed_numbers(words.text)
    for number, end in numbers:
        behind = re.split(r"[\d,，、。;；]", text[end : end + _NEAR.get(words.key, _NEAR_OTHERS)])[0]
        hits = [
            (match.start(), kind)
            for kind, rows in _tables()["counted"].items()
            if (match := re.search(rows[words.key], behind, _FLAGS))
        ]
        found.setdefault(number, min(hits)[1] if hits else "")
    return found


def words_of(text: str, language: Language) -> Words:
    return Words(plain(text), language)
