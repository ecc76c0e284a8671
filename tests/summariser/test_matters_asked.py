"""What a conversation is about and a follow-up in its words."""

from summariser.asking.conversation import is_name_alone
from summariser.asking.matters_asked import asked_of, matter_of, says_little, speaks_of

MATTER = "Orbita Labs recalls its Lumo robots after a fire"


def test_a_question_with_the_words_of_the_matter_leaves_out_who_asks_and_what_was_said() -> None:
    assert asked_of("and at what valuation?", matter_of("How much could the Orbita IPO raise?")) == (
        "at what valuation Orbita IPO raise?"
    )
    assert asked_of("how many robots?", matter_of(MATTER)) == "how many robots Orbita Labs recalls Lumo fire?"


def test_a_line_speaks_of_a_matter_that_it_shares_several_words_with() -> None:
    assert speaks_of("Orbita recalled 40 robots", [matter_of(MATTER)])
    assert not speaks_of("Orbita hires a designer", [matter_of(MATTER)])


def test_a_question_word_is_no_name() -> None:
    assert not is_name_alone("and when?")
    assert is_name_alone("and Orbita?")


def test_a_few_words_without_a_name_say_little() -> None:
    assert says_little("at what valuation?")
    assert not says_little("when did Nvidia open its lab in Oslo?")
