"""A list of sums, the largest first."""

from summariser.lists.by_size import asks_for_the_largest, largest_first

ROUNDS = [
    "Orbita raises $70m for robots",
    "Vega raises $439M, valuation soars past $2B",
    "Quillo Raises $7.4 Billion, Targets an IPO",
    "Tova is raising $75M+ at a $1.5B valuation",
    "ルモ、300億円を調達",
]


def test_the_largest_sum_comes_first_and_what_somebody_is_worth_is_no_sum() -> None:
    assert [ROUNDS[at].split()[0] for at in largest_first(ROUNDS)] == [
        "Quillo",
        "Vega",
        "ルモ、300億円を調達",
        "Tova",
        "Orbita",
    ]


def test_what_mostly_tells_no_sum_stays_as_it_is() -> None:
    lines = ["Orbita buys Vega", "Quillo buys Tova for $3 billion", "Lumo is bought"]
    assert largest_first(lines) == [0, 1, 2]


def test_the_largest_are_asked_for_in_six_languages() -> None:
    for text in (
        "3 biggest funding rounds",
        "最大的三笔融资",
        "大型資金調達トップ3",
        "가장 큰 투자 유치",
        "ระดมทุนใหญ่ที่สุด",
    ):
        assert asks_for_the_largest(text)
    assert not asks_for_the_largest("funding rounds this month")
