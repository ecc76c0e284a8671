"""A word on what an answer is that was asked of today, in a language, or of no newsroom: whose day it is, what is not in that language."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, tzinfo

from bot.newsroom.finding.trimming import silent
from news.asking import LISTED, Answer, Intent, Passage, Question
from news.languages import Language
from news.phrases import format_day, phrase
from summariser.answering.verifying import BAR
from summariser.asking.conversation import refers_back
from summariser.asking.matters_asked import says_little
from summariser.asking.off_topic import is_off_topic
from summariser.words.moments import span_in
from summariser.words.tongues import languages_asked_for


def as_asked(answer: Answer, passages: Sequence[Passage], question: Question, zone: tzinfo) -> Answer:
    """The answer with such words before its note. `question`: as it was looked up; by its wording where that says more."""
    if answer.intent in (Intent.HOW_TO, Intent.OFF_TOPIC):
        return answer
    note = _of_its_language(question) if answer.abstained else _of_its_day(answer, passages, question, zone)
    return replace(answer, note=" ".join(filter(None, (note, answer.note)))) if note else answer


def of_the_trade(answer: Answer, question: Question, *, goes_on: bool) -> Answer:
    """The answer; a kind word instead of it where the question is none to a newsroom. Under a story everything is about the story."""
    if question.story or answer.intent in (Intent.HOW_TO, Intent.OFF_TOPIC):
        return answer
    if goes_on and (refers_back(question.text) or says_little(question.text)):
        return answer
    if answer.abstained and answer.note == phrase(question.language, "answer.unclear"):
        return answer
    if not answer.abstained and answer.intent not in LISTED and answer.confidence >= BAR:
        return answer  # a line tells it
    off = is_off_topic(question.text, answer.intent, told=not answer.abstained, goes_on=goes_on)
    return silent(question.text, question.language, "answer.off_topic") if off else answer


def _of_its_day(answer: Answer, passages: Sequence[Passage], question: Question, zone: tzinfo) -> str:
    """What is asked of today is told of yesterday too: that it is, and that there is nothing else where there is not."""
    today = question.asked.astimezone(zone).date()
    span = span_in(question.text, today)
    if span is None or not span.is_today:
        return ""
    days = _days(answer, passages, zone)
    if not days or min(days) >= today:
        return ""
    key = "answer.some_of_yesterday" if max(days) >= today else "answer.all_of_yesterday"
    return phrase(question.language, key, date=format_day(today, question.language))


def _days(answer: Answer, passages: Sequence[Passage], zone: tzinfo) -> list[date]:
    published = {one.url: one.published.astimezone(zone).date() for one in passages}
    cited = [one for sentence in answer.sentences for one in sentence.citations[:1]]
    days = [one.day or published.get(one.url) for one in cited]
    return [day for day in days if day is not None]


def _of_its_language(question: Question) -> str:
    tongues: tuple[Language, ...] = languages_asked_for(question.text)[0]
    if not tongues:
        return ""
    said = " / ".join(phrase(question.language, f"languages.{one}") for one in tongues)
    return phrase(question.language, "answer.language_silent", language=said)
