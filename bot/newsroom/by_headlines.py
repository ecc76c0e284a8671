"""News that headlines tell: the events of the time asked for, or of lately and then of longer back, the weightiest of them, a line each."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta, tzinfo

from bot.newsroom.evidence import moments
from bot.newsroom.news_of import lately, most_told, spoken
from news.asking import Question
from news.languages import readable
from summariser.asking.understanding import Understood
from summariser.stories.newslines import Event, Line, shown_by
from summariser.stories.weighing import chosen


async def told_by_headlines(
    events_of: Callable[[datetime, datetime], Awaitable[list[Event]]],
    question: Question,
    understood: Understood,
    zone: tzinfo,
    *,
    recent: timedelta,
    back: timedelta,
) -> list[tuple[Event, Line]]:
    """`events_of`: those of a time, weighed. Where no time is asked for: of the last week, and where these are few, of `recent` or of `back`."""
    start, end = moments(understood.span, zone)
    until = min(end, question.asked) if end else question.asked
    own = spoken(question, understood)

    async def chosen_of(since: datetime, until: datetime) -> list[Event]:
        return chosen(await events_of(since, until), own, most_told(question, understood))

    order = understood.languages or readable(question.language)
    return [
        (event, shown_by(event, order)) for event in await lately(chosen_of, start, until, question, (recent, back))
    ]
