"""What refers back is told behind the headline that says what it is of."""

from datetime import UTC, datetime

from news.asking import Answer, Intent, Passage
from news.model import Citation, Sentence
from summariser.answering.resolved import resolved

TITLE = "Orbita opens Lumo 3"


def _told(text: str, title: str = TITLE) -> list[str]:
    page = Passage("a", None, "S", "https://f.example/1", title, text, "en", datetime(2026, 7, 20, tzinfo=UTC), 1.0)
    told = (Sentence(text, (Citation(page.url, text, "S"),)),)
    answer = Answer("q", told, 0.5, False, (), "", intent=Intent.FACT, language="en")
    return [one.text for one in resolved(answer, [page]).sentences]


def test_it_stands_behind_its_headline() -> None:
    for text in ("It has 70 billion parameters.", "As of this week it runs Quillo on old servers."):
        assert _told(text) == [TITLE, text]


def test_where_the_headline_does_not_say_either_it_is_not_told() -> None:
    assert _told("They cost $3 a month.", "What will it cost?") == []


def test_what_names_its_subject_stands_alone() -> None:
    for text in ("Lumo 3 has 70 billion parameters.", "It is unclear whether Orbita will open Lumo 4."):
        assert _told(text) == [text]
