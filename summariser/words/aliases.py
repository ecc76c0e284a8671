"""How known names are written in each language: what a translation should call them, and where they stand in a text."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from news.languages import Language
from summariser.words.names import is_fragment, names_in
from summariser.words.vectors import DATA, fold

_LATIN_EDGE: Final = r"(?<![a-z0-9]){}(?![a-z])"


@dataclass(frozen=True, slots=True)
class Mention:
    """A known name in a text: `id` of the alias table, the `company` it belongs to, and where it stands in the text as it is written."""

    id: str
    company: str
    start: int
    end: int


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    rows = tomllib.loads((DATA / "names.toml").read_text("utf-8"))["name"]
    return tuple(
        (row["id"], row.get("of", row["id"] if row["kind"] == "company" else ""), tuple(row["aliases"])) for row in rows
    )


@cache
def _finders() -> Mapping[str, tuple[str, re.Pattern[str]]]:
    return {id: (company, re.compile("|".join(map(_sought, _longest_first(names))))) for id, company, names in _rows()}


def _longest_first(names: tuple[str, ...]) -> list[str]:
    return sorted((fold(name) for name in names), key=len, reverse=True)


def _sought(name: str) -> str:
    escaped = re.escape(name).replace(r"\ ", r"\s?")
    return _LATIN_EDGE.format(escaped) if name.isascii() else escaped


def mentions(text: str) -> tuple[Mention, ...]:
    """Known names in reading order, the longest where two begin together. Of a line they are kept: headlines are asked about again and again."""
    return _mentions(text) if len(text) <= _LINE else _located(text)


def _located(text: str) -> tuple[Mention, ...]:
    folded = fold(text)
    finders, at = _finders(), _places(text, folded)
    found = [
        Mention(name.id, finders[name.id][0], at[match.start()], at[match.end()])
        for name in names_in(text)
        for match in finders[name.id][1].finditer(folded)
        if not is_fragment(folded, match.start(), match[0])
    ]
    kept: list[Mention] = []
    for one in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _places(text: str, folded: str) -> Sequence[int]:
    """Where in the text each place of its folded form is: "…" folds to three characters, a letter and its mark to one."""
    if len(text) == len(folded):
        return range(len(folded) + 1)
    places: list[int] = []
    for part in _CLUSTER.finditer(text):
        places += [part.start()] * _folded_length(part[0])
    places += [len(text)] * (len(folded) + 1 - len(places))
    return places


@lru_cache(maxsize=8192)
def _folded_length(part: str) -> int:
    return 1 if part.isascii() and len(part) == 1 else len(fold(part))


_CLUSTER: Final = re.compile("(?s).[\u0300-\u036f\u3099\u309a\uff9e\uff9f\u1161-\u11ff]*")
"""A character with the marks, or the letters of its syllable, that fold into it."""


def runs_on(text: str, one: Mention) -> bool:
    """Whether a short Korean name goes on without a particle, so that it may be another one: 애플 in 애플렉."""
    return one.end - one.start <= _SHORTEST and _GOES_ON.match(text, one.end) is not None


_SHORTEST: Final = 2
_GOES_ON: Final = re.compile("(?![은는이가을를의에와과도로만서까부보라나며고든처측사씨님들및등등인중내])[가-힣]")
_LINE: Final = 400
_mentions: Final = lru_cache(maxsize=16_384)(_located)


def spelled_out(text: str) -> str:
    """ "US" as "U.S.": in small letters it is a pronoun. Names that are part of other words only where they stand alone. One hyphen. A day
    right behind a name is no part of it: "OpenAI7月"."""
    text = _DATED.sub(" ", _US.sub("U.S.", text.translate(_HYPHENS)))
    text = _PLURAL.sub(_singular, text)
    if _ASIAN.search(text):
        text = _MS.sub("Microsoft", text)
    for pattern, whole in _SHORT:
        text = pattern.sub(whole, text)
    return text


def _singular(word: re.Match[str]) -> str:
    """Of a known name in the plural the name: "iPhones", "two Amazons"."""
    return word[1] if word[1] in _of_one_word() else word[0]


_PLURAL: Final = re.compile(r"\b([A-Za-z]\w{2,})s\b")


@cache
def _of_one_word() -> frozenset[str]:
    return frozenset(
        name for _, _, names in _rows() for name in names if re.fullmatch(r"[A-Za-z]\w{2,}[^\s\W\d]", name)
    )


_ASIAN: Final = re.compile("[가-힣ァ-ヴ]")
_MS: Final = re.compile(r"(?<![A-Za-z0-9&-])MS(?![A-Za-z0-9&-])")
"""In Japanese and Korean that is Microsoft."""
_US: Final = re.compile(r"\bUS\b(?!\$)")
_DATED: Final = re.compile(r"(?<=[A-Za-z])(?=\d{1,4} ?[年月日])")
_COUNTS: Final = "two|three|four|five|six|seven|eight|nine|ten"
_SHORT: Final = (
    (re.compile("(?<![가-힣])메타(?=[가는의와도를에랑하보,·ㆍ]|\\s|$)"), "메타플랫폼"),
    (re.compile("(?<![ァ-ヴー])メタ(?![ァ-ヴー社])"), "メタ社"),
    (
        re.compile(rf"\b((?:worth|valued|value|size|big|large)\b[^;]{{0,40}}? (?:{_COUNTS})) (?=[A-Z])"),
        r"\1 times as much as ",
    ),
    (re.compile(r"\bMoonshot\b(?! AI)"), "Moonshot AI"),
    (re.compile(r"\bTaiwanese\b"), "Taiwan"),
    (re.compile(r"\bThai\b"), "Thailand"),
    (re.compile(r"\b([ap])\.m\b\.?"), r"\1m"),
)
"""A short name and the longer one of the table that it stands for; what is worth "two Amazons", a people for its country, one way to write a time."""
_HYPHENS: Final = str.maketrans("‐‑", "--")


def people() -> frozenset[str]:
    """Ids of the persons of the alias table."""
    return _of_kind("person")


def places() -> frozenset[str]:
    """Ids of its countries and other places."""
    return _of_kind("place")


@cache
def _of_kind(kind: str) -> frozenset[str]:
    rows = tomllib.loads((DATA / "names.toml").read_text("utf-8"))["name"]
    return frozenset(row["id"] for row in rows if row["kind"] == kind)


@cache
def spellings(id: str) -> tuple[str, ...]:
    """Every way in which a known name is written, in any language."""
    return next((names for known, _, names in _rows() if known == id), ())


def names_of(company: str) -> tuple[str, ...]:
    """What a company and what it makes are called, in every language; empty for one that is not known."""
    return tuple(name for _, owner, names in _rows() if owner == company for name in names) if company else ()


def in_words_of(text: str, language: Language) -> str:
    """The text with every known name as the press of `language` writes it."""
    written = text
    for one in reversed(mentions(text)):
        names = spellings(one.id)
        said = fold(text[one.start : one.end])
        name = next((name for name in names if fold(name) == said), names[0])
        apart = "" if _NUMBERED.match(written, one.end) else " "
        written = f"{written[: one.start]} {as_press(name, names, language)}{apart}{written[one.end :]}"
    return written


_NUMBERED: Final = re.compile(r"\d|-(?:[A-Za-z]+-)*\d")
"""What belongs to a name before it: GPT-5.6 is one word, Qwen-Image-3.0 too."""


def glossary(text: str, language: Language) -> dict[str, str]:
    """Known names of the text to what the press of `language` writes. One whose Latin form is not known is left out."""
    wanted, folded = {name.id for name in names_in(text)}, fold(text)
    return {
        name: written
        for id, _, names in _rows()
        if id in wanted and any(map(str.isascii, names))
        for name in names
        if (re.search(_sought(fold(name)), folded) if name.isascii() else name in text)
        and (written := as_press(name, names, language))
    }


def as_press(name: str, names: Sequence[str], language: Language) -> str:
    """One of a row's `names` as the press of that language writes it: in Latin letters where no other way is known."""
    tables = _press()
    own = next((known for known in names if known.isascii()), names[0])
    latin = name if name.isascii() else tables["latin"].get(name, own)
    return tables.get(language, {}).get(latin, latin)


@cache
def _press() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads((DATA / "press.toml").read_text("utf-8"))
    return found
