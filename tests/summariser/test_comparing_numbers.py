"""Comparisons by a number: who is compared, which line tells it of each, and whose is larger."""

from dataclasses import replace
from datetime import timedelta

import pytest

from news.asking import Passage
from summariser.answering.aspects import amounts_of, told_in, wanted_in
from summariser.answering.defining import stated
from summariser.answering.larger import larger
from summariser.asking.sides_asked import sides_of
from summariser.asking.understanding import understand
from tests.summariser.test_comparing import NOON, compare, report


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("orbita vs samsung job cuts, how many each", ["Orbita", "samsung"]),
        ("orbita vs quellix funding", ["Orbita", "Quellix"]),
        ("로타랑 디윅스 중에 매출 어디가 더 많아?", ["로타", "디윅스"]),
        ("Orbita Labs跟Quellix各融了多少", ["Orbita Labs", "Quellix"]),
        ("三星在德州加碼的跟日本在北海道簽的，哪個金額大", ["三星", "日本"]),
        ("키미 K3랑 알리바바 큐원 신모델 중에 뭐가 더 크냐", ["키미 K3", "큐원"]),
    ],
)
def test_sides_are_found_without_capitals_in_hangul_and_in_two_deeds(text: str, labels: list[str]) -> None:
    assert [side.label for side in understand(text, today=NOON.date()).sides] == labels


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Who took in more money, Orbita or Quellix?", ("raised",)),
        ("Orbita和Quellix这次谁融得多，估值谁高", ("raised", "worth")),
        ("Is Orbita's round bigger than Quellix's?", ("raised",)),
        ("OrbitaとQuellixの調達額はそれぞれいくら", ("raised",)),
        ("로타랑 디윅스 중 누가 투자를 더 많이 받았어?", ("raised",)),
        ("Orbita กับ Quellix รอบนี้ใครได้เงินมากกว่า", ("raised",)),
        ("アップルとグーグルの純利益、どちらが大きい？", ("profit",)),
        ("三星在德州加碼的跟日本在北海道簽的，哪個金額大", ("sum",)),
    ],
)
def test_what_is_compared_is_read_from_everyday_words(text: str, names: tuple[str, ...]) -> None:
    understood = understand(text, today=NOON.date())
    assert wanted_in(understood.text, understood.sides).aspects == names


@pytest.mark.parametrize(
    ("text", "name", "tells"),
    [
        ("Orbita raised $1.5bn on a bet", "raised", True),
        ("OrbitaがAIでシード4,000万ドル", "raised", True),
        ("Orbita raises $700M at nearly $7bn", "worth", True),
        ("Orbita raised $400M, valuing the exchange at $20B", "worth", True),
        ("Orbita reported revenue of $3 billion", "profit", False),
        ("로타 영업이익 310억원", "profit", True),
    ],
)
def test_a_line_tells_the_kind_of_number_that_it_holds(text: str, name: str, tells: bool) -> None:
    assert (name in told_in(text)) is tells


def older(passage: Passage, days: int) -> Passage:
    return replace(passage, published=passage.published - timedelta(days=days))


def test_of_each_side_the_newest_number_is_told_once() -> None:
    told = compare(
        "Which raised more, Orbita or Quellix, and at what valuation?",
        [
            older(report("Orbita is preparing to raise $2B at a $20B valuation"), 12),
            report("Orbita raises $3B at a $30B valuation"),
            report("Quellix raises $1B at a $9B valuation"),
        ],
    ).told
    assert sorted(one.text for one in told) == [
        "Orbita raises $3B at a $30B valuation",
        "Quellix raises $1B at a $9B valuation",
    ]


def test_a_line_with_the_number_of_one_side_is_none_of_both() -> None:
    told = compare(
        "Kimi K3 or Qwen 3.8, which is bigger?",
        [
            report("Alibaba previews Qwen 3.8 with 2.4 trillion parameters, days after Kimi K3"),
            report("Moonshot AI releases Kimi K3 with 2.8 trillion parameters"),
            report("Alibaba shows Qwen 3.8, a model of 2.4 trillion parameters"),
        ],
    ).told
    assert [len(one.sides) for one in told] == [1, 1]


def test_amounts_are_had_in_one_currency_where_they_can_be() -> None:
    told = compare(
        "Which raised more, Orbita or Quellix?",
        [
            report("Orbita raises $300M in a new round"),
            report("Orbita raises 45 billion yen from investors"),
            report("Quellix raises 21 billion yen from investors"),
        ],
    ).told
    assert [one.text.count(" yen") for one in told] == [1, 1]


def test_the_one_sum_of_a_headline_is_what_the_text_below_it_says() -> None:
    told = compare(
        "Which raised more, Orbita or Quellix?",
        [
            report(
                "Orbita builds a clock for data centres with $55M",
                "The start-up raised $55M in a Series B, it said on Monday.",
            ),
            report("Quellix raises $20M from new investors in Europe"),
        ],
    ).told
    assert len(told) == 2


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "Orbita raises $3B from new investors in Europe",
            "Quellix raises $400M at $3.8bn from new backers",
            ("Orbita", "$3B"),
        ),
        ("Orbita raises $3M from investors", "Quellix raises €400M from investors", None),
        ("Orbita raises up to $3B from investors", "Quellix raises $400M from investors", None),
        ("Orbita raises $3B and then $1B from investors", "Quellix raises $400M from investors", None),
        ("Orbita raises $400M from investors", "Quellix raises $400M from investors", None),
    ],
)
def test_which_is_larger_is_said_only_where_it_is_certain(
    first: str, second: str, expected: tuple[str, str] | None
) -> None:
    text = "Which raised more, Orbita or Quellix?"
    sides = sides_of(text, compares=True)
    found = larger(compare(text, [report(first), report(second)]).told, "raised", sides)
    assert (found and (found[0].label, found[1])) == expected


def test_a_number_keeps_the_scale_behind_its_sign_in_any_script() -> None:
    assert amounts_of("raised", "Orbita ระดมทุนใหม่ $2 พันล้าน") == ["$2 พันล้าน"]


def test_what_is_larger_is_not_asked_as_what_something_is() -> None:
    asked = "오르비타랑 퀠릭스 중에 뭐가 더 크냐"
    assert stated(asked) == asked
