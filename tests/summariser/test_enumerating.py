"""Who or which several did it is told by the sentence that names them."""

from datetime import UTC, datetime

import pytest

from news.asking import Question
from news.model import PUBLIC
from summariser.asking.asked_for import asked_for
from summariser.lists.enumerating import asks_for_names, asks_for_several, enumerated, names_in_line
from tests.bot.shelf import an_article

NOW = datetime(2026, 7, 22, 6, tzinfo=UTC)


def a_question(text: str) -> Question:
    return Question("q", PUBLIC, None, text, "en", NOW)


@pytest.mark.parametrize(
    "question",
    [
        "which banks lent Quillon the money",
        "who all met the minister?",
        "누구누구 만났어",
        "工場が止まった会社はどこ",
        "哪些公司参加了",
    ],
)
def test_names_are_asked_for(question: str) -> None:
    assert asks_for_names(question)


@pytest.mark.parametrize(
    "question", ["what is Quillon?", "what did Quillon release?", "when does it open", "어디에서 열려?"]
)
def test_one_thing_is_no_names(question: str) -> None:
    assert not asks_for_names(question)
    assert not asks_for_several(question)


def test_whom_the_question_names_is_not_counted() -> None:
    found = names_in_line(
        "Toyota, Sony and Nvidia will build with Quillon", "en", "", a_question("who works with Nvidia?")
    )
    assert {"toyota", "sony"} <= found
    assert "nvidia" not in found


def test_the_sentence_that_names_them_is_told_and_not_its_neighbours() -> None:
    told = "Toyota, Sony, Hitachi and Fujitsu signed up for the Tidal robot models on Monday."
    text = f"The programme began in May. {told} It is open to others, the company said."
    article = an_article("a", "a", title="Japanese firms sign up for Tidal robot models", text=text)
    question = a_question("which Japanese firms signed up for the Tidal robot models?")
    found = enumerated(asked_for(question.text, {}), question, [(article, 0.9)])
    assert [one.line for one in found] == [told]
