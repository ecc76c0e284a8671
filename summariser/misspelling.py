"""Misspelt names: "OpneAI" is OpenAI. A word near to one known name, and to no other, may mean it. Pure; Latin letters, kana, Hangul."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from summariser.aliases import mentions
from summariser.vectors import DATA, fold

_PARTS: Final = re.compile("[A-Za-z01]+|[ァ-ヴー]+[A-Za-z01]*|[가-힣]+[A-Za-z01]*[가-힣]*")
_PARTICLE: Final = re.compile("(?:은|는|이|가|을|를|의|에|와|과|도|로|랑|에서|에게|한테)$")
_LATIN: Final = 5
_KANA: Final = 4
_JAMO: Final = 6
"""Characters, or sounds, of the shortest word of each script that is compared: of shorter ones too many are alike."""
_LONG: Final = 8
"""From so many on two slips are forgiven."""
_ALIKE: Final = str.maketrans({"l": "i", "1": "i", "0": "o"})


@dataclass(frozen=True, slots=True)
class Slip:
    """A word of the question and the known name that it may mean, as that is written; `mixed`: letters of two scripts in one word."""

    start: int
    end: int
    written: str
    name: str
    mixed: bool


def slips(text: str) -> tuple[Slip, ...]:
    """In reading order. Whether the archive knows the word as it is written, who asks has to find out."""
    known = [(one.start, one.end) for one in mentions(text)]
    free = (word for word in _PARTS.finditer(text) if not any(a < word.end() and word.start() < b for a, b in known))
    return tuple(_slips(free))


def _slips(words: Iterator[re.Match[str]]) -> Iterator[Slip]:
    for word in words:
        for written in dict.fromkeys((word[0], _PARTICLE.sub("", word[0]))):
            if name := nearest_name(written):
                mixed = not written.isascii() and re.search("[A-Za-z01]", written) is not None
                yield Slip(word.start(), word.start() + len(written), written, name, mixed)
                break


def respelt(text: str, meant: tuple[Slip, ...]) -> str:
    for slip in reversed(meant):
        text = f"{text[: slip.start]}{slip.name}{text[slip.end :]}"
    return text


@lru_cache(maxsize=4096)
def nearest_name(word: str) -> str:
    """The known name that is fewest slips away, none in the first letter (Ollama is no Llama); "" where none is near, or two are equally."""
    sounds, script = _sounds(word), _script(word)
    allowed = _allowed(word, len(sounds))
    if not allowed:
        return ""
    best: dict[str, tuple[int, str]] = {}
    for other, id, name in _names()[script]:
        if abs(len(other) - len(sounds)) > allowed or other[0] != sounds[0]:
            continue
        apart = _apart(sounds, other, allowed)
        if apart <= min(allowed, _allowed(name, len(other))) and apart < best.get(id, (allowed + 1, ""))[0]:
            best[id] = (apart, name)
    nearest = sorted(best.values())
    alone = len(nearest) == 1 or (len(nearest) > 1 and nearest[0][0] < nearest[1][0])
    return nearest[0][1] if alone else ""


def _allowed(word: str, length: int) -> int:
    """How many slips are forgiven."""
    least = _LATIN if word.isascii() else _JAMO if _script(word) == "hangul" else _KANA
    return 0 if length < least else 2 if length >= _LONG and (word.isascii() or _script(word) == "hangul") else 1


def _script(word: str) -> str:
    return "latin" if word.isascii() else "hangul" if re.search("[가-힣]", word) else "kana"


def _sounds(word: str) -> str:
    """As it is compared: what looks alike is alike (l and I), Hangul by its sounds."""
    low = fold(word).translate(_ALIKE)
    return unicodedata.normalize("NFD", low) if _script(word) == "hangul" else low


@cache
def _names() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """By script: how each is compared, whose name it is, and how it is written. Names of one word."""
    rows = tomllib.loads((DATA / "names.toml").read_text("utf-8"))["name"]
    found: dict[str, list[tuple[str, str, str]]] = {"latin": [], "kana": [], "hangul": []}
    for row in rows:
        for name in row["aliases"] if row["kind"] != "place" else ():
            if _PARTS.fullmatch(name):
                found[_script(name)].append((_sounds(name), row["id"], name))
    return {script: tuple(names) for script, names in found.items()}


def _apart(one: str, other: str, most: int) -> int:
    """Letters left out, put in, changed, or two beside each other turned round; more than `most` is no matter how many."""
    if one == other:
        return 0
    before: list[int] = []
    last = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        row = [at]
        for place, theirs in enumerate(other, start=1):
            least = min(last[place] + 1, row[-1] + 1, last[place - 1] + (letter != theirs))
            turned = at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == theirs
            row.append(min(least, before[place - 2] + 1) if turned else least)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]


_PLAIN: Final = re.compile(r"(?<![\w.'’-])[a-z]{5,20}(?![\w'’-]|\.\w)")
_CHANGED: Final = 9
"""Letters from which on a word with one letter changed is no other word: "casting" is no "costing"."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def plain_words(text: str) -> tuple[Slip, ...]:
    """Words in small Latin letters, long enough that a slip in them can be told; none that is part of a known name."""
    known = [(one.start, one.end) for one in mentions(text)]
    found = (word for word in _PLAIN.finditer(text) if not any(a < word.end() and word.start() < b for a, b in known))
    return tuple(Slip(word.start(), word.end(), word[0], "", False) for word in found)


def near_spellings(word: str) -> tuple[str, ...]:
    """With a letter put in, left out, or turned round with the next; in a long word with one changed. The first letter stays."""
    cuts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    put = (f"{left}{letter}{right}" for left, right in cuts for letter in _LETTERS)
    out = (left + right[1:] for left, right in cuts if right)
    turned = (f"{left}{right[1]}{right[0]}{right[2:]}" for left, right in cuts if len(right) > 1)
    changed = (f"{left}{letter}{right[1:]}" for left, right in cuts if right for letter in _LETTERS)
    near = dict.fromkeys((*put, *out, *turned, *(changed if len(word) >= _CHANGED else ())))
    return tuple(one for one in near if one != word)


def commonest(near: Mapping[str, float], most: float) -> str:
    """Of these the word that most documents have; "" where none has any. Each with its weight: the commoner, the less; `most` where none has it."""
    held = [one for one, weight in near.items() if weight < most]
    return min(held, key=lambda one: near[one], default="")
