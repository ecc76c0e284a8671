"""What is near an unanswered question: the same name, or the same things."""

from datetime import UTC, datetime

import pytest

from news.asking import Passage
from summariser.answering.kinship import near

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("question", "title", "text", "is_near"),
    [
        ("How much did Google pay for Wiz?", "I was one click away from paying for Photos", "It is by Google.", False),
        ("How much did Google pay for Wiz?", "Google opens a new office", "", True),
        ("Who founded Orbita?", "A film start-up is sold", "The sum for Orbita was $587M.", True),
        ("Can you translate this into French?", "A French startup built a viewer", "", False),
        ("How big is the forest fire drone fleet?", "Firefighting helicopters wanted", "", False),
        ("How big is the forest fire drone fleet?", "A drone fleet for the forest", "", True),
        ("Who bought Modular?", "A modular bracket has a finder tag", "", False),
        ("Who is the CEO of Sila?", "Lyft's CEO says it is good", "The CEO of a company said so.", False),
    ],
)
def test_a_story_is_near_by_its_name_or_by_two_words(question: str, title: str, text: str, is_near: bool) -> None:
    assert bool(near(question, [_report(title, text)])) is is_near


def test_what_has_the_whole_head_of_the_name_is_nearest_and_the_number_of_another_thing_is_not() -> None:
    titles = ("Magnetophon K4, a tape recorder", "Claude for schools opens", "Claude Opus 5 cheats at a test")
    reports = [_report(title) for title in titles]
    assert [one.title for one in near("Claude Opus 6", reports)] == [titles[2], titles[1]]
    assert not near("키미 K4 언제 나와?", reports)


def _report(title: str, text: str = "") -> Passage:
    return Passage("a", None, "Wire", "u", title, text or title, "en", NOON, 1.0)
