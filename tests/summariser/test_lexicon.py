"""Concepts by the words that tell them, in whatever language, with what they are kinds of."""

import pytest

from summariser.words.lexicon import concepts_in, forms_of, lexicon, told_in
from summariser.words.vectors import DATA

ROOTS = {"deed"}
"""Kinds that no word tells."""


def named_in(text: str) -> dict[str, frozenset[str]]:
    return {text[one.start : one.end]: one.concepts for one in concepts_in(text)}


@pytest.mark.parametrize(
    "text",
    [
        "地銀が審査を任せる",
        "A regional bank hands over its checks",
        "지방은행, 심사를 맡기다",
        "地方银行交出审核",
        "ธนาคารท้องถิ่น",
    ],
)
def test_a_regional_bank_is_a_bank_and_that_a_company_in_every_language(text: str) -> None:
    assert told_in(text) >= {"bank", "company", "organization"}


@pytest.mark.parametrize(
    ("text", "told", "within"),
    [
        ("The central bank waits", "central bank", "bank"),
        ("They give up on robots", "give up on", "up"),
        ("央行中央銀行表態", "中央銀行", "銀行"),
        ("중앙은행이 기다린다", "중앙은행", "은행"),
    ],
)
def test_of_two_forms_at_one_place_the_longest_is_told(text: str, told: str, within: str) -> None:
    assert told in named_in(text)
    assert within not in named_in(text)


def test_a_thai_word_is_not_found_behind_the_vowel_of_another() -> None:
    """ปิดตัว, to close down, stands inside of เปิดตัว, to launch."""
    closes = told_in("บริษัทปิดตัว")
    assert "close a business" in closes
    assert "close a business" not in told_in("บริษัทเปิดตัวโมเดล")
    assert "close a business" not in told_in("บริษัทเปิดตัว")


@pytest.mark.parametrize(
    ("traditional", "simplified"), [("開源模型", "开源模型"), ("銀行裁員", "银行裁员"), ("機器人", "机器人")]
)
def test_traditional_characters_are_found_as_the_simplified_ones(traditional: str, simplified: str) -> None:
    assert told_in(traditional) == told_in(simplified)
    assert told_in(traditional)


def test_an_inflected_word_and_a_capital_are_the_same_word() -> None:
    assert told_in("Banks SUED") == told_in("bank sues")


def test_what_is_a_kind_of_it_is_searched_for_too_unless_that_is_half_the_news() -> None:
    assert "地銀" in set(forms_of("bank"))
    assert set(forms_of("organization")) == set(lexicon()["organization"].forms)


@pytest.mark.parametrize("name", ["bank", "brokerage", "hospital"])
def test_its_own_words_come_first_and_the_others_in_one_order(name: str) -> None:
    """A search takes the first of many, and is to find the same in every process."""
    own, found = lexicon()[name].forms, tuple(forms_of(name))
    assert found[: len(own)] == own
    firsts = [one.name for one in lexicon().values() if one.name != name and one.forms[0] in found]
    below = [one for one in firsts if name in told_in(one)]
    assert [one for one in found[len(own) :] if one in below] == sorted(below)


def test_every_row_of_the_table_is_whole() -> None:
    lines = (DATA / "lexicon.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert [row for row in rows if len(row) != 7] == []
    names = [row[0].split(", ")[0] for row in rows]
    assert len(set(names)) == len(names)
    kinds = {kind for row in rows for kind in row[5].split(", ") if kind}
    assert kinds <= {*names, *ROOTS}
    assert [row[0] for row in rows if not row[0] or not 0 <= float(row[6]) <= 1] == []
