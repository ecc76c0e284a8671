"""A term is explained by what says its meaning; a name is another matter."""

from datetime import UTC, datetime

import pytest

from news.asking import Answer, Intent, Passage, Question
from news.languages import Language
from news.model import PUBLIC, Citation, Sentence
from summariser.answering.terms import explains, is_term
from summariser.answering.what_it_is import led_by_what_it_is

NOW = datetime(2026, 7, 20, tzinfo=UTC)


def _report(title: str, text: str = "", language: Language = "en") -> Passage:
    return Passage(title, None, "S", f"https://f.example/{len(title)}", title, text, language, NOW, 1.0)


@pytest.mark.parametrize(
    ("name", "text", "does"),
    [
        ("mixture of experts", "Mixture-of-Experts (MoE) models activate a few experts for each token.", True),
        ("mixture of experts", "It runs Quillo, an open-weights mixture-of-experts model, at five tokens.", False),
        ("prompt injection", "A type of attack known as prompt injection slips a model orders.", True),
        ("prompt injection", "Quillo is most robust to prompt injections.", False),
        ("強化学習", "強化学習とは、試行錯誤で学ぶ手法である。", True),
        ("強化学習", "オルビタが強化学習の基盤を公開した。", False),
        ("에이전트", "에이전트란 스스로 일을 처리하는 프로그램이다.", True),
        ("智能体", "智能体是一种能自主完成任务的程序。", True),
        ("AI agent", "AI agent คือโปรแกรมที่ทำงานแทนคน", True),
        ("QDP", "The Quill Data Protocol (QDP) is a way for models to reach other programs.", True),
        ("QDP", "Orbita opened its app (QDP) on Friday.", False),
    ],
)
def test_a_term_is_explained_by_what_it_means_or_how_it_works(name: str, text: str, does: bool) -> None:
    assert explains(name, text) is does


def test_a_word_of_the_trade_is_a_term_and_a_name_is_none() -> None:
    reports = [
        _report("Orbita opens Buzz", "Orbita opened the app Buzz for firms. A RAG agent is in Buzz."),
        _report("オルビタ、「クイロ」を公開", language="ja"),
    ]
    assert is_term("reinforcement learning", reports)
    assert is_term("RAG", reports)
    assert is_term("生成AI", reports)
    assert not is_term("Buzz", reports)
    assert not is_term("クイロ", reports)


def test_what_only_uses_a_term_is_not_told_for_what_it_is() -> None:
    question = Question("q", PUBLIC, None, "what is prompt injection?", "en", NOW)
    uses = _report("Quillo is robust to prompt injections")
    told = (Sentence(uses.title, (Citation(uses.url, uses.title, "S"),)),)
    answer = Answer(question.text, told, 0.5, False, (), "", intent=Intent.EXPLAIN, language="en")
    silent = led_by_what_it_is(answer, question, [uses])
    assert silent.abstained
    assert [one.headline for one in silent.nearest] == [uses.title]
    means = _report("Tricks", "Prompt injection is an attack that hides orders to a model in a page.")
    assert led_by_what_it_is(answer, question, [uses, means]).sentences[0].text == means.text
