"""A translation keeps what belongs together, whose a sum is, what is worth how much, and how sure it is."""

import pytest

from news.languages import Language
from summariser.checking.abroad import mistranslated

_LEASES = "Samsung will offer 12-month leases for Galaxy phones, and 30-month leases for Windows laptops."
_INVESTMENT = "A $7 million Sharp investment kept a near-bankrupt Intel afloat."
_ROUND = "Mistral closed a $2 billion round at a $14 billion valuation in June."
_ORDER = "A judge in Texas sent letters demanding that Meta and Google remove nine apps from their stores."
_BAN = "Norway said in May that it will ban phones for pupils under 12."
_STUDY = "New research suggests that chatbots judge applicants more harshly than people do."
_WORSE = "The effect was stronger in Japan than in India, where tablet sales fell just 3%."


@pytest.mark.parametrize(
    ("told", "language", "quote"),
    [
        ("インテルの700万ドルの出資が、倒産寸前のシャープを救った。", "ja", _INVESTMENT),
        ("6월 미스트랄은 140억 달러를 조달했다.", "ko", _ROUND),
        ("Mistral以20亿美元估值融资140亿美元。", "zh-Hans", _ROUND),
        ("メタとグーグルは9本のアプリをストアから削除した。", "ja", _ORDER),
        ("挪威5月禁止12岁以下学生使用手机。", "zh-Hans", _BAN),
        ("聊天机器人对求职者的评判比人类更严厉。", "zh-Hans", _STUDY),
        ("일본의 태블릿 판매량은 3% 감소에 그쳤다.", "ko", _WORSE),
    ],
)
def test_what_a_translation_moves_or_makes_surer_is_found(told: str, language: Language, quote: str) -> None:
    assert tuple(mistranslated(told, language, quote, "en"))


@pytest.mark.parametrize(
    ("told", "language", "quote"),
    [
        ("シャープによる700万ドルの出資が、倒産寸前のインテルを救った。", "ja", _INVESTMENT),
        ("6월 미스트랄은 기업가치 140억 달러로 20억 달러를 조달했다.", "ko", _ROUND),
        ("Mistral以140亿美元估值融资20亿美元。", "zh-Hans", _ROUND),
        ("テキサス州の判事は、メタとグーグルに9本のアプリの削除を求める書簡を送った。", "ja", _ORDER),
        ("挪威5月表示，将禁止12岁以下学生使用手机。", "zh-Hans", _BAN),
        ("新研究显示，聊天机器人对求职者的评判可能比人类更严厉。", "zh-Hans", _STUDY),
        ("인도의 태블릿 판매량은 3% 감소에 그쳤고, 영향은 일본이 더 컸다.", "ko", _WORSE),
        ("三星的Galaxy手机租期为12个月，Windows笔记本为30个月。", "zh-Hans", _LEASES),
        ("Mistralは6月、20億ドルを評価額140億ドルで調達した。", "ja", _ROUND),
        (
            "彗星9P/Sは地球から遠い。",
            "ja",
            "The comet, called Comet 9P/S, is far from Earth amid slow demand for news.",
        ),
        ("AcmeはOpus 4.5を、OrionはLyra 3を発表した。", "ja", "Acme launched Opus 4.5, while Orion launched Lyra 3."),
    ],
)
def test_a_translation_that_keeps_them_passes(told: str, language: Language, quote: str) -> None:
    assert not tuple(mistranslated(told, language, quote, "en"))
