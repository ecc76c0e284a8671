"""A word whose letters are the initials of a name in the titles stands for that name."""

import pytest

from summariser.words.initials import spelled_by

TITLES = ["29 countries join the World AI Cooperation Organization", "Office of Robotics Policy opens", "WAIC opens"]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("waico", "World AI Cooperation Organization"),
        ("WAICO", "World AI Cooperation Organization"),
        ("orp", ""),
        ("quillo", ""),
    ],
)
def test_a_word_is_the_name_whose_words_begin_with_its_letters(word: str, name: str) -> None:
    assert spelled_by(word, TITLES) == name
