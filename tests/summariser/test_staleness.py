"""An old event on a new page: what the dates in a text say."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from summariser.reading.staleness import days_in, is_past, past_share, told_on
from tests.summariser.pieces import article

MARCH = date(2026, 3, 4)
THREE_WEEKS = timedelta(days=21)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2025年10月末に提供を始めた。", True),
        ("2025년 10월 출시됐다.", True),
        ("11月5日に発表した。", True),
        ("3月2日に発表した。", False),
        ("เปิดตัวเมื่อ 28 ก.พ. ที่ผ่านมา", False),
        ("เปิดตัวเมื่อ 5 พ.ย. ที่ผ่านมา", True),
        ("学生が作り、QUIZCON2025で優秀賞を受けた。", True),
        ("2019年設立の会社。", False),
        ("2025年10月に始まり、2026年に広がった。", False),
        ("市場は2025年に倍増した。", False),
        ("日付のない文。", False),
    ],
)
def test_dates_tell_an_old_event(text: str, told: bool) -> None:
    """A month by its last day, a day without a year by the nearest one; the founding year and background say nothing."""
    assert is_past(text, MARCH, THREE_WEEKS) is told


def test_a_day_ahead_is_of_this_year_and_one_far_ahead_of_the_last() -> None:
    assert days_in("4月10日", MARCH) == (date(2026, 4, 10),)
    assert days_in("12月10日", MARCH) == (date(2025, 12, 10),)


def test_one_old_page_does_not_make_a_story_old() -> None:
    old = article("旧聞", text="2025年10月1日に始めた。", language="ja")
    new = article("新聞", text="2026年3月3日に始めた。", language="ja")
    assert past_share([old, new], THREE_WEEKS) == 0.5
    assert past_share([old], THREE_WEEKS) == 1.0
    assert past_share([article("無日付", text="始めた。", language="ja")], THREE_WEEKS) == 0.0


def test_an_address_tells_the_day_of_its_page() -> None:
    """A digest that lists pages of weeks ago dates them all to the day of its list."""
    late = article("学生の会社", text="資金を集めた。", language="ja", url="https://fjord.example/2026/02/10/students/")
    soon = article("学生の会社", text="資金を集めた。", language="ja", url="https://fjord.example/2026/03/03/students/")
    assert past_share([late], THREE_WEEKS) == 1.0
    assert past_share([soon], THREE_WEEKS) == 0.0


def test_an_older_day_in_an_address_is_when_the_news_was_told() -> None:
    """A feed that lists today what a page told weeks ago makes it no news; a day or two apart is a time zone or a late list."""
    listed = datetime(2026, 7, 29, 9, tzinfo=UTC)
    old = replace(article("Nimbus raises money"), url="https://a.example/2026/07/14/nimbus", published=listed)
    new = replace(old, url="https://a.example/2026/07/27/nimbus")
    assert told_on(old).date() == date(2026, 7, 14)
    assert told_on(new) == listed


def test_an_address_of_a_month_long_past_is_believed_and_one_of_this_month_is_not_needed() -> None:
    listed = article("Nimbus raises funds", url="https://b.example/2025/11/nimbus-raises")
    assert told_on(listed).date() == date(2025, 11, 30)
    today = article("Nimbus raises funds", url="https://b.example/2026/03/nimbus-raises")
    assert told_on(today) == today.published
