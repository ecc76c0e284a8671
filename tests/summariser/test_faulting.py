"""What the reader and the model are told about sentences that do not hold."""

import pytest

from summariser.model.faulting import kinds, to_mend


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("tarvo/norvane", "tarvo and norvane do not play the same parts as in the quote"),
        ("parts of tarvo/norvane", "tarvo and norvane do not play the same parts as in the quote"),
        ("number 3", "the number 3 is not in the quote"),
        ("number 40 and 7 exchanged", "the numbers 40 and 7 count other things in the quote"),
        ("negation or direction", "it says yes where the quote says no"),
        ("no quote", "no quote"),
    ],
)
def test_the_model_is_told_in_a_sentence_what_does_not_stand_in_its_quote(fault: str, said: str) -> None:
    line = to_mend("Tarvo sold 3.", [fault])
    assert line.startswith("'Tarvo sold 3.': ")
    assert said in line


def test_the_reader_is_told_the_kind() -> None:
    """The most frequent first."""
    assert kinds(["number 3", "a/b", "number 4 and 5 exchanged", "opposite"]) == ("number", "role", "sense")
