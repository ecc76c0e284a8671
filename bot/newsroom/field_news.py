"""News of a field of the trade, from the archive: the weightiest events of the time asked for, each once, a headline each."""

from datetime import datetime, timedelta, tzinfo
from typing import Final

from bot.newsroom.evidence import moments
from bot.newsroom.news_of import answer_of, spoken
from news.asking import Answer, Question
from store.database import Database
from summariser.fields import Field
from summariser.matters import each_once
from summariser.newslines import FEW, Event, events_in, line_in, shown_by
from summariser.passages import quotable
from summariser.understanding import Understood
from summariser.weighing import chosen, weigh

_LATELY: Final = timedelta(days=7)
_BACK: Final = timedelta(days=31)
"""So far back go the news of a field where no time is named, and where that time has few."""
_TITLES: Final = 12_000
_READ: Final = 400
"""Titles that are looked through, and reports of the field that are read, the latest first."""


async def field_news(
    field: Field, question: Question, understood: Understood, zone: tzinfo, *, database: Database
) -> Answer | None:
    """None where the archive has nothing of it in that time."""
    start, end = moments(understood.span, zone)
    until = min(end, question.asked) if end else question.asked
    events: list[Event] = []
    for since in (start,) if start else (question.asked - _LATELY, question.asked - _BACK):
        events = await _events(field, question, understood, since, until, database=database)
        if len(events) >= FEW:
            break
    order = spoken(question, understood)
    told = [(event, shown_by(event, order)) for event in chosen(events, order)]
    return answer_of(told, question, understood, zone) if told else None


async def _events(
    field: Field, question: Question, understood: Understood, since: datetime, until: datetime, *, database: Database
) -> list[Event]:
    async with database.read() as tx:
        titles = await tx.articles.titles(
            tenant=question.tenant,
            since=since,
            until=until,
            languages=understood.languages,
            sources=understood.sources,
            limit=_TITLES,
        )
        ids = [id for id, title in titles if field.holds(title)][:_READ]
        found = await tx.articles.get(ids, tenant=question.tenant)
    known = (own for one in found if one.seen <= question.asked and (own := quotable(one)))
    lines = [line for one in known if (line := line_in(one, field.holds))]
    events = events_in(lines, field.terms_in)
    for event in events:
        event.score = weigh(event, None, now=until)
    return each_once(events)
