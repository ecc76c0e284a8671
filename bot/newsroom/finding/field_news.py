"""News of a field of the trade, from the archive: the weightiest events of the time asked for, each once, a headline each."""

from datetime import datetime, timedelta, tzinfo
from typing import Final

from bot.newsroom.collecting.meanings import told_once
from bot.newsroom.finding.by_headlines import told_by_headlines
from bot.newsroom.finding.news_of import answer_of
from bot.newsroom.finding.titles import of_field
from news.asking import Answer, Question
from store.database import Database
from summariser.answering.passages import quotable
from summariser.asking.fields import Field, is_of_trade
from summariser.asking.parties import public
from summariser.asking.understanding import Understood
from summariser.stories.newslines import Event, events_in, line_in
from summariser.stories.weighing import weigh
from summariser.words.names import companies_in

_LATELY: Final = timedelta(days=7)
_BACK: Final = timedelta(days=31)
"""So far back go the news of a field where no time is named, and where that time has few."""
_READ: Final = 400
"""Reports of the field that are read, the latest."""


async def field_news(
    field: Field, question: Question, understood: Understood, zone: tzinfo, *, database: Database
) -> Answer | None:
    """None where the archive has nothing of it in that time."""

    async def events_of(since: datetime, until: datetime) -> list[Event]:
        return await _events(field, question, understood, since, until, database=database)

    told = await told_by_headlines(events_of, question, understood, zone, recent=_LATELY, back=_BACK)
    return answer_of(told, question, understood, zone) if told else None


async def _events(
    field: Field, question: Question, understood: Understood, since: datetime, until: datetime, *, database: Database
) -> list[Event]:
    async with database.read() as tx:
        tenant = question.tenant
        ids = await of_field(field, understood, since, until, limit=_READ, tenant=tenant, tx=tx, database=database)
        found = await tx.articles.get(ids, tenant=question.tenant)
    known = (own for one in found if one.seen <= question.asked and (own := quotable(one)))
    lines = [line for one in known if (line := line_in(one, field.holds))]
    events = events_in(lines, field.terms_in, field.parties)
    for event in events:
        event.score = weigh(event, None, now=until, of_trade=field.of_trade)
    if not field.of_trade and public(field.parties):  # between countries most that happens is not of AI
        events = [event for event in events if _is_of_trade(event)]
    return await told_once(events, tenant=question.tenant, database=database)


def _is_of_trade(event: Event) -> bool:
    """Half of its headlines say so, or name a company."""
    told = sum(is_of_trade(line.text) or bool(companies_in(line.text)) for line in event.lines)
    return 2 * told >= len(event.lines)
