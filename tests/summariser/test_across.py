"""One event in two scripts is told once; two things that one company did on one day are both told."""

from collections.abc import Sequence

import pytest

from news.languages import Language
from news.model import Article, Score, Story
from summariser.stories.across import joined, tell_one_event
from summariser.stories.ranking import Scored
from tests.summariser.pieces import article


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Xi pitches China as AI partner to developing world, warns against risks", "習近平宣佈中國支援全球人工智慧發展重大舉措"),
        ("Microsoft lays off 9,000 employees", "微軟裁員9000人"),
        ("Samsung wins $16.5 billion Tesla chip order", "삼성전자, 테슬라와 165억 달러 칩 공급 계약"),
        ("SoftBank to buy Ampere for $6.5 billion", "ソフトバンク、Ampereを65億ドルで買収"),
        ("Perplexity offers $34.5 billion for Google's Chrome", "Perplexity 出價345億美元收購Chrome"),
        ("Italy fines Replika developer 5 million euros", "義大利對Replika開發商罰款500萬歐元"),
        ("EU opens probe into xAI's Grok over deepfakes", "歐盟對xAI Grok展開調查"),
        ("DeepSeek releases V4 model", "DeepSeek 發布 V4"),
        ("Musk's xAI sues a user of Grok", "xAI 起訴一名 Grok 使用者"),
    ],
)  # fmt: skip
def test_titles_that_name_the_same_and_say_the_same_tell_one_event(one: str, two: str) -> None:
    assert tell_one_event(one, two)
    assert tell_one_event(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Trump says China stole AI secrets", "川普批准輝達向中國出口H20晶片"),
        ("OpenAI launches GPT-6", "OpenAI 發布新的瀏覽器 Atlas"),
        ("Google cuts prices of Gemini by half", "谷歌推出 Gemini 企業版"),
        ("Google sued by Texas over data", "谷歌被出版商起訴"),
        ("Perplexity sued by Dow Jones", "Perplexity遭日本讀賣新聞起訴"),
        ("Nvidia to invest $2 billion in Synopsys", "英偉達將向諾基亞投資10億美元"),
        ("EU probes Meta over WhatsApp AI", "歐盟罰 Meta 2億歐元"),
        ("EU opens probe into xAI's Grok", "歐盟要求 xAI 開放 Grok 資料"),
        ("Tesla shares fall 10% after robotaxi launch", "特斯拉降价10%"),
        ("DeepSeek V4 beats GPT-5 in coding", "DeepSeek 發布 V4"),
        ("Anthropic and OpenAI test each other's models", "AnthropicとOpenAI、米政府と協定"),
        ("Apple and OpenAI in court: the lawsuit so far", "오픈AI 소송으로 드러난 애플의 허점"),
        ("OpenAI details a model that beat its engineers 84% to 13%", "OpenAI 前工程師：會選問題的人才無可取代"),
        ("Orbita Labs builds on Nvidia's Vera CPU", "英偉達Vera CPU測試"),
    ],
)
def test_two_events_of_one_company_stay_two(one: str, two: str) -> None:
    assert not tell_one_event(one, two)
    assert not tell_one_event(two, one)


def scored(*articles: Article) -> Scored:
    first = articles[0]
    story = Story(
        id=first.id, slug="s", headline=first.title, language=first.language, articles=tuple(a.id for a in articles),
        topics=(), created=first.published, updated=first.published,
    )  # fmt: skip
    return Scored(story, articles, Score(1.0, {}))


def told(title: str, language: Language = "en", hours: float = 0.0) -> Article:
    return article(title, language=language, hours=hours)


ENGLISH = told("Microsoft lays off 9,000 employees")
CHINESE = told("微軟裁員9000人", "zh-Hant", 20)


@pytest.mark.parametrize(
    ("stories", "left"),
    [
        ([[ENGLISH], [CHINESE]], [[ENGLISH, CHINESE]]),
        ([[CHINESE], [ENGLISH]], [[CHINESE, ENGLISH]]),
        ([[ENGLISH], [told("微軟推出新的 Copilot", "zh-Hant")]], None),
        ([[ENGLISH], [told("微軟裁員9000人", "zh-Hant", 60)]], None),
        ([[ENGLISH], [*(told(f"微軟推出新的 Copilot {at}", "zh-Hant") for at in "甲乙丙"), CHINESE]], None),
    ],
    ids=["one event", "the weightier first", "another deed", "days later", "a stray report in another story"],
)
def test_the_weightier_of_two_stories_is_told_with_the_sources_of_both(
    stories: Sequence[Sequence[Article]], left: Sequence[Sequence[Article]] | None
) -> None:
    found = joined([scored(*articles) for articles in stories])
    assert [list(item.articles) for item in found] == [list(articles) for articles in left or stories]
    assert found[0].story.id == stories[0][0].id


def test_a_fair_that_many_stories_name_is_no_event() -> None:
    fair = [
        [told("Alibaba shows its chip at Zorlex")],
        [told("阿里巴巴在 Zorlex 展出耳機", "zh-Hant")],
        [told("Honor shows a phone at Zorlex")],
        [told("荣耀在 Zorlex 展出手機", "zh-Hans")],
    ]
    assert len(joined([scored(*articles) for articles in fair])) == len(fair)
    assert len(joined([scored(*articles) for articles in fair[:2]])) == 1
