"""What somebody did is asked for as their news, whatever was spoken of; what "they" did goes on from it."""

import pytest

from summariser.asking.intents import is_perhaps_news, may_be_list
from summariser.asking.news_words import asks_news_of_a_name
from summariser.asking.understanding import marks_of


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("what did Nvidia announce this week?", True),
        ("anything on Meta?", True),
        ("NVIDIAは何を発表した？", True),
        ("Nvidia這週宣布了什麼？", True),
        ("엔비디아 뭐 발표했어?", True),
        ("Nvidia ประกาศอะไร", True),
        ("what did they announce this week?", False),
        ("when did Nvidia announce it?", False),
        ("Kimi K3はいつ発表された？", False),
    ],
)
def test_news_of_whom_a_question_names(text: str, theirs: bool) -> None:
    assert asks_news_of_a_name(text) is theirs


@pytest.mark.parametrize("text", ["is Nvidia bankrupt?", "did Meta open a lab?", "who is the CEO of Nvidia?"])
def test_one_truth_or_one_person_is_no_list(text: str) -> None:
    assert not may_be_list(text, marks_of(text))


def test_a_fact_in_form_may_be_news() -> None:
    assert is_perhaps_news("What's Washington doing about Chinese AI models?", frozenset())
    assert not is_perhaps_news("how many parameters does Kimi K3 have?", frozenset())
