"""Which sources stand under a story, and which of them first."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from news.model import Article, Sentence, SourceLink, Summary
from news.text import search_tokens
from summariser.headlines import is_title_of
from summariser.names import companies_in
from summariser.quoting import telling_words
from summariser.relevance import judge
from summariser.traces import facts_in

_ALIKE: Final = 0.4
_PORT: Final = re.compile(r"(?<=[a-z]):\d{2,5}$")
"""What a feed may leave of a host: nobody's name."""


def source_links(articles: Sequence[Article], summary: Summary) -> tuple[SourceLink, ...]:
    """One link per source: first the report whose title is the headline, or is translated there, then the reader's language, then those with a text."""
    wanted = frozenset(search_tokens(summary.headline))
    titled = {c.url for c in summary.original.citations} if summary.original else set()
    cited = {c.url for s in _sentences(summary) for c in s.citations}
    articles = [one for one in articles if one.url in cited or _on_it(one, wanted, summary)] or articles

    def place(article: Article) -> tuple[bool, bool, bool, bool, float, bool, datetime, str]:
        title = frozenset(search_tokens(article.title))
        headed = article.language == summary.language and is_title_of(summary.headline, article)
        alike = round(len(title & wanted) / max(1, len(title | wanted))) if summary.lede is None else 0
        foreign = article.language != summary.language
        quoted = headed and article.url in cited
        return (
            article.url not in titled,
            not headed,
            not quoted,
            foreign,
            -alike,
            not article.words,
            article.published,
            article.id,
        )

    links: dict[str, SourceLink] = {}
    for article in sorted(articles, key=place):
        name = _PORT.sub("", article.source_name)
        links.setdefault(name, SourceLink(name, article.url, article.published))
    return tuple(links.values())


def _sentences(summary: Summary) -> list[Sentence]:
    return [*([summary.lede] if summary.lede else []), *(s for told in summary.sections.values() for s in told)]


def _on_it(article: Article, wanted: frozenset[str], summary: Summary) -> bool:
    """Whether its title has words of the headline, half of its own unless it is about AI, or is in another language; under a bare line
    that is not English a shared company or fact has to do so.

    Grouping errs, and credit is a promise.
    """
    title = telling_words(article.title)
    shared = len(title & wanted)
    if article.language != summary.language:
        bare = summary.lede is None and summary.language != "en"
        return not bare or bool(facts_in(article.title) & facts_in(summary.headline))
    if summary.lede is None and summary.language != "en":
        named = frozenset(companies_in(article.title))
        return shared >= _ALIKE * min(len(title), len(wanted)) or (
            shared > 0 and bool(named & frozenset(companies_in(summary.headline)))
        )
    return shared > 0 and (2 * shared >= len(title) or judge(article.title, article.words).is_ai)
