"""News of a field, and of another one after it."""

from datetime import date

import pytest

from summariser.asking.conversation import Kind, is_of_everything, resumed
from summariser.asking.field_followed import field_asked_of, of_another_field

TODAY = date(2026, 7, 22)


@pytest.mark.parametrize(
    ("text", "field"),
    [("anything about chips?", "chips"), ("what's new in robotics?", "robotics"), ("ロボットについて何かある？", "ロボット"), ("机器人有什么新闻？", "机器人"), ("반도체 관련 소식은?", "반도체 "), ("anything about AI safety?", "AI safety")],
)  # fmt: skip
def test_news_of_a_field_are_told_from_other_questions(text: str, field: str) -> None:
    assert field_asked_of(text) == field


@pytest.mark.parametrize(
    "text",
    ["anything about Vega?", "anything about the merger?", "what did I miss since Monday?", "how much do chips cost?"],
)
def test_what_is_of_somebody_or_of_one_matter_is_no_field(text: str) -> None:
    assert field_asked_of(text) == ""


@pytest.mark.parametrize(
    ("last", "text", "whole"),
    [("anything about chips?", "and robots?", "any news on robots?"), ("what did I miss since Monday?", "what about regulation?", "any news on regulation?"), ("チップのニュースは？", "ロボットは？", "ロボットの最新ニュース"), ("芯片有什么新闻", "那机器人呢？", "机器人有什么新闻"), ("반도체 소식", "로봇은?", "로봇 최신 뉴스"), ("ข่าวชิป", "แล้วหุ่นยนต์ล่ะ", "ข่าวหุ่นยนต์ล่าสุด")],
)  # fmt: skip
def test_another_field_is_asked_after_the_news_of_one(last: str, text: str, whole: str) -> None:
    assert of_another_field(text, last, TODAY) == whole
    assert resumed(text, last, TODAY, {}).kind is Kind.SWAPPED


def test_chips_after_a_company_are_its_chips() -> None:
    assert of_another_field("and chips?", "what did OpenAI announce?", TODAY) == ""
    assert of_another_field("and the price?", "any news on chips?", TODAY) == ""


@pytest.mark.parametrize(
    "text",
    [
        "what are the top stories this week?",
        "top stories this month",
        "latest headlines",
        "今日のニュース",
        "오늘 주요 뉴스",
    ],
)
def test_the_news_of_a_time_or_the_main_ones_are_of_everything(text: str) -> None:
    assert resumed(text, "what did OpenAI announce?", TODAY, {}).kind is Kind.WHOLE
    assert is_of_everything(text, TODAY)


@pytest.mark.parametrize("text", ["any news?", "what happened?", "the news about it", "OpenAI news this week"])
def test_any_news_may_be_of_the_matter(text: str) -> None:
    assert not is_of_everything(text, TODAY)
