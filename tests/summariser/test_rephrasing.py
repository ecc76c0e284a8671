"""A question in the words that reports use."""

import pytest

from summariser.asking.rephrasing import rephrased, words_of_forms


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What is Vega worth?", "What is the valuation of Vega?"),
        ("how much is Vega worth now?", "What is the valuation of Vega?"),
        ("What’s Vega worth?", "What is the valuation of Vega?"),
        ("What is Café Lumo worth?", "What is the valuation of Café Lumo?"),
        ("When is Vega going public?", "When is Vega's IPO?"),
        ("How much money has Vega got?", "How much funding does Vega have?"),
        ("is Vega gonna open Lumo?", "Will Vega open Lumo?"),
        ("did Vega really buy Orbita?", "did Vega buy Orbita?"),
    ],
)
def test_what_people_say_is_asked_as_reports_say_it(text: str, asked: str) -> None:
    assert rephrased(text, {}) == [asked]


@pytest.mark.parametrize(
    "text",
    [
        "What did Vega announce?",
        "Was hat Vega für Lumo bezahlt?",
        "😀",
        "",
        "how much did Vega raise?",
        "is Lumo worth buying?",
    ],
)
def test_what_reports_say_too_is_left_as_it_is(text: str) -> None:
    assert rephrased(text, {}) == []


def test_elsewhere_the_commonest_other_word_of_a_concept_stands_in() -> None:
    """One that some report has; none where no report has any."""
    text = "日本交通がウイルスにやられた？"
    tokens = words_of_forms(text)
    assert tokens
    nowhere = dict.fromkeys(["", *tokens], 5.0)
    assert rephrased(text, nowhere) == []
    common = {**nowhere, tokens[0]: 1.0}
    there = [one for one in rephrased(text, common) if one != text]
    assert all(one.startswith("日本交通が") for one in there)
