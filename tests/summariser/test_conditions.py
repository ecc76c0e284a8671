"""What a question sets as a condition: its year, that it is the first of all, whose count it is."""

from datetime import UTC, datetime

import pytest

from news.asking import Passage
from news.languages import Language
from summariser.answering.conditions import meets_conditions


def _report(text: str, title: str = "Orbita", language: Language = "en") -> Passage:
    return Passage("a", None, "S", "https://f.example/1", title, text, language, datetime(2026, 7, 20, tzinfo=UTC), 1.0)


@pytest.mark.parametrize(
    ("question", "told", "met"),
    [
        ("How much did Orbita raise in 2024?", "Orbita raised $15 million.", False),
        ("How much did Orbita raise in 2026?", "Orbita raised $15 million.", True),
        ("How much did Orbita raise in 2025?", "Orbita raised $15 million last year.", True),
        ("How much power will Orbita use by 2035?", "In 2035 Orbita will use 200 gigawatts.", True),
        ("2025年第2四半期の相談は何件？", "2026年第2四半期の相談は3832件。", False),
        ("ปี 2568 Orbita ระดมทุนเท่าไร", "Orbita ระดมทุน 15 ล้านดอลลาร์", False),
        ("万能機の検挙件数は？", "万能機の被害は123件", False),
        ("万能機の検挙件数は？", "万能機で検挙123件", True),
        ("오르비타 상담 건수는 얼마?", "오르비타 신고 123건", False),
        ("대회에 몇 개 팀이 참가했나?", "결선에 오를 4개 팀을 선정했다", False),
        ("대회에 몇 개 팀이 참가했나?", "87개 팀이 참가했다", True),
        ("何社が参加した？", "4社を選んだ", False),
        ("Orbita เที่ยวที่ 15 ปล่อยดาวเทียมกี่ดวง", "Orbita เที่ยว 13 ปล่อย 20 ดวง", False),
        ("第15回大会は何人が参加した？", "第15回大会に20人が参加した", True),
        ("Orbita 3.6 Pro pricing", "It was $1.50 for 3.5 Flash.", False),
        ("Orbita 3.6 Pro pricing", "Orbita 3.6-pro costs $4.", True),
        ("Which team won the 15th cup?", "Orbita won the 14th cup", False),
        ("2025年第2四半期の深刻度は？", "2025年の深刻度は44%。", False),
        ("登録件数が一番多かった製品は？", "登録件数は13,131件となった。", False),
        ("登録件数が一番多かった製品は？", "登録では1位が「Vega」で5,183件。", True),
        ("가장 많이 팔린 로봇은?", "오르비타 로봇이 300대 팔렸다.", False),
        ("How much did Japan grow?", "Orbita grew by 12 percent.", False),
        ("How much did Japan grow?", "Japan grew by 12 percent.", True),
        ("台灣第二季成長多少", "台湾の4~6月は12%増", True),
        ("How much does Orbita pay Quell a year?", "Orbita pays Quell $125 million.", False),
        ("하늘은행은 시간을 얼마나 줄였나?", "바다은행은 시간을 70% 줄였다.", False),
        ("하늘은행은 시간을 얼마나 줄였나?", "Sky Bank cut it by 70%.", True),
        ("青海大学は何を作った？", "青海大学がロボットを作った。", True),
        ("How much does Orbita pay Quell a year?", "Orbita pays Quell $25 million annually.", True),
        ("How much did Orbita earn a year ago?", "Orbita earned $25 million.", True),
        ("オルビタの年間の利用料はいくら？", "オルビタの利用料は月額20ドル。", False),
        ("第４条で何を定める？", "第4条で予算を定める。", True),
        ("2024년에 설립된 회사의 대표는 누구?", "대표는 김오르다.", True),
        ("哪家公司卖得最多？", "Orbita卖出300台。", False),
        ("บริษัทใดขายมากที่สุด", "Orbita ขาย 300 เครื่อง", False),
    ],
)
def test_another_year_rank_or_count_answers_another_question(question: str, told: str, met: bool) -> None:
    language: Language = "ko" if "은행" in told else "en"
    assert meets_conditions(question, told, _report(told, language=language)) is met


def test_a_sentence_is_of_the_year_that_was_told_before_it() -> None:
    text = "In 2024 Orbita grew. It raised $15 million. In 2026 it raised $30 million."
    asked = "How much did Orbita raise in 2024?"
    assert meets_conditions(asked, "It raised $15 million.", _report(text))
    assert not meets_conditions(asked, "In 2026 it raised $30 million.", _report(text))


def test_what_it_is_measured_from_is_not_its_year() -> None:
    text = "2026年第2四半期の相談は3832件。2025年第3四半期以降、増えている。偽警告は1428件。"
    for told in ("偽警告は1428件。", "2025年第3四半期以降、増えている。"):
        assert not meets_conditions("2025年第2四半期の相談は何件？", told, _report(text, language="ja"))
    assert meets_conditions("2026年第2四半期の相談は何件？", "偽警告は1428件。", _report(text, language="ja"))
