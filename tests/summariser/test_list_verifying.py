"""Which lines of a list are told, by how likely each is asked for."""

from summariser.lists.list_verifying import of_chances


def told(
    *chances: float, barred: tuple[int, ...] = (), by_word: tuple[int, ...] = (), surely: bool = True
) -> list[int]:
    return list(of_chances(chances, {*barred}, {*by_word}, [frozenset()] * len(chances), surely=surely).told)


def test_the_likely_are_told_and_nothing_far_behind_the_best() -> None:
    assert told(0.3, 0.9, 0.6, 0.5) == [1, 2]


def test_where_no_line_is_likely_nothing_is_told() -> None:
    assert told(0.55, 0.5, 0.45) == []
    assert told() == []


def test_one_line_alone_must_be_surer() -> None:
    assert told(0.7, 0.1) == []
    assert told(0.8, 0.1) == [0]


def test_what_a_condition_speaks_against_is_not_told() -> None:
    assert told(0.95, 0.8, 0.7, barred=(0,)) == [1, 2]


def test_what_meets_all_word_for_word_need_be_less_likely() -> None:
    assert told(0.5, 0.2, 0.2, by_word=(0, 1)) == [0, 1]
    assert told(0.2, 0.2, by_word=(0, 1)) == []


def test_what_may_ask_for_one_thing_gets_a_list_only_where_it_is_surely_one() -> None:
    assert told(0.7, 0.6, surely=False) == []
    assert told(0.8, 0.6, surely=False) == [0, 1]
