"""A question as it is looked up, and the language that an answer to it is told in."""

from datetime import UTC, datetime

import pytest

from bot.newsroom.finding.catching_up import tongues
from news.asking import Answer, Passage
from news.model import Citation, Sentence
from summariser.words.question_words import with_its_mark


@pytest.mark.parametrize(
    "text",
    [
        "OpenAIはHugging Faceについて何を認めたか",
        "Anthropicの和解は成立しましたか",
        "谷歌发布了什么模型",
        "Moonshot開源了嗎",
        "오픈AI는 무엇을 인정했나",
        "OpenAI ยอมรับอะไร",
    ],
)
def test_a_question_without_its_mark_is_the_same_question(text: str) -> None:
    """Marked once, and only what asks."""
    assert with_its_mark(text) == f"{text}？"
    assert with_its_mark(f"{text}？") == f"{text}？"


@pytest.mark.parametrize(
    "text", ["最新のAIニュース", "Kimi K3", "오늘의 AI 뉴스", "谷歌的新闻", "ข่าว OpenAI", "What's new"]
)
def test_what_asks_by_no_word_stays_as_it_is(text: str) -> None:
    """A name, or a wish for news."""
    assert with_its_mark(text) == text


def test_an_answers_language_is_that_of_its_sentences() -> None:
    """A model's translation is in the asker's, its source's own words beside it or alone are in the source's."""
    url, quote = "https://example.com/1", "Anthropic will pay $1.5 billion."
    passage = Passage("a", None, "S", url, "", quote, "en", datetime(2026, 7, 21, tzinfo=UTC), 1.0)

    def told(text: str, *, checked: bool = True) -> frozenset[str]:
        sentence = Sentence(text, (Citation(url, quote, "S"),), checked)
        return tongues(Answer("q", (sentence,), 1.0, False, (), ""), [passage], "ja")

    assert told("Anthropicは15億ドルを支払う。") == {"ja"}
    assert told("「Anthropic will pay $1.5 billion.」（未検証の訳：支払う）", checked=False) == {"ja"}
    assert told(quote) == {"en"}
    assert told("Anthropic said it will pay $1.5 billion.") == {"en"}
