"""Text to comparable terms: one folding for all scripts, words where there are spaces, character n-grams where not."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from math import log, sqrt
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).parents[1] / "data"

_RUN: Final = re.compile(
    r"[a-z0-9]+(?:[.'’-][a-z0-9]+)*\+*"  # Latin words, versions and hyphenated names
    r"|[\u3400-\u9fff]+|[\u30a1-\u30fa\u30fc]+|[\uac00-\ud7a3]+|[\u0e01-\u0e4e]+"
)
_VERSIONED: Final = re.compile(r"([a-z]{3,})-?(\d+(?:\.\d+)*)(?:-([a-z]+))?")
_APOSTROPHE: Final = re.compile(r"['’]s?$")
_CALENDAR: Final = re.compile(
    r"(?:上|下|四)半?期|[上下]半年|前年(?:同期)?比|同期比|前年同期|昨年同期|去年同期|[今来昨]年度|(?:第[一二三四]|[一二三四])季度?|(?:상|하)반기|전년 ?(?:동기|대비)|[1-4]분기"
)
"""Spans of a year, which every report of figures names: pairs of their characters would tell an event."""
_SELDOM: Final = 0.004
_RAREST: Final = 5.5
_COMMON: Final = """
    a about after all also am an and any are as at be been before being but by can could did do does for from get
    gets getting go going had has have he her here him his how i if in into is it its just let like made make makes may
    me might more most much must my new no not now of off on one only or other our out over said say says she should so
    some such than that the their them then there these they this those to too under up us use used uses using very via
    was we were what when where which while who whom why will with would you your yet still even ever every each both
    because between during through against until again two first last year years today yesterday day week month time
    people according reported report told
    monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december"""
STOPWORDS: Final = frozenset(_COMMON.split())


@cache
def _forms() -> dict[str, str]:
    table: dict[str, str] = json.loads((DATA / "han.json").read_text("utf-8"))
    return table


@cache
def _han() -> dict[int, int]:
    return str.maketrans(_forms()["from"], _forms()["to"])


def simplify(text: str) -> str:
    """Traditional and Japanese character forms to simplified ones, nothing else changed."""
    return text if text.isascii() else text.translate(_han())


@cache
def _traditional() -> dict[int, str]:
    """Each simplified form's usual traditional one: enough to look for, not to write with."""
    back: dict[int, str] = {}
    for code, simple in _han().items():
        back.setdefault(simple, chr(code))
    return back | {ord(one): form for one, form in zip(_forms()["of"], _forms()["is"], strict=True)}


def traditional(text: str) -> str:
    """Simplified character forms to traditional ones, for a search."""
    return text.translate(_traditional())


def fold(text: str) -> str:
    """Lower case, full width to half width, traditional and Japanese characters to simplified ones."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).lower().translate(_han())


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """English stem of a folded word; a word with a digit stays as it is."""
    word = word if word.isalnum() else _APOSTROPHE.sub("", word)
    return word if any(c.isdigit() for c in word) else str(_stemmer().stemWord(word))


def runs(folded: str) -> list[str]:
    """Stretches of one script in a folded text, in order: Latin words, Han, Katakana, Hangul, Thai."""
    return _RUN.findall(folded)


def _pieces(run: str) -> Iterable[str]:
    size = 3 if "\u0e00" <= run[0] <= "\u0eff" else 2
    if len(run) <= size:
        return (run,)
    return (run[i : i + size] for i in range(len(run) - size + 1))


@lru_cache(maxsize=100_000)
def _latin(run: str) -> tuple[str, ...]:
    """Stems of one run. A product with its version falls apart, so that "Qwen3.8-Max" meets "Qwen 3.8 Max"."""
    versioned = None if run.isalpha() else _VERSIONED.fullmatch(run)
    words = [part for part in versioned.groups() if part] if versioned else [run]
    return tuple(stem(word) for word in words if word not in STOPWORDS and (len(word) > 1 or word.isdigit()))


def terms(text: str) -> list[str]:
    """Terms for similarity, with repeats: stems without stop words, pairs of characters (Thai: three)."""
    found: list[str] = []
    folded = fold(text)
    for run in runs(folded if folded.isascii() else _CALENDAR.sub(" ", folded)):
        if run[0] < "\u0250":
            found += _latin(run)
        elif "\u30a1" <= run[0] <= "\u30fe":
            found.append(run)  # a Katakana run is a loan word or a name: it says more whole
        else:
            found.extend(_pieces(run))
    return found


@cache
def everyday() -> Mapping[str, float]:
    """Share of AI news articles that hold a term, for terms said every day: they tell no event."""
    shares: dict[str, float] = json.loads((DATA / "background.json").read_text("utf-8"))["terms"]
    return shares


@lru_cache(maxsize=100_000)
def rarity(term: str) -> float:
    """0 to 1: how much a term tells an event apart, by how seldom AI news holds it."""
    return min(1.0, log(1 / (everyday().get(term, 0.0) + _SELDOM)) / _RAREST)


class Idf:
    """Inverse document frequency that learns from the stream: rare in what came so far counts more."""

    def __init__(self, background: Mapping[str, float] | None = None, *, documents: float = 0.0) -> None:
        self._counts: Counter[str] = Counter()
        self._background = background or {}
        self._documents = documents

    def learn(self, document_terms: Iterable[str]) -> None:
        """Count one document's distinct terms."""
        self._counts.update(document_terms)
        self._documents += 1

    def weight(self, term: str) -> float:
        seen = self._counts[term] + self._background.get(term, 0.0)
        return log((self._documents + 2.0) / (seen + 1.0)) + 0.2

    def vector(self, weights: Mapping[str, float]) -> dict[str, float]:
        """Unit vector of term → weight, from term → frequency weight; empty for an empty document."""
        raw = {term: tf * self.weight(term) for term, tf in weights.items()}
        norm = sqrt(sum(w * w for w in raw.values()))
        return {term: w / norm for term, w in raw.items()} if norm else {}


def dampened(counts: Mapping[str, float]) -> dict[str, float]:
    """Term frequencies flattened: the tenth mention says little more than the third."""
    return {term: 1.0 + log(count) if count > 1.0 else count for term, count in counts.items()}


def dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Inner product of two sparse vectors."""
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[term] for term, weight in a.items() if term in b)
