"""What sort of thing a question asks for, and which texts hold one, in six languages."""

import pytest

from summariser.answer_types import answer_type, is_search


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("Who runs Vega Labs?", "person"),
        ("ベガの社長は誰？", "person"),
        ("베가 대표가 누구야?", "person"),
        ("ใครเป็นซีอีโอของ Vega", "person"),
        ("Vega 的執行長是誰", "person"),
        ("When does Lumo 3 come out?", "time"),
        ("Lumo 3はいつ出る？", "time"),
        ("Lumo 3 언제 나와?", "time"),
        ("Lumo 3 什么时候发布", "time"),
        ("Lumo 3 เปิดตัวเมื่อไหร่", "time"),
        ("How much did Vega raise?", "money"),
        ("ベガの調達額はいくら", "money"),
        ("베가 기업가치가 얼마야", "money"),
        ("Vega 融資了多少錢", "money"),
        ("Lumo 3 ราคาเท่าไหร่", "money"),
        ("how many people does Vega employ", "count"),
        ("ベガの社員は何人", "count"),
        ("베가 직원이 몇 명이야", "count"),
        ("Vega 有多少员工", "count"),
        ("Vega มีพนักงานกี่คน", "count"),
        ("how long does the ban last?", "span"),
        ("what share of the users pay?", "share"),
        ("why did Vega pause sales", "reason"),
        ("なぜ販売を止めたの", "reason"),
        ("Where is the plant built?", "place"),
        ("what is Lumo?", "nature"),
        ("ルモとは", "nature"),
        ("did Vega win the case", "truth"),
        ("Vega, please", ""),
    ],
)
def test_the_form_of_a_question_says_what_sort_of_thing_it_asks_for(question: str, sort: str) -> None:
    assert answer_type(question, english=question.isascii()).sort == sort


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        ("Who runs Vega Labs?", "Vega Labs is led by Mara Ostrow.", "Vega Labs has a new head."),
        ("When does Lumo 3 come out?", "Lumo 3 comes out in October.", "Lumo 3 is on its way."),
        ("how many people does Vega employ", "Vega employs 420 people.", "Vega raised $420 million in 2026."),
        ("How much did Vega raise?", "Vega raised $40 million.", "Vega raised money from 12 funds."),
        ("how long does the ban last?", "The ban lasts for two years.", "The ban begins on Monday."),
        ("what share of the users pay?", "Of its users 12% pay.", "Its users pay little."),
        ("ベガの社員は何人", "ベガの社員は420人だ", "ベガは4億円を調達した"),
        ("Lumo 3 什么时候发布", "Lumo 3 将于10月发布", "Lumo 3 受到关注"),
    ],
)
def test_a_text_holds_the_answer_only_with_such_a_thing_in_it(question: str, holds: str, lacks: str) -> None:
    sought = answer_type(question, english=question.isascii())
    assert (sought.held_by(holds), sought.held_by(lacks)) == (1, 0)


def test_what_the_question_says_itself_is_no_answer_to_it() -> None:
    sought = answer_type("Did 420 people leave, or how many?", english=True)
    assert sought.held_by("420 people left.") == 0


@pytest.mark.parametrize("text", ["OpenAI Vega breach", "半導体 海底 工事", "予算", "Vega 裁員"])
def test_a_few_words_that_ask_nothing_are_a_search(text: str) -> None:
    assert is_search(text)


@pytest.mark.parametrize(
    "text", ["Who runs Vega?", "vega price", "what happened with Vega", "Vega 股价怎样", "Lumo 3 언제 나와"]
)
def test_what_asks_is_no_search(text: str) -> None:
    assert not is_search(text)
