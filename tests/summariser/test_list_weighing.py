"""A list by how much of what is asked a headline tells: what must stand in it, what counts how much, and each event once."""

from datetime import timedelta

import pytest

from news.asking import Intent, Passage
from news.languages import Language
from summariser.asking.inquiring import Wanted, perhaps_wanted
from summariser.lists.list_weighing import ENOUGH, kept_once, weighed, weighs
from summariser.words.senses import kinds
from tests.bot.shelf import NOON


def wanted(text: str) -> Wanted:
    found = perhaps_wanted(text, Intent.LIST)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("asked", "language", "title", "lead"),
    [
        ("who is suing whom over AI right now?", "en", "Orbita countersues Vela over training data", ""),
        ("who is suing whom over AI right now?", "zh-Hant", "版權爭議：奧碧塔遭出版社起訴", ""),
        ("哪些AI公司在准备上市？", "en", "Orbita AI seeks approval to begin IPO process", ""),
        ("Meta 目前在哪些地方蓋資料中心？", "zh-Hant", "Meta 在奧勒岡興建資料中心，2028 年完工", ""),
        ("국내 은행 중 AI 챗봇 도입한 곳 목록", "ko", "한빛은행, 상담 AI 챗봇 도입", ""),
        ("who left the Trump administration lately?", "en", "Head of the AI safety office resigns", "The Trump administration lost its …"),
        ("courts that ruled on AI copyright", "en", "Judge won't block Orbita's use of books in AI copyright case", ""),
    ],
)  # fmt: skip
def test_a_headline_that_tells_the_deed_is_met_in_any_language(
    asked: str, language: Language, title: str, lead: str
) -> None:
    found = weighs(wanted(asked), title, lead, language, {})
    assert found is not None
    assert found.share >= ENOUGH


@pytest.mark.parametrize(
    ("asked", "language", "title"),
    [
        ("Meta 目前在哪些地方蓋資料中心？", "zh-Hant", "微軟在奧勒岡興建資料中心"),
        ("국내 은행 중 AI 챗봇 도입한 곳 목록", "ko", "미국 체이스은행, AI 챗봇 도입"),
        ("which people joined AI labs lately?", "en", "Harbor joins the EU research programme"),
        ("哪些AI公司在准备上市？", "en", "Orbita AI opens an office in Oslo"),
        ("who is suing whom over AI right now?", "en", "Will Orbita be sued next?"),
        ("which people joined AI labs lately?", "en", "Harbor chief joins debate over AI rules"),
    ],
)
def test_another_name_another_country_another_deed_and_a_question_tell_nothing(
    asked: str, language: Language, title: str
) -> None:
    assert weighs(wanted(asked), title, "", language, {}) is None


@pytest.mark.parametrize(
    ("asked", "rest"),
    [
        ("近來 AI 業界有哪些合作案？", ""),
        ("哪些AI公司在准备上市？", ""),
        ("list layoffs in the games industry right now pls", "games"),
        ("최근 우리 방산업체가 드론 시연한 거 정리해줘", "방산 드론"),
    ],
)
def test_what_places_a_question_in_time_or_asks_politely_is_no_condition(asked: str, rest: str) -> None:
    assert wanted(asked).rest == rest


def test_a_word_that_tells_apart_counts_for_more() -> None:
    asked = wanted("list layoffs at software companies in hospitals")
    rare = weighs(asked, "Vela announces layoffs in hospitals", "", "en", {"hospit": 8.0, "softwar": 1.0})
    usual = weighs(asked, "Vela announces layoffs in software", "", "en", {"hospit": 8.0, "softwar": 1.0})
    assert rare is not None
    assert usual is not None
    assert rare.share > usual.share


def test_one_event_is_told_once_and_what_tells_most_comes_first() -> None:
    asked = wanted("哪些AI公司在准备上市？")
    titles = (
        "Harbor AI weighs an IPO next year",
        "Orbita plans Hong Kong IPO by spring",
        "Orbita plans Hong Kong IPO by spring, sources say",
    )
    found = [weighed(asked, _passage(at, title), {}, 0) for at, title in enumerate(titles)]
    assert [one.line for one in kept_once(asked, [one for one in found if one])] == [*titles[:2]]


def _passage(at: int, title: str) -> Passage:
    published = NOON - timedelta(hours=at)
    return Passage(f"a{at}", None, "Paper", f"https://paper.test/{at}", title, title, "en", published, 1.0)


def test_a_chatbot_is_no_robot() -> None:
    told = kinds()["robot"].tells
    assert told is not None
    assert [bool(told.search(line)) for line in ("推出 AI 聊天機器人", "人形機器人上線", "Robotaxis in Oslo")] == [
        False,
        True,
        False,
    ]
