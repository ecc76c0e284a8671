"""How likely a report tells what a question asks for, in whatever words and language."""

import pytest

from news.languages import Language
from news.text import search_tokens
from summariser.answering.likelihood import Found, odds, signs
from summariser.asking.asked_for import Asked, asked_for, words_of
from summariser.stories.newslines import Line
from summariser.words.lexicon import told_in
from tests.bot.shelf import an_article

WHO = "world health organization"
CUTS = "Which banks or brokers are cutting jobs because of AI?"


def asking(question: str) -> Asked:
    return asked_for(question, dict.fromkeys(words_of(question), 0.6))


def report(title: str, language: Language = "en", text: str = "") -> Found:
    article = an_article(title, "", title=title, text=text or title, language=language)
    return Found(
        Line(article, title),
        points=0.5,
        near=0.3,
        behind=0.1,
        place=1.0,
        aside=False,
        same=True,
        age=2.0,
        before=False,
        lists=True,
    )


@pytest.mark.parametrize(
    ("question", "language", "told", "of_the_matter"),
    [
        ("Which companies gave up on AI agents?", "en", "Klarna ditches its agentic AI", "Klarna builds agentic AI"),
        (CUTS, "en", "Broker lays off 400 as AI takes over", "Broker opens an AI lab for 400"),
        (
            "Which companies gave up on AI agents?",
            "ja",
            "クラルナ、AIエージェントを段階的廃止",
            "クラルナ、AIエージェントを開発",
        ),
        (CUTS, "ja", "地銀、AIで人員削減", "地銀、AIを導入"),
        (CUTS, "ko", "은행, AI로 인력 감축", "은행, AI 도입"),
        (
            "which countries restrict chatbots for children",
            "zh-Hans",
            "丹麦禁止未成年人使用聊天机器人",
            "丹麦推出儿童聊天机器人",
        ),
        (
            "which countries restrict chatbots for children",
            "th",
            "เดนมาร์กห้ามเด็กใช้แชทบอท",
            "เดนมาร์กเปิดตัวแชทบอทสำหรับเด็ก",
        ),
    ],
)
def test_deed_and_thing_in_other_words_are_likelier_than_the_matter_alone(
    question: str, language: Language, told: str, of_the_matter: str
) -> None:
    asked = asking(question)
    tells, beside = odds(asked, [report(told, language), report(of_the_matter, language)])
    assert tells > beside + 0.5


@pytest.mark.parametrize("whose", ["Bank", "Broker", "Regional bank"])
def test_of_two_things_that_are_asked_for_either_will_do(whose: str) -> None:
    asked = asking(CUTS)
    assert [len(one.either) for one in asked.parts if one.either] == [2]
    assert signs(asked, report(f"{whose} cuts jobs because of AI"))["cov_title"] == pytest.approx(1)
    assert signs(asked, report("Insurer cuts jobs because of AI"))["cov_title"] < 0.8


@pytest.mark.parametrize("question", ["who banned deepfakes?", "Who warns of AI?", "whom does AI harm?"])
def test_who_asks_and_is_no_health_organization(question: str) -> None:
    asked = asking(question)
    assert asked.names == ()
    assert not any(WHO in one.concepts for one in asked.parts)
    assert "who" not in {token for one in asked.parts for token in one.tokens}
    assert WHO in told_in("World Health Organization warns of AI")


def test_what_is_told_in_the_first_words_counts_apart_from_the_headline() -> None:
    asked = asking(CUTS)
    found = report("A hard year", text="The bank lays off 400 people as AI takes over.")
    measured = signs(asked, found)
    assert measured["cov_title"] == 0
    assert measured["cov_lead"] == pytest.approx(1)


def test_searches_hold_a_concept_in_every_language() -> None:
    terms = {term for way in asking(CUTS).searches for term in way}
    words = ("bank", "地銀", "은행", "brokerage", "証券会社")
    assert {token for word in words for token in search_tokens(word)} <= terms
