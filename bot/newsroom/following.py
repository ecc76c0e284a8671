"""A question that goes on from another: which story the answer before was of, and what is told of a list of them. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, tzinfo

from news.asking import LISTED, Answer, Exchange, Passage, Question
from news.model import Citation, Sentence
from news.phrases import format_date, phrase
from summariser.bare_kinds import plain_kind
from summariser.conversation import asks_alone
from summariser.deictic import tells_its_day
from summariser.story_questions import names_something, told_part
from summariser.understanding import Understood


def story_of(exchange: Exchange) -> str | None:
    """What a conversation is about: the story it was asked under, or that alone answered."""
    if exchange.question.story:
        return exchange.question.story
    stories = _told_of(exchange)
    return stories.pop()[0] if len(stories) == 1 else None


def _told_of(exchange: Exchange) -> set[tuple[str | None, str]]:
    """The stories that it told, those of no story by their report: of an answer to a fact the story of its first sentence, which is the best."""
    answer = exchange.current
    told = answer.sentences if answer.intent in LISTED else answer.sentences[:1]
    cited = {citation.url for sentence in told for citation in _own_sources(answer, sentence)}
    story = {one.url: one.story for one in exchange.evidence}
    return {(story.get(url), "" if story.get(url) else url) for url in cited}


def _own_sources(answer: Answer, sentence: Sentence) -> tuple[Citation, ...]:
    """Of a line of a list the first: the others report the same, and may be of a story of their own."""
    return sentence.citations[:1] if answer.intent in LISTED else sentence.citations


def of_what_was_told(answer: Answer, passages: Sequence[Passage], before: Exchange, question: Question) -> Answer:
    """What follows up a list of stories is of one of them: a question word alone does not say of which, and no other story is meant.

    After silence it is of nothing.
    """
    alone, told = asks_alone(question.text), _told_of(before)
    several = len(told) > 1
    if before.current.abstained:
        return _unanswered(answer, before, question, "not_in_archive") if alone else answer
    if alone and several:
        return _unanswered(answer, before, question, "which")
    if answer.abstained or not (alone or several):
        return answer
    stories, reports = {story for story, _ in told if story}, {url for _, url in told if url}
    ours = {one.url for one in passages if one.story in stories or one.url in reports}
    kept = [one for one in answer.sentences if ours.issuperset(cited.url for cited in _own_sources(answer, one))]
    if kept:
        return replace(answer, sentences=tuple(kept))
    return _unanswered(answer, before, question, "not_in_archive")


def _unanswered(answer: Answer, before: Exchange, question: Question, why: str) -> Answer:
    note = phrase(question.language, f"answer.{why}")
    return replace(answer, sentences=(), abstained=True, confidence=0.0, nearest=before.current.nearest, note=note)


def with_days(answer: Answer, passages: Sequence[Passage], question: Question, zone: tzinfo) -> tuple[Answer, str]:
    """Where a sentence tells its time by its own day ("this month"), when that was reported: a note below one sentence, the day at its source
    among several. Not of today."""
    published = {one.url: one.published.astimezone(zone).date() for one in passages}
    today = question.asked.astimezone(zone).date()

    def day_of(one: Sentence) -> date | None:
        day = published.get(one.citations[0].url) if one.citations and tells_its_day(one.text) else None
        return None if day == today else day

    days = [day_of(one) for one in answer.sentences]
    if len(days) == 1 and days[0]:
        return answer, phrase(question.language, "answer.reported_on", date=format_date(days[0], question.language))
    told = tuple(
        replace(one, citations=tuple(replace(cited, day=day) for cited in one.citations)) if day else one
        for one, day in zip(answer.sentences, days, strict=True)
    )
    return replace(answer, sentences=told), ""


def goes_on(text: str, understood: Understood) -> bool:
    """Nothing that it names is to be looked for elsewhere."""
    return not names_something(text) and (
        bool(plain_kind(text)) or told_part(text) is not None or not understood.general
    )
