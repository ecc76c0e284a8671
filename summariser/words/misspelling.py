"""Misspelt names: "OpneAI" is OpenAI. A word near to one known name, and to no other, may mean it. Pure; Latin letters, kana, Hangul."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from summariser.words.aliases import mentions
from summariser.words.vectors import DATA, fold

_PARTS: Final = re.compile("[A-Za-z01]+|[ァ-ヴー]+[A-Za-z01]*|[가-힣]+[A-Za-z01]*[가-힣]*")
PARTICLE: Final = re.compile("(?:은|는|이|가|을|를|의|에|와|과|도|로|랑|에서|에게|한테)$")
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
        for written in dict.fromkeys((word[0], PARTICLE.sub("", word[0]))):
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
    sounds, script = sounds_of(word), _script(word)
    allowed = allowed_slips(word, len(sounds))
    if not allowed:
        return ""
    best: dict[str, tuple[int, str]] = {}
    for other, id, name in _names()[script]:
        if abs(len(other) - len(sounds)) > allowed or other[0] != sounds[0]:
            continue
        apart = OSA.distance(sounds, other, score_cutoff=allowed)
        if apart <= min(allowed, allowed_slips(name, len(other))) and apart < best.get(id, (allowed + 1, ""))[0]:
            best[id] = (apart, name)
    nearest = sorted(best.values())
    alone = len(nearest) == 1 or (len(nearest) > 1 and nearest[0][0] < nearest[1][0])
    return nearest[0][1] if alone else ""


def allowed_slips(word: str, length: int) -> int:
    """How many slips are forgiven."""
    least = _LATIN if word.isascii() else _JAMO if _script(word) == "hangul" else _KANA
    return 0 if length < least else 2 if length >= _LONG and (word.isascii() or _script(word) == "hangul") else 1


def _script(word: str) -> str:
    return "latin" if word.isascii() else "hangul" if re.search("[가-힣]", word) else "kana"


def sounds_of(word: str) -> str:
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
                found[_script(name)].append((sounds_of(name), row["id"], name))
    return {script: tuple(names) for script, names in found.items()}


_PLAIN: Final = re.compile(r"(?<![\w.'’-])[a-z]{5,20}(?![\w'’-]|\.\w)")
_NAMED: Final = re.compile(r"(?<![\w.'’-])[A-Z][a-z]{4,20}(?![\w'’-]|\.\w)")
_ASKS: Final = re.compile(r"(?<![\w.'’-])(?:^\W*[A-Z])?[a-z]{3,14}(?![\w'’-]|\.\w)")
ASKING: Final = [
    "what",
    "which",
    "whom",
    "whose",
    "when",
    "where",
    "much",
    "many",
    "does",
    "raise",
    "raised",
    "raising",
    "cost",
    "costs",
    "price",
    "prices",
    "worth",
    "valued",
    "valuation",
    "paid",
    "fine",
    "fined",
    "release",
    "released",
    "launch",
    "launched",
    "announce",
    "announced",
    "acquire",
    "acquired",
    "bought",
    "sold",
    "invest",
    "invested",
    "revenue",
    "profit",
    "profits",
    "parameter",
    "parameters",
    "context",
    "token",
    "tokens",
    "model",
    "models",
    "company",
    "companies",
    "startup",
    "startups",
    "latest",
    "recent",
    "news",
    "about",
    "compare",
    "between",
    "difference",
    "explain",
    "happened",
    "month",
    "week",
    "today",
    "yesterday",
    "year",
    "funding",
    "million",
    "billion",
    "employees",
    "layoffs",
    "lawsuit",
    "sued",
    "founded",
    "founder",
    "called",
    "using",
    "made",
    "agent",
    "agents",
]
"""By what words questions ask, whatever an archive writes of."""
_CHANGED: Final = 9
"""Letters from which on a word with one letter changed is no other word: "casting" is no "costing"."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def plain_words(text: str) -> tuple[Slip, ...]:
    """Words in small Latin letters, long enough that a slip in them can be told; none that is part of a known name."""
    known = [(one.start, one.end) for one in mentions(text)]
    found = (word for word in _PLAIN.finditer(text) if not any(a < word.end() and word.start() < b for a, b in known))
    return tuple(Slip(word.start(), word.end(), word[0], "", False) for word in found)


def named_words(text: str) -> tuple[Slip, ...]:
    """Words with a capital, in no table, long enough that a slip in them can be told."""
    known = [(one.start, one.end) for one in mentions(text)]
    found = (word for word in _NAMED.finditer(text) if not any(a < word.end() and word.start() < b for a, b in known))
    return tuple(Slip(word.start(), word.end(), word[0], "", False) for word in found)


def asking_slips(text: str) -> tuple[Slip, ...]:
    """Words that are one slip from one by which questions ask ("mutch", "rase"), the first letter kept; in long ones two."""
    found = ((word, _asked_by(word[0].strip().casefold())) for word in _ASKS.finditer(text))
    return tuple(
        Slip(word.end() - len(word[0].strip()), word.end(), word[0].strip(), near, False)
        for word, near in found
        if near
    )


def _asked_by(word: str) -> str:
    """The only nearest of them, or of two as near the one that has all its letters; "" where it is one itself, or near to none."""
    near = process.extract(word, ASKING, scorer=OSA.distance, score_cutoff=2, limit=4)
    best = [
        (apart, not _has_all(one, word), one)
        for one, apart, _ in near
        if one[0] == word[0] and (apart < _TWO or max(len(one), len(word)) >= _LONG)
    ]
    best.sort()
    alone = len(best) == 1 or (len(best) > 1 and best[0][:2] < best[1][:2])
    return best[0][2] if alone and best[0][0] else ""


_TWO: Final = 2


def _has_all(word: str, written: str) -> bool:
    """In the same order: "where" has all of "wher", "when" has not."""
    rest = iter(word)
    return all(letter in rest for letter in written)


def near_spellings(word: str) -> tuple[str, ...]:
    """With a letter put in, left out, or turned round with the next; in a long word with one changed. The first letter stays."""
    cuts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    put = (f"{left}{letter}{right}" for left, right in cuts for letter in _LETTERS)
    out = (left + right[1:] for left, right in cuts if right)
    turned = (f"{left}{right[1]}{right[0]}{right[2:]}" for left, right in cuts if len(right) > 1)
    changed = (f"{left}{letter}{right[1:]}" for left, right in cuts if right for letter in _LETTERS)
    near = dict.fromkeys((*put, *out, *turned, *(changed if len(word) >= _CHANGED else ())))
    return tuple(one for one in near if one != word)


def is_english(word: str, than: str = "") -> bool:
    """A dictionary has it, or its American form; beside `than` only where it is no word that is a thousand times as rare (rase beside raise)."""
    known, word = _dictionary(), word.casefold()
    often = known.get(word, 0) or known.get(_BRITISH.sub(_american, word), 0)
    return often > known.get(than, 0) / _RARE


_BRITISH: Final = re.compile(r"(?<=[a-z]{3})(?P<end>[iy]s(?=e[sdr]?$|ing$|ations?$)|our(?=s?$|ed$|ing$|ites?$|able$))")


def _american(found: re.Match[str]) -> str:
    """Summarize for summarise, color for colour: the dictionary is American."""
    return "or" if found["end"] == "our" else f"{found['end'][0]}z"


_RARE: Final = 1000


@cache
def _dictionary() -> Mapping[str, int]:
    """How often an English word is written; read when a question has a word that no document has."""
    from spellchecker import SpellChecker

    counts: Mapping[str, int] = SpellChecker(language="en").word_frequency.dictionary
    return counts


def commonest(near: Mapping[str, float], most: float) -> str:
    """Of these the word that most documents have; "" where none has any. Each with its weight: the commoner, the less; `most` where none has it."""
    held = [one for one, weight in near.items() if weight < most]
    return min(held, key=lambda one: near[one], default="")
