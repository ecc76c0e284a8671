"""A wrong character in a name that the archive writes otherwise."""

import pytest

from summariser.words.misspelling import respelt
from summariser.words.miswritten import doubts, meant, pairs_of

REPORTS = ["貝萊德與美達合資建資料中心，貝萊德出資", "아셴브레너의 펀드 200억달러", "外国勢の買い越し、外国勢が支える"]


def _read(text: str) -> str:
    held = frozenset(pair for report in REPORTS for pair in pairs_of(report))
    found = [slip for doubt in doubts(text, held.__contains__) if (slip := meant(doubt, text, REPORTS))]
    return respelt(text, tuple(found))


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("貝萊得要多少錢", "貝萊德要多少錢"),
        ("아쉔브레너는 누구", "아셴브레너는 누구"),
        ("貝萊德要多少錢", "貝萊德要多少錢"),
        ("貝萊鬼要多少錢", "貝萊鬼要多少錢"),
        ("外国人は何人", "外国人は何人"),
        ("聯發科要多少錢", "聯發科要多少錢"),
    ],
)
def test_what_sounds_alike_or_stands_among_its_neighbours_was_meant(asked: str, read: str) -> None:
    """A character that sounds otherwise, or has no neighbour in the archive, makes another word."""
    assert _read(asked) == read
