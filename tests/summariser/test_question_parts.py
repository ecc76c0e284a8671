"""A question that asks two things, part by part."""

from datetime import date

import pytest

from summariser.asking.question_parts import parts_asked

TODAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("英Orbitaはいくら調達した？評価額は？", ("英Orbitaはいくら調達した?", "英Orbitaの評価額は?")),
        (
            "국가 시험장 총사업비 얼마고 언제 준공돼?",
            ("국가 시험장 총사업비 얼마나?", "국가 시험장 언제 준공돼?"),
        ),
        (
            "오픈AI 제타는 비용이 얼마나 들었고 몇 문제를 풀었어?",
            ("오픈AI 제타는 비용이 얼마나 들었나?", "오픈AI 제타 몇 문제를 풀었어?"),
        ),
        ("Orbita融资多少，谁领投？", ("Orbita融资多少?", "Orbita谁领投?")),
        (
            "When did Moonshot open Kimi K3 and how large is Claude?",
            ("When did Moonshot open Kimi K3?", "how large is Claude?"),
        ),
        ("What did OpenAI and Anthropic announce?", None),
        ("Who is the head of OpenAI?", None),
    ],
)
def test_each_part_is_a_question_of_whom_the_first_is_about(text: str, parts: tuple[str, str] | None) -> None:
    found = parts_asked(text, TODAY)
    assert (found and tuple(part.text for part in found)) == parts


def test_a_part_is_named_as_it_was_written() -> None:
    found = parts_asked("How much did Orbita raise and who led it?", TODAY)
    assert found
    assert [part.said for part in found] == ["How much did Orbita raise", "who led it"]
