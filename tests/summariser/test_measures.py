"""A figure of another measure, of another company or of a day that has passed answers nothing."""

from datetime import date

import pytest

from summariser.answering.measures import is_of_another_measure
from summariser.answering.whose_value import is_of_a_stranger, is_overtaken, is_owned_by_another

TODAY = date(2026, 7, 22)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("What was TSMC's second quarter profit?", "TSMC posted record $40 billion revenue."),
        ("오르비타 2분기 영업이익률은?", "오르비타는 2분기 매출이 26% 증가했다."),
        ("オルビタの純利益は？", "オルビタの売上高は3兆円だった。"),
        ("how many employees does Vega have?", "Vega has 3 million users."),
    ],
)
def test_a_profit_is_no_revenue(question: str, line: str) -> None:
    assert is_of_another_measure(question, line)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("What was TSMC's profit?", "Its profit rose to $3 billion on revenue of $40 billion."),
        ("how many users does Vega have?", "Vega has 3 million subscribers and users."),
        ("how much did Vega raise?", "Vega's revenue is $3 billion."),
        ("What was Vega's profit?", "It was $3 billion."),
        ("how do profit and revenue compare?", "Revenue was $3 billion."),
    ],
)
def test_a_line_that_has_the_measure_or_none_may_answer(question: str, line: str) -> None:
    assert not is_of_another_measure(question, line)


def test_a_value_is_of_the_company_that_is_asked_of() -> None:
    assert is_of_a_stranger(
        "삼성전자 2분기 영업이익은?", "삼성SDS는 2분기 영업이익 2318억원을 발표했다.", "삼성SDS 실적"
    )
    assert not is_of_a_stranger("How much did Meta earn?", "It earned $20 billion.", "Meta beats expectations")
    assert not is_of_a_stranger("How much did Quillo earn?", "It earned $20 billion.", "Results"), "in no table"


@pytest.mark.parametrize(
    ("text", "is_anothers"),
    [
        ("Orbita announced a $15 million raise from researchers of OpenAI and Anthropic.", True),
        ("Anthropic raises $3 billion from Vega.", False),
        ("Vega led a $3 billion raise for Anthropic.", False),
    ],
)
def test_a_round_is_of_who_stands_before_its_verb(text: str, is_anothers: bool) -> None:
    assert is_owned_by_another("How much did Anthropic raise?", text, text) is is_anothers


def test_a_day_that_has_passed_is_not_when_something_will_be() -> None:
    asked = "When is Lumo's next flight?"
    assert is_overtaken(asked, "Lumo is expected to fly as soon as July 16.", TODAY)
    assert is_overtaken("オルビタの発表会はいつ開かれる？", "7月3日に開く。", TODAY)
    assert not is_overtaken(asked, "Lumo is expected to fly on July 23.", TODAY)
    assert not is_overtaken(asked, "Lumo is expected to fly on May 7, 2027.", TODAY)
    assert not is_overtaken(asked, "Lumo is expected to fly on January 7.", TODAY), "the next one"
    assert not is_overtaken("오르비타 발표회는 언제 열릴 예정이야?", "2027년 7월 3일에 열린다.", TODAY)
    assert not is_overtaken(asked, "After July 16 it is now expected on July 23.", TODAY)
    assert not is_overtaken("When was Lumo's flight?", "Lumo flew on July 16.", TODAY)
    assert not is_overtaken("When is Vega's IPO?", "Vega prepares for an IPO; its sales doubled in June.", TODAY)


@pytest.mark.parametrize(
    ("text", "is_anothers"),
    [
        ("OpenAI researcher Ida Holm is in talks to raise $200M at a $2B valuation.", True),
        ("Nvidia-backed Fireworks hits $17.5 billion valuation", True),
        ("OpenAI is in talks at a $2B valuation.", False),
        ("Vega leads a $3B investment in OpenAI at a high price.", False),
    ],
)
def test_what_somebody_is_worth_is_not_what_their_people_or_clients_are(text: str, is_anothers: bool) -> None:
    asked = "What is the valuation of Nvidia?" if "Nvidia" in text else "What is the valuation of OpenAI?"
    assert is_owned_by_another(asked, text, text) is is_anothers
