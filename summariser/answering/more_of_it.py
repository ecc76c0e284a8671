"""What a newcomer needs beside what a thing is: what it does, its figures, why it matters; from the reports about it. Pure; six languages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from news.asking import Passage, source_of
from news.model import Citation, Sentence
from news.searching import search_tokens
from summariser.answering.points import alike
from summariser.answering.resolved import refers_back
from summariser.asking.support import bare, is_unfit, plain_lines
from summariser.checking.grounding import check
from summariser.reading.fitness import speaks_as_we
from summariser.words.aliases import mentions
from summariser.words.meaning import likenesses, meanings
from summariser.words.quantities import quantities

_MOST: Final = 2
_LINES: Final = 12
"""Of a report."""
_SHORTEST: Final = 24
_LONGEST: Final = 300
_CHARACTERS: Final = 700
_EARLY: Final = 0.4
"""Of a line, within which its name stands in what is told of it."""
_LEAST: Final = 0.5
_SAME: Final = 0.8
"""So near in meaning, two lines tell the same."""
_READ: Final = 24


def more_of(name: str, told: Sequence[Sentence], passages: Sequence[Passage]) -> list[Sentence]:
    """Lines that name it early, each of something new, in the language of the first; the first one's report before others."""
    if len(told) > _MOST:
        return []
    first = next((one for cited in told[0].citations if (one := source_of(cited, passages))), None)
    if first is None:
        return []
    found = sorted(_lines(name, first, passages), key=lambda one: -one[0])[:_READ]
    chosen: list[Sentence] = []
    for points, text, passage in found:
        before = [one.text for one in (*told, *chosen)]
        if len(before) > _MOST or points < _LEAST or sum(map(len, (*before, text))) > _CHARACTERS:
            continue
        words = frozenset(search_tokens(text))
        if any(alike(words, frozenset(search_tokens(one))) for one in before):
            continue
        if likenesses(meanings([text]), meanings(before)).max() >= _SAME:
            continue
        if check(text, [passage.text, passage.title]).supported:
            chosen.append(Sentence(text, (Citation(passage.url, text, passage.source),)))
    return chosen


def _lines(name: str, first: Passage, passages: Sequence[Passage]) -> Iterator[tuple[float, str, Passage]]:
    about = [one for one in passages if place_of(name, one.title) or one is first]
    seen = set[str]()
    for passage in about:
        if passage.language != first.language:
            continue
        title = bare(passage.title)
        for place, text in enumerate((title, *plain_lines(passage.text, passage.language)[:_LINES])):
            there = place_of(name, text)
            if there is None or text in seen or not _SHORTEST <= len(text) <= _LONGEST:
                continue
            seen.add(text)
            if there.start() > _EARLY * len(text) or text.endswith(("?", "？")) or is_unfit(text, passage):
                continue
            if leans(text, passage):
                continue
            if speaks_as_we(text, passage.language) or _QUOTED.match(text):
                continue
            of_others = {one.company for one in mentions(text) if one.company} - {
                one.company for one in mentions(first.title)
            }
            figures = bool(quantities(text.replace(there[0], " ")).stated)
            points = 0.6 + 0.4 * figures + 0.3 * (passage is first) - 0.4 * (place == 0) - 0.15 * len(of_others)
            yield points - 0.03 * place, text, passage


def as_written(name: str, passages: Sequence[Passage]) -> str:
    """As reports write it, with capitals if it has any: Current AI."""
    own = _spelling(name)
    found = (one[0] for passage in passages for one in own.finditer(f"{passage.title}\n{passage.text[:_READ_OF]}"))
    counted = Counter(one for one in found if not one.islower())
    return counted.most_common(1)[0][0] if name.isascii() and counted else name


def place_of(name: str, text: str) -> re.Match[str] | None:
    """Where the text has it, with a capital if it has one: "26 current and former" is no Current."""
    found = _spelling(name).finditer(text)
    return next((one for one in found if name.islower() or not name.isascii() or not one[0].islower()), None)


def speaks_of(name: str, text: str) -> bool:
    """It names it, or has most of a name of several words, written as names are."""
    words = name.split()
    if place_of(name, text) or not name.isascii() or len(words) == 1:
        return place_of(name, text) is not None or not name.isascii()
    return 2 * sum(bool(re.search(rf"\b{re.escape(word.capitalize()[0] + word[1:])}", text)) for word in words) > len(
        words
    )


@lru_cache(maxsize=256)
def _spelling(name: str) -> re.Pattern[str]:
    own = r"[\s-]?".join(re.escape(part) for part in re.split(r"[\s-]+", _AI.sub("AI", name)))
    own = _AI.sub(lambda _: r"(?:AI|artificial[\s-]intelligence)", own)
    return re.compile(rf"(?<![A-Za-z0-9-]){own}(?![A-Za-z0-9])" if name.isascii() else own, re.IGNORECASE)


_AI: Final = re.compile(r"\bartificial[\s-]intelligence\b|\bAI\b", re.IGNORECASE)
_READ_OF: Final = 4000
"""Characters of a report."""


def leans(text: str, passage: Passage | None) -> bool:
    """It goes on from a sentence before it."""
    return passage is not None and (refers_back(text, passage) or _THAT.match(text) is not None)


_THAT: Final = re.compile(r"(?:That|This|These|Those|Such)\b")
_QUOTED: Final = re.compile(r"[“\"「『]")
