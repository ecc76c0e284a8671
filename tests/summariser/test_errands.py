"""What no news archive is for is declined; what is told of the same things in the news is not."""

import pytest

from summariser.asking.errands import asks_advice, asks_to_be_taught, is_errand


@pytest.mark.parametrize(
    "text",
    [
        "Orbit Foods share price today",
        "12 * 7",
        "will it rain in Oslo?",
        "translate this into Thai: hello",
        "the capital of Peru",
        "明日の天気は？",
        "任天堂の株価はいくら",
        "내일 비 올까",
        "강남 맛집 알려줘",
        "ราคาหุ้น ปตท วันนี้",
        "พรุ่งนี้ฝนจะตกไหม",
        "台南有什麼好吃的",
        "腾讯股价",
    ],
)
def test_an_errand_is_no_question_to_a_news_archive(text: str) -> None:
    assert is_errand(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nvidia stock after the export ban",
        "why did Nvidia's stock price fall",
        "AI weather forecasting models",
        "AIによる天気予報",
        "エヌビディアの株価が下がった理由",
        "삼성전자 주가 급락 이유",
        "台积电股价创新高",
        "AI 天氣預報模型",
        "GPT-4 vs GPT-5",
    ],
)
def test_news_of_the_same_things_is_asked_for(text: str) -> None:
    assert not is_errand(text)


@pytest.mark.parametrize(
    "text",
    [
        "should I buy Vega shares?",
        "should we use Lumo?",
        "is Vega a good investment?",
        "ベガの株を買うべきですか？",
        "我应该用Lumo吗？",
    ],
)
def test_advice_is_told_from_news(text: str) -> None:
    assert asks_advice(text)


@pytest.mark.parametrize("text", ["what did Vega advise?", "Vega says investors should wait"])
def test_what_others_advise_is_news(text: str) -> None:
    assert not asks_advice(text)


@pytest.mark.parametrize(
    "text", ["Lumoの使い方を教えて", "teach me python", "สอนเขียน python หน่อย", "怎么用Lumo？", "루모 사용법"]
)
def test_what_is_to_be_taught_is_no_news(text: str) -> None:
    assert asks_to_be_taught(text)


def test_what_somebody_uses_is_news() -> None:
    assert not asks_to_be_taught("how does Vega use Lumo?")
