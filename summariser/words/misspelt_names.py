"""Misspelt names of several words, and names that no table has as the reports of what is asked write them: "huging fase", "Realbotics". Pure."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from rapidfuzz.distance import OSA

from summariser.words.aliases import mentions
from summariser.words.misspelling import PARTICLE, Slip, allowed_slips, is_english, sounds_of
from summariser.words.vectors import DATA

_WORD: Final = re.compile(r"(?<![\w'’-])[A-Za-z]{2,}(?![\w'’-])")
_SLIPS: Final = 2
_LONG: Final = 9
"""Letters of a name of several words in which two slips are forgiven; in shorter ones one."""
_NATIVE: Final = re.compile("[ァ-ヴー]{4,}|[가-힣]{4,}")
_THERE: Final = {
    "latin": re.compile(r"(?<![\w'’.-])[A-Z][A-Za-z]{3,}(?![\w'’-])"),
    "kana": re.compile("[ァ-ヴー]{4,}"),
    "hangul": re.compile("[가-힣]{3,}"),
}
_REPORTS: Final = 2
"""So many reports must write a Korean word that is put for another: its verbs have many endings."""


def name_slips(text: str) -> Iterator[Slip]:
    """Words that together are a slip or two from a known name of as many words, the first letters kept."""
    words = list(_WORD.finditer(text))
    for parts, name in _names():
        for at in range(len(words) - len(parts) + 1):
            run = words[at : at + len(parts)]
            written = [word[0].casefold() for word in run]
            slips = _SLIPS if sum(map(len, parts)) >= _LONG else 1
            if any(one[0] != other[0] for one, other in zip(written, parts, strict=True)):
                continue
            apart = sum(OSA.distance(one, other) for one, other in zip(written, parts, strict=True))
            strange = (one for one, other in zip(written, parts, strict=True) if one != other and not is_english(one))
            if 0 < apart <= slips and any(strange):
                yield Slip(run[0].start(), run[-1].end(), text[run[0].start() : run[-1].end()], name, False)


@cache
def _names() -> tuple[tuple[tuple[str, ...], str], ...]:
    rows = tomllib.loads((DATA / "names.toml").read_text("utf-8"))["name"]
    names = (name for row in rows if row["kind"] != "place" for name in row["aliases"])
    return tuple(
        (tuple(name.casefold().split()), name)
        for name in names
        if re.fullmatch(r"[A-Za-z]{3,}(?: [A-Za-z]{3,})+", name)
    )


def native_words(text: str) -> tuple[Slip, ...]:
    """Katakana and Hangul words, without a particle, long enough that a slip in them can be told; none of a known name."""
    known = [(one.start, one.end) for one in mentions(text)]
    found = (word for word in _NATIVE.finditer(text) if not any(a < word.end() and word.start() < b for a, b in known))
    return tuple(
        Slip(word.start(), word.start() + len(own), own, "", False)
        for word in found
        if len(own := PARTICLE.sub("", word[0])) >= len("abcd") - (word[0] != own)
    )


def among(word: str, reports: Sequence[str]) -> str:
    """The name that the reports write, and the only one that is so few slips away, none in its first letter; "" where there is none."""
    sounds, script = sounds_of(word), "latin" if word.isascii() else "hangul" if "가" <= word[0] <= "힣" else "kana"
    most = allowed_slips(word, len(sounds))
    found: Counter[str] = Counter(name for report in reports for name in _near(word, script, most, report))
    if script == "hangul":
        found = Counter({name: count for name, count in found.items() if count >= _REPORTS})
    if not found:
        return ""
    apart = {name: OSA.distance(sounds, sounds_of(name)) for name in found}
    best = [name for name in found if apart[name] == min(apart.values())]
    same = {sounds_of(name) for name in best}
    return max(best, key=lambda name: found[name]) if len(same) == 1 else ""


def _near(word: str, script: str, most: int, report: str) -> Iterator[str]:
    """A Korean word keeps its syllables, or an ending would be a slip."""
    words = {PARTICLE.sub("", one[0]) if script == "hangul" else one[0] for one in _THERE[script].finditer(report)}
    sounds = sounds_of(word)
    for name in words:
        other = sounds_of(name)
        if other[:1] != sounds[:1] or (script == "hangul" and len(name) != len(word)):
            continue
        if 0 < OSA.distance(sounds, other) <= most:
            yield name
