"""How many news are asked for."""

import pytest

from summariser.asking.number_asked import number_asked


@pytest.mark.parametrize(
    ("text", "most", "rest"),
    [
        ("top 5 stories this week", 5, "top stories this week"),
        ("give me three news about Vega", 3, "give me news about Vega"),
        ("What are the top five AI headlines?", 5, "What are the top AI headlines?"),
        ("the three biggest AI stories", 3, "the biggest AI stories"),
        ("top 3 funding rounds this month", 3, "top funding rounds this month"),
        ("5 things I should know", 5, "things I should know"),
        ("what did I miss? top 3 please", 3, "what did I miss? please"),
        ("top 10", 10, "the biggest news"),
        ("今週のAIニュースを3つ教えて", 3, "今週のAIニュースを教えて"),
        ("今日のトップ3", 3, "今日のニュース"),
        ("トップ5ニュース", 5, "主なニュース"),
        ("三条最重要的AI新闻", 3, "最重要的AI新闻"),
        ("이번 주 주요 뉴스 5개", 5, "이번 주 주요 뉴스"),
        ("3 biggest funding rounds", 3, "biggest funding rounds"),
        ("Vegaの最新ニュース3つ", 3, "Vegaの最新ニュース"),
        ("뉴스 3개만 Vega", 3, "뉴스 Vega"),
        ("3 ข่าว Vega", 3, "ข่าว Vega"),
        ("Vega 新聞兩則", 2, "Vega 新聞"),
        ("ขอข่าว AI 3 ข่าว", 3, "ขอข่าว AI"),
    ],
)
def test_the_number_is_read_and_left_out(text: str, most: int, rest: str) -> None:
    number = number_asked(text)
    assert number is not None
    assert (number.most, number.text) == (most, rest)


@pytest.mark.parametrize(
    "text",
    [
        "last 3 stories about Vega",
        "3 latest on Vega",
        "Vegaの最新ニュース3つ",
        "the latest five headlines",
        "最近三條Vega的新聞",
    ],
)
def test_the_newest_may_be_meant(text: str) -> None:
    number = number_asked(text)
    assert number is not None
    assert number.latest


@pytest.mark.parametrize(
    "text",
    ["Lumo 3 news", "give me the Lumo 3 news", "GPT-5 news", "Windows 11 updates", "what happened in 2026?", "news of the last 7 days", "what did the two companies announce?", "one thing about Vega", "how many stories are there?", "top 50 stories"],
)  # fmt: skip
def test_a_version_a_year_or_those_who_are_asked_of_are_no_number_of_news(text: str) -> None:
    assert number_asked(text) is None
