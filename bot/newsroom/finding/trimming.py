"""An answer without what it may not tell: the lines that are kept, those of one language, or none. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from news.asking import LISTED, Answer, Intent, Passage
from news.languages import Language
from news.model import Sentence
from news.phrases import phrase
from summariser.asking.number_asked import Number
from summariser.lists.by_size import asks_for_the_largest, largest_first
from summariser.stories.selection import reading_seconds_total


def silent(asked: str, language: Language, key: str) -> Answer:
    """No answer, and the fixed word that says why."""
    return Answer(asked, (), 0.0, True, (), "", intent=Intent.OFF_TOPIC, language=language, note=phrase(language, key))


def in_one(answer: Answer, passages: Sequence[Passage]) -> Answer:
    """What was found in any language, in that of its best sentence alone."""
    spoken = {one.url: one.language for one in passages}
    theirs = [spoken.get(one.citations[0].url) for one in answer.sentences]
    told = tuple(one for one, tongue in zip(answer.sentences, theirs, strict=True) if tongue == theirs[0])
    return replace(answer, sentences=told)


def by_size(answer: Answer, asked: str) -> Answer:
    """Of a list of sums the largest first, where these are asked for."""
    if answer.intent is not Intent.LIST or answer.brief is not None or not asks_for_the_largest(asked):
        return answer
    order = largest_first([one.text for one in answer.sentences])
    return replace(answer, sentences=tuple(answer.sentences[at] for at in order))


def first_of(answer: Answer, number: Number | None, passages: Sequence[Passage]) -> Answer:
    """Of news or a list as many as were asked for; the newest where these are meant."""
    if number is None or answer.intent not in LISTED:
        return answer
    sentences, brief = list(answer.sentences), answer.brief
    if number.latest:
        days = {one.url: one.published for one in passages}
        newest = max(days.values(), default=datetime.min.replace(tzinfo=UTC))
        sentences.sort(key=lambda one: newest - days.get(one.citations[0].url, newest))
    if brief is not None:
        stories = brief.stories[: number.most]
        seconds = round(reading_seconds_total(stories, brief.edition.language))
        brief = replace(brief, stories=stories, reading_seconds=seconds)
    return replace(answer, sentences=tuple(sentences[: number.most]), brief=brief)


def keeping(answer: Answer, kept: Callable[[Sentence], bool]) -> Answer:
    """The sentences that are; silence where none is."""
    told = tuple(filter(kept, answer.sentences))
    return replace(answer, sentences=told, abstained=not told, confidence=answer.confidence if told else 0.0)
