"""Across languages a sentence is told without a second look only where it and its source are one plain event, understood to the last word."""

from itertools import permutations

import pytest

from news.languages import LANGUAGES, Language
from summariser.checking.events import event, may_take_back, same_event
from summariser.words.aliases import glossary
from tests.summariser.scripts import load

PAIRS = load("crossings")
DONE = PAIRS.DONE


@pytest.mark.parametrize(("spoken", "language"), [*permutations(LANGUAGES, 2)])
def test_a_plain_event_is_told_from_any_language_in_any_other(spoken: Language, language: Language) -> None:
    """Titles and sentences."""
    assert all(
        same_event(told, language, said, spoken) for told, said in zip(DONE[language], DONE[spoken], strict=True)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_denies_doubts_plans_or_attributes_is_a_plain_event(language: Language) -> None:
    """In whatever words, which no list has to hold."""
    told = [text for text in PAIRS.NOT_SO[language] if same_event(DONE["en"][0], "en", text, language)]
    assert (
        told == []
        if language != "en"
        else all(event(text, "en") != event(DONE["en"][0], "en") for text in PAIRS.NOT_SO["en"])
    )


@pytest.mark.parametrize("kind", ["not so", "added", "roles", "cut, one language", "cut, across two"])
def test_no_false_telling_stands_as_fact_without_the_pass(kind: str) -> None:
    """Refused, asked about, or beside its original."""
    assert [row for found, row in PAIRS.rows() if found == kind and PAIRS.judged(row).standing == "good"] == []


def test_an_honest_translation_with_a_modal_or_a_not_is_kept_by_a_pass_that_is_right() -> None:
    """It is asked about or marked, not refused."""
    assert [row for row in PAIRS.HONEST if PAIRS.judged(row).standing == "bad"] == []


@pytest.mark.parametrize(
    ("told", "said", "same"),
    [
        ("TokkaはMirelleを買収した。", "Tokka bought the French startup Mirelle for $40 million on Tuesday.", True),
        ("Tokkaは7月、Mirelleを買収した。", "Tokka bought Mirelle.", False),
        ("TokkaはMirelleを買収した。", "Tokka bought Mirelle in July 2019.", False),
        ("TokkaはMirelleを買収した。", "Tokka bought Mirelle shares.", False),
        ("MirelleはTokkaを買収した。", "Tokka bought Mirelle.", False),
        ("TokkaはMirelleを買収した。", "Tokka sued Mirelle.", False),
        ("Tokkaは日本に事務所を開設した。", "Tokka opened an office in Japan.", True),
        ("Tokkaは事務所を開設した。", "Tokka opened an office in Japan.", False),
        ("Tokkaの株価は水曜日に5%上昇した。", "Tokka shares rose 5% on Wednesday.", True),
        ("Tokkaの株価は水曜日に5%上昇した。", "Tokka shares rose to 5% on Wednesday.", False),
        ("Tokkaは日本で300人を採用した。", "Tokka hired 300 people in Japan.", True),
        ("Tokkaは300人を採用した。", "Tokka hired 300 people for 40 offices.", False),
        ("TokkaはMirelleに買収された。", "Mirelle bought Tokka.", False),
        ("Tokkaは月曜日、Orbit 3を発売した。", "Tokka launches Orbit 3 on Monday.", False),
        ("Tokkaは月曜日、Orbit 3を発売した。", "Tokka launched Orbit 3 on Monday.", True),
        ("Tokka、Mirelleを買収", "Tokka bought Mirelle...", False),
    ],
)  # fmt: skip
def test_only_a_sum_a_day_or_a_description_may_be_left_out(told: str, said: str, same: bool) -> None:
    """A passive is not read, nor which of two numbers is of what, nor a present with a day: none of these is told unseen."""
    assert same_event(told, "ja", said, "en") is same


KNOWN = (
    "OpenAI", "Anthropic", "Google", "Microsoft", "NVIDIA", "Apple", "Amazon", "Tesla", "DeepSeek", "Alibaba", "Huawei", "Samsung", "SoftBank",
    "TSMC", "Foxconn", "Naver", "Sam Altman", "Elon Musk", "Satya Nadella", "Mark Zuckerberg", "Demis Hassabis", "Hugging Face",
)  # fmt: skip
BOUGHT: dict[Language, str] = {
    "ja": "{X}は7月、Tokkaを買収した。", "zh-Hans": "{X}7月收购了Tokka。", "zh-Hant": "{X}7月收購了Tokka。", "ko": "{X}는 7월 Tokka를 인수했다.",
    "th": "{X} ซื้อ Tokka ในเดือนกรกฎาคมแล้ว",
}  # fmt: skip


@pytest.mark.parametrize("language", BOUGHT)
def test_a_name_as_the_prompt_asks_for_it_is_known_again(language: Language) -> None:
    """Companies and people, in both directions; a month right behind a Latin name is no part of it."""
    for name in KNOWN:
        said = f"{name} bought Tokka in July."
        told = BOUGHT[language].format(X=glossary(said, language).get(name, name))
        assert PAIRS.judged(("en", said, language, told)).standing == "good", told
        assert PAIRS.judged((language, told, "en", said)).standing == "good", told


@pytest.mark.parametrize(
    ("line", "language", "does"),
    [
        ("That never happened, its founder said.", "en", True), ("これは嘘だ。", "ja", True), ("但公司称纯属虚构。", "zh-Hans", True),
        ("이는 사실과 다르다.", "ko", True), ("แต่ผู้ก่อตั้งบอกว่าไม่จริง", "th", True), ("The office is in Porto.", "en", False), ("同社は黒字だ。", "ja", False),
    ],
)  # fmt: skip
def test_the_next_sentence_may_take_it_back(line: str, language: Language, does: bool) -> None:
    """By pointing back or turning against it."""
    assert may_take_back(line, language) is does
