"""A name alone is told by the page that has it for a title."""

from datetime import UTC, datetime

import pytest

from news.asking import Answer, Passage
from summariser.answering.own_page import shown_by_its_page

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def page(text: str, title: str = "Orbita AI") -> Passage:
    return Passage("a", None, "New things", "https://f.example/1", title, text, "en", NOON, 1.0)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "**Launching today** **Private storage for busy people** **Visit website**",
            "Private storage for busy people",
        ),
        ("**We warm your seats for you**\n**Seats get cold when you leave. Orbita warms them.**", ""),
        (
            "**We warm your seats for you**\n**Orbita warms them before you sit down.**",
            "Orbita warms them before you sit down.",
        ),
        ("**Launching today**\n**Our best yet for you**", ""),
    ],
)
def test_the_line_that_says_what_it_is_goes_before_labels_and_advertising(text: str, told: str) -> None:
    nothing = Answer("q", (), 0.0, True, (), "")
    for question in ("Orbita AI", "What is Orbita AI?", "orbita ai?"):
        found = shown_by_its_page(nothing, question, [page("Quell fell.", "Orbita AI falls"), page(text)])
        assert [one.text for one in found.sentences] == ([told] if told else [])
        assert found.abstained is not bool(told)


def test_what_else_is_asked_is_not_told_by_it() -> None:
    nothing = Answer("q", (), 0.0, True, (), "")
    assert shown_by_its_page(nothing, "Who founded Orbita AI?", [page("The agent that handles checkout.")]) == nothing
