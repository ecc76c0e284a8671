"""Which sources stand under a story, and which of them first."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from news.languages import Language
from news.model import Article, Sentence, SourceLink, Summary
from news.scripts import CJK
from news.text import search_tokens
from summariser.checking.polarity import points_elsewhere
from summariser.reading.headlines import is_title_of
from summariser.reading.quoting import telling_words
from summariser.reading.references import capital_runs
from summariser.reading.relevance import judge
from summariser.reading.subjects import BROAD
from summariser.reading.traces import facts_in
from summariser.stories.across import tell_one_event
from summariser.stories.repeats import is_release
from summariser.words.names import companies_in, name_terms, names_in

_ALIKE: Final = 0.4
"""Share of the shorter title that two have in common under a bare line."""
_PORT: Final = re.compile(r"(?<=[a-z]):\d{2,5}$")
"""What a feed may leave of a host: nobody's name."""
_SEVERAL: Final = 2
_ADDED: Final = re.compile(rf"\s*[(（][^()（）]*[{CJK}][^()（）]*[)）]")
_SHORT: Final = 3
_SPEAKS: Final = frozenset(
    search_tokens("says said warns calls thinks believes tells told reportedly report sources just now")
)


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
        name = _readable(_PORT.sub("", article.source_name), summary.language)
        links.setdefault(name, SourceLink(name, article.url, article.published))
    return tuple(links.values())


def _sentences(summary: Summary) -> list[Sentence]:
    return [*([summary.lede] if summary.lede else []), *(s for told in summary.sections.values() for s in told)]


def _on_it(article: Article, wanted: frozenset[str], summary: Summary) -> bool:
    """Whether its title tells the headline's event: grouping errs, and credit is a promise.

    Under an English headline by what happened or a narrow name, and not the other way round; in another language by hard facts.
    Else it has words of the headline, half of its own unless it is about AI, or is in another language.
    """
    if article.language != summary.language:
        if summary.language == "en":
            return _meets(article.title, summary.headline)
        return summary.lede is not None or bool(facts_in(article.title) & facts_in(summary.headline))
    title = telling_words(article.title)
    shared = title & wanted
    if summary.lede is None and summary.language != "en":
        return _stands_under(article.title, title, wanted, summary.headline)
    if not shared or not (2 * len(shared) >= len(title) or judge(article.title, article.words).is_ai):
        return False
    return summary.language != "en" or _tells(article.title, title, shared, summary.headline)


def _stands_under(title: str, words: frozenset[str], wanted: frozenset[str], headline: str) -> bool:
    """Under a bare line that is not English: enough words in common, or one and the company that its title puts first."""
    shared = words & wanted
    first = companies_in(title)[:1]
    same = bool(first) and first[0] in companies_in(headline)
    return len(shared) >= _ALIKE * min(len(words), len(wanted)) or (bool(shared) and same)


def _tells(title: str, words: frozenset[str], shared: frozenset[str], headline: str) -> bool:
    """In English: half of its words, two of the event, one with a name or a number, or a narrow name and no other company."""
    if points_elsewhere(headline, title, "en"):
        return False
    named = _names(headline) | _names(title) | name_terms()
    event = frozenset(word for word in shared - named if not word[0].isdigit()) - _SPEAKS
    mine, theirs = frozenset(companies_in(headline)), frozenset(companies_in(title))
    if 2 * len(shared) >= len(words) or len(event) >= _SEVERAL or len(mine & theirs) >= _SEVERAL:
        return True
    if mine and theirs and mine.isdisjoint(theirs):
        return False
    if event and (shared - event - _SPEAKS or mine & theirs):
        return True
    people = [name for name in names_in(title) if name.kind == "person" and name in names_in(headline)]
    narrow = (shared & named) - name_terms() or (mine & theirs) - BROAD
    return theirs <= mine and bool(people or (narrow and len(shared) >= _SEVERAL))


def _readable(name: str, language: Language) -> str:
    """ "Ars Technica (科技媒体)" by its Latin name for who does not read Han: what a catalogue adds in brackets."""
    bare = _ADDED.sub("", name).strip()
    return bare if language in ("en", "th") and bare else name


def _names(title: str) -> frozenset[str]:
    """The words of a title with a capital where most have none, as the index writes them."""
    runs = [word for run in capital_runs(title) for word in run]
    longer = [word for word in title.split()[1:] if len(word) > _SHORT and word[0].isalpha()]
    plain = 2 * sum(word[0].islower() for word in longer) > len(longer)
    return frozenset(search_tokens(" ".join(runs))) if plain else frozenset()


def _meets(title: str, headline: str) -> bool:
    """Across languages: two companies, one with the same number, that the same thing is out, or one event by all that both name."""
    shared = facts_in(title) & facts_in(headline)
    who = [fact for fact in shared if fact[0] == "@"]
    amount = any(fact[0] == "#" for fact in shared)
    out = is_release(title) and is_release(headline)
    return (
        sum(":" not in fact for fact in who) >= _SEVERAL
        or (bool(who) and (amount or out))
        or tell_one_event(title, headline)
    )
