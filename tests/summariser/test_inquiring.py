"""What is a question for a list, by its form and in whatever words its deed is named; six languages."""

import pytest

from news.asking import Intent
from summariser.asking.inquiring import wanted_of


@pytest.mark.parametrize(
    ("text", "senses", "kind"),
    [
        ("who resigned from Orbita", {"leave"}, "person"),
        ("who is restricting AI chip exports", {"restrict"}, "anybody"),
        ("which startups went bankrupt", {"bankrupt"}, "company"),
        ("which schools banned chatbots", {"ban"}, "body"),
        ("companies that moved their headquarters", {"relocate"}, "company"),
        ("any startups that became unicorns?", {"value"}, "company"),
        ("AI layoffs in Europe", {"layoff"}, "event"),
        ("what are the biggest acquisitions?", {"buy"}, "event"),
        ("who got arrested for smuggling GPUs", {"arrest"}, "person"),
        ("哪些平臺禁止 AI 內容", {"ban"}, "company"),
        ("哪些公司的研究員離職了？", {"leave"}, "person"),
        ("谁离开了OpenAI", {"leave"}, "person"),
        ("有哪些AI失控的事件？", {"escape"}, "event"),
        ("どこが日本から撤退した？", {"exit"}, "anybody"),
        ("AI規制に反対している団体は？", {"oppose"}, "body"),
        ("어떤 회사가 직원을 줄였어?", {"layoff"}, "company"),
        ("은행 중에 AI를 들인 데 어디어디 있어?", {"adopt"}, "company"),
        ("ใครลาออกจาก OpenAI บ้าง", {"leave"}, "person"),
        ("สตาร์ตอัปไหนล้มละลาย", {"bankrupt"}, "company"),
    ],
)
def test_several_are_asked_for_by_the_form_of_the_question(text: str, senses: set[str], kind: str) -> None:
    found = wanted_of(text, Intent.FACT)
    assert found is not None
    assert (set(found.senses) >= senses, found.kind) == (True, kind), found


@pytest.mark.parametrize(
    "text",
    [
        "Who bought Orbita?",
        "Who runs Orbita?",
        "Who is taking over as minister?",
        "Which home goods chain may go under?",
        "Which Halloween candy dates back to the 1880s?",
        "Which new series has provoked complaints?",
        "What are the risks of AI?",
        "谁收购了星河？",
        "誰がオービタを買収した？",
        "누가 오르비타를 인수했어?",
    ],
)
def test_who_did_it_once_and_a_thing_named_as_one_is_no_list(text: str) -> None:
    assert wanted_of(text, Intent.FACT) is None


@pytest.mark.parametrize(
    ("text", "told", "also"),
    [
        ("which companies were sued over training data", ("sue",), ("train",)),
        ("which banks admitted data breaches", ("breach",), ()),
        ("which firms were fined or sued", ("fine", "sue"), ()),
        ("著作権侵害で提訴された企業一覧", ("sue",), ("violate",)),
    ],
)
def test_one_deed_is_asked_for_and_another_only_has_to_do_with_it(
    text: str, told: tuple[str, ...], also: tuple[str, ...]
) -> None:
    found = wanted_of(text, Intent.LIST)
    assert found is not None
    assert (found.senses, found.also) == (told, also)
    assert (found.loosened is not None) is bool(found.rest)
