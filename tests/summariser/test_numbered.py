"""The versions that a question names, and where a report has one."""

import pytest

from summariser.asking.numbered import numbered_in


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is GPT-7?", ["GPT-7"]),
        ("news on Kimi K9", ["Kimi K9"]),
        ("제미나이 7 가격 얼마야", ["Gemini 7"]),
        ("クロード9はいつ？", ["Claude9"]),
        ("DeepSeek V9什么时候发布？", ["DeepSeek V9"]),
        ("Nvidia H900 price", ["NVIDIA H900"]),
        ("Compare Llama 6 with Kimi K3", ["Kimi K3", "Llama 6"]),
        ("Q3 revenue of Orbita in 2026", []),
        ("앤트로픽 5곳 침입", []),
        ("Which 5 companies did Google buy in 3 weeks?", []),
        ("OpenAI 3 months ago", []),
        ("Gemini 2027年", []),
    ],
)
def test_a_name_with_its_number_is_a_version_and_a_count_is_none(question: str, said: list[str]) -> None:
    assert sorted(one.said for one in numbered_in(question)) == said


@pytest.mark.parametrize(
    ("question", "text", "there"),
    [
        ("What is Gemini 7?", "제미나이 7 공개", True),
        ("What is Gemini 7?", "제미나이 3 공개, 7일 발표", False),
        ("Claude 5?", "Claude Fable 5 is out", True),
        ("Claude 9?", "Claude spoke for 9 minutes", False),
        ("Kimi K9", "Moonshot releases Kimi K-9", True),
        ("Kimi K9", "Moonshot releases Kimi K9", True),
    ],
)
def test_a_report_has_a_version_where_the_number_stands_behind_the_name(question: str, text: str, there: bool) -> None:
    assert numbered_in(question)[0].stands_in(text) is there


def test_a_headline_with_another_version_is_beside_it() -> None:
    (asked,) = numbered_in("What is Kimi K9?")
    assert asked.is_beside("Moonshot opens Kimi K3")
    assert not asked.is_beside("Moonshot raises money")
