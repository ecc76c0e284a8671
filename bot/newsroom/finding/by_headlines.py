"""News that headlines tell: the events of the time asked for, or of lately and then of longer back, the weightiest of them, a line each."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta, tzinfo

from bot.newsroom.finding.evidence import moments
from bot.newsroom.finding.news_of import lately, most_told, of_a_course, spoken
from news.asking import Question
from news.languages import readable
from summariser.asking.understanding import Understood
from summariser.stories.course import course
from summariser.stories.highlights import LONGEST
from summariser.stories.newslines import Event, Line, shown_by
from summariser.stories.weighing import ENOUGH, chosen
from summariser.words.vectors import terms


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
        events = await events_of(since, until)
        told = chosen(events, own, most_told(question, understood))
        if len(told) >= ENOUGH or not of_a_course(question, understood):
            return told
        return chosen(course(events, own, frozenset(terms(understood.text))), own, LONGEST)

    order = understood.languages or readable(question.language)
    return [
        (event, shown_by(event, order)) for event in await lately(chosen_of, start, until, question, (recent, back))
    ]
