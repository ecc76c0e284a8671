"""Trees that ship as data: each adds one leaf, and what they ask for is measured."""

from collections.abc import Mapping
from math import isfinite

import pytest

from summariser.answering.likelihood import Found, signs
from summariser.asking.asked_for import asked_for
from summariser.stories.matters import Among
from summariser.stories.newslines import Line
from summariser.words.trees import Trees, trees
from tests.bot.shelf import an_article

BY_HAND = Trees(
    ("age", "told"),
    -1.0,
    [
        [[1, 0.5, 1, 2, 0], [-1, 0, 0, 0, -2.0], [0, 3.0, 3, 4, 0], [-1, 0, 0, 0, 1.5], [-1, 0, 0, 0, 0.5]],
        [[-1, 0, 0, 0, 0.25]],
    ],
)


def measured() -> dict[str, Mapping[str, float]]:
    line = Line(an_article("one", "", title="Acme sues Brand"), "Acme sues Brand")
    found = Found(
        line, points=1.0, near=0.4, behind=0.0, place=0.0, aside=False, same=True, age=1.0, before=False, lists=True
    )
    return {"asked_for": signs(asked_for("who is sued?", {}), found), "same_matter": Among([line]).shared(line, line)}


@pytest.mark.parametrize(
    ("age", "told", "odds"), [(1.0, 0.0, -2.75), (3.0, 1.0, 0.75), (3.1, 1.0, -0.25), (9.0, 0.5, -2.75)]
)
def test_at_or_below_the_threshold_goes_left_and_every_tree_adds_its_leaf(age: float, told: float, odds: float) -> None:
    assert BY_HAND.of([{"told": told, "age": age, "else": 7.0}]) == [odds]


@pytest.mark.parametrize("name", ["asked_for", "same_matter"])
def test_every_path_of_what_ships_ends_in_a_leaf(name: str) -> None:
    ships = trees(name)
    for tree in ships.trees:
        for at, (measure, _, left, right, odds) in enumerate(tree):
            if measure == -1:
                assert isfinite(odds)
            else:
                assert 0 <= measure < len(ships.names)
                assert at < left < len(tree)
                assert at < right < len(tree)


@pytest.mark.parametrize("name", ["asked_for", "same_matter"])
def test_what_the_shipped_trees_ask_for_is_measured(name: str) -> None:
    ships, measures = trees(name), measured()[name]
    assert set(ships.names) <= set(measures)
    assert len(set(ships.names)) == len(ships.names)
    assert isfinite(ships.of([measures])[0])
