"""A question that is for one thing by its form is no list and no news, in whatever words it is put; six languages."""

from datetime import date

import pytest

from news.asking import Intent
from summariser.asking.inquiring import perhaps_wanted, wanted_of
from summariser.asking.one_thing import asks_for_one, asks_what_it_is
from summariser.asking.understanding import understand

FRIDAY = date(2026, 7, 17)
SEVERAL = {Intent.LIST, Intent.NEWS, Intent.WHATS_NEW, Intent.CATCH_UP}


def intent_of(text: str) -> Intent:
    return understand(text, today=FRIDAY).intent


ONE = [
    "who's the chief scientist of Orbita",
    "who is running Orbita now",
    "Who is replacing Mary Lund at Orbita?",
    "who will be the next head of the Halden lab?",
    "who has the most satellites",
    "which company was the first to sell a folding robot",
    "why was the Halden telescope switched off",
    "who led Orbita's latest round",
    "where will Orbita list its shares",
    "how many satellites did Orbita buy",
    "オービタの衛星はいくら",
    "오르비타 은행장 누구야",
    "ใครนำรอบลงทุนของ Orbita",
    "has the Orbita ruling been published yet",
    "オービタの新しい社長は誰になったの",
    "ルミナ工業の開発元はどこ",
    "分析に使ったモデルはどれですか？",
    "一番売れたロボットを作ったのはどこ？",
    "오르비타 새 대표로 누가 와?",
    "가장 빠른 칩을 만든 회사는 어디야",
    "오르비타 설립자가 누구야",
    "谁接任奥比塔的总裁",
    "奧比塔的下一任總裁是誰",
    "最快的芯片是哪家做的",
    "用戶最多的聊天機器人是哪個",
    "ใครเป็นประธานของ Orbita",
    "ผู้ก่อตั้ง Orbita คือใคร",
]
NOT_ONE = [
    "who are the founders of Orbita",
    "who else left Orbita",
    "which companies bought satellites",
    "who resigned from Orbita",
    "what's new at Orbita",
    "is there any news on Orbita",
    "are there any updates from Orbita?",
    "オービタのニュース",
    "誰がオービタを辞めた？",
    "ロボットを発表した会社は？",
    "오르비타 소식 알려줘",
    "어떤 회사가 직원을 줄였어?",
    "哪些公司收購了衛星",
    "奥比塔最近有什么新闻",
    "谁离开了奥比塔",
    "奧比塔有什麼消息嗎",
    "ใครลาออกจาก Orbita บ้าง",
    "ข่าวล่าสุดของ Orbita",
]


@pytest.mark.parametrize("text", ONE)
def test_who_holds_a_post_the_most_of_its_kind_why_and_whether_ask_for_one_thing(text: str) -> None:
    assert asks_for_one(text)


@pytest.mark.parametrize("text", ONE)
def test_what_asks_for_one_thing_is_answered_by_no_list_and_no_news(text: str) -> None:
    intent = intent_of(text)
    assert intent not in SEVERAL
    assert wanted_of(text, intent) is None
    assert perhaps_wanted(text, intent) is None


@pytest.mark.parametrize("text", NOT_ONE)
def test_who_or_what_all_did_something_and_what_is_new_is_more_than_one(text: str) -> None:
    assert not asks_for_one(text)


@pytest.mark.parametrize(
    "text",
    [
        "who resigned from Orbita",
        "which companies bought satellites",
        "哪些公司收購了衛星",
        "谁离开了OpenAI",
        "어떤 회사가 직원을 줄였어?",
        "ใครลาออกจาก Orbita บ้าง",
    ],
)
def test_a_list_stays_a_list(text: str) -> None:
    assert wanted_of(text, intent_of(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "what's new at Nvidia",
        "is there any news on Nvidia",
        "エヌビディアのニュース",
        "엔비디아 소식 알려줘",
        "英伟达最近有什么新闻",
        "輝達有什麼消息",
        "ข่าวล่าสุดของ Nvidia",
    ],
)
def test_news_stay_news(text: str) -> None:
    assert intent_of(text) in SEVERAL


@pytest.mark.parametrize("text", ["Orbita คืออะไร ทำอะไร", "Lumina Labs เป็นบริษัทอะไร", "オービタって何ですか"])
def test_what_a_thing_is_is_explained_though_it_is_asked_too_what_it_does(text: str) -> None:
    assert asks_what_it_is(text)
    assert intent_of(text) in (Intent.EXPLAIN, Intent.FACT)


@pytest.mark.parametrize(
    "text", ["オービタって何をしてる会社？", "ข่าวที่ Orbita ประกาศคืออะไร", "オービタって何かあった？", "奥比塔是做什么的"]
)
def test_what_a_thing_does_or_what_happened_to_it_may_be_told_by_its_news(text: str) -> None:
    assert not asks_what_it_is(text)
