"""A follow-up made whole: what it names takes the place of its like in the question before; a whole question takes nothing over."""

from datetime import date

import pytest

from summariser.conversation import Kind, resumed, with_its_subject

TODAY = date(2026, 7, 17)
READ = {"The Tidings": "tidings", "Harbour Post": "harbour"}


@pytest.mark.parametrize(
    ("last", "text", "whole"),
    [
        ("How much does Gemini 4 cost?", "and Qwen 5?", "How much does Qwen 5 cost?"),
        ("how big is gemini 4", "and qwen k3?", "how big is qwen k3"),
        ("how much did fireworks raise", "and pixelwave?", "how much did pixelwave raise"),
        ("Compare Mistral and Google on price", "and OpenAI?", "Compare Mistral and OpenAI on price"),
        ("What did OpenAI announce in Japan?", "and in France?", "What did OpenAI announce in France?"),
        ("What did OpenAI announce last week?", "and this week?", "What did OpenAI announce this week?"),
        ("エヌビディアの株価はいくら？", "グーグルは？", "グーグルの株価はいくら？"),
        ("오픈AI는 얼마를 투자받았어?", "구글은?", "구글는 얼마를 투자받았어?"),
        ("谷歌上周发布了什么？", "那微软呢？", "微软上周发布了什么？"),
    ],
)
def test_what_a_follow_up_names_takes_the_place_of_its_like(last: str, text: str, whole: str) -> None:
    found = resumed(text, last, TODAY, READ)
    assert (found.text, found.kind) == (whole, Kind.SWAPPED)


def test_a_source_takes_the_place_of_a_source_and_a_company_stands_beside_it() -> None:
    last = "what did The Tidings report last week?"
    assert resumed("and Harbour Post?", last, TODAY, READ).text == "what did Harbour Post report last week?"
    assert resumed("and Reuters?", last, TODAY, READ).text == "what did Reuters report last week?"
    assert resumed("and Apple?", last, TODAY, READ).text == "what did The Tidings report last week about Apple?"


@pytest.mark.parametrize(
    ("last", "text", "whole"),
    [
        ("Who is the CEO of Nvidia?", "and the CFO?", "the CFO of Nvidia?"),
        ("What is Gemini 4?", "and who made it?", "who made Gemini 4?"),
        ("who runs mistral?", "what did they release?", "what did mistral release?"),
    ],
)
def test_it_is_whom_the_question_before_was_about(last: str, text: str, whole: str) -> None:
    found = resumed(text, last, TODAY, READ)
    assert (found.text, found.kind) == (whole, Kind.OF_IT)


@pytest.mark.parametrize(
    "text",
    [
        "What did Anthropic publish about safety?",
        "Who founded Mistral?",
        "グーグルは何を発表した？",
        "구글이 어제 발표한 모델은?",
        "谷歌昨天发布了什么？",
        "กูเกิลเปิดตัวอะไรเมื่อวาน",
    ],
)
def test_a_whole_question_takes_nothing_over(text: str) -> None:
    found = resumed(text, "How much does Gemini 4 cost?", TODAY, READ)
    assert (found.text, found.kind) == (text, Kind.WHOLE)


def test_a_few_words_that_name_nobody_may_be_of_whom_the_last_question_was() -> None:
    last = "What is new with Mistral?"
    assert with_its_subject("any layoffs?", last, TODAY) == "any layoffs Mistral?"
    assert with_its_subject("any layoffs at Google?", last, TODAY) == ""
    assert with_its_subject("any layoffs?", "what happened today?", TODAY) == ""
