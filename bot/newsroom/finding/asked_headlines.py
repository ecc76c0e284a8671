"""The headlines that most likely tell what a question asks for, whatever it is: the reports of its time, weighed one by one, each event once."""

import asyncio
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from math import log
from typing import Final

from bot.newsroom.collecting.meanings import known
from bot.newsroom.collecting.meanings import nearest as nearest_titles
from bot.newsroom.finding.evidence import moments
from bot.newsroom.finding.titles import most_telling
from news.asking import Question
from news.languages import LANGUAGES, Language
from news.model import Article
from store.database import Database
from store.search import SearchQuery
from summariser.answering.likelihood import Found, nearest, odds
from summariser.answering.passages import quotable
from summariser.asking.asked_for import Asked, asked_for, words_of
from summariser.asking.support import bare, is_unfit_line
from summariser.asking.understanding import Understood
from summariser.reading.commanding import commands_machines
from summariser.reading.formats import form_of
from summariser.reading.headlines import with_maker
from summariser.reading.traces import headline
from summariser.stories.matters import each_once
from summariser.stories.newslines import Event, Line, events_in, is_told
from summariser.stories.weighing import weigh
from summariser.words.logistic import chance
from summariser.words.meaning import likenesses, meanings
from summariser.words.vectors import terms

_BACK: Final = timedelta(days=92)
"""So far back goes what names no time."""
_EARLIER: Final = timedelta(days=1)
"""So long before the time that is asked for a report may still tell of it."""
_NARROW: Final = timedelta(days=2)
"""Of yesterday nothing is told that was reported the day before."""
_OF_A_PART: Final = 120
_OF_A_LANGUAGE: Final = 80
"""Reports that hold one part of what is asked, in any language, and any of it, in each."""
_NEAR: Final = 150
"""Reports whose titles lie nearest to the question, whatever words they have."""
_TELLING: Final = 200
"""And those whose titles tell most of it."""
_TERMS: Final = 600
"""Tokens of one search; the question's own come first."""
_PERHAPS: Final = 0.2
"""From so likely on a headline may be shown."""
_MOST: Final = 40
"""Headlines that may tell it and are put together to events."""


@dataclass(slots=True)
class Likely:
    """An event, how likely it is asked for, and how much it is worth among others."""

    event: Event
    chance: float
    worth: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is asked for, the reports that may tell it, and how likely each does, by its id."""

    asked: Asked
    found: list[Found]
    chances: dict[str, float]


async def likely_events(
    question: Question, understood: Understood, zone: tzinfo, *, lists: bool, database: Database
) -> tuple[list[Likely], dict[str, float]]:
    """Those that are perhaps asked for, the most worth first; and of every report that was weighed, by its address, how likely it tells it.
    `lists`: the question asks for a list."""
    weighed = await weighed_headlines(question, understood, zone, lists=lists, database=database)
    by_address = {one.line.article.url: weighed.chances[one.line.article.id] for one in weighed.found}
    return events_of(weighed, question, understood), by_address


async def weighed_headlines(
    question: Question,
    understood: Understood,
    zone: tzinfo,
    *,
    lists: bool,
    database: Database,
    beside: Sequence[str] = (),
    alone: bool = False,
) -> Weighed:
    """The nearest reports, and those `beside` them whatever they have, by their ids; or these `alone`."""
    asked, found = await candidates(
        question, understood, zone, lists=lists, database=database, beside=beside, alone=alone
    )
    close = nearest(asked, found)
    near = {one.line.article.id for one in close}
    found = [*close, *(one for one in found if one.line.article.id in {*beside} - near)]
    chances = {one.line.article.id: chance(each) for one, each in zip(found, odds(asked, found), strict=True)}
    return Weighed(asked, found, chances)


def events_of(weighed: Weighed, question: Question, understood: Understood) -> list[Likely]:
    """What is perhaps asked for, each event once, the most worth first."""
    chances = weighed.chances
    perhaps = [one.line for one in weighed.found if chances[one.line.article.id] >= _PERHAPS]
    perhaps.sort(key=lambda one: -chances[one.article.id])
    shared = frozenset(terms(understood.text))
    events = events_in(perhaps[:_MOST], lambda _: shared)
    for event in events:
        event.score = _log_odds(max(chances[one.article.id] for one in event.lines))
    likely = [_worth(event, chances, question) for event in each_once(events)]
    return sorted(likely, key=lambda one: -one.worth)


def _worth(event: Event, chances: dict[str, float], question: Question) -> Likely:
    """By how likely it is asked for, how many tell it, what it weighs and whether the asker reads it: weights rounded from a regression on what
    labels say must be told."""
    each = [chances[one.article.id] for one in event.lines]
    best, mean = max(each), sum(each) / len(each)
    own = any(one.article.language[:2] == question.language[:2] for one in event.lines)
    weight = weigh(event, None, now=question.asked)
    plain = any(one.plain for one in event.lines)
    worth = (
        0.5 * _log_odds(best)
        + 0.3 * _log_odds(mean)
        + 0.2 * log(len(each))
        + 0.3 * log(event.voices)
        + 0.05 * weight
        + 0.45 * own
        + 0.25 * plain
    )
    return Likely(event, best, worth)


def _log_odds(share: float) -> float:
    return log(share / (1 - share))


async def candidates(
    question: Question,
    understood: Understood,
    zone: tzinfo,
    *,
    lists: bool,
    database: Database,
    beside: Sequence[str] = (),
    alone: bool = False,
) -> tuple[Asked, list[Found]]:
    """Reports of that time which have a word of it, in any language, or whose titles mean the like, and those `beside` them, or these `alone`; each with
    a headline that can be told."""
    start, end = moments(understood.span, zone)
    narrow = start is not None and end is not None and end - start <= _NARROW
    span = (
        (start or question.asked - _BACK) - (timedelta() if narrow else _EARLIER),
        min(end, question.asked) if end else question.asked,
    )
    asked = await _asked(question, understood, database)
    (meant,) = await asyncio.to_thread(meanings, [understood.text])
    points = {} if alone else await _looked_for(asked, meant, question, understood, span, database)
    ids = list(dict.fromkeys((*points, *beside)))
    async with database.read() as tx:
        aside = await tx.articles.among_set_aside(ids, tenant=question.tenant)
        articles = await tx.articles.get(ids, tenant=question.tenant)
    articles = [one for one in articles if _is_asked(one, understood, question)]
    await known(articles, tenant=question.tenant, database=database)
    lines = [line for one in articles if (own := quotable(one)) and (line := headline_of(own))]
    cosines = await asyncio.to_thread(_cosines, meant, lines)
    return asked, _founds(lines, points, cosines, aside, start, question, lists=lists)


def _founds(
    lines: Sequence[Line],
    points: Mapping[str, float],
    cosines: Mapping[str, float],
    aside: Container[str],
    start: datetime | None,
    question: Question,
    *,
    lists: bool,
) -> list[Found]:
    places = {id: place for place, id in enumerate(sorted(cosines, key=lambda id: -cosines[id]))}
    most, nearest_of_all = max(points.values(), default=0.0) or 1.0, max(cosines.values(), default=0.0)

    def found(line: Line) -> Found:
        one = line.article
        return Found(
            line,
            points=points.get(one.id, 0.0) / most,
            near=cosines[one.id],
            behind=nearest_of_all - cosines[one.id],
            place=log(1 + places[one.id]),
            aside=one.id in aside,
            same=one.language[:2] == question.language[:2],
            age=(question.asked - one.published).total_seconds() / 86_400,
            before=start is not None and one.published < start,
            lists=lists,
        )

    return [found(one) for one in lines]


_Span = tuple[datetime, datetime]


async def _looked_for(
    asked: Asked, meant: bytes, question: Question, understood: Understood, span: _Span, database: Database
) -> dict[str, float]:
    """Reports of that time by their words, their titles' words and what these mean; of each the points of the search that found it."""
    telling, whole = await most_telling(
        asked, understood, *span, limit=_TELLING, tenant=question.tenant, database=database
    )
    points = await _by_words(_searches(asked, understood, whole=whole), question, understood, span, database)
    near = await _by_meaning(meant, question, understood, span, database)
    return points | {id: points.get(id, 0.0) for id in (*near, *telling)}


async def _asked(question: Question, understood: Understood, database: Database) -> Asked:
    async with database.read() as tx:
        weights = await tx.search.weights(["", *words_of(understood.text)], tenant=question.tenant)
    rarest = weights[""] or 1.0
    return asked_for(understood.text, {token: weight / rarest for token, weight in weights.items()})


_Searched = tuple[tuple[str, ...], Language | None, int]


async def _by_words(
    searches: Sequence[_Searched], question: Question, understood: Understood, span: _Span, database: Database
) -> dict[str, float]:
    """Of each report that one of the searches finds the most points."""
    points: dict[str, float] = {}
    since, until = span
    async with database.read() as tx:
        for tokens, language, limit in searches:
            query = SearchQuery(
                terms=tokens[:_TERMS], language=language, since=since, until=until, sources=understood.sources
            )
            for hit in await tx.search.find(query, tenant=question.tenant, limit=limit):
                if hit.story is None:
                    points[hit.article] = max(points.get(hit.article, 0.0), hit.points)
    return points


async def _by_meaning(
    meant: bytes, question: Question, understood: Understood, span: _Span, database: Database
) -> list[str]:
    since, until = span
    tongues, tenant = understood.languages, question.tenant
    found = await nearest_titles(
        meant, since=since, until=until, languages=tongues, limit=_NEAR, tenant=tenant, database=database
    )
    return [id for id, _ in found]


def _is_asked(article: Article, understood: Understood, question: Question) -> bool:
    """Known by then, and of the languages and sources that are asked for."""
    tongues, sources = understood.languages, understood.sources
    spoken = not tongues or article.language in tongues
    return article.seen <= question.asked and spoken and (not sources or article.source in sources)


def _cosines(meant: bytes, lines: Sequence[Line]) -> dict[str, float]:
    """Of each report's title with the question."""
    if not lines:
        return {}
    found = likenesses([meant], meanings([one.article.title for one in lines]))[0]
    return {one.article.id: float(each) for one, each in zip(lines, found, strict=True)}


def _searches(asked: Asked, understood: Understood, *, whole: bool) -> list[_Searched]:
    """For everything in each language; for each part by itself where not the `whole` time's titles were looked through."""
    *parts, every = asked.searches
    in_each: list[_Searched] = [(every, language, _OF_A_LANGUAGE) for language in understood.languages or LANGUAGES]
    return in_each if whole else [*((part, None, _OF_A_PART) for part in parts), *in_each]


def headline_of(article: Article) -> Line | None:
    """Its own, where that can be told at all."""
    title = bare(headline(article.title))
    if form_of(article) == "roundup" or is_unfit_line(title, article.language) or commands_machines(article.title):
        return None
    return Line(article, with_maker(title, article), plain=is_told(title))
