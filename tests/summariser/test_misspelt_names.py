"""Names of several words misspelt, names as the reports write them, and words of other languages, which are no slips."""

import pytest

from summariser.words.misspelling import asking_slips
from summariser.words.misspelt_names import among, name_slips, native_words
from summariser.words.tongue_words import words_elsewhere


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("who hacked huging fase?", ["Hugging Face"]),
        ("what did Thinkng Machines release", ["Thinking Machines"]),
        ("Hugging Face was hacked", []),
        ("a hugging fact about white horses", []),
    ],
)
def test_words_that_together_are_near_a_known_name_are_that_name(question: str, names: list[str]) -> None:
    assert [slip.name for slip in name_slips(question)] == names


@pytest.mark.parametrize(
    ("word", "reports", "name"),
    [
        ("Orbitics", ["Orbitix opens a plant", "A robot by Orbitix"], "Orbitix"),
        ("Orbitics", ["orbiting the moon", "A robot by Vega"], ""),
        ("Velaro", ["Velara and Velars meet"], ""),
        ("에센브리너", ["아센브리너 펀드가 추락", "아센브리너의 몰락"], "아센브리너"),
        ("에센브리너", ["아센브리너 펀드가 추락"], ""),
        ("정리해줘요", ["정리해 본 뉴스", "정리해 본 소식"], ""),
        ("オルビターナ", ["オルビターネの新工場"], "オルビターネ"),
    ],
)
def test_a_strange_name_is_the_only_near_one_that_the_reports_write(word: str, reports: list[str], name: str) -> None:
    assert among(word, reports) == name


def test_korean_words_are_looked_up_without_their_particle() -> None:
    assert [slip.written for slip in native_words("오르비타랩스가 공개한 로봇")] == ["오르비타랩스"]


def test_a_word_of_another_language_is_no_slip() -> None:
    assert words_elsewhere(["quanti", "Warum", "moonshoot", "valution"]) == {"quanti", "warum"}


@pytest.mark.parametrize(("written", "meant"), [("wher", "where"), ("hapend", "happened"), ("mutch", "much")])
def test_of_two_words_that_ask_the_one_with_all_its_letters_is_meant(written: str, meant: str) -> None:
    assert [slip.name for slip in asking_slips(written)] == [meant]
