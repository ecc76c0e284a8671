"""Under a story: what its telling, its reports, or else other reports of the same matter say to a question that says nothing but what it asks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo
from typing import Final

from bot.newsroom.finding.catching_up import other_language
from bot.newsroom.finding.links import link_to
from news.asking import Answer, Intent, Question
from news.model import Article, Sentence, Story
from news.phrases import format_date, phrase
from news.ports import Summariser
from summariser.answering.plain_questions import (
    asks_when_told,
    coming_told,
    sources_told,
    time_told,
    titles_told,
    truth_told,
)
from summariser.answering.sureness import RIGHT_OF_TOLD
from summariser.asking.bare_kinds import Kind, plain_kind
from summariser.asking.story_questions import sections_asked, told_of
from summariser.reading.traces import headline

ELSEWHERE: Final[frozenset[Kind]] = frozenset({"sum", "place", "person", "reason"})
"""What another report of the same matter may say; when it was told and who tells it, its own say."""
_LEAD: Final = 8
"""Sources that are named in one line."""


async def telling(
    story: Story, articles: Sequence[Article], question: Question, zone: tzinfo, *, summariser: Summariser
) -> Answer | None:
    """The part of the story's telling that is asked for, who reports or confirms it, when it was told first; None where another question is asked, or neither has it."""
    articles = sorted(articles, key=lambda one: story.headline not in (one.title, headline(one.title)))
    kind, sections = plain_kind(question.text), sections_asked(question.text)
    if kind and (not sections or kind == "sources"):
        return _plainly_told(kind, articles, story, question, zone)
    if not sections:
        return None
    summary = await summariser.summarise(story, articles, language=question.language)
    if told_here := told_of(summary, sections):
        note = other_language({summary.language}, question.language)
        return _answer(question, story, articles, told_here, note, summary.summariser)
    if "what_happened" in sections:
        return _of_lines(question, story, articles, titles_told(articles, question.language, story.headline), "")
    if "what_to_watch" in sections:
        return _of_lines(question, story, articles, coming_told(articles, question.language), "")
    return None


def _plainly_told(
    kind: Kind, articles: Sequence[Article], story: Story, question: Question, zone: tzinfo
) -> Answer | None:
    """What these reports say to a question of that kind; None where its lines must be read for it."""
    language = question.language
    if kind == "time" and asks_when_told(question.text):
        told, first = time_told(articles, language)
        note = phrase(language, "answer.first_reported", date=format_date(first.astimezone(zone).date(), language))
        return _of_lines(question, story, articles, told, note)
    if kind not in ("truth", "sources"):
        return None
    told = truth_told(articles, language) if kind == "truth" else sources_told(articles)
    answer = _of_lines(
        question, story, articles, told, phrase(language, "answer.reported_by", sources=_named(articles))
    )
    return replace(answer, intent=Intent.LIST) if answer and kind == "sources" else answer


def _of_lines(
    question: Question, story: Story, articles: Sequence[Article], told: tuple[Sentence, ...], note: str
) -> Answer | None:
    cited = {citation.url for sentence in told for citation in sentence.citations}
    spoken = other_language({one.language for one in articles if one.url in cited}, question.language)
    note = " ".join(filter(None, (note, spoken)))
    return _answer(question, story, articles, told, note, "extractive-1") if told else None


def _answer(
    question: Question,
    story: Story,
    articles: Sequence[Article],
    told: tuple[Sentence, ...],
    note: str,
    summariser: str,
) -> Answer:
    link = link_to(story, articles[0])
    return Answer(question.id, told, RIGHT_OF_TOLD, False, (link,), summariser, note=note)


def _named(articles: Sequence[Article]) -> str:
    """The sources by name, the first to report it first."""
    names = dict.fromkeys(one.source_name for one in sorted(articles, key=lambda one: one.published))
    return ", ".join([*names][:_LEAD]) + (", …" if len(names) > _LEAD else "")
