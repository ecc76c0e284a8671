"""Under a story: what its telling, its reports, or else other reports of the same matter say to a question that says nothing but what it asks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo
from typing import Final

from bot.newsroom.finding.catching_up import other_language
from bot.newsroom.finding.evidence import reports_near
from bot.newsroom.finding.links import link_to
from bot.newsroom.finding.trimming import silent
from news.asking import Answer, Intent, Passage, Question
from news.model import Article, Sentence, Story
from news.phrases import format_date, phrase
from news.ports import Summariser
from store.database import Database
from summariser.answering.passages import passages
from summariser.answering.plain_questions import (
    coming_told,
    person_told,
    place_told,
    reason_told,
    sources_told,
    sum_told,
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
    """The part of the story's telling that is asked for, or what its reports say to a bare question; None where another question is asked,
    or neither has it."""
    articles = sorted(articles, key=lambda one: story.headline not in (one.title, headline(one.title)))
    kind, sections = plain_kind(question.text), sections_asked(question.text)
    if kind and (not sections or kind == "sources"):
        told = plainly_told(kind, articles, story, question, zone)
        if told is not None or kind != "reason":
            return told
    if kind != "reason" and not sections:
        return None
    summary = await summariser.summarise(story, articles, language=question.language)
    told_here = told_of(summary, sections) if sections else summary.sections.get("why_it_matters", ())[:1]
    if told_here:
        note = other_language({summary.language}, question.language)
        return _answer(question, story, articles, told_here, note, summary.summariser)
    if "what_happened" in sections:
        return _of_lines(question, story, articles, titles_told(articles, question.language, story.headline), "")
    if "what_to_watch" in sections:
        return _of_lines(question, story, articles, coming_told(articles, question.language), "")
    return None


def plainly_told(
    kind: Kind, articles: Sequence[Article], story: Story, question: Question, zone: tzinfo
) -> Answer | None:
    """What these reports say to a question of that kind; None where none of them says it."""
    language, note = question.language, ""
    if kind == "sum":
        told = sum_told(articles, language, question.text)
    elif kind == "time":
        told, first = time_told(articles, language)
        note = phrase(language, "answer.first_reported", date=format_date(first.astimezone(zone).date(), language))
    elif kind in ("truth", "sources"):
        told = truth_told(articles, language) if kind == "truth" else sources_told(articles)
        note = phrase(language, "answer.reported_by", sources=_named(articles))
    else:
        told = _TELLERS[kind](articles, language)
    answer = _of_lines(question, story, articles, told, note)
    return replace(answer, intent=Intent.LIST) if answer and kind == "sources" else answer


_TELLERS: Final = {"person": person_told, "place": place_told, "reason": reason_told}


async def told_elsewhere(
    kind: Kind, story: Story, question: Question, zone: tzinfo, *, database: Database
) -> tuple[Answer, list[Passage]] | None:
    """What other reports of the same matter say to it, and that it is from them."""
    near = await reports_near(story, question, database=database) if kind in ELSEWHERE else []
    answer = plainly_told(kind, near, story, question, zone) if near else None
    if answer is None:
        return None
    note = " ".join(filter(None, (phrase(question.language, "answer.from_elsewhere"), answer.note)))
    cited = {citation.url for sentence in answer.sentences for citation in sentence.citations}
    found = [one for one in near if one.url in cited]
    return replace(answer, note=note), passages(found, {one.id: 1.0 for one in found}, of_story=len(found))


def not_told(story: Story, articles: Sequence[Article], question: Question, intent: Intent) -> Answer:
    """Its reports do not say that; the story is shown instead."""
    answer = silent(question.text, question.language, "answer.not_in_story")
    return replace(answer, nearest=(link_to(story, articles[0]),), intent=intent)


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
