"""What a story puts at stake, read off its titles: public power, harm, money, a new model; or only a feature, a small round, or what merely amuses."""

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, Literal

from summariser.words.names import Number, companies_in, numbers_in, versions_in
from summariser.words.vectors import DATA, fold, simplify

Stake = Literal["power", "harm", "release", "money", "feature", "trivia", "minor"]

_READ: Final = 200
_WORDED: Final[tuple[Stake, ...]] = ("power", "harm", "feature", "trivia", "minor")
_BILLION: Final[dict[str, float]] = {
    "usd": 1e9,
    "eur": 1e9,
    "gbp": 1e9,
    "cny": 5e9,
    "jpy": 1e11,
    "krw": 1e12,
    "twd": 3e10,
}
"""From here on a sum is news by itself; about a thousand million dollars."""
_ROUND: Final = re.compile(r"\b(?:raises?|raised|raising|funding|series [a-e]|seed)\b")
_SMALL_ROUND: Final = 1e8
"""Dollars; a start-up's round below it concerns few."""
_RELEASED: Final = re.compile(
    simplify(
        r"\b(releas\w+|launch\w*|unveil\w*|introduc\w+|announc\w+|debuts?|previews?|open-sources?|drops)\b"
        r"|发布|推出|开源|上线|亮相|発表|公開|リリース|提供開始|投入|登場|출시|공개|선보|เปิดตัว|ปล่อย"
    )
)
_MACHINES: Final = frozenset(
    ("ios", "ipados", "macos", "android", "windows", "iphone", "pixel", "galaxy", "rtx", "python", "node")
)
"""Versions of what is no model."""
_SHARE: Final = 1 / 3
"""Of the titles that must name a stake: one lurid headline among many does not make it the story's."""


@cache
def _patterns() -> dict[Stake, re.Pattern[str]]:
    rows = tomllib.loads((DATA / "stakes.toml").read_text("utf-8"))
    return {stake: re.compile("|".join(f"(?:{simplify(one)})" for one in rows[stake])) for stake in _WORDED}


def in_billions(number: Number) -> float:
    """A sum in about thousand million dollars; 0 for what is no money."""
    return number.value / _BILLION.get(number.unit.lower(), float("inf"))


@lru_cache(maxsize=20_000)
def stakes_of(title: str) -> frozenset[Stake]:
    """What one title puts at stake; nothing for most."""
    folded = fold(title[:_READ]).replace("'", "’")
    found: set[Stake] = {stake for stake, pattern in _patterns().items() if pattern.search(folded)}
    if any(number.value >= _BILLION.get(number.unit.lower(), float("inf")) for number in numbers_in(title[:_READ])):
        found.add("money")
    if _ROUND.search(folded) and any(
        number.unit.lower() == "usd" and number.value < _SMALL_ROUND for number in numbers_in(title[:_READ])
    ):
        found.add("minor")
    if companies_in(title[:_READ]) and versions_in(title[:_READ]).keys() - _MACHINES and _RELEASED.search(folded):
        found.add("release")
    return frozenset(found)


def stakes(titles: Sequence[str]) -> frozenset[Stake]:
    """What at least a third of the titles put at stake."""
    counted = Counter(stake for title in titles for stake in stakes_of(title))
    return frozenset(stake for stake, n in counted.items() if n >= _SHARE * len(titles))
