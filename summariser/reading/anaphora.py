"""Things a sentence speaks of as known because the article has just brought them in: "the hub" after "a hub", "the firm" after "research
firm Brightloom". Who reads the sentence alone never met them. English only."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from news.scripts import words
from news.text import STOP_WORDS
from summariser.reading.fitness import leans

_BEFORE: Final = 8
"""So many sentences back an article's reader still knows what "the hub" is."""
_LONGEST: Final = 3
_THE: Final = re.compile(r"\b([Tt]he) (?=[a-z])")
_WORD: Final = re.compile(r"([a-z][a-z-]*)(’s)?")
_SAID: Final = frozenset(
    ("say", "says", "said", "told", "added", "adds", "noted", "notes", "wrote", "writes", "warned", "found")
)
_GOES_ON: Final = re.compile(
    r" (?:(?:of|that|to|for|in|on|with|who|which|whose|where|when|between|behind|from|by|at|about|against)\b|[^a-z ])"
)
"""After these words follows what the thing is; before a name or a quotation the noun is still to come."""
_NO_THING: Final = words(
    "first last next latest best most same other rest only second third former latter past future end start time way case world market"
)
_OF_MANY: Final = ("company", "startup", "firm", "agency", "group", "maker", "giant", "lab", "platform", "service")
"""What stands for any name: known from the headline's, unless the article just gave it to another."""
_BROUGHT_IN: Final = r"\b(?:[Aa]n?|[Aa]nother|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Ss]ome|[Mm]ultiple|[Mm]any) (?:[\w’-]+ ){{0,3}}{}\b"
_CALLED: Final = r"\b{} ([A-Z][\w’-]+)|\b([A-Z][\w’-]+),? an? (?:[\w’-]+ ){{0,3}}{}\b"


def anaphors(lines: Sequence[str]) -> list[frozenset[str]]:
    """For each sentence of an article the words, in small letters, that a reader must have met before it."""
    lines = [line.replace("'", "’") for line in lines]
    return [frozenset(_needed(lines, at)) for at in range(len(lines))]


def _needed(lines: Sequence[str], at_line: int) -> Iterator[str]:
    line, before = lines[at_line], " ".join(lines[max(0, at_line - _BEFORE) : at_line])
    for at, noun in _known(line):
        if noun in _NO_THING or re.search(rf"\b{noun}s?\b", line[:at], re.IGNORECASE):
            continue
        called = re.search(_CALLED.format(noun, noun), before)
        if noun in _OF_MANY:
            if called:
                yield (called[1] or called[2]).removesuffix("’s").lower()
        elif at == 0 and not leans(line, "en") and re.search(rf"\b{noun}\b", " ".join(lines[:at_line])):
            yield noun  # what opens a sentence goes back to any mention
        elif at and not leans(f"The {noun} is", "en") and re.search(_BROUGHT_IN.format(noun), before):
            yield noun  # "the incident" may be the event itself


def _known(line: str) -> Iterator[tuple[int, str]]:
    """Where "the" stands, and the noun it goes with when nothing after that says which one."""
    for the in _THE.finditer(line):
        run: list[str] = []
        end = the.end()
        while len(run) < _LONGEST and (word := _WORD.match(line, end)):
            if word[1] in STOP_WORDS or word[1] in _SAID:
                break
            run.append(word[1])
            end = word.end() + 1
            if word[2] or line[word.end() : word.end() + 1] != " ":
                break
        if run and not _GOES_ON.match(line, end - 1):
            yield the.start(), run[-1]
