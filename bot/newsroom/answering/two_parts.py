"""A question that asks two things is answered in both, each by its own sentence, or the part that was not found is named."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from bot.newsroom.answering import turns
from bot.newsroom.finding.catching_up import other_language, tongues
from bot.newsroom.finding.finder import Finder
from bot.newsroom.finding.pressure import PRESSURE
from bot.newsroom.finding.trimming import keeping
from bot.newsroom.finding.verifying import near_passages
from news.asking import LISTED, Answer, Exchange, Intent, Passage, Question
from news.model import Sentence
from news.phrases import phrase
from summariser.answering.answers import nearest_of
from summariser.answering.defining import asks_what_is, stated, thing_asked, what_is, without_maker
from summariser.answering.what_it_is import is_all, is_general, led_by_what_it_is
from summariser.asking.question_parts import Part, parts_asked
from summariser.asking.together import is_together
from summariser.asking.understanding import understand
from summariser.asking.values import value_asked

_OF_EACH: Final = 2
"""Sentences of one part."""
_WHOLE: Final = frozenset({Intent.FACT, Intent.EXPLAIN})
_TELLS: Final = _WHOLE | {Intent.LIST, Intent.COMPARISON}
"""News of whom a part names are no answer to it."""
_OF_SOMEBODY: Final = re.compile(r"\b(?:he|she|him|his|her)\b", re.IGNORECASE)


async def answered(finder: Finder, question: Question, said: Sequence[Exchange]) -> tuple[Answer, list[Passage]]:
    """As `turns.answered`."""
    question = replace(question, text=stated(without_maker(question.text)))
    answer, passages = await turns.answered(finder, question, said)
    passages = await _with_nearest(finder, answer, question, passages)
    silent, answer = answer.abstained, led_by_what_it_is(answer, question, passages)
    if silent and not answer.abstained:
        spoken = other_language(tongues(answer, passages, question.language), question.language)
        answer = replace(answer, note=spoken)
    answer = _together(answer, question, passages)
    parts = parts_asked(question.text, finder.today(question))
    if parts is None or question.story or answer.intent not in _WHOLE or _is_of_all(parts, finder.today(question)):
        return answer, passages
    told: list[tuple[Part, tuple[Sentence, ...]]] = []
    found = [(answer, passages)]
    for part in parts:
        one = await turns.answered(finder, replace(question, text=part.text, wording=part.text), said)
        own = one[0].sentences if one[0].intent in _TELLS else ()
        told.append((part, own or _holding(part, answer, question)))
        found.append(one)
    if not told[0][1] and _OF_SOMEBODY.search(parts[1].said):
        return answer, passages  # who that is was not found: what somebody else does is beside the point
    told = _in_one_line(told, question)
    if not any(sentences for _, sentences in told):
        return answer, passages
    sentences = tuple(dict.fromkeys(one for _, sentences in told for one in sentences[:_OF_EACH]))
    missing = [part.said for part, sentences in told if not sentences]
    note = phrase(question.language, "answer.part_missing", part=missing[0]) if missing else ""
    notes = dict.fromkeys(one.note for one, _ in found[1:] if one.sentences and one.note)
    sure = min(one.confidence for one, _ in found if one.sentences)
    nearest = tuple(dict.fromkeys(link for one, _ in found if one.sentences for link in one.nearest))
    answer = replace(
        answer,
        sentences=sentences,
        abstained=False,
        confidence=sure,
        note=" ".join(filter(None, (note, *notes))),
        nearest=nearest,
    )
    return answer, [passage for _, some in found for passage in some]


async def _with_nearest(finder: Finder, answer: Answer, question: Question, passages: list[Passage]) -> list[Passage]:
    """Of what is asked what it is, with the reports whose titles mean that; where more is asked of it too, with those that are found for it alone."""
    name = thing_asked(question.text)
    explains = answer.intent is Intent.EXPLAIN or asks_what_is(question.text)
    if not (name and explains) or is_general(name) or answer.intent in LISTED or question.story or PRESSURE.is_high:
        return passages
    alone = replace(question, text=what_is(name, question.language), wording=what_is(name, question.language))
    read = list(passages)
    if not is_all(name, question.text):
        read += [one for one in (await turns.answered(finder, alone, ()))[1] if one not in read]
    understood = understand(alone.text, today=finder.today(question))
    return [*read, *await near_passages(alone, understood, None, finder.zone, read, database=finder.database)]


def _is_of_all(parts: Sequence[Part], today: date) -> bool:
    """Cut in two it would ask for the news of everybody: of Current AI, say."""
    return any(understand(part.text, today=today).general for part in parts)


def _together(answer: Answer, question: Question, passages: Sequence[Passage]) -> Answer:
    """Without what tells of one of those alone whom the question puts together."""
    if answer.intent is not Intent.FACT or answer.abstained:
        return answer
    read = {one.url: one for one in passages}

    def kept(one: Sentence) -> bool:
        return all(is_together(question.text, one.text, read[c.url]) for c in one.citations[:1] if c.url in read)

    told = keeping(answer, kept)
    if not told.abstained:
        return told
    nearest = answer.nearest or nearest_of(passages)
    return replace(told, note=phrase(question.language, "answer.not_in_archive"), nearest=nearest)


def _in_one_line(
    told: list[tuple[Part, tuple[Sentence, ...]]], question: Question
) -> list[tuple[Part, tuple[Sentence, ...]]]:
    """Where a line that answers the one part tells the other's value by its own word, that alone: a round's sum and its valuation."""
    for (_, lines), (part, _) in (told, told[::-1]):
        value = value_asked(part.said, english=question.language == "en")
        if value is None or not value.measure:
            continue
        whole = [one for one in lines if value.told_by(one.text) and value.tells_its_measure(one.text)]
        if whole:
            return [(part, (whole[0],)) for part, _ in told]
    return told


def _holding(part: Part, answer: Answer, question: Question) -> tuple[Sentence, ...]:
    """Of what the whole question was answered with what has the kind of value that this part asks for."""
    value = value_asked(part.said, english=question.language == "en")
    return tuple(one for one in answer.sentences if value is not None and value.told_by(one.text))
