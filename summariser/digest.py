"""Plain extractive summaries by sentence count or word count: what `extractive` builds on, and what the benchmarks measure."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from news.languages import Language
from news.text import search_tokens, sentences
from summariser.lexrank import centroid, diverse, lexrank, tfidf

if TYPE_CHECKING:
    from summariser.lexrank import Matrix

_SHORTEST, _LONGEST = 5, 60
"""Words: shorter lines are headings and bylines, longer ones lists and broken text."""
_EASY: Final = 25
_TRIED: Final = 12


def place(index: int) -> float:
    """How much the position of a sentence in its article speaks for it: 1 for the first, falling."""
    return 1 / (1 + 0.25 * index)


def of_one(article: str, count: int, language: Language = "en") -> list[str]:
    """The `count` sentences that sum up one article, in its order: position first, then likeness to the whole."""
    import numpy as np

    told = sentences(article, language)
    if len(told) <= count:
        return told
    rows = tfidf([search_tokens(sentence) for sentence in told])
    scores: Matrix = 0.65 * _places(len(told)) + 0.35 * centroid(rows)
    if language == "en":
        scores = scores - np.array([float(len(sentence.split()) <= _SHORTEST) for sentence in told])
    return [told[at] for at in sorted(diverse(scores, rows, count))]


def of_several(articles: Sequence[str], words: int) -> list[str]:
    """As near to `words` words as whole sentences come, on the English event these articles share; a first line is a title."""
    import numpy as np

    told: list[str] = []
    places: list[float] = []
    for article in articles:
        head, _, body = article.partition("\n")
        for index, sentence in enumerate(sentences(body or head, "en")):
            if _SHORTEST <= len(sentence.split()) <= _LONGEST:
                told.append(sentence)
                places.append(place(index))
    if not told:
        return []
    rows = tfidf([search_tokens(sentence) for sentence in told])
    sizes = np.array([len(sentence.split()) for sentence in told])
    scores: Matrix = 0.75 * lexrank(rows) + 0.25 * np.array(places) - 0.2 * np.maximum(0, sizes / _EASY - 1)
    return [told[at] for at in _nearest(diverse(scores, rows, _TRIED, balance=0.8), sizes, words)]


def _nearest(ranked: Sequence[int], sizes: "Matrix", words: int) -> list[int]:
    """Takes in order as long as the next one brings the whole nearer to `words`."""
    chosen: list[int] = []
    size = 0
    for at in ranked:
        longer = size + int(sizes[at])
        if chosen and longer - words > words - size:
            break
        chosen.append(at)
        size = longer
    return chosen


def _places(count: int) -> "Matrix":
    import numpy as np

    return np.array([place(index) for index in range(count)])
