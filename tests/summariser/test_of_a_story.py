"""Whether a question is of one story that is shown, or stands by itself."""

import pytest

from summariser.asking.story_questions import is_of_a_story


@pytest.mark.parametrize(
    "question",
    [
        "Which companies raised money this week?",
        "What companies raised money this month?",
        "who got funding this past week?",
        "บริษัทไหนได้เงินลงทุนสัปดาห์นี้",
    ],
)
def test_this_week_is_no_story(question: str) -> None:
    assert not is_of_a_story(question)


@pytest.mark.parametrize("question", ["Who is behind this?", "when did it happen?", "これはいつ？", "ข่าวนี้เมื่อไหร่"])
def test_this_is_a_story(question: str) -> None:
    assert is_of_a_story(question)
