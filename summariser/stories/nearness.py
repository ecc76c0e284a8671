"""A second look at grouping with a model's vectors: stories on one event in other words, or in another language, come together.

Pure. Vectors alone are not believed: two events of one company lie near each other. The titles of a pair must also share two facts
(names, places, sums), and must not disagree on a version or a sum of money.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import numpy as np

from news.model import Article, Story
from summariser.reading.traces import Trace, trace
from summariser.words.names import amounts_conflict, versions_conflict

_SHARED: Final = 2
"""Facts that both titles must tell: a company makes news every day."""
_APART: Final = timedelta(hours=48)
_LEAD: Final = 600


@dataclass(frozen=True, slots=True)
class Placed:
    """A story, the article that stands for it, and the vector of that article's `sketch`."""

    story: Story
    article: Article
    vector: Sequence[float]


def sketch(article: Article) -> str:
    """What is embedded: the title and the beginning."""
    return f"{article.title}\n{article.words[:_LEAD]}".strip()


def face(articles: Sequence[Article]) -> Article:
    """The article that stands for a story: the earliest with a text."""
    return min(articles, key=lambda article: (not article.words, article.published, article.id))


def near(placed: Sequence[Placed], *, threshold: float) -> Mapping[str, str]:
    """Absorbed story id → the older one that it is part of, nearest pairs first; no chains. `threshold`: the least cosine."""
    if len(placed) < 2:
        return {}
    matrix = np.array([one.vector for one in placed], dtype=float)
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-12)
    cosines = np.triu(matrix @ matrix.T, k=1)
    traces = [trace(one.article) for one in placed]
    pairs = sorted(np.argwhere(cosines >= threshold).tolist(), key=lambda pair: -float(cosines[pair[0], pair[1]]))
    merged: dict[str, str] = {}
    taken: set[str] = set()
    for i, j in pairs:
        one, other = sorted((placed[i], placed[j]), key=lambda item: (item.story.created, item.story.id))
        if one.story.id in merged or other.story.id in merged or other.story.id in taken:
            continue
        if _may_meet(traces[i], traces[j]):
            merged[other.story.id] = one.story.id
            taken.add(one.story.id)
    return merged


def _may_meet(mine: Trace, theirs: Trace) -> bool:
    if abs(mine.published - theirs.published) > _APART or mine.roundup or theirs.roundup:
        return False
    if versions_conflict(mine.versions, theirs.versions) or amounts_conflict(mine.amounts, theirs.amounts):
        return False
    return len(_facts(mine) & _facts(theirs)) >= _SHARED


def _facts(told: Trace) -> frozenset[str]:
    """Names and sums that the title tells in any script, and the uncommon words that it spells with a capital."""
    known = frozenset(fact.lstrip("@#") for fact in told.facts if fact[:1] in "@#")
    return known | told.capitals
