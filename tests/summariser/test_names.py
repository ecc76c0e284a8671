"""Names, versions and numbers mean the same in every script."""

import pytest

from summariser.words.names import (
    Number,
    amounts_agree,
    amounts_conflict,
    companies_in,
    name_terms,
    names_in,
    numbers_in,
    versions_conflict,
    versions_in,
)
from summariser.words.vectors import terms


@pytest.mark.parametrize(
    "title", ["NVIDIA’s chips", "英伟达的芯片", "輝達的晶片", "エヌビディアのチップ", "엔비디아의 칩", "ชิปของเอ็นวิเดีย"]
)
def test_a_company_is_one_company_in_six_languages(title: str) -> None:
    """Every spelling of the alias table leads to the same id."""
    assert companies_in(title) == ("nvidia",)


def test_a_product_and_a_head_stand_for_their_company() -> None:
    """ChatGPT and Sam Altman both point at OpenAI, once."""
    assert companies_in("Sam Altman says ChatGPT grows") == ("openai",)


def test_names_come_in_order_of_mention_and_once() -> None:
    """The first mention decides the place."""
    assert [name.id for name in names_in("Mistral and Cohere, then Mistral again")] == ["mistral", "cohere"]


def test_a_name_inside_another_word_is_no_name() -> None:
    """ "Metadata" is not Meta, "snapple" is not Apple."""
    assert names_in("Metadata in snapple bottles") == ()


def test_a_version_glued_to_a_product_does_not_hide_it() -> None:
    """ "Qwen3.8-Max" is still Qwen."""
    assert companies_in("Qwen3.8-Max arrives") == ("alibaba",)


def test_a_name_of_several_words_needs_all_of_them() -> None:
    """ "Thinking" alone is no laboratory."""
    assert companies_in("Thinking about machines") == ()
    assert companies_in("Thinking Machines opens") == ("thinking-machines",)


@pytest.mark.parametrize(
    "title",
    [
        "raises $200 million",
        "raises US$200m",
        "2億ドルを調達",
        "融资2亿美元",
        "融資 2 億美元",
        "融资两亿美元",
        "2억 달러 투자 유치",
        "ระดมทุน 200 ล้านดอลลาร์",
    ],
)
def test_an_amount_is_one_amount_however_written(title: str) -> None:
    """Scale words and currencies of six languages come to the same number."""
    assert numbers_in(title) == (Number(2e8, "usd"),)


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("up 92 percent", Number(92, "%")),
        ("売上は3兆円", Number(3e12, "jpy")),
        ("1,250 jobs go", Number(1250, "")),
        ("2.5조원 투자", Number(2.5e12, "krw")),
        ("300 titles", Number(300, "")),
    ],
)
def test_numbers_keep_their_unit(title: str, number: Number) -> None:
    """Percent, currencies and plain counts stay apart."""
    assert number in numbers_in(title)


def test_years_and_small_counts_are_no_evidence() -> None:
    """ "In 2026" and "three of 5" would join anything with anything."""
    assert numbers_in("In 2026 only 5 remain") == ()


def test_a_version_is_no_number() -> None:
    """GPT-5.6 is a product, not five point six."""
    assert numbers_in("GPT-5.6 and Claude 44 arrive") == ()


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("GPT-5.6 arrives", {"gpt": frozenset({"5.6"})}),
        ("GPT 5.6 arrives", {"gpt": frozenset({"5.6"})}),
        ("gpt5.6登場", {"gpt": frozenset({"5.6"})}),
        ("Kimi K3 is open", {"kimi": frozenset({"3"})}),
        ("Brightloom 2.1 launches", {"brightloom": frozenset({"2.1"})}),
        ("Profit up 5.6% to 2.1 billion", {}),
        ("The top 10 of Q3", {}),
    ],
)
def test_versions_are_read_with_their_family(title: str, found: dict[str, frozenset[str]]) -> None:
    """However glued, and no percentages, quarters or rankings."""
    assert versions_in(title) == found


def test_versions_conflict_only_within_a_family() -> None:
    """Another version of the same product speaks against one event; a second product does not."""
    assert versions_conflict(versions_in("GPT-5.5 arrives"), versions_in("GPT-5.6 arrives"))
    assert not versions_conflict(versions_in("GPT-5.5 arrives"), versions_in("Grok 4.5 arrives"))
    assert not versions_conflict(versions_in("GPT-5.6 beats GPT-5.5"), versions_in("GPT-5.6 arrives"))


def test_sums_conflict_and_agree() -> None:
    """Only amounts of money are compared, in any currency's spelling."""
    five, six, share = numbers_in("$5 million"), numbers_in("600万美元"), numbers_in("up 7%")
    assert amounts_conflict(five, six)
    assert not amounts_conflict(five, share)
    assert amounts_agree(five, numbers_in("500만 달러"))
    assert not amounts_agree(share, share)


def test_name_terms_are_the_terms_texts_are_made_of() -> None:
    """So that a company daily in the news can weigh less than what happened."""
    assert set(terms("Anthropic 英伟达 엔비디아")) <= name_terms()
