"""What is said to a newsroom and asks nothing of it."""

import pytest

from summariser.asking.small_talk import is_greeting, is_small_talk, is_thanks


def test_thanks_are_thanks_and_ask_for_nothing() -> None:
    for text in (
        "thank you",
        "Thanks a lot!",
        "ok, thanks",
        "ありがとうございました",
        "謝謝你",
        "감사합니다",
        "ขอบคุณครับ",
    ):
        assert is_thanks(text)
    for text in ("thanks, what did Vega launch?", "who thanks whom", "谢谢 Vega 发布了什么"):
        assert not is_thanks(text)


def test_small_talk_is_told_from_questions() -> None:
    """A model for the weather is news, the weather is not."""
    for text in (
        "hello",
        "こんにちは",
        "you are stupid",
        "good bot",
        "bye",
        "tell me a joke",
        "what's the weather in Tokyo",
    ):
        assert is_small_talk(text)
    for text in ("Did DeepMind release a weather model?", "What did OpenAI say hello to?"):
        assert not is_small_talk(text)


@pytest.mark.parametrize(
    "text",
    ["hello", "Hi there!", "hey bot", "good morning", "who are you?", "are you an LLM?", "What can you do?", "こんにちは！", "何ができますか？", "你好啊", "你能做什么？", "안녕하세요", "สวัสดีครับ"],
)  # fmt: skip
def test_a_greeting_is_one(text: str) -> None:
    assert is_greeting(text)


@pytest.mark.parametrize(
    "text",
    ["hi, what did Vega launch?", "good morning, any news?", "Hello Kitty robot", "你好公司发布了什么", "thanks"],
)
def test_what_asks_behind_a_greeting_is_none(text: str) -> None:
    assert not is_greeting(text)
