"""News that headlines tell: the events of the time asked for, or of lately and then of longer back, the weightiest of them, a line each."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta, tzinfo

from bot.newsroom.evidence import moments
from bot.newsroom.news_of import spoken
from news.asking import Question
from summariser.asking.understanding import Understood
from summariser.stories.newslines import FEW, Event, Line, shown_by
from summariser.stories.weighing import chosen


async def told_by_headlines(
    events_of: Callable[[datetime, datetime], Awaitable[list[Event]]],
    question: Question,
    understood: Understood,
    zone: tzinfo,
    *,
    lately: timedelta,
    back: timedelta,
) -> list[tuple[Event, Line]]:
    """`events_of`: those of a time, weighed. Where no time is asked for: of `lately`, and where these are few, of `back`."""
    start, end = moments(understood.span, zone)
    until = min(end, question.asked) if end else question.asked
    events: list[Event] = []
    for since in (start,) if start else (question.asked - lately, question.asked - back):
        events = await events_of(since, until)
        if len(events) >= FEW:
            break
    order = spoken(question, understood)
    return [(event, shown_by(event, order)) for event in chosen(events, order)]
