"""News of a thing that no table knows, from the archive: a project, a product, a law, an agency, a place. The headlines that hold its words."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, tzinfo
from typing import Final

from bot.newsroom.collecting.meanings import told_once
from bot.newsroom.finding.by_headlines import told_by_headlines
from bot.newsroom.finding.news_of import answer_of
from news.asking import Answer, Intent, Question
from news.model import Article
from news.text import search_tokens
from store.database import Database
from store.search import SearchQuery
from summariser.answering.passages import quotable
from summariser.asking.parties import all_stand_in, parties_in
from summariser.asking.understanding import Understood
from summariser.stories.newslines import FEW, Event, Line, events_in, line_in
from summariser.stories.weighing import weigh
from summariser.words.aliases import mentions
from summariser.words.deeds import UNSPACED, unknown_name
from summariser.words.vectors import terms

_LATELY: Final = timedelta(days=31)
_BACK: Final = timedelta(days=92)
"""So far back go the news of a thing where no time is named, and where that has few."""
_READ: Final = 120
_TERMS: Final = 40
_OF_IT: Final = 0.5
_WHOLE: Final = 0.6
"""So much of the question, by how much each word tells apart, stands in a headline of it, and in that with the beginning of its text."""
_LEAD: Final = 500
_NEAR: Final = 200
"""And so near to its headline everybody who is named."""
_PARTS: Final = re.compile(r"[\s-]+")
_KANA: Final = re.compile("[\u3041-\u309f]")
"""Pairs of characters with it join words: の地 in 熊本の地震."""


async def subject_news(
    question: Question, understood: Understood, zone: tzinfo, *, database: Database
) -> Answer | None:
    """The weightiest events in whose headlines it stands; None where there are none, or no news of a thing is asked for."""
    if understood.intent not in (Intent.NEWS, Intent.WHATS_NEW, Intent.CATCH_UP) or understood.general:
        return None
    name = _name_in(understood.text)
    if understood.intent is Intent.CATCH_UP and not name:
        return None
    tokens = search_tokens(name) or understood.subject[:_TERMS]
    async with database.read() as tx:
        known = await tx.search.weights(tokens, tenant=question.tenant)
    weights = {token: weight for token, weight in known.items() if weight > 0 and not _KANA.search(token)}
    if not weights:
        return None

    line_of = _line_of(understood, weights)

    async def events_of(since: datetime, until: datetime) -> list[Event]:
        query = SearchQuery(terms=tuple(weights), about=weights, since=since, until=until, sources=understood.sources)
        return await _events(query, question, understood, line_of, database=database)

    told = await told_by_headlines(events_of, question, understood, zone, recent=_LATELY, back=_BACK)
    return (
        answer_of(told, question, understood, zone) if len(told) >= FEW or (told and understood.span is None) else None
    )


def names_a_thing(understood: Understood) -> bool:
    """Who asks what was missed, and names a thing in capitals among words of another script, asks for the news of that."""
    return understood.intent is Intent.CATCH_UP and bool(_name_in(understood.text))


def _name_in(text: str) -> str:
    """A name of several words in capitals that no table knows, among words of another script."""
    known = unknown_name(text) if UNSPACED.search(text) and not mentions(text) else None
    name = text[known.start : known.end] if known is not None else ""
    return name if len(_PARTS.split(name)) > 1 else ""


async def _events(
    query: SearchQuery,
    question: Question,
    understood: Understood,
    line_of: Callable[[Article], Line | None],
    *,
    database: Database,
) -> list[Event]:
    async with database.read() as tx:
        hits = await tx.search.find(query, tenant=question.tenant, limit=_READ)
        found = await tx.articles.get([hit.article for hit in hits if hit.story is None], tenant=question.tenant)
    tongues = understood.languages
    known = [one for one in found if one.seen <= question.asked and (not tongues or one.language in tongues)]
    lines = [line for one in known if (line := line_of(one))]
    named = frozenset(terms(understood.text))
    events = events_in(lines, lambda text: named)
    for event in events:
        event.score = weigh(event, None, now=query.until or question.asked)
    return await told_once(events, tenant=question.tenant, database=database)


def _line_of(understood: Understood, weights: Mapping[str, float]) -> Callable[[Article], Line | None]:
    """The headline of a report of it; each is read once, in however many times it is looked for."""
    parties = parties_in(understood.text)
    read: dict[str, Line | None] = {}

    def is_about(own: Article) -> bool:
        if _share(own.title, weights) < _OF_IT or _share(f"{own.title}\n{own.words[:_LEAD]}", weights) < _WHOLE:
            return False
        return all_stand_in(parties, f"{own.title}\n{own.words[:_NEAR]}")

    def line_of(one: Article) -> Line | None:
        if one.id not in read:
            own = quotable(one)
            read[one.id] = line_in(own, bool) if own and is_about(own) else None
        return read[one.id]

    return line_of


def _share(text: str, weights: Mapping[str, float]) -> float:
    held = set(search_tokens(text))
    return sum(weight for token, weight in weights.items() if token in held) / sum(weights.values())
