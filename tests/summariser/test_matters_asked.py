"""What a conversation is about, a follow-up in its words, and whether a line tells what that asks."""

import pytest

from summariser.asking.conversation import is_name_alone
from summariser.asking.matters_asked import asked_of, matter_of, says_little, speaks_of, tells_what_is_asked

MATTER = "Orbita Labs recalls its Lumo robots after a fire"


def test_a_question_with_the_words_of_the_matter_leaves_out_who_asks_and_what_was_said() -> None:
    assert asked_of("and at what valuation?", matter_of("How much could the Orbita IPO raise?")) == (
        "at what valuation Orbita IPO raise?"
    )
    assert asked_of("how many robots?", matter_of(MATTER)) == "how many robots Orbita Labs recalls Lumo fire?"


def test_a_line_speaks_of_a_matter_that_it_shares_several_words_with() -> None:
    assert speaks_of("Orbita recalled 40 robots", [matter_of(MATTER)])
    assert not speaks_of("Orbita hires a designer", [matter_of(MATTER)])


@pytest.mark.parametrize(
    ("asked", "line", "tells"),
    [
        ("how many?", "Orbita recalled 40 robots", True),
        ("how many?", MATTER, False),
        ("how much per robot?", "Orbita pays $900 for a robot", True),
        ("how much per robot?", "Orbita pays for each robot", False),
        ("who is its founder?", MATTER, False),
        ("why?", MATTER, False),
        ("what did Orbita say?", "Orbita says the battery was at fault", True),
        ("what did Orbita say?", MATTER, False),
    ],
)
def test_a_line_tells_what_is_asked_and_not_only_what_was_spoken_of(asked: str, line: str, tells: bool) -> None:
    assert tells_what_is_asked(asked, matter_of(MATTER), line) is tells


def test_what_was_told_already_is_no_answer_to_what_it_does_not_say() -> None:
    assert not tells_what_is_asked("where to?", "Orbita", "Its head of chips leaves Orbita", again=True)


def test_a_question_word_is_no_name() -> None:
    assert not is_name_alone("and when?")
    assert is_name_alone("and Orbita?")


def test_a_few_words_without_a_name_say_little() -> None:
    assert says_little("at what valuation?")
    assert not says_little("when did Nvidia open its lab in Oslo?")
