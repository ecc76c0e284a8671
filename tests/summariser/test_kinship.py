"""What is near an unanswered question: the same name, or the same things."""

from datetime import UTC, datetime

import pytest

from news.asking import Passage
from summariser.kinship import is_near

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("question", "title", "text", "near"),
    [
        ("How much did Google pay for Wiz?", "I was one click away from paying for Photos", "It is by Google.", False),
        ("How much did Google pay for Wiz?", "Google opens a new office", "", True),
        ("Who founded Orbita?", "A film start-up is sold", "The sum for Orbita was $587M.", True),
        ("Can you translate this into French?", "A French startup built a viewer", "", False),
        ("How big is the forest fire drone fleet?", "Firefighting helicopters wanted", "", False),
        ("How big is the forest fire drone fleet?", "A drone fleet for the forest", "", True),
    ],
)
def test_a_story_is_near_by_its_name_or_by_two_words(question: str, title: str, text: str, near: bool) -> None:
    assert is_near(question, Passage("a", None, "Wire", "u", title, text or title, "en", NOON, 1.0)) is near
