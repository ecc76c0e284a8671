"""What sort of thing a question asks for, and which texts hold one, in six languages."""

import pytest

from summariser.asking.answer_types import answer_type, asks_a_value, is_search


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
        ("how big is the deal with Vega", "amount"),
        ("how much did Vega's sales grow", "amount"),
        ("Vega 第三季長多少", "amount"),
        ("베가 매출 얼마나 늘었어", "amount"),
        ("ベガの株はどれくらい下がった", "amount"),
        ("Lumo 3 ได้คะแนนเท่าไร", "amount"),
        ("Vega 加碼投資多少", "money"),
        ("Vega ได้กำไรกี่พันล้าน", "amount"),
        ("Vega 融了幾億", "amount"),
        ("โครงการ Vega ใช้งบเท่าไหร่", "money"),
        ("Vega 的船最高有多快", "count"),
        ("베가 로봇 최대 몇 키로로 달려", "count"),
        ("Vega 影片有多長", "span"),
        ("베가 로봇은 커피 내리는 데 몇 초 걸려", "span"),
        ("Vega 要收購哪家", "which"),
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
        ("Lumo 3 哪天發布", "Lumo 3 9/24發布", "Lumo 3 受到關注"),
        ("Lumo 3 언제 출시돼", "Lumo 3 9월 출시", "10년 이상 풀리지 않던 문제"),
        ("how many boats will Vega buy", "Vega buys 30 boats.", "Vega buys a 10% stake, after 80% in 2021."),
        ("โครงการ Vega ใช้งบเท่าไหร่", "โครงการ Vega งบ 1,600 ล้าน", "โครงการ Vega มีคนใช้ 3 ล้านคน"),
        ("Vega 加碼投資多少", "Vega 加碼千億美元", "Vega 要蓋13座廠"),
        ("Vega 第三季長多少", "Vega 第三季長 13.7%", "Vega 第三季長得快"),
        ("베가에 얼마 투자해", "베가에 90억불 투자", "베가에 투자"),
    ],
)
def test_a_text_holds_the_answer_only_with_such_a_thing_in_it(question: str, holds: str, lacks: str) -> None:
    sought = answer_type(question, english=question.isascii())
    assert (sought.held_by(holds), sought.held_by(lacks)) == (1, 0)


def test_what_the_question_says_itself_is_no_answer_to_it() -> None:
    sought = answer_type("Did 420 people leave, or how many?", english=True)
    assert sought.held_by("420 people left.") == 0


def test_a_number_without_the_unit_that_is_asked_for_is_half_of_it_and_in_another_language_whole() -> None:
    sought = answer_type("ベガの社員は何人", english=False)
    assert [sought.held_by(text) for text in ("ベガで震度7", "Vega employs 420")] == [0.5, 1]


def test_what_lacks_every_number_lacks_the_answer_to_how_many_and_to_nothing_else() -> None:
    line = "Vega buys boats."
    questions = ("how many boats does Vega buy", "who buys boats", "why does Vega buy boats")
    assert [answer_type(one, english=True).lacked_by(line) for one in questions] == [True, False, False]


@pytest.mark.parametrize(
    ("question", "is_one"),
    [
        ("how much did Vega raise", True),
        ("when does Lumo 3 come out", True),
        ("ベガで結婚した人は何組", True),
        ("베가 로봇 값이 얼마야", True),
        ("Vega 花了多少錢", True),
        ("Vega ใช้งบเท่าไหร่", True),
        ("which firms raised how much", False),
        ("哪些公司融資了多少", False),
        ("บริษัทไหนบ้างระดมทุนได้เท่าไหร่", False),
        ("tell me about Vega", False),
    ],
)
def test_one_value_is_asked_for_by_how_much_and_when_but_not_with_whom(question: str, is_one: bool) -> None:
    assert asks_a_value(question) is is_one


@pytest.mark.parametrize("text", ["OpenAI Vega breach", "半導体 海底 工事", "予算", "Vega 裁員"])
def test_a_few_words_that_ask_nothing_are_a_search(text: str) -> None:
    assert is_search(text)


@pytest.mark.parametrize(
    "text", ["Who runs Vega?", "vega price", "what happened with Vega", "Vega 股价怎样", "Lumo 3 언제 나와"]
)
def test_what_asks_is_no_search(text: str) -> None:
    assert not is_search(text)


def test_the_day_of_a_thai_report_and_a_quarter_are_no_number_that_is_asked_for() -> None:
    asked = answer_type("Vega ได้กำไรกี่พันล้าน", english=False)
    assert not asked.held_by("วันที่ 29 ก.ค. Vega ในงบ FY26 Q4 (สิ้นสุด 30 มิ.ย.)")
    assert asked.held_by("Vega ทำกำไร $3.2B ในไตรมาสเดียวกัน")


@pytest.mark.parametrize("text", ["“10년 난제 10개 풀었다”…루모 4 예고", "50 年最強的港口"])
def test_so_many_years_are_no_time_at_which_it_is(text: str) -> None:
    assert answer_type("루모 4는 언제 나오나요?", english=False).lacked_by(text)


@pytest.mark.parametrize("text", ["루모 4, 2028년 출시", "26년 3월 출시", "8月4日に再開"])
def test_a_year_of_four_digits_or_a_day_is_one(text: str) -> None:
    assert not answer_type("루모 4는 언제 나오나요?", english=False).lacked_by(text)


def test_which_judge_is_a_person() -> None:
    assert answer_type("Which judge approved the settlement?", english=True).sort == "person"


def test_how_big_is_told_by_no_small_number_in_words_and_no_footnote() -> None:
    asked = answer_type("How big is Lumo 4?", english=True)
    assert asked.lacked_by("Two models were launched: Lumo 4[1] and another[2].")
    assert not asked.lacked_by("Lumo 4 has 2.4 trillion parameters")
