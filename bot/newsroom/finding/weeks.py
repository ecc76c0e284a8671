""" "This week": from its Monday on, and where that is today or has told little yet in the asker's language, the last seven days, with a word on which days these are."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.newsroom.finding.news_of import spoken
from news.asking import Answer, Intent, Passage, Question
from news.languages import Language
from news.phrases import format_date, phrase
from summariser.asking.understanding import Understood
from summariser.stories.newslines import FEW

_NEWS: Final = frozenset({Intent.NEWS, Intent.WHATS_NEW})
_Told = tuple[Answer, list[Passage]]


async def of_its_week(
    told_of: Callable[[Understood], Awaitable[_Told]], question: Question, understood: Understood, today: date
) -> _Told:
    """What `told_of` tells of the time that news are asked for."""
    span = understood.span
    week, seven = (span.from_monday(today), span.seven_days(today)) if span else (None, None)
    if week == seven or understood.intent not in _NEWS:
        return await told_of(understood)
    understood, own = replace(understood, span=seven), spoken(question, understood)
    told = await told_of(replace(understood, span=week))
    if _lines(told, own) >= FEW and today.weekday():
        return told
    answer, passages = await told_of(understood)
    if _lines((answer, passages), own) <= _lines(told, own):
        return told
    if answer.brief is not None or answer.intent is Intent.CATCH_UP or _says_days(answer, question):
        return answer, passages  # headed by its days already
    return replace(answer, note=" ".join(filter(None, (_days(understood, question), answer.note)))), passages


def _says_days(answer: Answer, question: Question) -> bool:
    begins = phrase(question.language, "answer.catch_up", date="|").split("|")
    return bool(answer.note) and all(part.strip() in answer.note for part in begins)


def _lines(told: _Told, own: Collection[Language]) -> int:
    """So many that the asker reads."""
    answer, passages = told
    languages = {one.url: one.language for one in passages}
    return sum(languages.get(one.citations[0].url) in own for one in answer.sentences)


def _days(understood: Understood, question: Question) -> str:
    span = understood.span
    days = (span.start, span.end - timedelta(days=1)) if span and span.end else ()
    dates = " – ".join(format_date(day, question.language) for day in days)
    return phrase(question.language, "answer.news_of_span", dates=dates)
