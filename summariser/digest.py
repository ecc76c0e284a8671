"""Plain extractive summaries by sentence count or word count: what `extractive` builds on, and what the benchmarks measure."""

from collections.abc import Sequence

import numpy as np

from news.languages import Language
from news.text import search_tokens, sentences
from summariser.lexrank import Matrix, centroid, diverse, lexrank, tfidf


def of_one(article: str, count: int, language: Language = "en") -> list[str]:
    """The `count` sentences that sum up one article, in its order: position first, then likeness to the whole."""
    told = sentences(article, language)
    if len(told) <= count:
        return told
    rows = tfidf([search_tokens(sentence) for sentence in told])
    places: Matrix = 1 - np.arange(len(told)) / len(told)
    chosen = diverse(0.7 * places + 0.3 * centroid(rows), rows, count, balance=0.85)
    return [told[at] for at in sorted(chosen)]


def of_several(articles: Sequence[str], words: int, language: Language = "en") -> list[str]:
    """About `words` words on the event that these articles share: central sentences, no two alike, most central first."""
    told = [
        sentence
        for article in articles
        for sentence in sentences(article, language)
        if 5 <= len(sentence.split()) <= 60
    ]
    if not told:
        return []
    rows = tfidf([search_tokens(sentence) for sentence in told])
    chosen: list[str] = []
    size = 0
    for at in diverse(lexrank(rows), rows, 12):
        if size >= words:
            break
        chosen.append(told[at])
        size += len(told[at].split())
    return chosen
