"""Who tops up a thin edition: stories in another language, the nearest to the reader first. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from news.languages import Language
from news.model import SECTIONS, Article, BriefStory, Tier
from news.scripts import reads_as_chinese
from summariser.stories.ranking import NOTHING_NEW, Scored, main_companies, order

NEAR: Final[Mapping[str, tuple[Language, ...]]] = {
    "zh-Hant": ("zh-Hans", "en", "ja"),
    "zh-Hans": ("zh-Hant", "en", "ja"),
    "ja": ("en", "zh-Hant", "zh-Hans"),
}
"""Languages of guests, nearest first; English alone where none is named."""
_APPOINTS: Final = re.compile(
    r"(?:社長|会長|CEO|代表)に.{1,8}氏|(?:사장|대표|회장)에 .{2,8}(?:선임|내정)|(?:总|總)經理由"
)
"""Who leads a firm concerns its own country."""


def strangeness(item: Scored, language: Language) -> tuple[int, bool, int]:
    """How far a guest is from the reader: the other script of the language first, then English, then what shares its characters;
    of those equally far what is new, what the reader's characters can be read in, and what names a company known everywhere."""
    near = NEAR.get(language, ("en",))
    spoken = {article.language for article in item.articles}
    far = min((near.index(tongue) for tongue in spoken if tongue in near), default=len(near))
    titles = [article.title for article in item.articles if far < len(near) and article.language == near[far]]
    strange = language.startswith("zh") and not any(map(reads_as_chinese, titles))
    return far, NOTHING_NEW in item.score.parts, strange + (not main_companies(item))


def guests(stories: Sequence[Scored], language: Language) -> list[Scored]:
    """Nearest language first, each ranked by itself, so that a language with little to tell is not measured by one with much."""
    by_distance = sorted(stories, key=lambda item: strangeness(item, language)[0])
    by_distance = [item for item in by_distance if not any(_APPOINTS.search(a.title) for a in item.articles)]
    ranked: list[Scored] = []
    for _, group in groupby(by_distance, key=lambda item: strangeness(item, language)[0]):
        ranked += sorted(order(list(group)), key=lambda item: strangeness(item, language)[1:])
    return _unlike(ranked)


def _unlike(guests: Sequence[Scored]) -> list[Scored]:
    """One guest per company: one event is told in other words soon, and who reads them as guests sees it twice."""
    seen: set[str] = set()
    kept = []
    for item in guests:
        named = main_companies(item)
        if seen.isdisjoint(named):
            kept.append(item)
            seen.update(named)
    return kept


def nearest(articles: Sequence[Article], language: Language) -> Language:
    """Of the languages a story is in, the one nearest to the reader's; among others the one with most to tell."""
    near = NEAR.get(language, ("en",))
    spoken = {article.language for article in articles}
    return next((tongue for tongue in near if tongue in spoken), tongue(articles))


def as_guest(story: BriefStory, language: Language) -> BriefStory:
    """A line, where the reader's language has no near one and this is not English: nobody reads a paragraph in a strange script."""
    if language in NEAR or story.language == "en":
        return story
    return replace(story, lede=None, sections=dict.fromkeys(SECTIONS, ()))


def tongue(articles: Sequence[Article]) -> Language:
    return max(articles, key=lambda a: (bool(a.words), a.tier is Tier.OFFICIAL, len(a.words))).language
