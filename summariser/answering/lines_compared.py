"""Of a report the lines that a comparison may be told by: its title and first sentences, whole and fit to be told. Pure."""

import re
from collections.abc import Iterator
from typing import Final

from news.asking import Passage
from news.scripts import CJK, THAI
from news.text import search_tokens
from summariser.asking.support import is_unfit, lines_of

_UNFIT: Final = frozenset({"boilerplate", "truncated", "question", "imperative"})
"""A line of prices may be mostly signs."""
_READ: Final = 24
"""Sentences of a report that are looked at."""
LONGEST: Final = 330
"""Characters of a sentence."""
_OTHER: Final = re.compile(f"[{CJK}{THAI}]{{2}}")
_CUT: Final = re.compile(r"(?<![.다요음임함됨])(?<![다요]\.)(?:\.\.\.|…)$")
"""A sentence that breaks off."""
_UNENDED: Final = re.compile(r"[A-Za-z0-9,;]$")
_NO_LINE: Final = re.compile(
    r".*:$|(?:I|I[’']\w+|My)\b|[^“\"]*\b(?:I|I[’'](?:m|ve|d|ll)|my)\b(?![^“]*”)|我(?![国國们們])|私[はが]|僕|나는|저는|ผม|ฉัน"
)
"""What one writer found with their own hands is no report; what ends with a colon only leads to something."""
_NUMBER: Final = 3
_LEAST: Final = 20
_WORDS: Final = 5


def unasked(title: str) -> str:
    """Without the question that it ends with behind a colon."""
    return title.rpartition(":")[0] if title.endswith("?") and len(title.rpartition(":")[0]) >= _LEAST else title


def lines(passage: Passage, title: str) -> Iterator[tuple[int, str]]:
    """Its title and first sentences, each once, as far as they are fit to be told."""
    seen = set[str]()
    for place, line in enumerate((title, *(line for line, _ in lines_of(passage.text, passage.language)[:_READ]))):
        text = line.replace("**", "").strip()
        text = text.removeprefix(title).strip() if place and title != text else text
        if place and passage.text.rstrip().endswith(text) and _UNENDED.search(text):
            continue  # cut off by whoever published it
        if place and goes_on(text, passage):
            continue
        if text in seen or not _LEAST <= len(text) <= LONGEST or _NO_LINE.match(text):
            continue
        if is_unfit(text if place else _CREDIT.sub("", text), passage, _UNFIT) or _CUT.search(text):
            continue
        seen.add(text)
        if len(search_tokens(text)) >= _WORDS and not (passage.language == "en" and _OTHER.search(text)):
            yield place, text


_CREDIT: Final = re.compile(r"^Sources?: (?=(?:\S+ ){6})")
"""Before a headline that rests on somebody unnamed; below one it credits a picture."""


def goes_on(text: str, passage: Passage) -> bool:
    """It begins within a number of the title or text: "2. 8 billion"."""
    before = (whole[: max(0, whole.find(text))] for whole in (passage.title, passage.text))
    return text[:1].isdigit() and any(re.search(r"\d[.,．]\s?$", one[-_NUMBER:]) for one in before)
