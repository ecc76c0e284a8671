"""A word on when the archive begins, where a time is asked for that goes back beyond that."""

from dataclasses import replace
from datetime import timedelta, tzinfo
from typing import Final

from news.asking import LISTED, Answer, Intent, Question
from news.phrases import format_date, phrase
from store.database import Database
from summariser.words.moments import span_in

_OF_A_TIME: Final = LISTED - {Intent.COMPARISON}


async def saying_where_it_begins(answer: Answer, question: Question, zone: tzinfo, *, database: Database) -> Answer:
    """The answer. Not said of "recently", nor of one thing that is asked for, unless of a year and not told."""
    span = span_in(question.wording or question.text, question.asked.astimezone(zone).date())
    if span is None or span.is_vague or not (answer.intent in _OF_A_TIME or (answer.abstained and span.is_year)):
        return answer
    async with database.read() as tx:
        begins = await tx.articles.begins(tenant=question.tenant)
    first = begins.astimezone(zone).date() if begins else None
    if first is None or span.start + _ABOUT >= first:
        return answer
    said = phrase(question.language, "answer.archive_begins", date=format_date(first, question.language))
    return replace(answer, note=f"{said} {answer.note}".rstrip())


_ABOUT: Final = timedelta(days=7)
"""Within a week of its first day nobody misses what was before."""
