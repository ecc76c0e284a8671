"""A thin edition: what there is in the reader's language comes first and stays, whatever others could tell at length."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.house import House
from bot.newsroom.making.crediting import source_links
from bot.newsroom.making.guests import guests
from news.model import Score, TextState, Tier
from summariser.stories.ranking import Scored
from summariser.telling.extractive import tell
from tests.bot.house import brief_in
from tests.bot.shelf import NOON, a_story, an_article, shelf

OWN = (
    "OpenAI、新しいAIモデル「Orbit」を公開",
    "生成AIの著作権指針を文化庁が公表",
    "NVIDIA、AI半導体の工場を熊本に建設",
)
OTHERS = {
    "Anthropic": "hospitals read medical images",
    "Mistral": "farmers forecast their harvests",
    "Cohere": "courts translate old judgments",
    "DeepMind": "weather offices predict floods",
    "Apple": "schools correct essays",
}


def told(name: str, what: str) -> str:
    return (
        f"{name} released a new AI model on Thursday that helps {what}. "
        f"The AI model of {name} was tested for nine months before its release. "
        f"{name} said that 40 customers will use it by October. "
        f"Experts called the AI model of {name} important because {what} much faster with it. "
        f"{name} trained it on 12 million examples from three countries."
    )


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    stories, articles = [], []
    for number, title in enumerate(OWN):
        stories.append(a_story(f"own{number}", headline=title, language="ja", articles=(f"own{number}",)))
        articles.append(
            an_article(
                f"own{number}", f"own{number}", title=title, language="ja", source=f"ja{number}", tier=Tier.OFFICIAL
            )
        )
    for name, what in OTHERS.items():
        title = f"{name} AI model helps {what}"
        stories.append(a_story(name, headline=title, articles=(name,)))
        articles.append(
            an_article(
                name,
                name,
                title=title,
                text=told(name, what),
                text_state=TextState.HAD,
                source=name.lower(),
                source_name=name,
            )
        )
    async with shelf(tmp_path, stories=stories, articles=articles) as made:
        yield made


async def test_lines_in_the_readers_language_stay_beside_what_others_tell_at_length(house: House) -> None:
    """Three headlines in Japanese, then two labelled guests: five stories in all."""
    brief = await brief_in(house, "ja")
    assert [story.language for story in brief.stories] == ["ja", "ja", "ja", "en", "en"]
    assert {story.headline for story in brief.stories[:3]} == set(OWN)


async def test_a_topped_up_edition_fits_its_minutes_too(house: House) -> None:
    """Guests spend only what the own stories left."""
    brief = await brief_in(house, "ja", minutes=1)
    assert 0 < brief.reading_seconds <= 60
    assert {story.headline for story in brief.stories if story.language == "ja"} == set(OWN)


async def test_a_line_in_a_near_language_comes_before_a_far_one_told_at_length(tmp_path: Path) -> None:
    """Taiwan reads the characters of a Japanese headline sooner than a Korean report."""
    headline = "OpenAI、新しいAIモデル「Orbit」を公開"
    korean = "앤트로픽, 병원용 AI 모델 공개"
    text = (
        "앤트로픽은 병원에서 쓰는 AI 모델을 공개했다고 28일 밝혔다. 이번 모델은 영상을 읽는다. 병원 세 곳이 먼저 쓴다."
    )
    stories = [
        a_story("near", headline=headline, language="ja", articles=("near",)),
        a_story("far", headline=korean, language="ko", articles=("far",)),
    ]
    articles = [
        an_article("near", "near", title=headline, language="ja", source="ja", tier=Tier.OFFICIAL),
        an_article("far", "far", title=korean, text=text, text_state=TextState.HAD, language="ko", source="ko", tier=Tier.OFFICIAL),
    ]  # fmt: skip
    async with shelf(tmp_path, stories=stories, articles=articles) as made:
        brief = await brief_in(made, "zh-Hant")
    assert [story.language for story in brief.stories] == ["ja", "ko"]


async def test_the_page_that_a_headline_is_from_is_its_first_source(tmp_path: Path) -> None:
    """Whether a sentence of another page is told under it or none: the line's link opens what it names."""
    headline = "OpenAI releases its new AI model Orbit for free today"
    short = an_article("short", "s", title=f"{headline} | Norderwick", source="short", source_name="Norderwick")
    longer = an_article(
        "longer",
        "s",
        title="OpenAI AI model Orbit out!",
        text=told("OpenAI", "pilots land"),
        text_state=TextState.HAD,
        source="longer",
        source_name="The Longer",
    )
    for summary in (tell(a_story("s"), [short, longer], "en"), tell(a_story("s"), [short], "en")):
        assert summary.headline == headline
        assert source_links([longer, short], summary)[0].url == short.url


def test_a_page_on_something_else_is_not_credited() -> None:
    """It shares the place of the event and says nothing of AI; one that tells the event without the word is credited."""
    videos = an_article("a", "s", title="熊本地震で生成AIの偽動画が拡散", language="ja", source="a", source_name="A")
    chains = an_article(
        "b", "s", title="熊本地震で自動車の供給網に打撃、三工場が停止", language="ja", source="b", source_name="B"
    )
    same = an_article("c", "s", title="熊本地震、偽動画が拡散", language="ja", source="c", source_name="C")
    summary = tell(a_story("s", language="ja"), [videos], "ja")
    assert {link.name for link in source_links([videos, chains, same], summary)} == {"A", "C"}


def test_a_port_is_no_source_and_a_page_on_something_else_stands_under_no_line() -> None:
    first = an_article("a", "s", title="빛나라, AI 여행 비서 공개", language="ko", source="a", source_name="a.example")
    again = an_article(
        "b", "s", title="빛나라, AI 여행 비서 공개", language="ko", source="b", source_name="a.example:443"
    )
    other = an_article("c", "s", title="NVIDIA signs a lease", source="c", source_name="C")
    summary = tell(a_story("s", language="ko"), [first], "ko")
    assert [link.name for link in source_links([first, again, other], summary)] == ["a.example"]


def test_who_leads_a_firm_is_no_guest() -> None:
    """It concerns the readers of its own country."""

    def candidate(id: str, title: str) -> Scored:
        return Scored(
            a_story(id, headline=title, language="ja"),
            [an_article(id, id, title=title, language="ja", source=id)],
            Score(9.0, {}),
        )

    found = guests(
        [candidate("a", "青葉電機、社長に山田氏 AI革命へ"), candidate("b", "青葉電機、生成AIの指針を公表")], "zh-Hant"
    )
    assert [item.story.id for item in found] == ["b"]


async def test_releases_are_left_out_where_five_reports_are_told(tmp_path: Path) -> None:
    """And stay while there are fewer."""
    reports = [
        "오픈AI, 새 언어모델 '오빗' 공개",
        "구글, 인공지능 저작권 소송서 패소",
        "앤트로픽, 정부와 AI 안전 협정 체결",
        "메타, AI 반도체 공장 9조원에 인수",
        "엔비디아, 자율주행 AI 결함으로 리콜",
    ]
    release = "푸른전자, AI 등대 관리 비서 내놓아"
    text = "푸른전자(대표 김하늘)는 AI 등대 관리 비서를 내놓았다고 3일 밝혔다."

    async def headlines(titles: list[str], place: Path) -> set[str]:
        ids = [f"a{at}" for at in range(len(titles))]
        pieces = list(zip(ids, titles, strict=True))
        stories = [a_story(id, headline=title, language="ko", articles=(id,)) for id, title in pieces]
        articles = [
            an_article(
                id, id, title=title, language="ko", source=id, tier=Tier.SPECIALIST,
                text=text if title == release else "", text_state=TextState.HAD,
            )
            for id, title in pieces
        ]  # fmt: skip
        async with shelf(place, stories=stories, articles=articles) as house:
            return {story.headline for story in (await brief_in(house, "ko")).stories}

    assert await headlines([*reports, release], tmp_path / "five") == set(reports)
    assert release in await headlines([*reports[:3], release], tmp_path / "three")


async def test_what_was_news_days_ago_in_another_script_does_not_come_round(tmp_path: Path) -> None:
    """The same two companies and the same number, five days later as a line."""
    pieces = {
        "old": ("앤트로픽, 알리바바서 서버 7만대 공급받아", "ko", NOON - timedelta(days=5)),
        "late": ("アリババ、Anthropicにサーバー7万台を供給 AI開発向け", "ja", NOON),
        **{f"own{at}": (title, "ja", NOON) for at, title in enumerate(OWN)},
    }
    stories = [
        a_story(id, headline=title, language=tongue, articles=(id,)) for id, (title, tongue, _) in pieces.items()
    ]
    articles = [
        an_article(id, id, title=title, language=tongue, source=id, published=when, seen=when)
        for id, (title, tongue, when) in pieces.items()
    ]
    async with shelf(tmp_path, stories=stories, articles=articles) as house:
        brief = await brief_in(house, "ja")
    assert {story.headline for story in brief.stories if story.language == "ja"} == set(OWN)
