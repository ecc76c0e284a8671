"""Why something was done, and which sum it was: told where the deed, or the sum, is told, by whatever word."""

import pytest

from summariser.answering.answers import answer
from summariser.answering.causes import asks_why, tells_the_deed
from summariser.asking.asked import asked as what_is_asked
from summariser.asking.sums import tells_asked_sum
from summariser.asking.support import bare, to_the_point, units
from tests.summariser.test_answers import asked, passage


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("Why did Nvidia delay Rubin?", "Nvidia postpones Rubin after a flaw is found", True),
        ("Why did Anthropic fire its CEO?", "OpenAI & Anthropic: once CEOs, everyone is staff now", False),
        ("Why did Apple sue OpenAI?", "Apple sues OpenAI over trade secrets", True),
        ("Why did OpenAI sue Apple?", "Apple sues OpenAI over trade secrets", False),
        ("Why did Lyft shares fall?", "Lyft shares slump as orders dry up", True),
        ("アンソロピックはなぜ社長を解任した？", "アンソロピックの社長が来日", False),
        ("アンソロピックはなぜ社長を解任した？", "アンソロピック、社長を解任 業績不振で", True),
        ("카카오는 왜 대표를 해임했나?", "카카오 대표가 실적을 설명했다", False),
        ("카카오는 왜 대표를 해임했나?", "카카오, 실적 부진으로 대표 해임", True),
        ("Meta 為什麼撤下功能？", "生成圖像惹議，Meta 撤下功能", True),
        ("为什么Anthropic解雇CEO？", "Anthropic的CEO谈论安全", False),
        ("ทำไม Meta ถึงปลดพนักงาน", "พนักงาน Meta ร่วมลงชื่อ", False),
        ("ทำไม Meta ถึงปลดพนักงาน", "Meta ปลดพนักงาน 800 คน", True),
    ],
)
def test_a_cause_is_told_where_the_deed_is(question: str, text: str, told: bool) -> None:
    assert asks_why(question)
    known = asked(question)
    assert tells_the_deed(what_is_asked(known, [passage(text, text)]), question, (text,)) is told


def test_the_scene_before_a_why_may_tell_the_deed() -> None:
    question = "A ship sank off Oslo this week. Why did the boat capsize?"
    assert tells_the_deed(what_is_asked(asked(question), ()), question, ("A tornado hit it.",))


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("How much money did Gritt raise?", "Gritt exits stealth with $32 million for robots", True),
        ("How much funding did Gritt get?", "Gritt lands a $32 million seed round", True),
        ("How much money did Gritt raise?", "Gritt sells its robots at $32 million", False),
        ("How much money did Gritt raise?", "Orbita raises $32 million", False),
        ("How much did Gritt raise for its Oslo plant?", "Gritt raises $32 million", False),
        ("Omen AI 募資多少錢", "20 歲輟學生吸金 3,100 萬美元！Omen AI 專攻液冷監控", True),
        ("How much is Gritt worth?", "Gritt hits a $2 billion valuation", True),
        ("How much was Gritt fined?", "Gritt must pay $5 million", True),
    ],
)
def test_a_sum_may_be_told_by_another_word(question: str, text: str, told: bool) -> None:
    found = what_is_asked(asked(question), [passage(text, text)])
    assert tells_asked_sum(found, text, text) is told


def test_a_title_that_tells_the_sum_is_the_answer() -> None:
    title = "Gritt exits stealth with $32 million for robots to build solar plants"
    found = answer(asked("How much money did Gritt raise?"), [passage(title, title)])
    assert [one.text for one in found.sentences] == [title]


def test_a_share_that_meets_the_question_goes_before_another_s_money() -> None:
    meta = passage("Meta 第二季現金流大減 91%", "Meta 今天公布財報。", language="zh-Hant")
    all_four = passage("四大 CSP 累計資本支出超過 1.1 兆美元", "Meta 等四大 CSP 的現金流。", language="zh-Hant")
    question, archive = asked("Meta 第二季現金流減少多少", "zh-Hant"), [meta, all_four]
    known = what_is_asked(question, archive)
    assert to_the_point(known, units(known, question, archive))[0].passage == meta


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("“Nobody asked for this - Fjord Post", "Nobody asked for this"),
        ('Vega says it is done"', "Vega says it is done"),
        ('オープンAI“開発中のAI"が攻撃', 'オープンAI“開発中のAI"が攻撃'),
        ("Vega calls it “a start”", "Vega calls it “a start”"),
    ],
)
def test_a_headline_keeps_no_half_of_a_quotation(title: str, shown: str) -> None:
    assert bare(title) == shown
