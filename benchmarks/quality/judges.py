"""Stand-ins for the model of the entailment pass, and what becomes of a sentence with each of them.

`right` says yes exactly to what is true; `yes` to everything; `words` where all names, numbers and days of the sentence stand in passage and
context, whoever does what; `words, no denials` the same, but never where the sentence denies more than they do; `off`: nobody is asked.
"""

import sys
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, Final, Literal

sys.path.insert(0, str(Path(__file__).parents[2]))

from news.languages import Language
from summariser.checking.claims import Judged
from summariser.checking.crossing import anchors
from summariser.checking.second_look import SecondLook
from summariser.words import facts
from summariser.words.vectors import fold

Judge = Callable[[str, str], bool]
"""Sentence, and passage with context."""
Outcome = Literal["told", "beside", "replaced"]


def right(truths: Collection[str]) -> Judge:
    said = {" ".join(text.split()) for text in truths}
    return lambda text, around: text in said


def always_yes(text: str, around: str) -> bool:
    return True


def words_only(text: str, around: str) -> bool:
    held = fold(around)
    return all(one in anchors(around) or one in held for one in anchors(text))


def words_and_denials(text: str, around: str) -> bool:
    return words_only(text, around) and facts.negations(text) <= facts.negations(around)


BLIND: Final[Mapping[str, Judge]] = {"yes": always_yes, "words": words_only, "words, no denials": words_and_denials}


def told_by(one: Judged, language: Language, *, true: bool) -> dict[str, bool]:
    """Whether it is told as fact, by the name of the judge."""
    judges: dict[str, Judge | None] = {"off": None, "right": right({one.sentence.text} if true else ()), **BLIND}
    return {name: outcome(one, language, judge) == "told" for name, judge in judges.items()}


def verdicts(items: Collection[Mapping[str, Any]], judge: Judge) -> list[list[bool]]:
    """What such a model answers to a second look."""
    return [[judge(text, f"{item['passage']}\n{item['context']}") for text in item["sentences"]] for item in items]


def looked_at(one: Judged, language: Language, judge: Judge | None) -> Judged:
    """After the pass; None: it is off."""
    look = SecondLook.at([one], language)
    return look.settled(verdicts(look.items, judge)).get(id(one), one) if judge else one


def outcome(one: Judged, language: Language, judge: Judge | None) -> Outcome:
    """Told as fact, beside its original with a mark, or replaced by a source's own sentence."""
    standing = looked_at(one, language, judge).standing
    return "told" if standing == "good" else "beside" if standing == "unchecked" else "replaced"
