"""What a question asks for has a form - a sum, a count, a time to come, a company - and only what holds it answers."""

from datetime import UTC, datetime

import pytest

from news.asking import Question
from news.model import PUBLIC
from summariser.asking.asked import asked as what_is_asked
from summariser.asking.values import asks_one_thing, is_of_subject, is_their_own, value_asked


@pytest.mark.parametrize(
    ("question", "kind", "told", "other"),
    [
        ("When will Orbita 4 be released?", "time", "Orbita 4 is due next month", "Vega announces Orbita 3.6, teases Orbita 4"),
        ("How many parameters does Orbita 3.6 have?", "count", "Orbita 3.6, a 2.4 trillion-parameter model", "Orbita 3.6 uses 17 percent fewer tokens"),
        ("How many GPUs does Orbita own?", "count", "Orbita owns 20,000 GPUs", "Orbita raised $15 million"),
        ("How much did Orbita raise?", "sum", "Orbita raised $32 million", "Orbita raised hopes for 2027"),
        ("Which company acquired Orbita?", "company", "It was Vega that bought Orbita", "the acquisition of Orbita is closed"),
        ("오비타가 베가에 투자한 금액은?", "sum", "오비타, 베가에 3억 달러 투자", "오비타가 베가에 투자했다"),
        ("오비타 2분기 영업이익은?", "sum", "오비타, 2분기 영업익 577억", "오비타, 2분기 영업이익 43% 감소"),
        ("오비타에서 몇 명이 해고됐나?", "count", "오비타, 직원 300여 명 해고", "오비타, 3개 부서 해고"),
        ("Orbita 3 มีพารามิเตอร์เท่าไหร่", "count", "ขนาด 2.8 ล้านล้านพารามิเตอร์", "Orbita ปิด $3.5B"),
        ("Orbita 3有多少参数？", "count", "Orbita 3有2.8万亿参数", "Orbita 3的参数表公布"),
        ("How much does Orbita 3 cost per million tokens?", "sum", "$3 per million input tokens", "a million tokens of context"),
        ("Gemini 3は100万トークンあたりいくら？", "sum", "入力は3ドル", "文脈は100万トークン"),
        ("오르비-타 2.0 매개변수는 몇 개야", "count", "오르비-타 2.0 공개…750B 모델", "오르비-타 2.0, 3T 토큰 학습한 모델"),
        ("Orbitaの評価額は？", "sum", "企業価値は13億5000万ドルに達した", "巨額の評価額と量産の道筋が同時に立った"),
        ("Orbita 5はいつ発売されますか？", "time", "年内に発売", "Orbita 5を開発"),
    ],
)  # fmt: skip
def test_only_what_holds_the_kind_of_value_tells_it(question: str, kind: str, told: str, other: str) -> None:
    value = value_asked(question, english=question.isascii())
    assert value is not None
    assert value.kind == kind
    assert value.told_by(told)
    assert not value.told_by(other)


def test_another_version_s_time_is_not_the_one_asked_for() -> None:
    value = value_asked("When will Gemini 4 be released?", english=True)
    assert value is not None
    assert not value.told_by("Gemini 3.5 Pro comes soon, Gemini 4 is in training")
    assert value.told_by("Gemini 3.5 Pro is in testing, Gemini 4 comes in 2027")


def test_the_sum_s_own_word_tells_which_sum_it_is() -> None:
    value = value_asked("Orbitaの評価額は？", english=False)
    assert value is not None
    assert value.tells_its_measure("企業価値は13億ドル")
    assert not value.tells_its_measure("累計調達額は2億ドル")


@pytest.mark.parametrize(
    "question", ["What did Orbita release?", "When was Orbita 4 released?", "いつ公表された？", "誰が辞任した？"]
)
def test_what_has_no_such_form_is_not_held_to_one(question: str) -> None:
    assert value_asked(question, english=question.isascii()) is None


def test_two_words_that_ask_want_two_answers() -> None:
    assert asks_one_thing("How much did Orbita raise?")
    assert not asks_one_thing("How much did Orbita raise, and who led the round?")


@pytest.mark.parametrize(
    ("question", "title", "of_it"),
    [
        ("아스트라 매개변수는 몇 개야?", "아스트라, 매개변수 2조 개", True),
        ("아스트라 매개변수는 몇 개야?", "키미 K3, 매개변수 2조 개", False),
        ("오비타가 베가에 투자한 금액은?", "베가, 3억 달러 유치", False),
        ("오픈AI가 투자한 금액은?", "오픈에이아이, 3억 달러 투자", True),
    ],
)
def test_of_whom_it_is_asked_stands_there(question: str, title: str, of_it: bool) -> None:
    now = datetime(2026, 8, 3, tzinfo=UTC)
    asked = what_is_asked(Question("q", PUBLIC, None, question, "ko", now), ())
    assert is_of_subject(asked, title, title) is of_it


@pytest.mark.parametrize(
    ("told", "is_it"),
    [
        ("베-가 2.0은 매개변수가 750B인 모델", True),
        ("오르비타는 매개변수 250B 모델을 냈다", False),
        ("베-가 3.1은 매개변수가 900B인 모델", False),
    ],
)
def test_a_number_belongs_to_the_very_name_and_version(told: str, is_it: bool) -> None:
    question = Question("q", PUBLIC, None, "베-가 2.0 매개변수는 몇 개야?", "ko", datetime(2026, 7, 22, tzinfo=UTC))
    assert is_of_subject(what_is_asked(question, ()), told, "") is is_it


@pytest.mark.parametrize(
    ("question", "text", "own"),
    [
        ("OpenAIの評価額は？", "OpenAI出身研究者、新会社を評価額20億ドルで設立交渉か", False),
        ("How much did OpenAI raise?", "Former OpenAI staff raised $3 million for a startup", False),
        ("How much did OpenAI raise?", "OpenAI raised $3 billion", True),
        ("How much do OpenAI engineers earn?", "OpenAI engineers earn $300,000", True),
    ],
)
def test_the_sum_of_who_came_from_there_is_not_theirs(question: str, text: str, own: bool) -> None:
    assert is_their_own(question, text, "") is own


def test_what_a_company_is_worth_is_no_other_sum_of_it() -> None:
    worth, lease = (
        value_asked("리벨리온 기업가치", english=False),
        value_asked("what is the Hut 8 lease worth", english=True),
    )
    assert worth is not None
    assert worth.is_worth
    assert lease is None or not lease.is_worth
