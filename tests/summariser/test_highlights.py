"""News of no one company: whole headlines of the field that is asked for, each event once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from news.languages import Language
from summariser.asking.fields import field_of
from summariser.stories.highlights import Found, highlights
from summariser.words.aliases import mentions
from tests.bot.shelf import NOON, a_story, an_article


def told(*titles: str, language: Language = "en", field: str = "") -> list[str]:
    """What is shown of a story each with these headlines."""
    wanted = field_of(field) if field else None
    found = [
        Found(
            a_story(f"s{n}", language=language),
            [an_article(f"a{n}", f"s{n}", title=title, language=language, source=f"s{n}", published=NOON)],
        )
        for n, title in enumerate(titles)
    ]
    return [one.line.text for one in highlights(found, [language], now=NOON, wanted=wanted.holds if wanted else bool)]


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


def found(id: str, *titles: str, language: Language = "en", voices: int = 0, days: float = 0) -> Found:
    """A story with these headlines, told by so many more publishers, so long before noon."""
    reports = [
        an_article(
            f"{id}{n}", id, title=title, language=language, source=f"{id}{n}", published=NOON - timedelta(days=days)
        )
        for n, title in enumerate(titles)
    ]
    counted: frozenset[str] = frozenset(map(str, range(max(voices, len(titles)))))
    return Found(a_story(id, language=language), reports, {language: counted})


def shown(*some: Found, read: tuple[Language, ...] = ("en",)) -> list[str]:
    return [one.line.text for one in highlights(some, read, now=NOON)]


def test_what_many_tell_comes_before_what_one_tells() -> None:
    """Whatever language they tell it in."""
    large = found("l", "네이버, 인공지능 모델 '솔잎' 공개", language="ko", voices=30)
    small = [found(f"s{n}", f"OpenAI opens an AI lab in {city}") for n, city in enumerate(("Oslo", "Bern"))]
    assert large.reports[0].title in shown(large, *small)
    assert (
        shown(found("b", "Mistral releases AI model Tidal", voices=9), *small)[0] == "Mistral releases AI model Tidal"
    )


def test_the_latest_state_of_a_matter_is_told_where_several_tell_it() -> None:
    first = found("f", "OpenAI agrees to buy AI startup Quillon", voices=5, days=3)
    later = found("g", "OpenAI calls off deal to buy AI startup Quillon", voices=5)
    assert shown(first, later) == ["OpenAI calls off deal to buy AI startup Quillon"]
    alone = replace(later, voices={"en": frozenset({"one"})})
    assert shown(first, alone) == ["OpenAI agrees to buy AI startup Quillon"]


def test_a_reader_has_some_lines_in_their_language_beside_larger_news() -> None:
    deeds = ("releases an AI model", "is fined over AI chips", "sues an AI startup", "recalls an AI phone")
    names = ("Nvidia", "Mistral", "Anthropic", "Microsoft", "Samsung", "Alibaba", "Meta", "Apple")
    large = [found(f"l{n}", f"{name} {deeds[n % 4]}", voices=20) for n, name in enumerate(names)]
    own = found("o", "네이버, 인공지능 모델 공개", language="ko")
    told = shown(*large, own, read=("ko", "en"))
    assert told[0] == own.reports[0].title
    assert len(told) == 7


def test_an_event_is_told_by_what_is_most_like_all_that_tells_it() -> None:
    """Not by a neighbour that happens to be in the reader's language."""
    titles = ("Mistral releases AI model Tidal", "미스트랄, 인공지능 협력사 모집")
    reports = [
        an_article(f"t{n}", "t", title=title, source=f"t{n}", language=language, published=NOON)
        for n, (title, language) in enumerate(zip(titles, ("en", "ko"), strict=True))
    ]
    whole = Found(a_story("t"), reports, likeness={"t0": 0.9, "t1": 0.5})
    assert shown(whole, read=("ko", "en")) == [titles[0]]


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


def test_what_one_country_tells_of_its_own_comes_after_what_its_reader_can_read() -> None:
    local = found("k", "네이버, 인공지능 모델 공개", language="ko", voices=9)
    mine = found("m", "Mistral releases AI model Tidal", voices=2)
    assert shown(local, mine) == ["Mistral releases AI model Tidal", "네이버, 인공지능 모델 공개"]


def test_who_was_away_is_told_the_first_day_as_much_as_the_last() -> None:
    first = found("f", "Anthropic is sued over AI chips", voices=4, days=6)
    last = found("l", "Mistral releases AI model Tidal", voices=2)
    assert shown(last, first)[0] == "Anthropic is sued over AI chips"
