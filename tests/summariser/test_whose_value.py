"""Whose a value is, and whether what was promised is still to come."""

from datetime import date

import pytest

from summariser.answering.whose_value import is_of_another, is_overtaken

TODAY = date(2026, 7, 22)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How much is Nvidia worth?", "Apple overtakes Nvidia and is worth $4.9 trillion"),
        ("エヌビディアの時価総額は？", "アップルの時価総額が5兆ドル、エヌビディアに次いで2社目"),
        ("엔비디아 시가총액은 얼마?", "애플, 엔비디아를 제치고 시가총액 5조달러"),
        ("輝達市值多少？", "蘋果市值 5 兆美元，超越輝達"),
    ],
)
def test_who_is_only_passed_by_another_has_not_the_value(question: str, text: str) -> None:
    assert is_of_another(question, "money", text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How much is Apple worth?", "Apple overtakes Nvidia and is worth $4.9 trillion"),
        ("How much did Nvidia invest in Naver?", "Naver says Nvidia invests $1 billion"),
        ("How much is it worth?", "Apple overtakes Nvidia and is worth $4.9 trillion"),
    ],
)
def test_whose_the_value_is_may_stand_anywhere(question: str, text: str) -> None:
    assert not is_of_another(question, "money", text)


def test_a_promise_whose_month_has_passed_is_no_day_to_come() -> None:
    assert is_overtaken("When will Lumo 4 be released?", "In May Fjord said that Lumo 4 comes next month", TODAY)


@pytest.mark.parametrize(
    "text", ["Lumo 4 comes by July 27", "Announced in May, Lumo 4 comes in 2027", "Lumo 4 comes soon"]
)
def test_a_day_ahead_is_one(text: str) -> None:
    assert not is_overtaken("When will Lumo 4 be released?", text, TODAY)


def test_when_it_was_may_lie_behind() -> None:
    assert not is_overtaken("When was Lumo 3 released?", "Lumo 3 was released in May", TODAY)
