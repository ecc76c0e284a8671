"""What happened, of all that there is or in a field of the trade: which time and which headlines a question for it means."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from typing import Final

from bot.newsroom.finding.catching_up import catch_up
from bot.newsroom.finding.evidence import moments
from bot.newsroom.finding.field_news import field_news
from bot.newsroom.finding.news_of import of_a_course
from news.asking import Answer, Intent, Question
from news.ports import Clock, Summariser
from store.database import Database
from summariser.answering.answers import tells_a_deed
from summariser.asking.fields import Field, field_between, field_of
from summariser.asking.understanding import Understood
from summariser.reading.doings import Doings, lists_models, names_a_model, tells_a_model, tells_a_release
from summariser.stories.newslines import FEW
from summariser.words.aliases import mentions
from summariser.words.deeds import asks_for_release

_OF: Final = re.compile(r"\b(?:about|on|in|of|regarding)\b|[关關][于於]|について|に関|관련|대한|เกี่ยวกับ", re.IGNORECASE)
"""Who missed something says also why ("I was ill"): what it was of is told by such a word."""
_RECENT: Final = timedelta(days=3)
_OF_A_FIELD: Final = timedelta(days=7)
_OF_A_SOURCE: Final = timedelta(days=14)
_BACK_OF_A_SOURCE: Final = timedelta(days=92)
"""So far back goes what names no time; less happens in one field, and less still is reported by one source."""


def field_asked(understood: Understood) -> Field | None:
    """The field that a question for news names; None where it names none, or somebody."""
    if understood.intent not in (Intent.NEWS, Intent.WHATS_NEW, Intent.CATCH_UP):
        return None
    between = field_between(understood.text)
    if between is not None or mentions(understood.text):
        return between
    field = field_of(understood.text, understood.topics)
    told_of = understood.intent is not Intent.CATCH_UP or _OF.search(understood.text)
    return field if field is None or field.named or field.topics or told_of else None


def is_between(understood: Understood) -> bool:
    """News of several together is asked for, or of a field at a place."""
    field = field_asked(understood)
    return field is not None and bool(field.parties)


def theirs_in_a_field(understood: Understood) -> tuple[Doings, Callable[[str], bool]] | None:
    """Whose news in one field are asked for ("Meta data center news"), and which headlines are of it."""
    known = mentions(understood.text)
    if understood.intent not in (Intent.NEWS, Intent.WHATS_NEW) or len(known) != 1 or not known[0].company:
        return None
    rest = f"{understood.text[: known[0].start]} {understood.text[known[0].end :]}"
    of, field = Doings(replace(known[0], start=0, end=0), did=False, release=False), field_of(rest)
    if field is not None and field.named and not field.words:
        return of, field.holds
    return (of, names_a_model) if _MODELS.fullmatch(rest.strip(" ?？")) else None


_MODELS: Final = re.compile(
    r"(?:the )?(?:new|latest)?\s?(?:AI )?models?|の?新?(?:しい)?(?:AI)?モデル|的?(?:新|最新)?(?:AI)?模型|의?\s?(?:신|새|최신)?\s?(?:AI\s?)?모델|โมเดล(?:AI)?(?:ใหม่)?",
    re.IGNORECASE,
)


async def all_news(
    question: Question,
    understood: Understood,
    field: Field | None,
    zone: tzinfo,
    clock: Clock,
    summariser: Summariser,
    *,
    database: Database,
) -> Answer:
    """What matters most in that time, of all that there is or of the field."""
    by_headlines = field is not None and (field.parties or understood.intent is not Intent.CATCH_UP)
    if by_headlines and (told := await _by_headlines(field, question, understood, zone, database=database)):
        return told
    start, end = moments(understood.span, zone)
    lately = _OF_A_SOURCE if understood.sources else _OF_A_FIELD if field else _RECENT

    async def told_since(since: datetime, field: Field | None) -> Answer:
        return await catch_up(
            database=database,
            clock=clock,
            summariser=summariser,
            since=since,
            until=end if end and end < question.asked else None,
            language=question.language,
            spoken=understood.languages,
            field=field,
            sources=understood.sources,
            tenant=question.tenant,
            deeds=_deeds(question, understood),
            retold=understood.intent is Intent.CATCH_UP,
            zone=zone,
        )

    answer = await told_since(since := start or question.asked - lately, field)
    if answer.abstained and field is not None and understood.intent is Intent.CATCH_UP and field.named and field.words:
        answer = await told_since(since, replace(field, words=()))  # how it is called beside its name
    if answer.abstained and understood.sources and start is None:
        answer = await told_since(question.asked - _BACK_OF_A_SOURCE, field)
    return replace(answer, intent=understood.intent)


async def _by_headlines(
    field: Field | None, question: Question, understood: Understood, zone: tzinfo, *, database: Database
) -> Answer | None:
    """Where little is told of it, whatever else happened between the same; of what somebody missed few lines are little."""
    least = FEW if of_a_course(question, understood) else 1
    most: Answer | None = None
    for one in field.widening() if field else ():
        told = await field_news(one, question, understood, zone, database=database)
        if told and (most is None or len(told.sentences) > len(most.sentences)):
            most = told
        if most and len(most.sentences) >= least:
            break
    return most


def _deeds(question: Question, understood: Understood) -> Callable[[str], bool] | None:
    """Which headlines a list is of: what came out, or whatever a company did."""
    if understood.intent is not Intent.LIST:
        return None
    released = asks_for_release(understood.text)
    if released and lists_models(replace(question, text=understood.text, intent=understood.intent)):
        return tells_a_model
    return tells_a_release if released else tells_a_deed
