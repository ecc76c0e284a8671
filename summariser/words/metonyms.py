"""A government told by the place where it sits: "Brussels fined Meta" is "the EU fined Meta". Pure, for English beside any language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from summariser.words.aliases import mentions

_WHERE: Final = "".join(rf"(?<!\b{word} )" for word in ("in", "at", "near", "around", "across", "outside", "via", "of"))
_NO_NAME: Final = r"(?![-–]\w|,? D\.?C| [A-Z]\w)"


@dataclass(frozen=True, slots=True)
class _Seat:
    """`id`: the country's in the alias table; `name`: as English writes it; `rules`: whoever governs there, without the country's name."""

    id: str
    name: str
    country: re.Pattern[str]
    rules: re.Pattern[str] | None = None


def _seat(id: str, name: str, country: str, rules: str = "") -> _Seat:
    return _Seat(id, name, re.compile(rf"\b(?:{country})"), re.compile(rules) if rules else None)


_SEATS: Final[Mapping[str, _Seat]] = {
    "Washington": _seat(
        "usa", "the U.S.", r"U\.S|US\b|USA|United States|America",
        r"\b(?:(?:Trump|Biden) administration|White House|[Ff]ederal (?:government|officials|authorities))\b",
    ),
    "Beijing": _seat("china", "China", "China|Chinese"),
    "Tokyo": _seat("japan", "Japan", "Japan"),
    "Seoul": _seat("south-korea", "South Korea", "(?:South )?Korea"),
    "Taipei": _seat("taiwan", "Taiwan", "Taiwan"),
    "Brussels": _seat("eu", "the EU", r"EU\b|Europe"),
    "London": _seat("uk", "Britain", r"U\.?K\b|Britain|British"),
    "Paris": _seat("france", "France", "France|French"),
    "Berlin": _seat("germany", "Germany", "German"),
    "Delhi": _seat("india", "India", "India"),
    "Moscow": _seat("russia", "Russia", "Russia"),
    "Ottawa": _seat("canada", "Canada", "Canad"),
    "Canberra": _seat("australia", "Australia", "Australia"),
}  # fmt: skip


_MONEY: Final[Mapping[str, tuple[str, ...]]] = {
    "india": ("rupee",), "japan": ("yen",), "china": ("yuan", "renminbi"), "thailand": ("baht",), "russia": ("ruble", "rouble"),
}  # fmt: skip
"""What is paid with nowhere else, by words that mean nothing else."""


def money_of(id: str) -> tuple[str, ...]:
    """What a report of a country's courts and prices counts in: a fine of rupees is India's. () where others have it too."""
    return _MONEY.get(id, ())


def seat_of(id: str) -> str:
    """The country whose government a capital of the alias table may stand for; "" for any other name."""
    seat = _SEATS.get(id.capitalize())
    return seat.id if seat else ""


def governed(told: str, source: str) -> tuple[str, str]:
    """Both texts with a country for its capital, where one text has only the one and the other only the other."""
    for capital, seat in _SEATS.items():
        acts = re.compile(rf"{_WHERE}\b(?:New )?{capital}\b{_NO_NAME}")
        here, there = capital in told, capital in source
        if here == there:
            continue
        if there and acts.search(source) and not seat.country.search(source) and _names(told, seat):
            source = acts.sub(seat.name, source)
        elif here and acts.search(told) and not seat.country.search(told):
            if _names(source, seat):
                told = acts.sub(seat.name, told)
            elif seat.rules and seat.rules.search(source):
                told = acts.sub("the administration", told)
    return told, source


def _names(text: str, seat: _Seat) -> bool:
    return bool(seat.country.search(text)) or any(one.id == seat.id for one in mentions(text))
