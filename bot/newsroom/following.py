"""A question that goes on from another: which story the answer before was of, and what is told of a list of them. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo

from bot.newsroom.catching_up import other_language
from news.asking import Answer, Exchange, Passage, Question, StoryLink
from news.model import Article
from news.phrases import format_date, phrase
from summariser.conversation import asks_alone
from summariser.plain_questions import plain_kind, sum_told, time_told
from summariser.sureness import RIGHT_OF_TOLD


def story_of(exchange: Exchange) -> str | None:
    """What a conversation is about: the story it was asked under, or that alone answered."""
    if exchange.question.story:
        return exchange.question.story
    cited = {citation.url for sentence in exchange.current.sentences for citation in sentence.citations}
    stories = {one.story for one in exchange.evidence if one.url in cited}
    return stories.pop() if len(stories) == 1 else None


def of_what_was_told(answer: Answer, passages: Sequence[Passage], before: Exchange, question: Question) -> Answer:
    """What follows up a list of stories is of one of them: a question word alone does not say of which, and no other story is meant."""
    alone, several = asks_alone(question.text), story_of(before) is None
    if answer.abstained or before.current.abstained or not (alone or several):
        return answer
    cited = {citation.url for sentence in before.current.sentences for citation in sentence.citations}
    told = {one.story for one in before.evidence if one.url in cited and one.story}
    ours = {one.url for one in passages if one.story in told}
    kept = [one for one in answer.sentences if ours.issuperset(citation.url for citation in one.citations)]
    if kept and not (alone and several):
        return replace(answer, sentences=tuple(kept))
    note = phrase(question.language, "answer.not_in_archive")
    return replace(answer, sentences=(), abstained=True, confidence=0.0, nearest=before.current.nearest, note=note)


def plainly_told(question: Question, articles: Sequence[Article], story: StoryLink, zone: tzinfo) -> Answer | None:
    """Under a story: how much it was, or when it was announced, where nothing more is asked; None where its reports tell no sum."""
    kind, note = plain_kind(question.text), ""
    told = sum_told(articles, question.language) if kind == "sum" else ()
    if kind == "time":
        told, first = time_told(articles, question.language)
        day = format_date(first.astimezone(zone).date(), question.language)
        note = phrase(question.language, "answer.first_reported", date=day)
    if not told:
        return None
    cited = {citation.url for sentence in told for citation in sentence.citations}
    spoken = other_language({one.language for one in articles if one.url in cited}, question.language)
    return Answer(question.id, told, RIGHT_OF_TOLD, False, (story,), "extractive-1", note=f"{note} {spoken}".strip())
