"""Who is put together in a question must be told together, with what was done."""

from datetime import UTC, datetime

import pytest

from news.asking import Passage
from summariser.asking.together import is_together, is_wholly_told, share_told, tells_all


def _report(title: str, text: str = "") -> Passage:
    return Passage("a", None, "S", "https://f.example/1", title, text, "en", datetime(2026, 7, 20, tzinfo=UTC), 1.0)


@pytest.mark.parametrize(
    ("question", "headline", "may"),
    [
        ("Did Apple buy Mistral?", "Apple buys Mistral for $4 billion", True),
        ("Did Apple buy Mistral?", "Apple buys a maker of sensors", False),
        ("does OpenAI own Anthropic?", "A rival claims to beat OpenAI and Anthropic", False),
        ("does OpenAI own Anthropic?", "OpenAI owns a tenth of Anthropic", True),
        ("微软投资了Mistral吗？", "Microsoft to fund Mistral's data centres", True),
        ("ソニーはAnthropicを買収した？", "ソニー、新型カメラを発表", False),
        ("Who did Apple sue?", "Apple sues OpenAI", True),
        ("Did OpenAI sue Apple?", "Apple sues OpenAI over secrets", False),
        ("where is Apple building a plant?", "Why Apple Sued OpenAI, Vega Builds a Plant, and What Rains Bring", False),
        (
            "where is Apple building a plant?",
            "Vega Cuts Jobs, Apple Builds a Plant in Oslo, and What Rains Bring",
            True,
        ),
    ],
)
def test_a_headline_with_one_of_them_or_without_the_deed_does_not_answer(
    question: str, headline: str, may: bool
) -> None:
    assert is_together(question, headline, _report(headline)) is may


def test_a_post_of_a_country_is_held_by_who_is_named_beside_it() -> None:
    question = "who is the president of the United States?"
    aside = "Ann Lee, co-chair of the President's Council, praised the United States."
    told = "United States President Ann Lee spoke."
    assert not is_together(question, aside, _report("A speech", aside))
    assert is_together(question, told, _report("A speech", told))


def test_one_sentence_with_both_and_the_deed_tells_it_wholly() -> None:
    assert is_wholly_told("Did Microsoft invest in Mistral?", "Microsoft to fund Mistral's expansion")
    assert not is_wholly_told("Did Microsoft invest in Mistral?", "Microsoft opens an office")
    assert not is_wholly_told("What did Microsoft invest in Mistral?", "Microsoft to fund Mistral's expansion")


@pytest.mark.parametrize(
    ("question", "told", "does"),
    [
        ("did DeepSeek raise prices?", "DeepSeek raises $7.4 billion as a price war begins", False),
        ("did DeepSeek raise prices?", "DeepSeek raises prices for its models", True),
        ("did Oracle get downgraded?", "Oracle near junk after a downgrade", True),
        ("DeepSeek要上市了吗", "DeepSeek 準備明年在上海上市", True),
    ],
)
def test_whether_something_is_so_is_told_by_all_that_is_asked(question: str, told: str, does: bool) -> None:
    assert tells_all(question, told) is does


def test_how_much_of_a_question_is_told_is_counted() -> None:
    assert share_told("did Acme really upload peoples code?", "Acme uploads whole code bases to a cloud") == 0.75
    assert share_told("did DeepSeek raise prices?", "DeepSeek moves to Shanghai") == 0
    assert share_told("DeepSeek?", "DeepSeek moves to Shanghai") == 0
