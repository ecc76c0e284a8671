"""Who somebody is to a company, and who made a thing: told by the sentence that says so, and by no other."""

import pytest

from news.asking import Intent, Passage, Question
from summariser.answering.answers import answer
from summariser.asking.relations import Relation, asked_for, lacks_owner
from tests.summariser.pieces import NOON

TOLD = [
    ("who is the CEO of Anthropic?", "Anthropic’s CEO, Ida Holm, has said the models need care."),
    ("who is the CEO of Anthropic?", "Ida Holm, CEO of Anthropic, spoke in Oslo."),
    ("who is the CEO of Anthropic?", "Anthropic co-founder and CEO Ida Holm spoke in Oslo."),
    ("Who founded DeepSeek?", "DeepSeek founder Ida Holm is the richest maker of models"),
    ("Who founded DeepSeek?", "DeepSeek's Ida Holm is now the richest AI model startup founder"),
    ("Who founded Orbita Labs?", "Orbita Labs, founded by former OpenAI CTO Ida Holm, released a model."),
    ("who leads Orbita Labs?", "Orbita Labs, led by Ida Holm, released a model."),
    ("AnthropicのCEOは誰？", "Anthropic CEO、ダリオ・アモデイ氏が語った。"),
    ("OpenAI의 CEO는 누구인가?", "샘 알트먼 오픈AI 최고경영자(CEO)도 필요성을 언급했다."),
    ("DeepSeek的創辦人是誰？", "DeepSeek創辦人梁文鋒成為全球首富"),
    ("ใครเป็นซีอีโอของ Anthropic", "Ida Holm ซีอีโอของ Anthropic กล่าวว่าพร้อม"),
    ("which company made Lumo 3?", "Orbita Labs, a startup from Oslo, has released its first model, called Lumo 3."),
    ("Who developed Lumo?", "The answer came with Orbita's new Lumo model."),
]
NOT_TOLD = [
    ("who is the CEO of Anthropic?", "JPMorgan CEO Dimon says Anthropic's model is a real risk"),
    ("who is the CEO of Anthropic?", "Microsoft CEO Ida Holm, whose company has invested in Anthropic, warned of it."),
    ("who is the CEO of Anthropic?", "OpenAI & Anthropic: Once CEOs, everyone is a Member of Technical Staff now."),
    ("who is the CEO of Anthropic?", "Anthropic's head of state relations, Ida Holm, wants more laws."),
    ("who is the CEO of Nvidia?", "Leather jacket worn by Nvidia CEO goes for a million at auction"),
    ("Who founded DeepSeek?", "DeepSeek CEO is the richest AI founder, has more money than Ida Holm"),
    ("Who founded DeepSeek?", "DeepSeek Founder Tops Wealth List as Beijing Holds Board Vote"),
    ("ใครเป็นซีอีโอของ Anthropic", "微软首席执行官对Anthropic进行了批评"),
    ("who is the CEO of Microsoft?", "微软首席执行官对Anthropic进行了批评"),
    (
        "who is the chief executive of Microsoft?",
        "Microsoft’s New Security Chief Replaces Top Execs to Force an Overhaul",
    ),
    ("which company made Lumo 3?", "On one test Lumo 3 needs a third of the tokens of others."),
]


@pytest.mark.parametrize(("question", "sentence"), TOLD)
def test_a_name_beside_its_post_beside_the_company_tells_who_it_is(question: str, sentence: str) -> None:
    """In every language, before or behind; a verb's doer too."""
    relation = asked_for(question)
    assert relation is not None
    assert relation.is_told(sentence, "")


@pytest.mark.parametrize(("question", "sentence"), NOT_TOLD)
def test_the_post_at_another_company_or_without_a_name_tells_nothing(question: str, sentence: str) -> None:
    relation = asked_for(question)
    assert relation is not None
    assert not relation.is_told(sentence, "")


@pytest.mark.parametrize(
    "question",
    [
        "Who won the final?",
        "What did the CEO of Anthropic say?",
        "who is Ida Holm?",
        "The CEO of which company met the workers who strike at Orbita Labs?",
        "What did Ida Holm, who is the CEO of Anthropic, sell?",
    ],
)
def test_what_is_no_post_is_no_relation(question: str) -> None:
    assert asked_for(question) is None


def test_only_who_asks_for_a_post_may_lack_its_company() -> None:
    assert lacks_owner("Who is the CEO?")
    assert not lacks_owner("What do companies do who have no CEO?")


def test_who_leads_a_company_is_answered_by_that_alone() -> None:
    """However much of the question another sentence meets; and where none says so, not at all."""
    text = "JPMorgan CEO Dimon says the CEO question at Anthropic is a risk. Anthropic’s CEO, Ida Holm, has disagreed."
    report = Passage("a", "s", "Post", "https://p.example/a", "Risks of AI", text, "en", NOON, 1.0)
    question = Question("q", "public", None, "who is the CEO of Anthropic?", "en", NOON, intent=Intent.FACT)
    [told] = answer(question, [report]).sentences
    assert told.text == "Anthropic’s CEO, Ida Holm, has disagreed."
    silent = Passage("a", "s", "Post", "https://p.example/a", "Risks of AI", text.partition(". ")[0], "en", NOON, 1.0)
    assert answer(question, [silent]).abstained


PLAINLY = [
    ("谁是微软的CEO？", "微软 CEO 纳德拉批评了这些公司。"),
    ("네이버 대표는 누구야?", "네이버 최수연 대표가 말했다."),
    ("NVIDIAのCEOは誰？", "NVIDIAのフアンCEO氏が語った。"),
    ("who is the CEO of Microsoft?", "In a post on Monday, Microsoft CEO Ida Holm has joined this crowd."),
    ("who is the CEO of Anthropic?", "Anthropic’s CEO, Ida Holm, has said the models need care."),
    ("who is the CEO of Anthropic?", "Ida Holm, the chief executive of Anthropic, spoke in Oslo."),
    ("Who founded DeepSeek?", "DeepSeek founder Ida Holm is the richest maker of models"),
]
NOT_PLAINLY = [
    ("네이버 대표는 누구야?", "삼성SDS 이준희 대표, 네이버클라우드 김유원 대표가 참석했다."),
    ("who is the CEO of Google?", "Google DeepMind CEO Ida Holm called for a new body."),
    ("who is the CEO of Apple?", "OpenAI worked with former Apple design chief Ida Holm."),
    ("who is the CEO of Google?", "That was said by ex-Google CEO Ida Holm."),
    ("who founded OpenAI?", "At OpenAI she thought of Palantir, the company founded by the firm's founder, Ida Holm."),
]


@pytest.mark.parametrize(("question", "sentence"), PLAINLY)
def test_a_post_is_plainly_told_where_the_company_stands_right_beside_it(question: str, sentence: str) -> None:
    relation = asked_for(question)
    assert isinstance(relation, Relation)
    assert relation.is_plainly_told(sentence, "")


@pytest.mark.parametrize(("question", "sentence"), NOT_PLAINLY)
def test_a_post_of_the_past_or_of_another_company_is_not_plainly_told(question: str, sentence: str) -> None:
    relation = asked_for(question)
    assert isinstance(relation, Relation)
    assert not relation.is_plainly_told(sentence, "")
