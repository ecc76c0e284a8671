"""What no path of its own tells: the headlines of the time asked for that hold what a question is about, the weightiest events, each once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from typing import Final

from bot.newsroom.collecting.meanings import told_once
from bot.newsroom.finding.by_headlines import told_by_headlines
from bot.newsroom.finding.news_of import answer_of
from news.asking import Answer, Intent, Passage, Question
from news.model import Article, Sentence
from store.database import Database
from store.search import SearchQuery
from summariser.answering.passages import quotable
from summariser.answering.sureness import RIGHT_OF_LISTS
from summariser.asking.parties import all_stand_in, parties_in
from summariser.asking.themes import Theme, theme_of
from summariser.asking.understanding import Understood
from summariser.stories.newslines import Event, Line, events_in, line_in
from summariser.stories.weighing import weigh
from summariser.words.aliases import mentions
from summariser.words.vectors import terms

_LATELY: Final = timedelta(days=14)
_BACK: Final = timedelta(days=92)
"""So far back go headlines where no time is named, and where that time has few."""
_READ: Final = 400
_NEAR: Final = 200
"""So near to its headline everybody stands who is named."""
_HELD: Final = 6.0
"""What holding all of it adds to an event's weight, over holding none."""


async def of_question(question: Question, understood: Understood, zone: tzinfo, *, database: Database) -> Answer | None:
    """None where several things are not asked for, or no headline of that time holds what is."""
    theme = await _theme(question, understood, database=database)
    if theme is None:
        return None

    line_of = _line_of(theme, understood)

    async def events_of(since: datetime, until: datetime) -> list[Event]:
        return await _events(theme, question, understood, since, until, line_of, database=database)

    told = await told_by_headlines(events_of, question, understood, zone, recent=_LATELY, back=_BACK)
    if not told:
        return None
    answer = answer_of(told, question, understood, zone)
    return replace(answer, confidence=RIGHT_OF_LISTS) if understood.intent is Intent.LIST else answer


async def held_by(
    question: Question, understood: Understood, passages: Sequence[Passage], *, database: Database
) -> Callable[[Sentence], bool]:
    """Whether nothing speaks against it that the passage which a sentence is of holds what the question is about."""
    theme = await _theme(question, understood, database=database)
    if theme is None:
        return lambda _: True
    told = {one.url: f"{one.title} {one.text}" for one in passages}
    return lambda one: theme.may_hold(f"{told.get(one.citations[0].url, '')} {one.text}")


async def saying_all(question: Question, understood: Understood, *, database: Database) -> Callable[[Event], bool]:
    """Whether an event is of a company and of what else is asked of it, and not of the company alone: of Anthropic and the authors."""
    named = mentions(understood.text)
    theme = await _theme(question, understood, database=database) if len(named) == 1 and named[0].company else None
    if theme is None:
        return lambda _: True
    return lambda event: any(theme.says_all(f"{one.text}\n{one.article.words[:_NEAR]}") for one in event.lines)


async def _theme(question: Question, understood: Understood, *, database: Database) -> Theme | None:
    """With each plain word's weight in this archive."""
    theme = theme_of(understood.text) if understood.intent in _SEVERAL else None
    if theme is None:
        return None
    async with database.read() as tx:
        weights = await tx.search.weights(["", *theme.plain_words], tenant=question.tenant)
    rarest = weights[""] or 1.0
    return theme.weighed({token: weight / rarest for token, weight in weights.items()})


_SEVERAL: Final = frozenset({Intent.NEWS, Intent.WHATS_NEW, Intent.LIST, Intent.CATCH_UP})


async def _events(
    theme: Theme,
    question: Question,
    understood: Understood,
    since: datetime,
    until: datetime,
    line_of: Callable[[Article], Line | None],
    *,
    database: Database,
) -> list[Event]:
    query = SearchQuery(terms=theme.terms, since=since, until=until, sources=understood.sources)
    async with database.read() as tx:
        hits = await tx.search.find(query, tenant=question.tenant, limit=_READ)
        ids = [hit.article for hit in hits if hit.story is None]
        aside = await tx.articles.among_set_aside(ids, tenant=question.tenant) if not theme.names else ()
        found = await tx.articles.get([id for id in ids if id not in aside], tenant=question.tenant)
    tongues = understood.languages
    known = (one for one in found if one.seen <= question.asked and (not tongues or one.language in tongues))
    lines = [line for one in known if (line := line_of(one))]
    shared = frozenset(theme.terms)
    events = events_in(lines, lambda title: shared.intersection(terms(title)))
    for event in events:
        event.score = weigh(event, None, now=until) + _HELD * max(theme.share(line.text) for line in event.lines)
    return await told_once(
        [event for event in events if event.of_ai or not theme.of_ai], tenant=question.tenant, database=database
    )


def _line_of(theme: Theme, understood: Understood) -> Callable[[Article], Line | None]:
    """The headline of a report that holds the theme; each is read once, in however many times it is looked for."""
    parties = parties_in(understood.text)
    read: dict[str, Line | None] = {}

    def line_of(one: Article) -> Line | None:
        if one.id not in read:
            own = quotable(one)
            about = own is not None and all_stand_in(parties, f"{own.title}\n{own.words[:_NEAR]}")
            read[one.id] = line_in(own, theme.holds) if own and about else None
        return read[one.id]

    return line_of
