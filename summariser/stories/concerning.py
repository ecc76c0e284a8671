"""Whether a headline is of all whom a question for news names: the one company that is named takes part in it, several all stand there. Pure."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from news.text import search_tokens
from summariser.asking.parties import all_stand_in, parties_in
from summariser.reading.doings import TAKES_PART, Doings
from summariser.words.aliases import Mention, mentions
from summariser.words.bearers import goes_on, stands_in
from summariser.words.misspelling import is_english

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9.-]{2,}")
_RUN: Final = re.compile(r"[가-힣]+|[ァ-ヴー]+")


def is_of_all_named(question: str) -> Callable[[str], bool]:
    """Of a headline."""
    known = [one for one in mentions(question) if one.company]
    longer = [whole for one in known if (whole := _longer(question, one))]
    parties = parties_in(question)
    of = Doings(replace(known[0], start=0, end=0), did=False, release=False) if len(known) == 1 and not longer else None
    names = [word for word in _WORD.findall(question) if not is_english(word)]

    def holds(title: str) -> bool:
        if of is not None and of.part_in(title) < TAKES_PART:
            return False
        if any(next(stands_in(title, one), None) is None for one in longer):
            return False
        together = of is not None and len(parties) == 1
        return (together or all_stand_in(parties, title)) and not any(_is_another(one, title) for one in names)

    return holds


def _longer(question: str, one: Mention) -> str:
    """The name that only begins as a known one does, as it is written apart: 구글 어스."""
    run = _RUN.match(question, one.start) if goes_on(question, one.start, one.end) else None
    return f"{run[0][: one.end - one.start]} {run[0][one.end - one.start :]}" if run else ""


def _is_another(name: str, title: str) -> bool:
    """Only the stem is met of what no dictionary has: SunOS is no Suno."""
    by_stem = set(search_tokens(name)) <= set(search_tokens(title))
    return by_stem and next(stands_in(title, name), None) is None
