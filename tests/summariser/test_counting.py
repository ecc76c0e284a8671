"""Whose number it is that a sentence tells, and what a question's words are called in another language."""

import pytest

from news.languages import Language
from summariser.words.bywords import in_other_words
from summariser.words.counting import asks_for_a_sum, counted, whose_number

KIMI = "How many parameters does Kimi K3 have?"


@pytest.mark.parametrize(
    ("question", "text", "whose"),
    [
        (
            KIMI,
            "Alibaba previews Qwen3.8-Max, a 2.4 trillion-parameter model, days after Moonshot’s Kimi K3 launch",
            "another",
        ),
        (KIMI, "Kimi K3 is the first open model to reach 2.8 trillion parameters.", "own"),
        (KIMI, "Kimi K3 beats Qwen3.8-Max.", ""),
        ("Kimi K3 매개변수는 몇 개야?", '알리바바, 2.4조 매개변수 신모델 공개…"키미 K3 근접"', "another"),
        ("Who made Kimi K3?", "Alibaba previews Qwen3.8-Max, a 2.4 trillion model, days after Kimi K3", ""),
        ("How many people live in Oslo?", "Nvidia has 700,000 customers in Oslo.", ""),
    ],
)
def test_a_number_belongs_to_the_known_name_beside_it(question: str, text: str, whose: str) -> None:
    """A version is no number; where the question names nothing that is known, nothing == whose's."""
    assert whose_number(question, text) == whose


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Kimi K3有多少参数？", "en", "parameters"),
        ("Kimi K3 有多少參數？", "zh-Hans", "参数"),
        ("OpenAIのハードウェアは？", "en", "hardware"),
        ("DeepSeek 기업가치", "zh-Hant", "估值"),
        ("How much did TSMC invest?", "ja", "投資"),
        ("ทำไม Apple ฟ้อง OpenAI", "en", "sues"),
    ],
)
def test_the_words_of_the_trade_are_looked_for_in_the_reports_language(
    text: str, language: Language, word: str
) -> None:
    assert f" {word} " in in_other_words(text, language)


def test_about_is_no_how_many_in_thai() -> None:
    """เกี่ยวกับ holds กี่."""
    text = "Kimi K3 beats Qwen, which has 2.4 trillion parameters."
    assert whose_number("Kimi K3 มีกี่พารามิเตอร์", text) != ""
    assert whose_number("ข่าวเกี่ยวกับ Kimi K3", text) == ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("脆弱性は何件？", "ルモが脆弱性89件に対応"),
        ("何件の脆弱性に対応した？", "あわせて89件の脆弱性に対応した"),
        ("취약점은 몇 건?", "루모, 취약점 89건 수정"),
        ("多少个漏洞？", "露摩修复了89個漏洞"),
    ],
)
def test_a_count_is_told_by_a_number_beside_what_is_counted(question: str, told: str) -> None:
    """Where the best sentence has no number by that counter."""
    assert counted(question, ["12日のまとめ", told]) == [False, True]
    assert not any(counted(question, [told, "12日のまとめ"]))
    assert not any(counted("国民の大部分は何人か。", ["まとめ", "1人当たりの所得"]))


def test_how_much_money_is_not_how_much_of_anything() -> None:
    for text in ("얼마를 투자했나?", "価格はいくら？", "募資多少錢"):
        assert asks_for_a_sum(text), text
    for text in ("얼마나 걸리나?", "有多少人？", "いくらか減った理由は？"):
        assert not asks_for_a_sum(text), text
