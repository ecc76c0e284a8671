"""A follow-up made whole: what it names takes the place of its like in the question before; a whole question takes nothing over."""

from datetime import date

import pytest

from summariser.asking.conversation import Kind, resumed, with_its_subject
from summariser.asking.follow_frames import of_answer
from summariser.asking.in_full import in_full

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


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("more", "more"),
        ("who else?", "more"),
        ("他には？", "more"),
        ("還有嗎？", "more"),
        ("다른 소식은?", "more"),
        ("มีอีกไหม", "more"),
        ("where did you read that?", "source"),
        ("ソースは？", "source"),
        ("谁说的？", "source"),
        ("are you sure?", "sure"),
        ("정말이야?", "sure"),
        ("แน่ใจไหม", "sure"),
        ("say it shorter", "shorter"),
        ("短くまとめて", "shorter"),
        ("一句话总结", "shorter"),
        ("한 줄로", "shorter"),
        ("who else raised money?", None),
        ("is Apple sure?", None),
        ("source code leak", None),
    ],
)
def test_what_is_asked_of_the_answer_itself_is_told_from_other_questions(text: str, asks: str | None) -> None:
    assert of_answer(text) == asks


@pytest.mark.parametrize(
    ("last", "text", "whole"),
    [
        ("How much did Orbita raise?", "who led the round?", "who led the round Orbita?"),
        ("Why did Apple sue OpenAI?", "what does OpenAI say?", "how did OpenAI respond to Apple?"),
        ("오르비타 3 언제 나왔어?", "오픈소스야?", "오르비타 3 오픈소스야?"),
        ("Gemini 4とは何ですか？", "オープンソースなの？", "Gemini 4はオープンソースなの？"),
        ("什么是Gemini 4？", "开源吗？", "Gemini 4 开源吗？"),
    ],
)
def test_what_does_not_say_of_whom_is_of_whom_the_last_question_was(last: str, text: str, whole: str) -> None:
    assert resumed(text, last, TODAY, READ).text == whole


@pytest.mark.parametrize(
    ("last", "text", "whole"),
    [
        ("what happened with Waymo in San Francisco", "and Tesla?", "what happened with Tesla"),
        ("any news on ferries in Orlando?", "and in Tampa?", "any news on ferries in Tampa?"),
        ("which startups raised money this week?", "and robots?", "which robot startups raised money this week?"),
        ("which startups raised money in Chinese?", "and robots?", "which robot startups raised money in chinese?"),
        ("what is Orbita?", "and its model?", "what is Orbita's model?"),
        ("What did OpenAI announce yesterday?", "and the day before?", "What did OpenAI announce 2026-07-15?"),
    ],
)
def test_a_place_a_kind_and_a_time_stand_where_their_like_did(last: str, text: str, whole: str) -> None:
    assert resumed(text, last, TODAY, READ).text == whole


@pytest.mark.parametrize(
    "text", ["what is the best model?", "what is quantum computing?", "which companies were bought?", "何があった？"]
)
def test_what_says_of_what_it_is_stands_by_itself(text: str) -> None:
    assert resumed(text, "What is Gemini 4?", TODAY, READ).kind is Kind.WHOLE


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("CEO of Nvidia?", "who is the CEO of Nvidia?"),
        ("Mistral founders", "who are the founders of Mistral?"),
        ("explain RAG", "what is RAG?"),
        ("explain how RAG works", "explain how RAG works"),
        ("Nvidia's CEO sells shares", "Nvidia's CEO sells shares"),
        ("whats happening w/ grok", "what's happening with grok"),
        ("What's new with w8 decay?", "What's new with w8 decay?"),
        ("whats kimi k3", "what is kimi k3?"),
        ("weights when?", "when the weights?"),
        ("since when?", "since when?"),
        ("and when?", "and when?"),
        ("NEAR(Nvidia, AMD) OR chips", "(Nvidia, AMD) or chips"),
        ("Near miss at Nvidia", "Near miss at Nvidia"),
    ],
)
def test_a_short_question_is_asked_in_full(short: str, full: str) -> None:
    assert in_full(short) == full


@pytest.mark.parametrize(
    ("last", "text", "of"),
    [
        ("エヌビディアの株価はいくら？", "売上は？", "エヌビディア"),
        ("OpenAIっていくら調達した？", "評価額は？", "OpenAI"),
        ("오픈AI는 얼마를 투자받았어?", "매출은?", "오픈AI"),
        ("How much did Nvidia pay for it?", "and revenue?", "Nvidia"),
    ],
)
def test_a_word_for_something_alone_is_asked_of_the_one_before(last: str, text: str, of: str) -> None:
    assert of in resumed(text, last, TODAY, READ).text


@pytest.mark.parametrize(
    ("last", "text", "whole"),
    [
        ("How big is Gemini 4?", "is that more than Qwen 5?", "Gemini 4 vs Qwen 5, How big is?"),
        ("谷歌估值多少？", "比微软高吗", "谷歌 vs 微软, 估值多少?"),
    ],
)
def test_whether_it_is_more_than_anothers_compares_the_two(last: str, text: str, whole: str) -> None:
    assert resumed(text, last, TODAY, READ).text == whole
