"""A question that asks two things: what each part is answered with."""

from dataclasses import dataclass
from datetime import date
from typing import cast

import pytest

from bot.newsroom.answering import turns
from bot.newsroom.answering.two_parts import answered
from bot.newsroom.finding.finder import Finder
from news.asking import Answer, Intent, Question
from news.model import Citation, Sentence
from tests.summariser.pieces import NOON

ASKED = "Which founder did Orbita hire, and what will he do there?"


@dataclass
class Told:
    """Finds what it is told to, by the words of the question."""

    first: str
    second: str
    intent: Intent = Intent.FACT

    def today(self, _question: Question) -> date:
        return NOON.date()

    async def answered(self, _finder: Finder, question: Question, _said: object) -> tuple[Answer, list[object]]:
        of_second = question.text.startswith("what")
        text = "" if question.text == ASKED else self.second if of_second else self.first
        lines = (Sentence(text, (Citation("https://f.example/1", text, "Fjord Post"),)),) if text else ()
        intent = self.intent if of_second else Intent.FACT
        return Answer(question.text, lines, 0.7 if lines else 0.0, not lines, (), "extractive-1", intent=intent), []


async def told(found: Told, patch: pytest.MonkeyPatch) -> list[str]:
    patch.setattr(turns, "answered", found.answered)
    question = Question("q1", "public", None, ASKED, "en", NOON)
    answer, _ = await answered(cast(Finder, found), question, ())
    return [one.text for one in answer.sentences]


async def test_each_part_is_told_by_its_own_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await told(Told("Orbita hires Mara Ostrow.", "She builds boats."), monkeypatch) == [
        "Orbita hires Mara Ostrow.",
        "She builds boats.",
    ]


async def test_what_somebody_does_who_was_not_found_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await told(Told("", "Orbita builds boats."), monkeypatch) == []


async def test_news_of_whom_a_part_names_are_no_answer_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await told(Told("Orbita hires Mara Ostrow.", "Orbita wins a prize.", Intent.NEWS), monkeypatch) == [
        "Orbita hires Mara Ostrow."
    ]
