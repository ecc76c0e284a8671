"""What a telling that keeps its quote's words left out of the quote's sentence, and whether that may be left out unseen.

Pure, for English. Words in the source's order prove little: "Udio, a competitor to Suno, has been accused of scraping" holds every
word of "Suno has been scraping", and "In a parody video, …" frames what follows by words that no list holds. So a sentence is kept whole
or looked at again; a bare day that opens it, and a plain adverb, are nobody's loss.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from news.text import search_tokens, sentences
from summariser.checking.closeness import in_usual_order, opening_last
from summariser.words.facts import plain
from summariser.words.wording import plainly

_WORD: Final = re.compile(r"[^\W_]+(?:[.,'&+-][^\W_]+)*(?:'(?!\w))?")
_SAYS: Final = re.compile(
    r"^(?P<who>[A-Z][^,;:]{2,60}? (?:said|says|announced|reported|confirmed)) (?:that )?(?P<rest>.{20,})$", re.DOTALL
)
_POINTERS: Final = frozenset({"a", "an", "the", "this", "that", "these", "those"})
_IS: Final = re.compile(r"\b(it|he|she|that|there|who|what)'s\b", re.IGNORECASE)
_PLAIN_ADVERBS: Final = frozenset(
    {"also", "now", "already", "newly", "recently", "today", "then", "currently", "officially"}
)
"""Those that neither hedge nor narrow; any other is a word like the rest."""
_DATED: Final = re.compile(
    r"(?:(?:On|In|Last|This|Earlier|Late|Early) )+(?:last |this )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|year|quarter|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2})?)"
)
"""A bare day or month that opens a sentence; no "by" or "until", and no year, which may tell what is to come."""
_LINKS: Final = re.compile(r"(?:and|so|then|also|now|meanwhile|today)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """Left out of the source: its text with the marks around it; `inside` when telling goes on behind it."""

    text: str
    words: tuple[str, ...]
    inside: bool
    leads: bool


def is_whole(told: str, sources: Sequence[str]) -> bool:
    """Whether each told sentence is one source sentence, whole but for what cannot frame it."""
    lines = [line for source in sources for line in sentences(_bare(source), "en")]
    forms = (str, opening_last, in_usual_order, _speaker_last)
    return all(
        any(_is_kept(form(one), form(line)) for line in lines for form in forms) for one in sentences(_bare(told), "en")
    )


def _speaker_last(text: str) -> str:
    found = _SAYS.match(text)
    return f"{found['rest'].rstrip(' .')}, {found['who']}." if found else text


def _bare(text: str) -> str:
    return _IS.sub(r"\1 is", plain(text))


def _is_kept(told: str, source: str) -> bool:
    parts = _left_out(told, source)
    return parts is not None and all(map(_is_let_go, parts))


def _is_let_go(part: _Part) -> bool:
    """Whether what is left out cannot frame the rest, by its form alone: signs, a plain adverb, a day or a link word that opens it."""
    if not part.words or (part.inside and " ".join(part.words) in _PLAIN_ADVERBS):
        return True
    core = part.text.strip(" \"',")
    return part.leads and bool(_DATED.fullmatch(core) or _LINKS.fullmatch(core))


def _left_out(told: str, source: str) -> list[_Part] | None:
    """None when the telling holds a word that the source does not have there."""
    mine, theirs = list(_words(told)), list(_words(source))
    blocks = SequenceMatcher(None, [key for key, _, _ in mine], [key for key, _, _ in theirs], autojunk=False)
    runs = [block for block in blocks.get_matching_blocks() if block.size]
    if not runs or sum(block.size for block in runs) < len(mine):
        return None
    edges = [0, *(edge for run in runs for edge in (run.b, run.b + run.size)), len(theirs)]
    parts = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        before = theirs[start - 1][2] if start else 0
        after = theirs[end][1] if end < len(theirs) else len(source)
        words = tuple(key for key, _, _ in theirs[start:end])
        parts.append(_Part(source[before:after], words, bool(start) and end < len(theirs), not start))
    return parts


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Words without articles and pointers, those of one meaning as one, with their place."""
    for match in _WORD.finditer(text):
        word = match[0].rstrip("'").casefold()
        if word not in _POINTERS:
            yield " ".join(search_tokens(plainly(word))) or word, match.start(), match.end()
