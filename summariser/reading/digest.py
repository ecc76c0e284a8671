"""Plain extractive summaries by sentence count or word count: what `extractive` builds on, and what the benchmarks measure."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from news.languages import Language
from news.text import STOP_WORDS, search_tokens, sentences
from summariser.reading.lexrank import centroid, diverse, lexrank, tfidf

if TYPE_CHECKING:
    from summariser.reading.lexrank import Matrix

_AGENCY: Final = "AP|AFP|ANI|Bloomberg|CNN(?: Business)?|IANS|Kyodo|PTI|Reuters|UPI|Xinhua|Yonhap"
_DATELINE: Final = re.compile(
    rf"^(?:(?:[A-Z][\w.’'-]*,? ){{0,6}}\(?(?:{_AGENCY})\)?|[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){{0,3}}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?)"
    r"(?: ?—| (?:--|[–-])) ?(?=[A-Z“\"‘'])"
)
"""English: agency or place before the first sentence, set apart by a dash. To leave it out changes nothing that is said."""
_SHORTEST, _LONGEST = 5, 60
"""Words: shorter lines are headings and bylines, longer ones lists and broken text."""
_EASY: Final = 25
"""Words from which on a sentence costs what others could say."""
_RELEVANT: Final = 0.77
"""To how much a sentence says of the event; the rest goes against what is said already."""
_TRIED: Final = 12
_INSTEAD: Final = 3
"""Sentences that may be tried before the words left over are left unused."""
_ENDS: Final = ".!?…\"'”’)"
_RUNS_ON: Final = re.compile(r"(?<=[a-z0-9’'\")]) (?=(?:[A-Z][a-z]+|A) [a-z‘'\"])")
_DANGLES: Final = frozenset(["he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "their"])
_SPEAKS: Final = re.compile(r"\b(?:I|we|us|our|my|you|your)\b")


def place(index: int) -> float:
    """How much the position of a sentence in its article speaks for it: 1 for the first, falling."""
    return 1 / (1 + 0.25 * index)


def of_one(article: str, count: int, language: Language = "en") -> list[str]:
    """The `count` sentences that sum up one article, in its order: position first, then likeness to the whole."""
    import numpy as np

    told = sentences(article, language)
    if language == "en":
        told = [part for sentence in told for part in _apart(sentence)]
    if len(told) <= count:
        return told
    rows = tfidf([search_tokens(sentence) for sentence in told])
    scores: Matrix = 0.65 * _places(len(told)) + 0.4 * centroid(rows)
    if language == "en":
        scores = scores - np.array([_burden(sentence) for sentence in told])
    return [told[at] for at in sorted(diverse(scores, rows, count, balance=0.67))]


def _apart(sentence: str) -> Iterator[str]:
    """A caption or heading without a full stop runs on into the sentence after it, which begins with a small word's capital."""
    start = 0
    for match in _RUNS_ON.finditer(sentence):
        if sentence[match.end() :].partition(" ")[0].lower() in STOP_WORDS:
            yield sentence[start : match.start()]
            start = match.end()
    yield sentence[start:]


def _burden(sentence: str) -> float:
    """What speaks against an English sentence: too short to be one or long, a caption, a pronoun that nobody introduced."""
    words = sentence.split()
    return (
        1.0 * (len(words) <= _SHORTEST)
        + 0.2 * max(0.0, len(words) / _EASY - 1)
        + 0.2 * (sentence[-1:] not in _ENDS)
        + 0.05 * (words[0].strip("\"'“‘").lower() in _DANGLES)
    )


def of_several(articles: Sequence[str], words: int) -> list[str]:
    """As near to `words` words as whole sentences come, on the English event these articles share; a first line is a title."""
    import numpy as np

    told: list[str] = []
    places: list[float] = []
    for article in articles:
        head, _, body = article.partition("\n")
        for index, sentence in enumerate(sentences(body or head, "en")):
            if _SHORTEST <= len(sentence.split()) <= _LONGEST:
                told.append(_DATELINE.sub("", sentence))
                places.append(place(index))
    if not told:
        return []
    rows = tfidf([search_tokens(sentence) for sentence in told])
    sizes = np.array([len(sentence.split()) for sentence in told])
    speaks = np.array([float(_SPEAKS.search(sentence) is not None) for sentence in told])
    scores: Matrix = (
        0.75 * lexrank(rows) + 0.3 * np.array(places) - 0.15 * speaks - 0.2 * np.maximum(0, sizes / _EASY - 1)
    )
    return [told[at] for at in _nearest(scores, rows, sizes, words)]


def _nearest(scores: "Matrix", rows: "Matrix", sizes: "Matrix", words: int) -> list[int]:
    """The best by relevance and newness, as long as each brings the whole nearer to `words`.

    Where one does not, the next best is tried in its stead, and what was left out makes nothing else seem said already.
    """
    import numpy as np

    chosen: list[int] = []
    size, likeness, open_ = 0, np.zeros(len(sizes)), np.zeros(len(sizes))
    for tried in range(1, min(_TRIED, len(sizes)) + 1):
        best = int((_RELEVANT * scores - (1 - _RELEVANT) * likeness + open_).argmax())
        open_[best] = -np.inf
        longer = size + int(sizes[best])
        if not chosen or longer - words <= words - size:
            chosen.append(best)
            size, likeness = longer, np.maximum(likeness, rows @ rows[best])
        elif tried >= _INSTEAD:
            break
    return chosen


def _places(count: int) -> "Matrix":
    import numpy as np

    return np.array([place(index) for index in range(count)])
