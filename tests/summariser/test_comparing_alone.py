"""A side of a comparison of which nothing is told, asked about alone."""

from datetime import UTC, datetime

import pytest

from news.languages import Language
from summariser.answering.aspects import wanted_in
from summariser.answering.comparable import answering
from summariser.answering.comparing import compared
from summariser.asking.sides_asked import sides_of
from summariser.asking.understanding import understand
from tests.summariser.test_comparing import report

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("asked", "alone"),
    [
        ("Kimi K3 vs Qwen 3.8 on price", "How much does Qwen 3.8 cost?"),
        ("アップルとグーグルの純利益を比べて", "グーグルの純利益は？"),
        ("SK하이닉스와 삼성전자 중 어디가 목표주가가 더 높아?", "삼성전자 목표주가가"),
    ],
)
def test_a_side_of_which_nothing_is_told_can_be_asked_about_alone(asked: str, alone: str) -> None:
    understood = understand(asked, today=NOON.date())
    wanted = wanted_in(understood.text, understood.sides)
    name = wanted.aspects[0] if wanted.aspects else ""
    language: Language = "en" if asked.isascii() else "ja" if "と" in asked else "ko"
    assert wanted.alone(understood.sides[1], name, language) == alone


def test_what_is_answered_of_one_side_alone_is_told_under_the_same_guards() -> None:
    asked = "Which raised more money, Orbita or Quellix?"
    sides = sides_of(asked, compares=False)
    wanted = wanted_in(asked, sides)
    own, other = (
        report("Video start-up Orbita raises $439M from investors"),
        report("OpenAI raises $2B, more than Orbita did"),
    )
    lines = [(one, one.title) for one in (own, other)]
    found = answering(lines, 0, "raised", sides, wanted, "en")
    assert [one.text for one in found] == [own.title]
    assert compared(found, sides, wanted).unanswered(wanted, sides) == ((1, "raised"),)
