"""What an article has just brought in is known to its reader, not to who reads one sentence of it."""

import pytest

from summariser.reading.anaphora import anaphors
from summariser.reading.references import is_met


@pytest.mark.parametrize(
    ("before", "text", "needed"),
    [
        ("It tested this through a dedicated hub.", "Most questions came from outside the dedicated hub.", {"hub"}),
        ("Three senior people spoke of it.", "Officials discussed measures, the people say.", {"people"}),
        ("The impact was felt in Norway.", "The uneven impact is already reshaping trade.", {"impact"}),
        ("Sales fell, said research firm Quillwick.", "Ships wait, the firm’s head told Reuters.", {"quillwick"}),
        ("Brightloom opened a harbour.", "The company will open more.", set()),
        ("It tested a hub.", "Ships pass through the hub of Norway.", set()),
        ("It has a new plan.", "The new “harbour rules” cover two towns.", set()),
        ("A lawsuit followed.", "The lawsuit says that robots are loud.", set()),
    ],
)
def test_what_a_sentence_needs_to_be_understood(before: str, text: str, needed: set[str]) -> None:
    """The noun behind "the", unless it says itself which one; a name where "the firm" is not the headline's."""
    assert anaphors([before, text])[1] == needed


def test_singular_and_plural_are_one_thing() -> None:
    """A headline on hubs introduces the hub."""
    assert is_met(frozenset({"hub"}), frozenset({"hubs"}))
    assert not is_met(frozenset({"hub"}), frozenset({"harbour"}))
