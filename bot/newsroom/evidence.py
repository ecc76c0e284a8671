"""Evidence for a question: the archive's best passages, one a story, or those of the story that it was asked under."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Final

from news.asking import LISTED, Intent, Passage, Question
from news.languages import Language
from news.model import Article, Story
from news.text import search_tokens
from store.database import Database
from store.search import SearchQuery
from summariser.moments import Span
from summariser.passages import Candidate, ranked, reports
from summariser.understanding import Understood, core, expanded

_CANDIDATES: Final = 40
_PASSAGES: Final = 12
_TERMS: Final = 40
"""So many tokens of a question are looked for; a question has fewer."""
_OF_STORY: Final = 8


async def terms_of(understood: Understood, *, database: Database, tenant: str) -> tuple[tuple[str, float], ...]:
    """What the question is about with how much each token tells apart; another spelling of a name counts as the name."""
    words = core(understood)[:_TERMS]
    async with database.read() as tx:
        weights = await tx.search.weights(words, tenant=tenant)
    return tuple(weights.items())


async def passages_for(
    question: Question, understood: Understood, language: Language | None, zone: tzinfo, *, database: Database
) -> list[Passage]:
    """The best first; in one language or in any; of the sources that the question names.

    News of a time is of that time alone; a fact that is placed in one is likelier reported near its end, and may be told later.
    """
    terms = expanded([term for term, _ in question.terms], understood.text)
    if not terms:
        return []
    start, end = _moments(understood.span, zone)
    strict = question.intent in LISTED
    until = min(end, question.asked) if end and strict else question.asked
    query = SearchQuery(
        terms=terms,
        language=language,
        since=start if strict else None,
        until=until + timedelta(seconds=1),
        sources=understood.sources,
    )
    async with database.read() as tx:
        hits = await tx.search.find(query, tenant=question.tenant, limit=_CANDIDATES)
        found = await tx.articles.get([id for id, _ in hits], tenant=question.tenant)
    points = dict(hits)
    known = [Candidate(article, points[article.id]) for article in found if article.seen <= question.asked]
    if strict and question.intent is not Intent.COMPARISON:
        known = reports(known)
    return ranked(known, dict(question.terms), now=end or question.asked, fresh=True, most=_PASSAGES)


async def passages_of(story: Story, question: Question, *, database: Database) -> list[Passage]:
    """The story's own reports, each for itself, those that meet the question best first."""
    articles = await articles_of(story, question, database=database)
    weights = dict(question.terms)
    known = [Candidate(replace(one, story=None), _held(one, weights)) for one in articles]
    return ranked(known, weights, now=question.asked, fresh=False, most=_OF_STORY)


async def articles_of(story: Story, question: Question, *, database: Database) -> Sequence[Article]:
    """The reports that were there when it was asked."""
    async with database.read() as tx:
        found = await tx.articles.get(story.articles, tenant=question.tenant)
    return [one for one in found if one.seen <= question.asked]


def _held(article: Article, weights: Mapping[str, float]) -> float:
    words = frozenset(search_tokens(f"{article.title} {article.words}"))
    return sum(weight for term, weight in weights.items() if term in words) or 0.01


def _moments(span: Span | None, zone: tzinfo) -> tuple[datetime | None, datetime | None]:
    if span is None:
        return None, None
    start = datetime.combine(span.start, time(), zone).astimezone(UTC)
    end = datetime.combine(span.end, time(), zone).astimezone(UTC) if span.end else None
    return start, end
