"""Comparisons: who is compared, by what, and which sentences say the same kind of thing of each."""

from datetime import UTC, datetime

import pytest

from news.asking import Passage
from news.languages import Language
from summariser.aspects import Wanted, told_in, wanted_in
from summariser.comparable import candidates
from summariser.comparing import Compared, compared
from summariser.sides import sides_of, whose

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def compare(text: str, reports: list[Passage], *, loosely: bool = False) -> Compared:
    sides = sides_of(text, compares=True)
    wanted = wanted_in(text, sides)
    return compared(candidates(reports, sides, wanted, "en", NOON), sides, wanted, loosely=loosely)


def report(title: str, text: str = "", language: Language = "en") -> Passage:
    url = f"https://example.org/{title}"
    return Passage(url, None, "Wire", url, title, text or title, language, NOON, 1.0)


@pytest.mark.parametrize(
    ("text", "compares", "labels"),
    [
        ("Compare Gemini 3.6 Flash and 3.5 Flash-Lite", True, ["Gemini 3.6 Flash", "Gemini 3.5 Flash-Lite"]),
        ("Which is cheaper, GPT-5.6 or Claude?", False, ["GPT-5.6", "Claude"]),
        ("Orbita and Quellix: how much did each raise?", False, ["Orbita", "Quellix"]),
        ("OrbitaとQuellixの調達額", False, ["Orbita", "Quellix"]),
        ("比较Kimi K3和Claude", True, ["Kimi K3", "Claude"]),
        ("카카오와 네이버를 비교해줘", True, ["카카오", "네이버"]),
        ("로타와 디윅스를 비교해줘", True, ["로타", "디윅스"]),
        ("เปรียบเทียบ OpenAI กับ Anthropic", True, ["OpenAI", "Anthropic"]),
        ("How much did Microsoft and Mistral agree on?", False, []),
        ("How many people died in Turkey and Syria?", False, []),
        ("What did Apple and OpenAI say?", False, []),
    ],
)
def test_what_stands_joined_is_compared_where_each_or_a_measure_of_both_is_asked(
    text: str, compares: bool, labels: list[str]
) -> None:
    assert [side.label for side in sides_of(text, compares=compares)] == labels


@pytest.mark.parametrize(
    ("text", "aspect", "told"),
    [
        ("Zeta costs $3 per million input tokens", "price", True),
        ("Zeta 3.5 has users in many places", "users", False),
        ("Orbita raises $40M from investors", "raised", True),
        ("Orbita raises its prices", "raised", False),
        ("営業利益は前年同期比12%増だった", "earned", True),
        ("카카오는 매출 증가 폭이 크지 않다", "earned", False),
        ("Zeta scored 61% on SWE-Bench", "score", True),
        ("Zeta has 2.8 trillion parameters", "size", True),
    ],
)
def test_a_measure_is_told_with_its_number(text: str, aspect: str, told: bool) -> None:
    assert (aspect in told_in(text)) is told


def test_price_stands_with_price_and_one_that_names_both_stands_first() -> None:
    reports = [
        report("Notes on models", "K3 costs $3 per million input tokens. Claude costs $10 per million input tokens."),
        report("Kimi K3 beats Claude in frontend tests"),
        report("My week", "I’ve run Kimi K3 alongside Claude and it beats Claude in frontend tests every day."),
        report("Anthropic introduces Claude for schools"),
    ]
    found = compare("Compare Kimi K3 and Claude", reports)
    assert [one.text for one in found.told] == [
        "Kimi K3 beats Claude in frontend tests",
        "K3 costs $3 per million input tokens.",
        "Claude costs $10 per million input tokens.",
    ]
    assert not found.missing


def test_names_joined_by_a_slash_are_one_thing_and_set_against_nothing() -> None:
    sides = sides_of("Compare OpenAI and Anthropic", compares=True)
    line = "Teams on OpenAI/Anthropic models should look at what each task costs them"
    assert not [one for one in candidates([report(line)], sides, Wanted(), "en", NOON) if len(one.sides) == len(sides)]


def test_a_sort_of_one_version_is_not_told_of_another() -> None:
    sides = sides_of("Compare Gemini 3.6 Flash and 3.5 Flash-Lite", compares=True)
    assert [side.place("Gemini 3.5 Flash Cyber costs $1 per month") for side in sides] == [-1, -1]
    assert sides[1].place("The new 3.5 Flash-Lite costs $1 per month") == 8


def test_the_side_of_which_nothing_is_told_is_named_and_a_sentence_of_it_bears_its_name() -> None:
    text = "Orbita and Quellix: how much did each raise?"
    sides = sides_of(text, compares=False)
    reports = [report("Orbita opens a plant in Norway", "It has raised $40 million from three investors.")]
    found = compare(text, reports)
    assert [one.shown(sides) for one in found.told] == ["Orbita: It has raised $40 million from three investors."]
    assert [side.label for side in found.missing] == ["Quellix"]


def test_a_report_of_both_answers_which_is_better_and_no_side_of_it_is_called_missing() -> None:
    text = "Zeta 5 vs Quellix Max, which is better?"
    reports = [
        report("Zeta 5 vs. Quellix Max on a routing problem: who wins?", "Zeta 5 is an absolute beast on this task."),
        report("Zeta 5 trails Quellix Max in the arena"),
        report("Notes on a plant", "It links a Stripe event to a Zeta 5 th"),
    ]
    found = compare(text, reports)
    assert {one.text for one in found.told} == {
        "Zeta 5 is an absolute beast on this task.",
        "Zeta 5 trails Quellix Max in the arena",
    }
    assert not found.missing


def test_of_each_side_something_else_is_no_comparison() -> None:
    reports = [
        report("Orbita opens a plant in Norway next spring"),
        report("Quellix names a new head of research today"),
    ]
    assert not compare("Compare Orbita and Quellix", reports).told


def test_what_is_theirs_may_be_told_by_its_makers_name_beside_the_other() -> None:
    sides = sides_of("Is Orbita's Digit ahead of Tesla's Optimus?", compares=True)
    assert [side.label for side in sides] == ["Digit", "Optimus"]
    assert whose("Orbita moves in next to the plant that makes Optimus", sides) == {0, 1}
    assert whose("Orbita moves in next to Tesla", sides) == frozenset()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("中國AI成本僅美模型兩成", {0, 1}),
        ("中美競爭", {0, 1}),
        ("完美模型", frozenset()),
        ("比賽中美味大賣", frozenset()),
    ],
)
def test_a_country_may_be_one_character_beside_another_or_before_what_is_of_it(text: str, named: set[int]) -> None:
    assert whose(text, sides_of("中国模型和美国模型的成本相比如何？", compares=True)) == named
