"""A headline in any language that holds the names, the property and a value of its kind answers."""

from datetime import UTC, datetime

import pytest

from news.asking import Passage, Question
from news.languages import Language
from summariser.answering.headlined import headlined
from summariser.asking.value_kinds import holds, is_of_another_time, kind_of
from summariser.words.concepts import concepts, words_told
from summariser.words.senses import tongue_of_line

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
FLAWS = "「Orbita Vault」に更新 - 脆弱性412件を修正"
ROUND = "Quellium ระดมทุน 3.2 พันล้านดอลลาร์ มูลค่าพุ่งแตะ 2.1 หมื่นล้านดอลลาร์"
EARLIER = "Quellium ระดมทุน 900 ล้านดอลลาร์"
SHARE = "平台 Zephira 日上傳量超 37% 為 AI 生成音樂"
LENGTH = "ผู้กำกับ Velmora ปล่อยหนังสั้น 17 นาทีที่สร้างด้วย AI ล้วน"
"""Invented, in the words of headlines."""


def _told(question: str, *titles: tuple[str, Language]) -> str:
    passages = [
        Passage(f"a{at}", None, "Wire", f"u{at}", title, title, language, NOON.replace(day=20 - at), 1.0)
        for at, (title, language) in enumerate(titles)
    ]
    asked = Question("q", "public", None, question, tongue_of_line(question), NOON)
    return " ".join(one.text for one in headlined(asked, passages))


@pytest.mark.parametrize(
    ("question", "title", "language", "is_told"),
    [
        ("How many vulnerabilities were fixed in Orbita Vault?", FLAWS, "ja", True),
        ("Orbita Vault 취약점 몇 건 고쳤어?", FLAWS, "ja", True),
        ("How many vulnerabilities were fixed in Orbita Valley?", FLAWS, "ja", False),
        ("How many users does Orbita Vault have?", FLAWS, "ja", False),
        ("Quellium の評価額は？", ROUND, "th", True),
        ("Quellium 這輪募了多少錢？", ROUND, "th", True),
        ("Quellium 的罰款是多少？", ROUND, "th", False),
        ("How much did Quellium raise in its Series B?", ROUND, "th", False),
        ("How much did Mirandex raise?", ROUND, "th", False),
        ("What share of Zephira's daily uploads is AI music?", SHARE, "zh-Hant", True),
        ("How long is Velmora's short film?", LENGTH, "th", True),
        ("Who directed Velmora's short film?", LENGTH, "th", False),
    ],
)
def test_a_headline_of_another_language_answers_by_names_property_and_value(
    question: str, title: str, language: Language, is_told: bool
) -> None:
    assert bool(_told(question, (title, language))) is is_told


def test_of_two_rounds_the_later_is_told() -> None:
    assert _told("How much did Quellium raise?", (ROUND, "th"), (EARLIER, "th")) == ROUND
    assert _told("How much did Quellium raise?", (EARLIER, "th"), (ROUND, "th")) == EARLIER


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("By how much did sales rise?", "share"),
        ("データセンターの規模は？", "size"),
        ("몇 건이나 고쳤어?", "count"),
        ("多少錢？", "sum"),
        ("ใช้เวลานานเท่าไร", "length"),
        ("GPT-Red 和人类红队比，谁更强？", "ahead"),
        ("What is the latest version of Codex?", "version"),
        ("What is it called?", ""),
    ],
)
def test_the_kind_of_value_is_told_by_the_form_of_a_question(question: str, kind: str) -> None:
    assert kind_of(question) == kind


def test_a_sum_a_day_or_a_version_counts_nothing() -> None:
    asked = "How many users does Orbita 4 have?"
    assert holds("count", asked, "Orbita 4 has 55 million users")
    assert not holds("count", asked, "Orbita 4 users pay $20 from July 3 months on, 5% more")


def test_a_version_stands_right_behind_its_name() -> None:
    asked = "What is the latest version of Codex?"
    assert holds("version", asked, "OpenAI releases Codex 3.2")
    assert not holds("version", asked, "The latest Orbita is v1.3.14, which Codex ships")


def test_what_was_paid_is_told_by_no_sum_that_may_be() -> None:
    assert is_of_another_time("How much did Orbita raise?", "Orbita is in talks for $50 billion")
    assert not is_of_another_time("How much did Orbita raise?", "Orbita closes $3 billion")


def test_a_word_of_several_meanings_is_met_by_any_of_them() -> None:
    assert any({"raise", "funding"} <= one for one in words_told("How much did it raise?"))
    assert "vulnerabilities" in concepts("脆弱性を修正") & concepts("취약점 수정")
