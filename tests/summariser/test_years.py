"""A telling may write out the year that its quote leaves to the reader."""

from datetime import date

import pytest

from news.languages import Language
from summariser.checking.claims import judge
from summariser.checking.prompting import Material
from summariser.checking.replies import Claim, Support
from summariser.checking.years import with_years

JULY = date(2026, 7, 20)


@pytest.mark.parametrize(
    ("source", "told", "written"),
    [
        ("Nixon founded Tokka last year.", "Nixon founded Tokka in 2025.", "Nixon founded Tokka in 2025."),
        ("Tokka joined the index on July 7.", "Tokka joined it on July 7, 2026.", "Tokka joined the index on July 7, 2026."),
        ("In December, Tokka bought Orbix.", "Tokka bought Orbix in December 2025.", "In December 2025, Tokka bought Orbix."),
        ("Nixon founded Tokka last year.", "Nixon founded Tokka in 2024.", "Nixon founded Tokka last year."),
        ("Tokka grew 5% last year.", "Tokka grew 5% last year.", "Tokka grew 5% last year."),
        ("Tokka may buy Orbix.", "Tokka may buy Orbix in 2026.", "Tokka may buy Orbix."),
    ],
)  # fmt: skip
def test_a_year_left_to_the_reader_is_written_out_where_the_telling_does(source: str, told: str, written: str) -> None:
    assert with_years(source, told, JULY) == written


@pytest.mark.parametrize(
    ("told", "standing"),
    [("Nixon, a researcher, founded Tokka in 2025.", "grey"), ("Nixon, a researcher, founded Tokka in 2024.", "bad")],
)
def test_a_right_year_is_asked_about_and_a_wrong_one_refused(told: str, standing: str) -> None:
    quote = "Tokka was founded last year by Nixon, a researcher."
    shown = Material("A1", "https://x.example/1", "Tide", "Tokka", quote, "en", JULY)
    assert judge(Claim(told, (Support("A1", quote),)), {"A1": shown}, "en").standing == standing


@pytest.mark.parametrize(("year", "standing"), [("2025", "grey"), ("2024", "bad")])
def test_a_year_may_be_written_out_in_another_language(year: str, standing: str) -> None:
    quote = "Nixon, a former Google researcher, founded Tokka last year."
    shown = Material("A1", "https://x.example/1", "Tide", "Tokka", quote, "en", JULY)
    told = f"Google出身のNixonは{year}年にTokkaを設立した。"
    assert judge(Claim(told, (Support("A1", quote),)), {"A1": shown}, "ja").standing == standing


@pytest.mark.parametrize(
    ("language", "quote", "told"),
    [
        ("en", "Tokka raised $5 billion two months ago.", "Tokka raised $5 billion in May."),
        ("ja", "Tokka raised $5 billion two months ago.", "Tokkaは5月に50億ドルを調達した。"),
        ("ko", "Tokka raised $5 billion two months ago.", "Tokka는 지난 5월 50억 달러를 유치했다."),
        ("en", "두 달 전 Tokka는 50억 달러를 유치했다.", "Tokka raised $5 billion in May."),
        ("en", "Tokkaは先々月ではなく2か月前、50億ドルを調達した。", "Not two months before but in May, Tokka raised $5 billion."),
    ],
)  # fmt: skip
def test_a_month_told_by_how_far_back_it_lies_may_be_named(language: Language, quote: str, told: str) -> None:
    """By the article's date, and then a second look is asked; another month is refused."""
    spoken: Language = "ko" if "두 달" in quote else "ja" if "か月" in quote else "en"
    shown = Material("A1", "https://x.example/1", "Tide", "Tokka", quote, spoken, JULY)
    wrong = told.replace("May", "April").replace("5月", "4月").replace("5월", "4월")
    right, other = (judge(Claim(text, (Support("A1", quote),)), {"A1": shown}, language) for text in (told, wrong))
    assert (right.standing, right.is_asked, other.standing) == ("grey", True, "bad")


@pytest.mark.parametrize(("month", "standing"), [("June", "unchecked"), ("May", "bad")])
def test_the_month_before_may_be_named(month: str, standing: str) -> None:
    quote = "7月進口581億美元，較上月減7.2%。"
    shown = Material("A1", "https://x.example/1", "Tide", "進口", quote, "zh-Hant", JULY)
    told = f"Imports came to $58.1 billion in July, down 7.2% from {month}."
    assert judge(Claim(told, (Support("A1", quote),)), {"A1": shown}, "en").standing == standing
