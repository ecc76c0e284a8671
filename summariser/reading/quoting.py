"""How much of a source may be quoted: 90 words of a source and a quarter of a text, whichever is less.

A text of one to three sentences and less than 400 characters is the lead or abstract that a publisher puts into its feed so that it is
shown: a quarter of it is no sentence, so one sentence may be told, and never more than two thirds of title and text together.
In scripts counted by character, 180 (Thai: 250) stand for the 90 words.
"""

from collections import Counter
from collections.abc import Sequence
from copy import copy
from typing import Final

from news.languages import Language
from news.model import Article
from news.text import search_tokens
from summariser.reading.material import SHORT_TEXT, sentence_count

_MOST: Final[dict[str, int]] = {"en": 90, "th": 250}
_MOST_CHARACTERS: Final = 180
_ABSTRACT: Final = 400


COMMON: Final = frozenset(
    search_tokens(
        "ai artificial intelligence model models new company companies use used using user users year years make made say said like also one "
        "technology tech tool tools feature features million billion work time people world data system systems first week today"
    )
)
"""Words that two pieces on this field have in common by chance."""


def telling_words(text: str) -> frozenset[str]:
    """The words of a text that say what it is about."""
    return frozenset(search_tokens(text)) - COMMON


def length(text: str, language: Language) -> int:
    """Words for English, characters without spaces for the other five."""
    return len(text.split()) if language == "en" else len("".join(text.split()))


class Allowance:
    """What may still be quoted, by source and by article. Asking is free; `take` spends."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._by_source: Counter[str] = Counter()
        self._by_article: Counter[str] = Counter()
        self._limits: dict[str, int] = {}

    def allows(self, article: Article, text: str) -> bool:
        size = length(text, self._language)
        most = _MOST.get(self._language, _MOST_CHARACTERS)
        if self._by_source[article.source] + size > most:
            return False
        limit = self._limit(article)
        if limit == 0:
            whole = length(f"{article.title} {article.words}", self._language)
            return self._by_article[article.id] == 0 and size * 3 <= whole * 2
        return self._by_article[article.id] + size <= limit

    def allows_all(self, quotes: Sequence[tuple[Article, str]]) -> bool:
        """True when all of these may be quoted, one after the other."""
        trial = copy(self)
        for article, text in quotes:
            if not trial.allows(article, text):
                return False
            trial.take(article, text)
        return True

    def __copy__(self) -> "Allowance":
        other = Allowance(self._language)
        other._by_source, other._by_article = Counter(self._by_source), Counter(self._by_article)
        other._limits = self._limits
        return other

    def take(self, article: Article, text: str) -> None:
        size = length(text, self._language)
        self._by_source[article.source] += size
        self._by_article[article.id] += size

    def _limit(self, article: Article) -> int:
        """A quarter of the article's text; 0 for an abstract, of which one sentence may be told."""
        if article.id not in self._limits:
            short = len(article.words) < _ABSTRACT and sentence_count(article, self._language) < SHORT_TEXT
            self._limits[article.id] = 0 if short else length(article.words, self._language) // 4
        return self._limits[article.id]
