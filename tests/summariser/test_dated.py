"""Old news keeps its time: what is told of long before the article without saying so is refused, whatever a second look says."""

from datetime import date

import pytest

from news.languages import Language
from summariser.checking.claims import judge
from summariser.checking.dated import time_dropped
from summariser.checking.prompting import Material
from summariser.checking.replies import Claim, Support

DAY = date(2026, 7, 21)
DROPPED: list[tuple[Language, str, str]] = [
    ("en", "Last year, Google fired 200 engineers.", "Google fired 200 engineers."),
    ("en", "In May, OpenAI said it had no plans for ads.", "OpenAI said it had no plans for ads."),
    ("en", "In December, OpenAI cut its prices by half.", "OpenAI cut its prices by half."),
    ("en", "On April 1, Apple said it bought Perplexity.", "Apple said it bought Perplexity."),
    ("en", "Google fired 200 engineers three months ago.", "Google fired 200 engineers."),
    ("en", "Google in May fired 200 engineers, who sued it.", "Google fired 200 engineers."),
    ("ja", "2019年5月、グーグルは200人を解雇した。", "グーグルは200人を解雇した。"),
    ("ja", "グーグルは3年前に200人を解雇した。", "グーグルは200人を解雇した。"),
    ("zh-Hans", "谷歌今年3月解雇了200人。", "谷歌解雇了200人。"),
    ("zh-Hant", "上個月，谷歌解僱了200人。", "谷歌解僱了200人。"),
    ("ko", "지난해 구글은 200명을 해고했다.", "구글은 200명을 해고했다."),
    ("th", "เมื่อปีที่แล้ว Google เลิกจ้างวิศวกร 200 คน", "Google เลิกจ้างวิศวกร 200 คน"),
]
KEPT: list[tuple[Language, str, str]] = [
    ("en", "On Tuesday, Google fired 200 engineers.", "Google fired 200 engineers."),
    ("en", "In July, Google fired 200 engineers.", "Google fired 200 engineers."),
    ("en", "Revenue rose 10% from last year.", "Revenue rose 10%."),
    ("en", "Google, which last year bought Wiz, fired 200 engineers.", "Google fired 200 engineers."),
    ("en", "OpenAI, founded in 2015, released GPT-6.", "OpenAI released GPT-6."),
    ("en", "Google fired 200 engineers after it bought Wiz last year.", "Google fired 200 engineers."),
    ("en", "In December, OpenAI will cut its prices by half.", "OpenAI will cut its prices by half."),
    ("en", "Last year, Google fired 200 engineers.", "Google fired 200 engineers in 2025."),
    ("en", "DeepSeek released R1 in January 2025.", "The January 2025 release of R1 was DeepSeek's."),
    ("en", "Last year, Google had 200 engineers.", "Google had 200 engineers at the end of 2025."),
    ("th", "Google มีแผนจะเปิดศูนย์ 3 แห่งภายในปี 2024", "Google มีแผนจะเปิดศูนย์ 3 แห่ง"),
    ("ja", "売上高は前年比10%増えた。", "売上高は10%増えた。"),
    ("ja", "同社は昨年Wizを買収したが、21日、200人の技術者を解雇した。", "同社は200人の技術者を解雇した。"),
    ("zh-Hans", "公司将于9月推出新模型。", "公司将推出新模型。"),
    ("zh-Hant", "Anthropic計劃在2030年前於日本開設3座資料中心。", "Anthropic計劃於日本開設3座資料中心。"),
    ("ko", "매출은 지난해보다 10% 늘었다.", "매출은 10% 늘었다."),
    ("th", "รายได้เพิ่มขึ้น 10% จากปีที่แล้ว", "รายได้เพิ่มขึ้น 10%"),
]


@pytest.mark.parametrize(("language", "source", "told"), DROPPED)
def test_what_was_long_before_is_not_told_without_its_time(language: Language, source: str, told: str) -> None:
    """However literally the rest is told; with it nothing is said against it."""
    assert time_dropped(told, language, [(source, language)], DAY)
    assert not time_dropped(source, language, [(source, language)], DAY)


@pytest.mark.parametrize(("language", "source", "told"), KEPT)
def test_a_time_that_is_not_that_of_the_news_may_be_left_out(language: Language, source: str, told: str) -> None:
    """A bare day, what is to come, what it is measured against, another clause's."""
    assert not time_dropped(told, language, [(source, language)], DAY)


EARLIER = "Earlier this month, Anthropic and Samsung brought out a chip."


@pytest.mark.parametrize(
    ("language", "told", "dropped"),
    [
        ("ja", "今月初め、AnthropicとSamsungはチップを発売した。", False),
        ("ja", "AnthropicとSamsungはチップを発売した。", True),
        ("ko", "이달 초 앤트로픽과 삼성은 칩을 출시했다.", False),
        ("zh-Hant", "本月初，Anthropic與三星推出晶片。", False),
        ("zh-Hans", "本月早些时候，Anthropic与三星推出芯片。", False),
        ("th", "ต้นเดือนนี้ Anthropic และ Samsung เปิดตัวชิป", False),
        ("en", "This month Anthropic and Samsung brought out a chip.", False),
        ("en", "This week Anthropic and Samsung brought out a chip.", True),
    ],
)
def test_a_time_is_the_same_in_every_language(language: Language, told: str, dropped: bool) -> None:
    """The same month, or what holds it; nothing shorter."""
    assert time_dropped(told, language, [(EARLIER, "en")], DAY) is dropped


@pytest.mark.parametrize("told", ["두 달 전 구글은 200명을 해고했다.", "2개월 전 구글은 200명을 해고했다."])
def test_months_are_counted_in_words_as_well(told: str) -> None:
    """In Korean."""
    assert not time_dropped(told, "ko", [("Google fired 200 engineers two months ago.", "en")], DAY)
    assert time_dropped("구글은 200명을 해고했다.", "ko", [(told, "ko")], DAY)


def test_nor_in_another_language() -> None:
    """And no second look is asked."""
    source = "Last year, Google fired 200 engineers."
    material = Material("A1", "https://example.com/1", "Example", "", source, "en", DAY)
    claim = Claim("グーグルは200人を解雇した。", (Support("A1", source),))
    judged = judge(claim, {"A1": material}, "ja")
    assert (judged.standing, judged.faults, judged.is_asked) == ("bad", ("time dropped",), False)
    dated = judge(Claim("グーグルは昨年、技術者200人を解雇した。", claim.supports), {"A1": material}, "ja")
    assert "time dropped" not in dated.faults
