"""News of somebody, from the archive: the weightiest events of the time asked for, a line each, in a report's own words."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from typing import Final

from bot.newsroom.collecting.indexing import company_token
from bot.newsroom.collecting.meanings import told_once
from bot.newsroom.finding.catching_up import other_language
from bot.newsroom.finding.evidence import moments
from news.asking import Answer, Intent, Passage, Question, StoryLink
from news.languages import Language, readable
from news.model import Article, Citation, Sentence, SourceLink
from news.phrases import format_date, phrase
from news.text import search_tokens
from store.database import Database
from store.search import SearchQuery
from summariser.answering.passages import passages, quotable
from summariser.answering.sureness import sure_of_news
from summariser.asking.understanding import Understood, catches_up
from summariser.reading.doings import ACTS, Doings
from summariser.stories.highlights import LONGEST
from summariser.stories.newslines import FEW, Event, Line, events_of, line_of, shown_by
from summariser.stories.weighing import ENOUGH, SHOWN, chosen, weigh
from summariser.words.aliases import spellings

_WEEK: Final = timedelta(days=7)
_LATELY: Final = timedelta(days=14)
"""So far back go the news of somebody where no time is named."""
_BACK: Final = timedelta(days=92)
"""And so far where there are none, or to what is nearest."""
_READ: Final = 400
"""Reports that are looked through: those that name them in the headline come first."""
_PAGES: Final = 40
"""Of their own pages the latest."""
_LATIN: Final = re.compile(r"[A-Za-z][\w. -]{2,}")
_LATEST: Final = re.compile(r"\blatest\b|最新|최신|ล่าสุด|newest", re.IGNORECASE)
NAME: Final = "news-of-1"


async def news_of(
    of: Doings,
    question: Question,
    understood: Understood,
    zone: tzinfo,
    *,
    database: Database,
    wanted: Callable[[str], bool] = bool,
) -> tuple[Answer, list[Passage]]:
    """The most important events in which they take part, each once, a line with its day and source; abstains when the archive has none of
    that time, with what it has nearest. `wanted`: which of their headlines are asked for."""
    start, end = moments(understood.span, zone)
    until = min(end, question.asked) if end else question.asked
    order = understood.languages or [one for one in readable(question.language) if one]
    asking = _Asking(of, question, understood, zone, wanted)
    own = spoken(question, understood)

    async def events_of(since: datetime, until: datetime) -> list[Event]:
        return chosen(
            await asking.events(since, until, database), own, most_told(question, understood), announced=of.announced
        )

    events = await lately(events_of, start, until, question, (_LATELY, _BACK))
    if not events:
        return await _nothing(asking, start, until, order, database=database)
    told = [(event, shown_by(event, order)) for event in events]
    return answer_of(told, question, understood, zone), _evidence([line.article for _, line in told])


async def lately(
    events_of: Callable[[datetime, datetime], Awaitable[list[Event]]],
    start: datetime | None,
    until: datetime,
    question: Question,
    back: Sequence[timedelta],
) -> list[Event]:
    """The events chosen of the time that is asked for; where none is, of the last week, and where that has few, of as far `back` as need be."""
    if start is not None:
        return await events_of(start, until)
    events: list[Event] = []
    for days, enough in ((_WEEK, ENOUGH), *((each, FEW) for each in back)):
        events = await events_of(question.asked - days, until)
        if len(events) >= enough:
            break
    return events


class _Asking:
    def __init__(
        self, of: Doings, question: Question, understood: Understood, zone: tzinfo, wanted: Callable[[str], bool]
    ) -> None:
        self.of, self.question, self.understood, self.zone, self.wanted = of, question, understood, zone, wanted

    async def events(
        self, since: datetime, until: datetime, database: Database, of: Doings | None = None
    ) -> list[Event]:
        """Of that time, weighed as of its end."""
        whose = of or self.of
        names = _names(whose)
        query = SearchQuery(
            terms=tuple(dict.fromkeys(token for name in names for token in name)),
            since=since,
            until=until,
            sources=self.understood.sources,
            names=names,
        )
        async with database.read() as tx:
            hits = await tx.search.find(query, tenant=self.question.tenant, limit=_READ)
            ids = [hit.article for hit in hits if hit.story is None]
            found = await tx.articles.get(ids, tenant=self.question.tenant)
            called = _called(whose) if not self.understood.sources else []
            found += await tx.articles.official_pages(
                called, tenant=self.question.tenant, since=since, until=until, limit=_PAGES
            )
        found = list({one.id: one for one in found}.values())
        tongues = self.understood.languages
        known = [one for one in found if one.seen <= self.question.asked and (not tongues or one.language in tongues)]
        read = [own for one in known if (own := quotable(one))]
        lines = [line for one in read if (line := line_of(one, whose)) and self.wanted(line.text)]
        if len(lines) < FEW and whose.release:
            unnamed = replace(whose, unnamed=True)
            lines = [line for one in read if (line := line_of(one, unnamed)) and self.wanted(line.text)]
        heads = [line for line in lines if line.heads]
        events = events_of(heads if len(heads) >= FEW else lines, whose)
        latest = _LATEST.search(self.question.wording or self.question.text) is not None

        for event in events:
            event.score = weigh(event, whose, now=min(until, self.question.asked), latest=latest)
        return await told_once(events, tenant=self.question.tenant, database=database)


def spoken(question: Question, understood: Understood) -> tuple[Language, ...]:
    """What the asker reads: the languages asked for, else the asker's own and its other script."""
    language = question.language
    return understood.languages or tuple(one for one in readable(language) if one and one[:2] == language[:2])


def _called(of: Doings) -> list[str]:
    """What their own sources are called by, in whose pages their name need not stand."""
    return [name for name in spellings(of.doer.id) if _LATIN.fullmatch(name)] if of.doer.id else [of.doer.company]


def _names(of: Doings) -> tuple[tuple[str, ...], ...]:
    """What a report of theirs holds: that it is the company's (one indexed before the table knew it does not say so), or one of the spellings."""
    doer = of.doer
    if not doer.id:
        return (tuple(search_tokens(doer.company)),)
    spelled = dict.fromkeys(tuple(search_tokens(one)) for one in spellings(doer.id))
    whose = [(company_token(doer.company),)] if doer.id == doer.company else []
    return (*whose, *(one for one in spelled if one))


async def _nothing(
    asking: _Asking, start: datetime | None, until: datetime, order: Sequence[Language], *, database: Database
) -> tuple[Answer, list[Passage]]:
    """Silence that says of which days it has nothing, with their news before."""
    question = asking.question
    anything = replace(asking.of, did=False, release=False, announced=False)
    events = await asking.events(until - _BACK, question.asked, database, of=anything)
    told = [(event, shown_by(event, order)) for event in chosen(events, spoken(question, asking.understood), FEW)]
    note = ""
    if start is not None:
        first, last = (moment.astimezone(asking.zone).date() for moment in (start, until - timedelta(microseconds=1)))
        dates = " – ".join(dict.fromkeys(format_date(day, question.language) for day in (first, last)))
        note = phrase(question.language, "answer.no_news_of_span", dates=dates)
    links = tuple(link_of(line) for _, line in told)
    answer = Answer(question.text, (), 0.0, True, links, NAME, intent=question.intent, note=note)
    return answer, []


def answer_of(told: Sequence[tuple[Event, Line]], question: Question, understood: Understood, zone: tzinfo) -> Answer:
    """Those that the asker reads first, and of these the weightiest; of a matter that they missed the first."""
    own = spoken(question, understood)
    by_days = of_a_course(question, understood)

    def place(one: tuple[Event, Line]) -> tuple[bool, float]:
        event, line = one
        return line.article.language not in own, line.article.published.timestamp() if by_days else -round(event.score)

    ordered = sorted(told, key=place)
    lines = [line for _, line in ordered]
    return Answer(
        question.text,
        tuple(Sentence(line.text, (cited_as(line, zone),)) for line in lines),
        sure_of_news((min(line.part, ACTS) / ACTS, event.voices) for event, line in ordered),
        False,
        tuple(link_of(line) for line in lines),
        NAME,
        intent=understood.intent,
        note=other_language({line.article.language for line in lines}, question.language),
    )


def most_told(question: Question, understood: Understood) -> int:
    return LONGEST if of_a_course(question, understood) else SHOWN


def of_a_course(question: Question, understood: Understood) -> bool:
    """Who missed a matter is told how it went on, from the day they name."""
    return understood.intent is Intent.CATCH_UP or catches_up(question.wording or question.text)


def cited_as(line: Line, zone: tzinfo) -> Citation:
    one = line.article
    return Citation(one.url, line.text, one.source_name, one.published.astimezone(zone).date())


def link_of(line: Line) -> StoryLink:
    one = line.article
    return StoryLink(one.story or "", "", line.text, one.language, SourceLink(one.source_name, one.url, one.published))


def _evidence(articles: Sequence[Article]) -> list[Passage]:
    return passages(articles, dict.fromkeys((one.id for one in articles), 1.0), of_story=len(articles))
