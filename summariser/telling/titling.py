"""Other sources' titles as opening sentences: an editor's whole sentence says what happened where the texts take long to come to it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from news.languages import Language
from news.model import Article, Tier
from news.text import search_tokens, sentences
from summariser.reading.fitness import fault
from summariser.reading.formats import form_of
from summariser.reading.material import Candidate, fold
from summariser.words.roles import strengths

_BYLINE: Final = re.compile(r"\s*\((?:[^()]*/[^()]+|@?[\w.& ]{2,30})\)\s*$")
_CREDIT: Final = re.compile(r"\s+[-–—|]\s+[^-–—|]{2,40}$")
_ENDS: Final = re.compile(r"[.!?…][\"”’]?$")
_FEWEST_WORDS: Final = 15
_NEW_WORDS: Final = 4
_ABOUT: Final = 0.3


def title_openings(headline: str, articles: Sequence[Article], language: Language) -> Iterator[Candidate]:
    """Titles that are sentences and say more than the headline of the same event, up to a semicolon: behind it stands another voice's answer,
    cut short ("the apps" for five of 13). English only: elsewhere a title is a line of nouns."""
    if language != "en":
        return
    shown = frozenset(search_tokens(headline))
    for article in articles:
        if article.language != language or article.tier is Tier.COMMUNITY or form_of(article) != "news":
            continue
        quote = _CREDIT.sub("", _BYLINE.sub("", fold(article.title))).partition("; ")[0]
        text = quote if _ENDS.search(quote) else f"{quote}."
        words = frozenset(search_tokens(quote))
        says_more = len(words - shown) >= _NEW_WORDS and len(words & shown) >= _ABOUT * len(shown)
        if (
            len(quote.split()) < _FEWEST_WORDS
            or not says_more
            or quote.endswith("…")
            or len(sentences(text, language)) > 1
        ):
            continue
        if fault(text, language):
            continue
        yield Candidate(article, 0, text, words, strengths(text, language), 1.0, 0.5, quote=quote)
