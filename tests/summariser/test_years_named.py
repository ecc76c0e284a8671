"""A year that is named by its number alone is a time, where it is said that something was in it."""

from datetime import date

import pytest

from summariser.asking.understanding import understand
from summariser.words.moments import span_in

TODAY = date(2026, 7, 22)


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("what happened in 1999?", 1999),
        ("what did Orbita do in 2025?", 2025),
        ("2025年のAIニュース", 2025),
        ("2024年发生了什么", 2024),
        ("2025년에 오비타는 무엇을 발표했나", 2025),
        ("ข่าว AI ปี 2568", 2025),
        ("ในปี 2025 Orbita เปิดตัวอะไร", 2025),
    ],
)
def test_a_year_is_a_time(question: str, year: int) -> None:
    span = span_in(question, TODAY)
    assert span is not None
    assert span.is_year
    assert (span.start, span.end) == (date(year, 1, 1), date(year + 1, 1, 1))


@pytest.mark.parametrize(
    "question",
    ["what will happen in 2028", "how many of 2000 jobs were cut", "Vega 2028年に出る？", "in 2000 companies"],
)
def test_a_year_to_come_or_a_number_is_none(question: str) -> None:
    assert span_in(question, TODAY) is None


def test_of_one_thing_that_is_told_of_a_year_it_is_a_part() -> None:
    assert understand("how much will Orbita spend in 2026?", today=TODAY).span is None
    assert understand("what did Orbita announce in 2025?", today=TODAY).span is not None
