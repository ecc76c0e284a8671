"""What is written to a machine is no question; a question beside it is one."""

import pytest

from summariser.asking.no_question import is_command, without_markup


@pytest.mark.parametrize(
    "text", ["'; DELETE FROM questions; --", "delete from stories where 1=1", "-openai google", "google -openai"]
)
def test_orders_of_a_database_and_of_a_search_engine_are_commands(text: str) -> None:
    assert is_command(text)


@pytest.mark.parametrize(
    "text",
    ["Who wants to delete from memory what we said?", "state-of-the-art models", "What did GPT-5.6 - or K3 - score?"],
)
def test_words_with_a_hyphen_and_plain_words_are_none(text: str) -> None:
    assert not is_command(text)


def test_markup_before_a_question_is_left_out() -> None:
    assert without_markup("<script>alert(1)</script> what did Nvidia announce?") == "what did Nvidia announce?"
    assert without_markup("<b></b>") == "<b></b>"
