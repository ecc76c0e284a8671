"""An answer without what it may not tell: the lines that are kept, those of one language, or none. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from news.asking import Answer, Intent, Passage
from news.languages import Language
from news.model import Sentence
from news.phrases import phrase


def silent(asked: str, language: Language, key: str) -> Answer:
    """No answer, and the fixed word that says why."""
    return Answer(asked, (), 0.0, True, (), "", intent=Intent.OFF_TOPIC, language=language, note=phrase(language, key))


def in_one(answer: Answer, passages: Sequence[Passage]) -> Answer:
    """What was found in any language, in that of its best sentence alone."""
    spoken = {one.url: one.language for one in passages}
    theirs = [spoken.get(one.citations[0].url) for one in answer.sentences]
    told = tuple(one for one, tongue in zip(answer.sentences, theirs, strict=True) if tongue == theirs[0])
    return replace(answer, sentences=told)


def keeping(answer: Answer, kept: Callable[[Sentence], bool]) -> Answer:
    """The sentences that are; silence where none is."""
    told = tuple(filter(kept, answer.sentences))
    return replace(answer, sentences=told, abstained=not told, confidence=answer.confidence if told else 0.0)
