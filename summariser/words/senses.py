"""Words that tell the same deed, in six languages, and the kinds of things a list can be of: `data/senses.toml`. Pure."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, Literal

from news.languages import Language
from news.scripts import CJK, KANA, THAI
from news.text import search_tokens
from summariser.words.tagging import base_of
from summariser.words.vectors import DATA, simplify

Tongue = Literal["en", "zh", "ja", "ko", "th"]
_TONGUES: Final[tuple[Tongue, ...]] = ("en", "zh", "ja", "ko", "th")
_KANA: Final = re.compile(f"[{KANA}]")
_HANGUL: Final = re.compile("[가-힣]")
_THAI: Final = re.compile(f"[{THAI}]")
_CJK: Final = re.compile(f"[{CJK}]")


@dataclass(frozen=True, slots=True)
class Sense:
    """`verbs`: English base → the particle that must follow, "" for none; `told`: by tongue what else tells it; `terms`: search tokens."""

    verbs: Mapping[str, str]
    told: Mapping[Tongue, re.Pattern[str]]
    terms: tuple[str, ...]
    mutual: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """`tells` is None where no word can tell: who acts is looked at by name; `terms`: search tokens."""

    asks: re.Pattern[str]
    tells: re.Pattern[str] | None
    terms: tuple[str, ...]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((DATA / "senses.toml").read_text("utf-8"))


@cache
def senses() -> Mapping[str, Sense]:
    return {name: _sense(row) for name, row in _table().items() if name != "kinds"}


@cache
def kinds() -> Mapping[str, Kind]:
    return {
        name: Kind(
            re.compile(row["asks"], re.IGNORECASE),
            re.compile(row["tells"]) if row["tells"] else None,
            tuple(dict.fromkeys(search_tokens(row.get("words", "")))),
        )
        for name, row in _table()["kinds"].items()
    }


def _sense(row: Mapping[str, Any]) -> Sense:
    verbs = dict(one.split("/") if "/" in one else (one, "") for one in row["verbs"].split())
    told = {tongue: re.compile(row[tongue], re.IGNORECASE) for tongue in _TONGUES}
    terms = search_tokens(f"{' '.join(verbs)} {row['words']}")
    return Sense(verbs, told, tuple(dict.fromkeys(terms)), row.get("mutual", False))


def is_spoken_of(name: str, text: str) -> bool:
    """Some word of the sense stands there, whoever does it."""
    tongue, sense = tongue_of(text), senses()[name]
    if sense.told[tongue].search(text):
        return True
    return tongue == "en" and any(base_of(word)[0] in sense.verbs for word in _WORD.findall(text.casefold()))


_WORD: Final = re.compile("[a-z][a-z-]+")


def tongue_of(text: str) -> Tongue:
    """By its script: Chinese is what has Han and no kana."""
    for tongue, found in (("ja", _KANA), ("ko", _HANGUL), ("th", _THAI), ("zh", _CJK)):
        if found.search(text):
            return tongue  # type: ignore[return-value]
    return "en"


def tongue_of_line(text: str) -> Language:
    """As a language, where only its script tells."""
    tongue = tongue_of(text)
    return "zh-Hant" if tongue == "zh" else tongue


@cache
def _verbs() -> Mapping[str, Sequence[tuple[str, str]]]:
    """English verb → the deeds that it tells, each with the particle that must follow."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, sense in senses().items():
        for verb, particle in sense.verbs.items():
            found.setdefault(verb, []).append((name, particle))
    return found


@lru_cache(maxsize=16_384)
def deeds_told(title: str) -> frozenset[str]:
    """The names of the senses that it tells, whoever acts."""
    return _told(title, senses().keys())


def tells_any(title: str, names: AbstractSet[str]) -> bool:
    """Whether it tells one of these deeds."""
    return bool(_told(title, names))


def _told(title: str, names: AbstractSet[str]) -> frozenset[str]:
    tongue, table = tongue_of(title), senses()
    texts = tuple(dict.fromkeys((title, simplify(title))))
    told = {name for name in names if any(map(table[name].told[tongue].search, texts))}
    low = title.casefold().split() if tongue == "en" else []
    for at, word in enumerate(low):
        verbs = _verbs().get(base_of(word.strip(",.:;'’\""))[0], ())
        told |= {name for name, particle in verbs if not particle or particle in low[at + 1 : at + 4]}
    return frozenset(told & names)
