"""Which names of a sentence it may say the same of with them exchanged: what stands in one list, goes along, lies in the other. Pure.

`alike`: it surely does. `unsure`: it may, so that an exchange of the two need not be false.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from news.languages import Language
from summariser.words.placed_names import Name
from summariser.words.tagging import placed

_BESIDE: Final = (
    r"(?:like|such as|including|along with|together with|as well as|joined by|alongside|plus|besides|in addition to)"
)
_LIST: Final[dict[str, re.Pattern[str]]] = {
    "en": re.compile(rf",? ?(?:and |or )?(?:[a-z-]+ ){{0,3}}?{_BESIDE} (?:the )?"),
    "ja": re.compile(r"(?:社|氏|や|と|、)*(?:に加えて?|のほか|をはじめ|とともに|と並び|など|や)、?"),
    "zh": re.compile(r"[、，]?(?:以及|及|還有|还有|連同|连同|包括|等|攜手|携手|聯合|联合|聯手|联手|和|與|与|跟|與其|除了)+[、，]?"),
    "ko": re.compile(r"(?:[,은는]?\s?(?:와|과|및|그리고|함께|등|물론|비롯해)\s?(?:함께\s?)?,?\s?)+"),
    "th": re.compile(r"\s?(?:,\s?)?(?:รวมถึง|และ|พร้อมด้วย|ร่วมกับ|ร่วมมือกับ|จับมือกับ|เช่น|กับ|หรือ)\s?"),
}  # fmt: skip
_JOINS: Final = re.compile(
    r",|\b(?:and|or|with|like|such|including|along|together|well|as|same|besides|alongside|plus|both|to|than|close|so|too)\b"
)
_WITH: Final = re.compile(r"\b(?:with|same|include[sd]?|including|like|alongside|together|as|so|too|likewise)\b")
_ENDS: Final = re.compile(r",? (?:and|or) (?:the |other )?[a-z]")
_TIES: Final[dict[str, tuple[re.Pattern[str], re.Pattern[str]]]] = {
    "ja": (re.compile(r"[や・]|と(?!して|いう)|に加え|ほか|など|および|、"), re.compile(r"(?:氏|社)?(?:と|など|ら|とともに|も)")),
    "zh": (re.compile(r"[、與与和跟及同]|攜手|携手|聯|联|包括|等"), re.compile(r"(?:等|也|都|合作|共同|一起)")),
    "ko": (re.compile(r"[와과및,]|그리고|함께|등"), re.compile(r"(?:와|과|등|도|하고|와의|과의)")),
    "th": (re.compile(r"กับ|และ|ร่วม|รวม|เช่น|หรือ|,"), re.compile(r"\s?(?:ร่วม|ด้วย)")),
}  # fmt: skip
"""Of what stands between two names, and right behind the second."""
_APPOSED: Final = re.compile(r"の?[「『“]?|的|의 ")
"""What stands between a name and what it is of, or is: Moonshot LabsのKimi K3."""
_HEADLINE: Final = re.compile(r"[、,]\s*")
_TAKES: Final = re.compile(r"(?:を|に|へ|から|의\s|에\s|에게|를\s|을\s)")
_VERBAL: Final = frozenset({"verb", "past", "have", "modal", "do", "be"})
_NEAR: Final = 24


def alike(text: str, language: Language, names: Sequence[Name]) -> frozenset[frozenset[str]]:
    """Pairs of keys that stand in one list, also with common nouns: "Google, Meta, and startups like Cursor"."""
    key = language[:2]
    found: set[frozenset[str]] = set()
    run: list[Name] = []
    for at, one in enumerate(names):
        between = text[names[at - 1].end : one.start] if at else ""
        comma = re.fullmatch(r"[,、，]\s*(?:and |or )?", between)
        listed = _LIST[key].fullmatch(between)
        if comma and key == "en":
            listed = _ENDS.match(text, one.end) or listed
        run = [*run, one] if at and (comma or listed) else [one]
        if listed:
            found |= {frozenset((a.key, b.key)) for a, b in combinations(run, 2) if a.key != b.key}
    return frozenset(found)


def unsure(text: str, language: Language, names: Sequence[Name]) -> frozenset[frozenset[str]]:
    """Pairs of keys of which an exchange may be as true."""
    found = set(_places(names))
    verbs = _verbs(text, names) if language == "en" else ()
    for one, other in combinations(names, 2):
        between = _masked(text, one.end, other.start, names)
        if language == "en":
            acts = any(one.end <= at < other.start for at in verbs)
            same = (
                _WITH.search(between)
                if acts
                else _JOINS.search(between) and not text[other.end :].startswith(("’s", "'s"))
            )
        else:
            between_, behind = _TIES[language[:2]]
            same = (len(between) < _NEAR and between_.search(between)) or behind.match(text, other.end)
            same = same or _APPOSED.fullmatch(between)
            if _HEADLINE.fullmatch(between) and language[:2] in ("ja", "ko") and _TAKES.match(text, other.end):
                same = None
        if same:
            found.add(frozenset((one.key, other.key)))
    return frozenset(found)


def _places(names: Sequence[Name]) -> Iterator[frozenset[str]]:
    """One may lie in the other: Tokyo and Japan."""
    for one, other in combinations(names, 2):
        if one.kind == other.kind == "place" and one.key != other.key:
            yield frozenset((one.key, other.key))


def _masked(text: str, start: int, end: int, names: Sequence[Name]) -> str:
    for one in reversed(names):
        if start <= one.start and one.end <= end:
            text, end = f"{text[: one.start]}{text[one.end :]}", end - (one.end - one.start)
    return text[start:end]


def _verbs(text: str, names: Sequence[Name]) -> tuple[int, ...]:
    """Where finite verbs stand, and participles."""
    masked = text
    for at, one in enumerate(names):
        # As long as the name: places stay.
        mask = f"«{at}»"
        masked = (
            f"{masked[: one.start]}{mask}{' ' * (one.end - one.start - len(mask))}{masked[one.end :]}"
            if len(mask) <= one.end - one.start
            else masked
        )
    return tuple(
        start for token, start, _ in placed(masked.replace("’", "'")) if token.kind in _VERBAL or token.kind == "ing"
    )
