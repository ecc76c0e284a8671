"""What an article leaves behind for comparison with others: terms, names, versions, amounts, time and source."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from news.languages import Language
from news.model import Article
from news.scripts import words
from summariser.reading.formats import is_roundup
from summariser.words.names import Name, Number, name_terms, names_in, numbers_in, versions_in
from summariser.words.vectors import STOPWORDS, dampened, everyday, fold, runs, stem, terms

READ: Final = 1_500
"""Characters of an article's words that are compared: what an event is stands at the top."""

_PROPER: Final = 2.0
_KINDS: Final = words(
    "ssd hdd gpu npu cpu tpu hbm dram nand llm slm vlm api sdk app web pcie iot rag mcp ipo etf ceo cto cfo esg mou"
)
"""What is written in Latin letters everywhere: kinds of things and offices, which tell no event."""
_CAPITAL: Final = re.compile(r"(?<=[a-z,] )[A-Z][A-Za-z]+")
_DATELINE: Final = 400
_ACTOR: Final = 0.6  # a company in the news daily says who, not what happened
_CREDIT: Final = re.compile(r"\s+[-–—|｜]\s+[^-–—|｜]{2,40}$")
_TAG: Final = re.compile(r"^\s*(?:[\[【〔][^\]】〕]{1,20}[\]】〕]|(?:Show|Ask|Tell|Launch) HN ?[:：])\s*")
_NOT_WORD: Final = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Trace:
    """One article as grouping sees it. `weights`: term → flattened frequency. `facts`: what a title says the same in every script.

    `subjects`: the companies and bodies of the alias table that the title names; `capitals`: uncommon words it spells with a capital.
    """

    article: Article
    weights: Mapping[str, float]
    facts: frozenset[str]
    key: str
    subjects: frozenset[str]
    capitals: frozenset[str]
    versions: Mapping[str, frozenset[str]]
    amounts: frozenset[Number]
    dates: tuple[date, ...]
    script: str
    roundup: bool

    @property
    def published(self) -> datetime:
        return self.article.published


@lru_cache(maxsize=0x4000)
def headline(title: str) -> str:
    """The title without the publisher's name at its end and without a tag in brackets before it."""
    bare = title.strip()
    cut = _CREDIT.sub("", bare)
    if len(cut) >= 15 or (cut != bare and len(cut) >= 8 and not cut.isascii()):
        bare = cut
    untagged = _TAG.sub("", bare)
    return untagged if len(untagged) >= 8 else bare


def trace(article: Article) -> Trace:
    """Read an article once: the title counts twice, then the first `READ` characters of its words."""
    title = headline(article.title)
    words = article.words[:READ]
    counts: Counter[str] = Counter()
    for term in terms(title):
        counts[term] += 2 if words else 1
    counts.update(terms(words))
    names = names_in(title)
    versions, numbers = versions_in(title), numbers_in(title)
    weights = dampened(counts)
    for term in weights:
        if term in name_terms():
            weights[term] *= _ACTOR
    for term in weights.keys() & _proper(words):
        weights[term] *= _PROPER
    return Trace(
        article=article,
        weights=weights,
        facts=_facts(title, names, versions, numbers),
        key=_NOT_WORD.sub("", fold(title)),
        subjects=frozenset(name.company or name.id for name in names if name.kind not in ("person", "place")),
        capitals=_capitals(title),
        versions=versions,
        amounts=frozenset(numbers),
        dates=dates_in(words[:_DATELINE]),
        script=script_of(title, article.language),
        roundup=is_roundup(title),
    )


_COMMON: Final = 0.005
_CAPITALISED: Final = re.compile(r"\b[A-Z][A-Za-z0-9]+")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE: Final = re.compile(
    rf"{_MONTH}\.? (\d{{1,2}})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)|(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}\.?,? ((?:19|20)\d\d)"
    r"|((?:19|20)\d\d)[-/.年년] ?(\d{1,2})[-/.月월] ?(\d{1,2})",
    re.IGNORECASE,
)


_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def dates_in(text: str) -> tuple[date, ...]:
    """Full calendar dates written in the text, in order."""
    if _YEAR.search(text) is None:
        return ()
    found: list[date] = []
    for m in _DATE.finditer(text):
        if m[1]:
            year, month, day = int(m[3]), _MONTHS.index(m[1].lower()) + 1, int(m[2])
        elif m[4]:
            year, month, day = int(m[6]), _MONTHS.index(m[5].lower()) + 1, int(m[4])
        else:
            year, month, day = int(m[7]), int(m[8]), int(m[9])
        with suppress(ValueError):  # the 31st of February is no date
            found.append(date(year, month, day))
    return tuple(found)


def facts_in(title: str) -> frozenset[str]:
    """Companies (a product or a head stands for its company), places, versions, amounts, and other words in Latin letters."""
    return _facts(title, names_in(title), versions_in(title), numbers_in(title))


def _facts(
    title: str, names: Iterable[Name], versions: Mapping[str, frozenset[str]], numbers: Iterable[Number]
) -> frozenset[str]:
    words = {stem(run) for run in runs(fold(title)) if run[0] < "\u0250" and run[0].isalpha() and len(run) > 2}
    plain = {word for word in words - name_terms() if not any(char.isdigit() for char in word)} - STOPWORDS - _KINDS
    told = {f"@{name.company or name.id}" for name in names}
    told |= {f"@{family}:{version}" for family, found in versions.items() for version in found}
    return frozenset(plain | told | {number.key for number in numbers})


def _capitals(title: str) -> frozenset[str]:
    shares = everyday()
    words = (stem(found.lower()) for found in _CAPITALISED.findall(title))
    return frozenset(word for word in words if word not in STOPWORDS and shares.get(word, 0.0) < _COMMON)


def _proper(words: str) -> set[str]:
    """Terms of names that a text spells with a capital inside a sentence."""
    return {stem(found.lower()) for found in _CAPITAL.findall(words)} - name_terms()


_SCRIPTS: Final[Mapping[Language, str]] = {
    "ja": "kana",
    "zh-Hans": "han",
    "zh-Hant": "han",
    "ko": "hangul",
    "th": "thai",
}


@lru_cache(maxsize=16_384)
def script_of(title: str, language: Language) -> str:
    """What a title can be compared with by its words: the script of its language, whatever Latin names stand in it."""
    if language in _SCRIPTS:
        return _SCRIPTS[language]
    counts = Counter(_script(char) for char in title if char.isalpha())
    return max(counts, key=lambda script: (counts[script], script), default="latin")


def _script(char: str) -> str:
    if char < "\u0250":
        return "latin"
    if "\u3040" <= char <= "\u30ff":
        return "kana"
    if "\uac00" <= char <= "\ud7a3":
        return "hangul"
    return "thai" if "\u0e00" <= char <= "\u0eff" else "han"
