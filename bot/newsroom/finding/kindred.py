"""Other reports of what a story tells, whatever words and language they have: what a question about it may be answered by."""

import asyncio
import re
from collections.abc import Sequence
from typing import Final

from bot.newsroom.collecting.meanings import known
from bot.newsroom.finding.pressure import PRESSURE
from news.asking import Question
from news.model import Article, Story
from news.text import search_tokens
from store.database import Database
from store.search import SearchQuery
from summariser.answering.passages import quotable
from summariser.answering.reader_signs import is_named, names_said
from summariser.words.meaning import likenesses, meanings

_TERMS: Final = 40
"""So many tokens of a headline and of the other spellings of its names are looked for."""
_CANDIDATES: Final = 60
_FEW: Final = 16
"""So many reports are looked at, and under pressure."""
_MOST: Final = 12
_OF_SAME: Final = 0.7
"""Of what a headline's words tell apart another report of the same matter has so much."""
_RARE: Final = 0.62
"""A name in a few reports alone is worth so much of a word in one: who else names it speaks of the same."""
_NEAR: Final = 0.25
_ALIKE: Final = 0.6
"""So near a title must lie that has a rare name, and one that many have."""
_FIRST: Final = 300
"""Characters of a report that say of whom it is."""
_WRITTEN: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]{3,}(?![A-Za-z0-9-])")
"""What may be a name: it is one where hardly any report has the word."""


async def reports_near(story: Story, question: Question, *, database: Database) -> list[Article]:
    """Those that have most of what its headline says, or a rare name of it, or a name and a title that means nearly the same; the nearest first."""
    names = names_said(story.headline)
    ways = [tuple(search_tokens(way)) for name in names for way in name]
    written = {token for one in _WRITTEN.findall(story.headline) for token in search_tokens(one)}
    words = (*search_tokens(story.headline), *(token for tokens in ways for token in tokens), *written)
    terms = tuple(dict.fromkeys(words))[:_TERMS]
    if not terms:
        return []
    async with database.read() as tx:
        weights = await tx.search.weights(["", *terms], tenant=question.tenant)
        query = SearchQuery(terms=terms, about={term: weights[term] for term in terms}, until=question.asked)
        hits = await tx.search.find(query, tenant=question.tenant, limit=_FEW if PRESSURE.is_high else _CANDIDATES)
        share = {hit.article: hit.whole for hit in hits if hit.story is None and hit.article not in story.articles}
        found = [
            one for one in await tx.articles.get(list(share), tenant=question.tenant) if one.seen <= question.asked
        ]
    await known(found, tenant=question.tenant, database=database)
    near = await asyncio.to_thread(_nearness, story.headline, [one.title for one in found])
    rare = {token for token in written if weights.get(token, 0.0) >= _RARE * weights[""]}
    points: dict[str, float] = {}
    for one, alike in zip(found, near, strict=True):
        shares = share[one.id] >= _OF_SAME
        by_name = alike >= _ALIKE and any(is_named(name, one.title) for name in names)
        if shares or by_name or (alike >= _NEAR and rare & _first_tokens(one)):
            points[one.id] = alike + shares
    chosen = sorted((one for one in found if one.id in points), key=lambda one: -points[one.id])[:_MOST]
    return [own for one in chosen if (own := quotable(one))]


def _first_tokens(one: Article) -> set[str]:
    return {*search_tokens(one.title), *search_tokens(one.words[:_FIRST])}


def _nearness(headline: str, titles: Sequence[str]) -> list[float]:
    if not titles:
        return []
    return [float(one) for one in likenesses(meanings([headline]), meanings(titles))[0]]
