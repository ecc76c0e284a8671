"""Points of news or of a list: a sentence or headline of each story that tells what somebody did. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from news.asking import Intent, Passage, Question
from news.text import search_tokens, tokens
from summariser.answering.sureness import at_most_marked
from summariser.asking.asked import Asked
from summariser.asking.support import bare, is_foreign, is_unfit, lines_of, of_story
from summariser.reading.doings import Doings, lists_models, names_a_model
from summariser.reading.fitness import is_unpaired
from summariser.words.deeds import asks_for_release, deed_in, is_release, who_did
from summariser.words.versions import tells_of_another

_ENOUGH: Final = 0.45
"""Share of the question's weight that a point of a list with its title and the sentence before must meet."""
_SURE: Final = 0.3
"""A passage that meets less of the question than this (its score) gives no point."""
_FEWEST: Final = 2
_OWN: Final = 0.12
_TITLED: Final = 1.0
"""What a title that meets the question is worth beside its report's sentences: it stands in where none of them tells."""
_HEADING: Final = 1.5
"""As that, in Thai: where sentences have no ends a title is whole, and a line of the text may be half of what it says."""
_LISTED_MOST: Final = 6
_SAME: Final = 0.6
TELLS: Final = re.compile(
    r"\b(?:announc|launch|releas|unveil|introduc|publish|reveal|open[- ]?sourc|acquir|buy|sue|rais|cut|plan|sign|partner|ship|debut|roll)\w*"
    r"|発表|公開|発売|提供|開始|買収|提訴|リリース|发布|發布|發表|推出|宣布|公布|上线|收购|起诉|발표|공개|출시|인수|제공|인하|เปิดตัว|ประกาศ|เผยแพร่|ซื้อ",
    re.IGNORECASE,
)
"""What makes a sentence a piece of news."""


@dataclass(frozen=True, slots=True)
class _Point:
    passage: Passage
    text: str
    score: float
    words: frozenset[str]


def listed(asked: Asked, question: Question, passages: Sequence[Passage]) -> tuple[list[tuple[Passage, str]], float]:
    able = [one for one in passages if one.score >= _SURE]
    if len(asked.weights) < _FEWEST and not asked.musts:  # news of one word has it in its headline
        able = [one for one in able if asked.share(frozenset(asked.read(search_tokens(one.title))))]
    found = sorted(_candidates(asked, able), key=lambda one: -one.score)
    if doer := who_did(question):
        theirs = Doings(replace(doer, start=0, end=0), did=True, release=asks_for_release(question.text))
        found = [
            one for one in found if (theirs.brings_out(one.text) if theirs.release else deed_in(one.text, theirs.doer))
        ]
    elif question.intent in (Intent.LIST, Intent.NEWS) and asks_for_release(question.text):
        found = [one for one in found if is_release(one.text)]
    if lists_models(question):
        found = [one for one in found if names_a_model(f"{one.text}\n{one.passage.title}")]
    chosen = _points(found)
    best = max((one.passage.score for one in chosen), default=0.0)
    return [(one.passage, one.text) for one in chosen], at_most_marked(best)


def _candidates(asked: Asked, passages: Sequence[Passage]) -> Iterator[_Point]:
    """What could be a point of a list: who is asked about did something there."""
    if not asked.weights:
        return
    top = max((one.score for one in passages), default=1.0) or 1.0
    for passage in passages:
        titled = frozenset(asked.read(search_tokens(passage.title)))
        read = lines_of(passage.text, passage.language)
        lines, words = [line for line, _ in read], [frozenset(asked.read(found)) for _, found in read]
        if not asked.met_by(titled.union(*words), f"{passage.title}\n{passage.text}"):
            continue
        place = 0.6 * passage.score / top
        headed = asked.share(titled)
        fit = not (is_foreign(passage.title, passage) or is_unpaired(bare(passage.title)))
        if headed >= _ENOUGH and asked.is_about(titled) and fit:
            told, alone = bare(passage.title), passage.text == passage.title
            score = (1.25 if alone else _HEADING if passage.language == "th" else _TITLED) * headed + place
            score += _newsworth(asked, told)
            yield _Point(passage, told, score, titled)
            if alone:
                continue
        before: frozenset[str] = frozenset()
        for number, (told, mine) in enumerate(zip(lines, words, strict=True)):
            around, before = mine | before | titled, mine
            own, near = asked.share(mine), asked.share(around)
            if (
                not asked.is_about(around)
                or own <= _OWN
                or near < _ENOUGH
                or is_unfit(told, passage)
                or is_unpaired(told)
                or tells_of_another(asked.versions, told)
            ):
                continue
            score = 0.55 * own + 0.6 * near + place + 0.2 / (1 + number) + _newsworth(asked, told)
            yield _Point(passage, told, score, mine)


def _newsworth(asked: Asked, text: str) -> float:
    """A point of a list tells what somebody did: who is asked about comes early, and something happens."""
    return 0.25 * bool(TELLS.search(text)) + 0.2 * (not asked.named.isdisjoint(tokens(text)[:6]))


def _points(found: Sequence[_Point]) -> list[_Point]:
    """One sentence a story, those worth much less than the best left out."""
    chosen: list[_Point] = []
    for one in found:
        if len(chosen) == _LISTED_MOST or (chosen and one.score < 0.7 * chosen[0].score):
            break
        if not any(
            of_story(one.passage) == of_story(other.passage) or alike(one.words, other.words) for other in chosen
        ):
            chosen.append(one)
    return chosen


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _SAME * max(1, min(len(one), len(other)))
