"""Names that stand short because the article gave them in full before: "Littwin" of Ann Littwin, "the DMA" of a law named earlier."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from news.text import STOP_WORDS
from summariser.words.names import names_in
from summariser.words.quantities import MONTH_NAMES

_RUN: Final = re.compile(r"[A-Z][\w’'-]*(?:\s+(?:(?:de|van|von|der|bin|al|del|la)\s+)*[A-Z][\w’'-]*)*")
_ACRONYM: Final = re.compile(r"\(([A-Z][A-Za-z]{0,2}[A-Z]{1,4})s?\)")
_NICKNAME: Final = re.compile(r" [(“\"][A-Z][a-z]+[)”\"](?= [A-Z][a-z])")
_OPENERS: Final = frozenset(
    [
        "despite",
        "after",
        "before",
        "although",
        "though",
        "while",
        "when",
        "whenever",
        "as",
        "if",
        "since",
        "because",
        "during",
        "under",
        "according",
        "unlike",
        "like",
        "following",
        "for",
        "at",
        "in",
        "on",
        "with",
        "without",
        "from",
        "by",
        "to",
        "both",
        "many",
        "most",
        "some",
        "every",
        "even",
        "one",
        "two",
        "three",
        "once",
        "until",
        "among",
        "amid",
        "given",
        "per",
        "former",
        "new",
        "last",
        "this",
        "that",
    ]
)
_THE: Final = re.compile(
    r"The (researchers?|attackers?|hackers?|plaintiffs?|regulators?|court|judge|agency|office|report|study|paper|filing|memo|email|letter|document"
    r"|program|project|site|bill|law|ruling|complaint|lawsuit|suit|case|team|commission|bloc|executive|findings)\b"
)
_OF_BEFORE: Final = re.compile(
    r"\b[Tt]he (bill|researchers|plaintiffs|memo|email|letter)\b(?! (?:of|to|from|that|by)\b)"
)
_MAKERS: Final = frozenset(("team", "project"))
_DAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CALENDAR: Final = frozenset((*MONTH_NAMES, *_DAY_NAMES, "ai", "us", "u.s", "uk", "eu", "i", "ceo", "cto"))


def short_names(lines: Sequence[str]) -> list[frozenset[str]]:
    """For each line of an article the names, in small letters, that only an earlier line gives in full; no maker's: "Search" is Google's."""
    introduced: set[str] = set()
    found = []
    for line in map(_without_nicknames, lines):
        full = {run[-1] for run in capital_runs(line) if len(run) > 1 and not names_in(run[0])} | {
            name.lower() for name in _ACRONYM.findall(line)
        }
        single = {run[0] for run in capital_runs(line) if len(run) == 1}
        found.append(frozenset(name for name in (single - full) & introduced if not names_in(name)))
        introduced |= full
    return found


def _without_nicknames(line: str) -> str:
    """ "Yu (Ada) Quill" is a full name."""
    return _NICKNAME.sub("", line)


def resolved(text: str) -> frozenset[str]:
    """The words of a text that a short name may go back to."""
    return frozenset(_bare(word) for word in re.findall(r"[\w’'-]+", text))


def is_met(needed: frozenset[str], met: frozenset[str]) -> bool:
    """Whether the reader has met all that a sentence needs, in singular or plural."""
    return all(not met.isdisjoint((one, one.removesuffix("s"), f"{one}s")) for one in needed)


def refers_to(text: str, met: frozenset[str]) -> bool:
    """Whether "the researchers" at the start goes back to a word of `met`; "the company" does to any name."""
    match = _THE.match(text)
    noun = match[1].lower() if match else ""
    if not noun or noun in _MAKERS:
        return True
    return not met.isdisjoint((noun, noun.removesuffix("s"), f"{noun}s", f"{noun.removesuffix('y')}ies"))


def is_unmet(text: str, met: frozenset[str]) -> bool:
    """Whether it speaks of "the bill" or "the researchers" that neither `met` nor its own words before have named."""
    for match in _OF_BEFORE.finditer(text):
        noun = match[1].removesuffix("s")
        if met.isdisjoint((noun, f"{noun}s")) and not re.search(rf"\b{noun}", text[: match.start()], re.IGNORECASE):
            return True
    return False


def capital_runs(line: str) -> Iterator[tuple[str, ...]]:
    """Neighbouring words with a capital; a sentence's first word counts only if it is no everyday word."""
    for match in _RUN.finditer(line.replace("'", "’")):
        parts = tuple(_bare(word) for word in match[0].split())
        if match.start() == 0 and (parts[0] in STOP_WORDS or parts[0] in _OPENERS or parts[0].endswith(("ly", "ing"))):
            parts = parts[1:]
        parts = tuple(part for part in parts if part not in _CALENDAR)
        if parts:
            yield parts


def is_general(part: str) -> bool:
    """Days, months and "AI", alone or in a compound: no names."""
    return part in _CALENDAR or any(one in _CALENDAR for one in part.split("-"))


def _bare(word: str) -> str:
    return word.replace("'", "’").removesuffix("’s").strip("’-").lower()
