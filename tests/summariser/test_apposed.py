"""What stands beside a name in passing answers what it is, who founded it and who bought it."""

from datetime import UTC, datetime

import pytest

from news.asking import Passage
from summariser.answering.apposed import told_beside

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
PAID = "Vega revealed that it paid $58 million in cash for Orbita, a startup co-founded by actor Ann Lee."
MEASURED = "The team says the models looked for a way round QuellGym, a benchmark that measures attacks on servers."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What is QuellGym?", MEASURED),
        ("who co-founded Orbita?", PAID),
        ("Who bought Orbita?", PAID),
        ("Who bought Vega?", ""),
        ("What is Vega?", ""),
        ("Why did Vega buy Orbita?", ""),
        ("who founded QuellGym?", ""),
    ],
)
def test_what_stands_beside_a_name_answers(question: str, told: str) -> None:
    text = f"{PAID} {MEASURED} The servers were not touched by anybody else."
    found = told_beside(question, [Passage("a", None, "Wire", "u", "Vega buys", text, "en", NOON, 1.0)])
    assert [one.text for one in found] == ([told] if told else [])
