"""The same of every side: of each the line that tells one aspect best, the newest number, in one currency. Pure."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import product
from math import exp
from typing import Final

from summariser.answering.aspects import DEEDS, Wanted, aspects
from summariser.answering.comparable import Told
from summariser.answering.superseding import is_to_come
from summariser.asking.sides import Side
from summariser.words.quantities import currencies

_DATED: Final = 1.0
"""What a line of a deed is worth more that says when."""
_SAID: Final = 0.3
"""What it is worth more that a line calls what is asked as the question does."""
_COVERS: Final = 0.3
"""What a sentence is worth more for each measure of which all sides are told something."""


def rows_of(
    own: Sequence[Told], sides: Sequence[Side], wanted: Wanted, names: Sequence[str]
) -> list[tuple[str, tuple[Told, ...]]]:
    """The aspects of which all sides are told something, with the best sentence of each; those that are told best first."""
    every = range(len(sides))
    of_all = {name for name in names if all(best_of(own, at, name) for at in every)}
    rows: list[tuple[float, str, tuple[Told, ...]]] = []
    for place, name in enumerate(name for name in names if name in of_all):
        chosen = _of_one_unit(
            [
                _best_first(
                    [one for one in own if one.sides == {at} and name in one.aspects],
                    lambda one: (
                        (one.to_the_point if wanted else one.score)
                        + _COVERS * len(one.aspects & of_all)
                        + _SAID * any(said and said in one.text for said in wanted.said)
                        + _DATED * (name in DEEDS and one.dated)  # noqa: B023
                    ),
                    fresh=aspects()[name].counted,
                )
                for at in every
            ]
        )
        rows.append((min(one.score for one in chosen) - 0.05 * place, name, chosen))
    return [(name, chosen) for _, name, chosen in sorted(rows, key=lambda row: -row[0])]


def _best_first(some: Sequence[Told], worth: Callable[[Told], float], *, fresh: bool) -> list[tuple[float, Told]]:
    """Each with its worth, a `fresh` number's the more the newer it is and where it is no plan."""
    newest = max(one.passage.published for one in some)
    weighed = [
        (
            worth(one)
            + fresh * (_NEW * exp(-(newest - one.passage.published) / _AGES) - _PLANNED * is_to_come(one.text)),
            one,
        )
        for one in some
    ]
    return sorted(weighed, key=lambda one: -one[0])[:_OPTIONS]


_NEW: Final = 0.5
_PLANNED: Final = 0.4
_AGES: Final = timedelta(days=7)
_OPTIONS: Final = 5
_ONE_UNIT: Final = 0.8
"""What it is worth that all count in one currency."""


def _of_one_unit(options: Sequence[Sequence[tuple[float, Told]]]) -> tuple[Told, ...]:
    """Of each side the best line, where they can be had in one currency."""

    def worth(row: tuple[tuple[float, Told], ...]) -> float:
        alike = len({currencies(one.text) for _, one in row}) == 1
        return sum(points for points, _ in row) + _ONE_UNIT * alike

    return tuple(one for _, one in max(product(*options), key=worth))


def best_of(own: Sequence[Told], side: int, name: str) -> Told | None:
    theirs = (one for one in own if one.sides == {side} and name in one.aspects)
    return max(theirs, key=lambda one: one.to_the_point, default=None)
