"""A question that goes on from another: which story the answer before was of, and what is told of a list of them. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from news.asking import LISTED, Answer, Exchange, Passage, Question, StoryLink
from news.model import Citation, Sentence
from news.phrases import phrase
from summariser.answering.kinship import names_of


def story_of(exchange: Exchange) -> str | None:
    """What a conversation is about: the story it was asked under, or that alone answered, or the nearest to a question that was not; of a
    report in no story its own id."""
    if exchange.question.story:
        return exchange.question.story
    reports = {one.url: one.article for one in exchange.evidence}
    if exchange.current.abstained:
        shown = next((one for one in exchange.current.nearest if _is_near(exchange, one)), None)
        return (shown.id or reports.get(shown.source.url)) if shown else None
    stories = _told_of(exchange)
    story, url = stories.pop() if len(stories) == 1 else (None, "")
    return story or reports.get(url)


def stories_told(exchange: Exchange) -> list[tuple[str, str]]:
    """The stories that were told, or a report's own id where it is in none, each with the title of its first report; of a silence those that were near."""
    kept = {one.url: one for one in exchange.evidence}
    told: dict[str, str] = {}
    if exchange.current.abstained:
        for near in (one for one in exchange.current.nearest if _is_near(exchange, one)):
            report = kept.get(near.source.url)
            told.setdefault(near.id or (report.article if report else ""), near.headline)
    for cited in (one.citations[0].url for one in exchange.current.sentences if one.citations):
        if report := kept.get(cited):
            told.setdefault(report.story or report.article, report.title)
    return [(id, title) for id, title in told.items() if id]


def line_told(exchange: Exchange, at: int) -> list[tuple[str, str]]:
    """As `stories_told`, of the line that stands at that place, from 0, or -1 for the last, as it was shown; nothing where none does."""
    lines = exchange.current.sentences[at:][:1]
    urls = {citation.url for one in lines for citation in one.citations[:1]}
    reports = [one for one in exchange.evidence if one.url in urls]
    near = [one for one in exchange.current.nearest if one.source.url in urls and one.id]
    told = [(one.story or one.article, one.title) for one in reports] or [(one.id, one.headline) for one in near]
    return told[:1]


def _is_near(exchange: Exchange, shown: StoryLink) -> bool:
    """It is of whom the question named."""
    return bool(names_of(exchange.question.text) & names_of(shown.headline))


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


def of_what_was_told(
    answer: Answer, passages: Sequence[Passage], before: Exchange, question: Question, *, bare: bool
) -> Answer:
    """What follows up a list of stories is of one of them, and no other is meant: a question word alone, `bare`, does not say of which."""
    told = _told_of(before)
    if before.current.abstained or len(told) < _SEVERAL:
        return answer
    stories, reports = {story for story, _ in told if story}, {url for _, url in told if url}
    ours = {one.url for one in passages if one.story in stories or one.url in reports}
    kept = [one for one in answer.sentences if ours.issuperset(cited.url for cited in _own_sources(answer, one))]
    if kept:
        return replace(answer, sentences=tuple(kept))
    if answer.abstained and not bare:
        return answer
    return _unanswered(answer, before, question, "which" if bare else "not_in_archive")


_SEVERAL: Final = 2


def _unanswered(answer: Answer, before: Exchange, question: Question, why: str) -> Answer:
    note = phrase(question.language, f"answer.{why}")
    return replace(answer, sentences=(), abstained=True, confidence=0.0, nearest=before.current.nearest, note=note)
