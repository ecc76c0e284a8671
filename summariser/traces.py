"""What an article leaves behind for comparison with others: terms, names, versions, amounts, time and source."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from news.model import Article
from summariser.formats import is_roundup
from summariser.names import names_in, numbers_in, versions_in
from summariser.vectors import dampened, fold, terms

READ: Final = 1_500
"""Characters of an article's words that are compared: what an event is stands at the top."""

_LEAD: Final = 300
_CREDIT: Final = re.compile(r"\s+[-–—|｜]\s+[^-–—|｜]{2,40}$")
_TAG: Final = re.compile(r"^\s*[\[【〔][^\]】〕]{1,20}[\]】〕]\s*")
_NOT_WORD: Final = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Trace:
    """One article as grouping sees it. `weights`: term → flattened frequency; `subjects`: companies of the title."""

    article: Article
    weights: Mapping[str, float]
    key: str
    subjects: frozenset[str]
    versions: Mapping[str, frozenset[str]]
    amounts: frozenset[str]
    latin: bool
    roundup: bool

    @property
    def published(self) -> datetime:
        return self.article.published


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
    versions = versions_in(title)
    numbers = frozenset(number.key for number in numbers_in(f"{title}\n{words[:_LEAD]}"))
    weights = dampened(counts)
    weights.update({f"@{name.id}": 1.0 for name in names})
    weights.update({f"@{family}:{v}": 1.0 for family, found in versions.items() for v in found})
    weights.update(dict.fromkeys(numbers, 1.0))
    return Trace(
        article=article,
        weights=weights,
        key=_NOT_WORD.sub("", fold(title)),
        subjects=frozenset(name.company or name.id for name in names if name.kind != "person"),
        versions=versions,
        amounts=frozenset(number.key for number in numbers_in(title)),
        latin=_latin(title),
        roundup=is_roundup(title),
    )


def _latin(title: str) -> bool:
    letters = [char for char in title if char.isalpha()]
    return sum(char < "\u0250" for char in letters) * 2 > len(letters)
