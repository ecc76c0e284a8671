"""News of no one company: whole headlines of the field that is asked for, each event once."""

import pytest

from news.languages import Language
from summariser.aliases import mentions
from summariser.fields import field_of
from summariser.highlights import highlights
from tests.bot.shelf import NOON, a_story, an_article


def told(*titles: str, language: Language = "en", field: str = "") -> list[str]:
    """What is shown of a story each with these headlines."""
    wanted = field_of(field) if field else None
    found = [
        (
            a_story(f"s{n}", language=language),
            [an_article(f"a{n}", f"s{n}", title=title, language=language, source=f"s{n}", published=NOON)],
        )
        for n, title in enumerate(titles)
    ]
    return [one.line.text for one in highlights(found, language, now=NOON, wanted=wanted.holds if wanted else bool)]


@pytest.mark.parametrize(
    "title",
    [
        "These AI winners make no chips",
        "Advancing AI with material science",
        "Why Nvidia's model matters",
        "Sidetalk: ‘Nvidia sues a rival’",
        "Nvidia may fall, analyst says",
    ],
)
def test_what_tells_no_event_is_no_news(title: str) -> None:
    assert told(title, "Mistral opens an AI lab in Madrid") == ["Mistral opens an AI lab in Madrid"]


def test_an_event_of_two_stories_is_told_once() -> None:
    heads = ("OpenAI says its AI models breached Quillon", "OpenAI models went rogue and breached a startup")
    assert len(told(*heads, "Mistral opens an AI lab in Madrid")) == 2


@pytest.mark.parametrize(
    ("field", "of_it", "of_another", "language"),
    [
        ("AI funding news", "Tervola raises $30 million for AI agents", "Tervola raises prices of AI agents", "en"),
        ("AI regulation news", "Brussels delays the AI Act by a year", "A judge uses AI to sort cases", "en"),
        ("로봇 관련 뉴스", "한빛, 배달 로봇 공개", "한빛, 번역 모델 공개", "ko"),
        ("AI監管的新聞", "歐盟通過人工智慧法案", "新款人工智慧手機上市", "zh-Hant"),
        ("data center news", "Quillon opens an AI data centre in Oslo", "Quillon opens an AI lab in Oslo", "en"),
        ("ข่าวหุ่นยนต์", "Orbita เปิดตัวหุ่นยนต์ AI", "Orbita เปิดตัวโมเดล AI", "th"),
    ],
)
def test_a_field_is_told_by_its_own_headlines(field: str, of_it: str, of_another: str, language: Language) -> None:
    assert told(of_it, of_another, language=language, field=field) == [of_it]


@pytest.mark.parametrize(
    "text", ["news about AI", "AIのニュース", "which bank hired the most chip designers since May"]
)
def test_what_names_no_field_or_more_than_one_is_none(text: str) -> None:
    assert field_of(text) is None


def test_a_name_stands_where_it_stands_behind_a_sign_of_several_characters() -> None:
    title = "첫 삽…삼성전자, 구축 시작"
    [name] = mentions(title)
    assert title[name.start : name.end] == "삼성전자"


@pytest.mark.parametrize(
    ("question", "is_of_all"),
    [
        ("我錯過了什麼", True),
        ("我错过了哪些AI新闻", True),
        ("내가 놓친 소식", True),
        ("見逃したニュースを教えて", True),
        ("เราพลาดอะไรไปบ้าง", True),
        ("我錯過了哪些機器人新聞", False),
        ("내가 놓친 반도체 소식", False),
    ],
)
def test_who_missed_something_names_no_field(question: str, is_of_all: bool) -> None:
    """Nobody's headline says that it was missed, so that none was told."""
    assert (field_of(question) is None) is is_of_all
