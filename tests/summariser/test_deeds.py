"""Whose deed a sentence tells: news of what somebody did is not news of what was done to them."""

import pytest

from news.asking import Intent, Passage, Question
from summariser.answers import answer
from summariser.deeds import deed_in, who_did
from tests.summariser.pieces import NOON


def asked(text: str) -> Question:
    return Question("q", "public", None, text, "en", NOON, intent=Intent.NEWS, terms=(("openai", 3.0),))


DONE = [
    ("what did OpenAI release?", "OpenAI launches a keyboard"),
    ("what did OpenAI release?", "On Tuesday, ChatGPT opened to schools."),
    ("what did OpenAI release?", "A new chip was presented by OpenAI"),
    ("what did Moonshot release?", "China’s Moonshot AI unveils a model"),
    ("what did OpenAI say?", "After reports of lost files, OpenAI says it is sorry"),
    ("オープンAIは何を発表した？", "オープンAIが新しい端末を発表した。"),
    ("오픈AI는 무엇을 발표했나?", "오픈AI가 새 모델을 공개했다."),
    ("OpenAI 最近發布了什麼？", "OpenAI 推出廣告服務"),
    ("What does Demis Hassabis propose?", "Google DeepMind chief Demis Hassabis calls for a standards body"),
]
NOT_DONE = [
    ("what did OpenAI release?", "Apple sues OpenAI over trade secrets"),
    ("what did OpenAI release?", "New competitor to OpenAI: Thinking Machines unveils its first model"),
    ("what did OpenAI release?", "Microsoft plans to release a tool with models from Anthropic, OpenAI, and itself"),
    ("what did OpenAI release?", "Parliament lets its members access Meta, OpenAI, and Mistral models"),
    ("what did OpenAI release?", "Ex-OpenAI researchers open a lab"),
    ("what did OpenAI release?", "JPMorgan says OpenAI is a risk"),
    ("오픈AI는 무엇을 발표했나?", "애플이 오픈AI를 제소했다."),
    ("오픈AI는 무엇을 발표했나?", "2022년 챗GPT 공개 이후 삼 년 만이다."),
    ("阿里巴巴发布了什么？", "SmartCall 发布 新增通义千问语音模型"),
    ("OpenAI 最近發布了什麼？", "前OpenAI CTO穆拉蒂打造新模型"),
]


@pytest.mark.parametrize(("question", "sentence"), DONE)
def test_who_comes_first_and_acts_did_it(question: str, sentence: str) -> None:
    """Itself or by its product, its head, its country's possessive; a name that no table knows too."""
    doer = who_did(asked(question))
    assert doer is not None
    assert deed_in(sentence, doer)


@pytest.mark.parametrize(("question", "sentence"), NOT_DONE)
def test_who_is_only_mentioned_did_nothing(question: str, sentence: str) -> None:
    doer = who_did(asked(question))
    assert doer is not None
    assert not deed_in(sentence, doer)


def test_what_happened_to_somebody_is_no_deed_of_theirs() -> None:
    assert who_did(asked("What happened to OpenAI?")) is None


def test_a_release_is_asked_for_and_a_lawsuit_is_none() -> None:
    """Where nothing came out the answer is silence, and the stories are named as nearest."""

    def report(title: str) -> Passage:
        return Passage(title, title, "Post", f"https://p.example/{len(title)}", title, title, "en", NOON, 1.0)

    shop, suit, hire = report("ChatGPT launches a shop"), report("OpenAI sues a rival"), report("OpenAI hires a judge")
    found = answer(asked("what did OpenAI release?"), [suit, shop, hire])
    assert [sentence.text for sentence in found.sentences] == [shop.title]
    silent = answer(asked("what did OpenAI release?"), [suit, hire])
    assert silent.abstained
    assert len(silent.nearest) == 2
    whole = answer(asked("what did OpenAI do?"), [suit, shop, hire])
    assert {sentence.text for sentence in whole.sentences} == {suit.title, shop.title, hire.title}
