"""What speaks for a sentence as the answer to a question: how much of it it tells, what it means, whether it holds what is asked for. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from news.asking import Intent, Passage, Question
from news.text import search_tokens
from summariser.answering.causes import asks_why, gives_reason
from summariser.answering.likelihood import concepts_of, told_share
from summariser.asking.answer_types import SORTS, AnswerType, answer_type
from summariser.asking.asked import Asked
from summariser.asking.asked_for import Asked as Parts
from summariser.asking.support import Unit, bare
from summariser.words import facts
from summariser.words.aliases import mentions
from summariser.words.counting import tells_a_sum, whose_number

FAR: Final = 20.0
"""The place of what is not among the best."""
_MOST_NUMBERS: Final = 5.0
_MOST_NAMES: Final = 6.0
_DAYS: Final = 120.0
_CHARACTERS: Final = 400.0
_WHOSE: Final = {"own": 1.0, "another": -1.0, "": 0.0}
_ROLES: Final = ("cover", "words", "things", "done", "unmet", "deed")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence or headline that may answer. `place` and `kept`: where it ranks among all, and among what every rule leaves, from 0, or FAR;
    `sure`: how likely the best of those answer, -1 where it is none; `told`: how likely the answer that tells it is right, -1 where none does;
    `near`, `titled`: cosines of the question with it and with its title; `named`: with it where both write names alike."""

    unit: Unit
    place: float
    kept: float
    sure: float
    told: float
    near: float
    titled: float
    named: float

    @property
    def passage(self) -> Passage:
        return self.unit.passage

    @property
    def text(self) -> str:
        return self.unit.text


@dataclass(frozen=True, slots=True)
class Sought:
    """A question as its candidates are compared with it."""

    question: Question
    asked: Asked
    parts: Parts
    type: AnswerType


def sought(question: Question, asked: Asked, parts: Parts) -> Sought:
    wording = question.wording or question.text
    return Sought(question, asked, parts, answer_type(wording, english=question.language == "en"))


def signs(of: Sought, candidates: Sequence[Candidate]) -> list[dict[str, float]]:
    """Of each candidate; some of its signs compare it with the others."""
    rows = [{**_of_question(of), **_of_unit(one), **_of_names(of, one), **_of_parts(of, one)} for one in candidates]
    nearest = max((one.near for one in candidates), default=0.0)
    order = sorted(range(len(rows)), key=lambda at: -candidates[at].near)
    for place, at in enumerate(order):
        rows[at] |= {"near_place": float(place), "near_behind": nearest - candidates[at].near}
    holding = [row["near_named"] for row in rows if row["holds"] == 1]
    for row in rows:
        row["named_behind"] = max((one["near_named"] for one in rows), default=0.0) - row["near_named"]
        row["holders"] = float(len(holding))
        row["before_holders"] = row["near_named"] - max(holding, default=0.0) if row["holds"] == 1 else -1.0
    for name in _COMPARED:
        best = max((row[name] for row in rows), default=0.0)
        for row in rows:
            row[f"{name}_behind"] = best - row[name]
    newest = min((row["age"] for row in rows if row["holds"] == 1), default=0.0)
    for row in rows:
        row["older"] = row["age"] - newest if row["holds"] == 1 else 0.0
    agreed = _agreement(of, candidates)
    return [{**row, **more} for row, more in zip(rows, agreed, strict=True)]


_COMPARED: Final = ("cover", "cover_headed", "points", "own", "near_own")


def _of_question(of: Sought) -> dict[str, float]:
    question = of.question
    sorts = {f"asks_{sort}": float(of.type.sort == sort) for sort in SORTS}
    return {
        **sorts,
        "news": float(question.intent in (Intent.NEWS, Intent.WHATS_NEW)),
        "explains": float(question.intent is Intent.EXPLAIN),
        "compares": float(question.intent is Intent.COMPARISON),
        "few": 1 / max(1, len(of.asked.weights)),
        "length": float(len(search_tokens(question.text))),
        "parts": float(len(of.parts.parts)),
        "musts": float(len(of.asked.musts)),
    }


def _of_unit(one: Candidate) -> dict[str, float]:
    measures, passage = one.unit.measures, one.passage
    return {
        "place": one.place,
        "points": one.unit.score,
        "kept": one.kept,
        "sure": one.sure,
        "told": one.told,
        "near": one.near,
        "near_title": one.titled,
        "near_named": one.named,
        "near_most": max(one.near, one.titled, one.named),
        **{name: measures[name] for name in ("own", "asking", "beside", "event", "kind", "first", "long", "recent")},
        "near_own": measures["near"],
        "score": passage.score,
        "characters": min(_CHARACTERS, len(one.text)),
        "headline": float(one.text in (passage.title, bare(passage.title))),
        "bodyless": float(passage.text == passage.title),
    }


def _of_names(of: Sought, one: Candidate) -> dict[str, float]:
    """Who is named, and what of the asked names is missing in it, under its title, in the whole report."""
    text, passage, asked = one.text, one.passage, of.asked
    named = sorted(mentions(text), key=lambda each: each.start)
    theirs = {part for each in mentions(of.question.text) for part in (each.id, each.company) if part}
    there = {part for each in named for part in (each.id, each.company) if part}
    titled = frozenset(asked.read(search_tokens(passage.title)))
    every = len(asked.musts) or 1
    return {
        "others_named": float(len(there - theirs)),
        "ours_named": float(len(there & theirs)),
        "first_named": 0.0 if not named else 1.0 if {named[0].id, named[0].company} & theirs else -1.0,
        "lacks": asked.missing(one.unit.words) / every,
        "lacks_headed": asked.missing(one.unit.words | titled) / every,
        "same": float(passage.language[:2] == of.question.language[:2]),
        "age": min(_DAYS, (of.question.asked - passage.published).total_seconds() / 86_400),
    }


def _of_parts(of: Sought, one: Candidate) -> dict[str, float]:
    """What of the question it tells, by itself and under its title, and whether it holds the sort of thing that is asked for."""
    text, headed = one.text, f"{one.passage.title}\n{one.text}"
    own, around = told_share(of.parts, text), told_share(of.parts, one.passage.title, text)
    wanted, told = concepts_of(of.question.text), concepts_of(text)
    value = of.type.value
    return {
        **{name: own[name] for name in (*_ROLES, "names")},
        **{f"{name}_headed": around[name] for name in _ROLES},
        "names_title": told_share(of.parts, one.passage.title)["names"],
        "shared": len(wanted & told) / (len(wanted) or 1),
        "unshared": float(len(wanted - told)),
        "holds": of.type.held_by(text),
        "holds_headed": of.type.held_by(headed),
        "measure": of.type.measured_by(text),
        "measure_headed": of.type.measured_by(headed),
        "value": -1.0 if value is None else float(value.told_by(text)),
        "whose": _WHOSE[whose_number(of.question.text, text)],
        "sum": float(tells_a_sum(text)),
        "reason": float(gives_reason(text)) if asks_why(of.question.text) else -1.0,
    }


def _agreement(of: Sought, candidates: Sequence[Candidate]) -> list[Mapping[str, float]]:
    """How many numbers and names it has that the question does not say, and how many other sources have the most told of them."""
    text = of.question.text
    said, words = facts.numbers(text), frozenset(facts.names(text)) | frozenset(text.casefold().split())
    numbers = [facts.numbers(one.text) - said for one in candidates]
    names = [frozenset(facts.names(one.text)) - words for one in candidates]
    sources = [one.passage.source for one in candidates]

    def voices(sets: Sequence[frozenset[str]], at: int) -> float:
        return float(
            max(
                (
                    sum(each in other and sources[at] != of for other, of in zip(sets, sources, strict=True))
                    for each in sets[at]
                ),
                default=0,
            )
        )

    return [
        {
            "numbers": min(_MOST_NUMBERS, len(numbers[at])),
            "names_new": min(_MOST_NAMES, len(names[at])),
            "number_voices": voices(numbers, at),
            "name_voices": voices(names, at),
        }
        for at in range(len(candidates))
    ]
