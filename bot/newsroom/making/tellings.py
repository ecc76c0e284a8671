"""Where a story was told first, as far as the edition remembers. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from news.model import SECTIONS, Article, Brief, FirstTelling, Sentence, Summary
from news.text import search_tokens
from summariser.reading.fitness import leans

_RETOLD: Final = 0.6
"""Share of a headline's words that a sentence holds when it tells that headline again."""
_KNOWN: Final = 0.6
"""Share of a sentence's words that the articles told before hold, endings and all, when it says what they said."""
_NEW: Final = 0.5
"""Share of a sentence's words that no article told before has: it says something new, though of what the first headline told."""


def first_tellings(editions: Iterable[Brief]) -> dict[str, FirstTelling]:
    """By article, oldest edition first: a story is known again by what it was told from, whatever it was merged into."""
    found: dict[str, FirstTelling] = {}
    for brief in sorted(editions, key=lambda one: (one.date, one.made)):
        for story in brief.stories:
            telling = story.first or FirstTelling(brief.id, story.headline)
            for article in story.articles:
                found.setdefault(article, telling)
    return found


def first_telling(articles: Sequence[Article], tellings: Mapping[str, FirstTelling]) -> FirstTelling | None:
    """The earliest of those that any of the articles was told in."""
    known = {article.id for article in articles}
    return next((telling for article, telling in tellings.items() if article in known), None)


def what_is_new(summary: Summary, first: FirstTelling | None, told: Sequence[Article] = ()) -> Summary:
    """An update without the sentences that tell the first headline again, or what `told` had told; what then stands first is its lede.

    Without a lede when all of it was known, or when nothing that remains can open a story.
    """
    known = frozenset(word for a in told for word in search_tokens(f"{a.title}\n{a.words}"))
    english = summary.language == "en"

    def retells(sentence: Sentence) -> bool:
        words = frozenset(search_tokens(sentence.text))
        if english:
            goes_on = bool(known) and len(words - known) >= _NEW * len(words)
            return first is not None and _retells(sentence, first) and not goes_on
        return (first is not None and _retells(sentence, first)) or len(words & known) >= _KNOWN * len(words)

    if first is None or summary.lede is None or not retells(summary.lede):
        return summary
    rest = {section: [one for one in summary.sections[section] if not retells(one)] for section in SECTIONS}
    openings = [(section, one) for section in SECTIONS for one in rest[section]]
    section, lede = next(((s, one) for s, one in openings if not leans(one.text, summary.language)), (None, None))
    if section and lede:
        rest[section].remove(lede)
    return replace(summary, lede=lede, sections={name: tuple(rest[name]) if lede else () for name in SECTIONS})


def _retells(sentence: Sentence, first: FirstTelling) -> bool:
    headed = frozenset(search_tokens(first.headline))
    return len(headed & frozenset(search_tokens(sentence.text))) >= _RETOLD * max(1, len(headed))
