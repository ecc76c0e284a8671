"""Tokens smaller than a word: what a text cut otherwise is found by."""

import pytest

from news.searching import finer_tokens, index_tokens, lightness, search_tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kimi K3 and GPT-5.6", []),
        ("人工 AI", ["~人", "~工"]),
        ("カメラを", ["~カ", "~メ", "~ラ"]),
        ("반도체", ["~반", "~도", "~체"]),
        ("เก้าอี้", ["~เก้าอี้"]),
        ("ปัญญา", ["~ปัญญ", "~ญญา"]),
        ("CVPR2022在哪", ["cvpr", "2022", "~在", "~哪"]),
        ("in CVPR2022", ["cvpr", "2022"]),
        ("B2022x a2022", []),
    ],
)
def test_characters_thai_units_and_clinging_years_are_tokens_of_their_own(text: str, expected: list[str]) -> None:
    """English has none; hiragana is grammar; a vowel or a tone belongs to its consonant."""
    assert finer_tokens(text) == expected
    assert index_tokens(text) == [*search_tokens(text), *expected]


def test_what_is_smaller_or_grammar_weighs_half() -> None:
    """A Chinese pair that spans a grammatical character is no word."""
    assert [lightness(token) for token in ("~人", "年的", "了2", "人工", "的", "gpt-5.6")] == [0.5, 0.5, 0.5, 1, 1, 1]


def test_two_ways_to_write_one_character_are_one() -> None:
    """臺 and 台 stand for each other in Taiwan's papers; a word is found whichever the question writes."""
    assert search_tokens("臺積電") == search_tokens("台積電")
    assert finer_tokens("裏") == finer_tokens("裡")
