"""Everything done to plain text, one door: clean it, cut it into sentences and tokens, time its reading, shorten it."""

import re
import unicodedata
from typing import Final

from news.reading import cut, echoed, reading_seconds
from news.searching import STOP_WORDS, content_words, finer_tokens, index_tokens, search_tokens, stemmed, tokens
from news.sentences import sentences, spans

__all__ = [
    "STOP_WORDS",
    "content_words",
    "cut",
    "echoed",
    "finer_tokens",
    "index_tokens",
    "normalise_for_match",
    "reading_seconds",
    "sanitise",
    "search_tokens",
    "sentences",
    "spans",
    "stemmed",
    "tokens",
]

_BREAKS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_EMOJI: Final = "\u2190-\u2bff\U0001f000-\U0001faff\ufe0f"
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
    f"|(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])"
)
"""Controls, bidi overrides, zero-width and tag characters: what a reader cannot see but a program or a terminal obeys."""
_SPACES: Final = re.compile(r"[^\S\n]+")
_AROUND_BREAKS: Final = re.compile(r" ?\n ?")
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_SAME: Final = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "′": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "″": '"',
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
    }
)


def sanitise(text: str) -> str:
    """Plain text without anything unseen: NFC, white space folded, line breaks kept (at most one blank line)."""
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", _BREAKS.sub("\n", text)))
    text = _AROUND_BREAKS.sub("\n", _SPACES.sub(" ", text))
    return _BLANK_LINES.sub("\n\n", text).strip()


def normalise_for_match(text: str) -> str:
    """The form in which a quote is looked for: NFKC, casefolded, quotes and dashes unified, white space folded."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SAME).casefold().split())
