"""Known names in one spelling, whatever script they are written in: the encoder of meanings does not know that クロード is Claude. Pure."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from news.languages import Language
from summariser.words.aliases import mentions
from summariser.words.vectors import DATA

_LATIN: Final = re.compile(r"[A-Za-z][\w .&'-]*", re.ASCII)
_SCRIPTS: Final = {
    "ja": re.compile(r"[ァ-ヴー・]+"),
    "ko": re.compile(r"[가-힣 ]+"),
    "th": re.compile(r"[ก-๙]+"),
    "zh-Hant": re.compile(r"[一-鿿]{2,}"),
    "zh-Hans": re.compile(r"[一-鿿]{2,}"),
}


@lru_cache(maxsize=16_384)
def in_latin(text: str) -> str:
    """Each company, product and person that is named in another script, or in small letters, by its Latin name."""
    for one in reversed(mentions(text)):
        latin, written = _latin_names().get(one.id, ""), text[one.start : one.end]
        if latin and (not written.isascii() or written.casefold() == latin.casefold()):
            text = f"{text[: one.start]}{latin}{text[one.end :]}"
    return text


def spellings(text: str, language: Language) -> list[str]:
    """As it is, with its names in Latin letters, and in those of the language."""
    own = text
    if language in _SCRIPTS:
        names = _names_in(_SCRIPTS[language])
        for one in reversed(mentions(text)):
            if one.id in names and text[one.start : one.end].isascii():
                own = f"{own[: one.start]}{names[one.id]}{own[one.end :]}"
    return list(dict.fromkeys((text, in_latin(text), own)))


def _latin_names() -> Mapping[str, str]:
    return _names_in(_LATIN)


@cache
def _names_in(script: re.Pattern[str]) -> Mapping[str, str]:
    """A place is a word of every language, and is left as it is."""
    rows = tomllib.loads((DATA / "names.toml").read_text("utf-8"))["name"]
    found = {
        row["id"]: next((name for name in row["aliases"] if script.fullmatch(name)), "")
        for row in rows
        if row["kind"] != "place"
    }
    return {id: name for id, name in found.items() if name}
