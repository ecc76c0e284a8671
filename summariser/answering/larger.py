"""Which of two numbers of one kind, in one currency, is the larger: said only where nothing is left to doubt. Pure; six languages."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from summariser.answering.aspects import ANY_SUM, amounts_of
from summariser.answering.comparable import Told
from summariser.asking.sides import Side
from summariser.words.quantities import currencies, quantities

_OF_ONE_KIND: Final = frozenset({"raised", "worth", "size", ANY_SUM})
"""Of results, spending and prices nothing says that they are of the same time, or for the same."""
_ABOUT: Final = 0.05
"""Numbers as near as this may be one, rounded."""
_LEAST: Final = 1e5
"""A smaller number has lost what it counts in."""
_VAGUE: Final = re.compile(
    r"\b(?:up to|as much as|another|additional|total)\b|最[多高]|至多|最大|累計|累计|총|누적|최대|สูงสุด|รวม",
    re.IGNORECASE,
)
"""What may be reached, or was put together of more than one."""


def larger(told: Sequence[Told], name: str, sides: Sequence[Side]) -> tuple[Side, str] | None:
    """Whose number is larger by one aspect, and the number as it is told; None where a side has no line of its own, or more than one number."""
    found: dict[int, tuple[float, str]] = {}
    units = set[frozenset[str]]()
    for one in told:
        if len(one.sides) > 1 or name not in one.aspects:
            continue
        at = min(one.sides)
        numbers = amounts_of(name, one.text)
        if at in found or len(numbers) != 1 or _VAGUE.search(one.text):
            return None
        values = [float(value) for value in quantities(numbers[0]).stated]
        if not values or max(values) < _LEAST:
            return None
        found[at] = max(values), numbers[0]
        units.add(currencies(numbers[0]))
    return _largest(found, sides) if len(found) == len(sides) and len(units) == 1 and _is_sure(name, units) else None


def _is_sure(name: str, units: set[frozenset[str]]) -> bool:
    return name in _OF_ONE_KIND and (name == "size" or all(len(unit) == 1 for unit in units))


def _largest(found: Mapping[int, tuple[float, str]], sides: Sequence[Side]) -> tuple[Side, str] | None:
    first, second, *_ = sorted(found, key=lambda at: -found[at][0])
    if found[first][0] - found[second][0] <= _ABOUT * found[first][0]:
        return None
    return sides[first], found[first][1]
