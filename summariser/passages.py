"""Found articles to evidence: ranked by how well their best sentence, their whole and their date meet the question. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp
from typing import Final

from news.asking import Passage
from news.model import Article, Tier
from news.text import search_tokens
from summariser.formats import form_of
from summariser.relevance import judge
from summariser.voices import speaks_for_itself

_CHARACTERS: Final = 6000
_STRETCH: Final = 20
"""Tokens without stop words: about a sentence."""
_SENTENCE: Final = 0.3
_WHOLE: Final = 0.3
_FRESH: Final = 0.5
_FADES: Final = timedelta(days=30)
_A_FEW: Final = 3
_FULL: Final = 2.2
"""What BM25 gives a term that is all a document says, per unit of its weight."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that the index found, with its BM25 points."""

    article: Article
    points: float


def reports(found: Sequence[Candidate]) -> list[Candidate]:
    """Those that tell news, no essay, list, deal, lesson or what anybody may write; of AI alone where there are a few."""
    told = [one for one in found if _is_report(one.article)] or list(found)
    of_ai = [one for one in told if judge(one.article.title, one.article.words).is_ai]
    return of_ai if len(of_ai) >= _A_FEW else told


def _is_report(article: Article) -> bool:
    return form_of(article) == "news" and (article.tier is not Tier.COMMUNITY or speaks_for_itself(article))


def ranked(
    found: Sequence[Candidate], weights: Mapping[str, float], *, now: datetime, fresh: bool, most: int
) -> list[Passage]:
    """The best first, one a story. `weights`: each search token of the question with how much it tells apart.

    `fresh`: newer is better. A passage's score is 0 to about 1: how much of the question it meets, whatever the others do.
    """
    total = sum(weights.values())
    if not found or not total:
        return []
    top = max(one.points for one in found)
    rows = []
    for one in found:
        own, whole = _coverage(one.article, weights, total)
        age = abs(now - one.article.published)
        recency = 1 + (_FRESH * exp(-age / _FADES) if fresh else 0.0)
        rank = (one.points / top + _SENTENCE * own + _WHOLE * whole) * recency
        rows.append((rank, _passage(one.article, (one.points / (total * _FULL) + own + whole) / 2.5)))
    rows.sort(key=lambda row: (-row[0], -row[1].published.timestamp(), row[1].article))
    return list(_one_a_story(passage for _, passage in rows))[:most]


def _coverage(article: Article, weights: Mapping[str, float], total: float) -> tuple[float, float]:
    """Shares of the question's weight that the best stretch of a sentence's length has (or the title), and that the article has."""
    title = weights.keys() & set(search_tokens(article.title))
    met = [(at, word) for at, word in enumerate(search_tokens(article.words[:_CHARACTERS])) if word in weights]
    best = sum(weights[word] for word in title)
    inside: Counter[str] = Counter()
    worth, first = 0.0, 0
    for at, word in met:
        worth += weights[word] if not inside[word] else 0.0
        inside[word] += 1
        while met[first][0] <= at - _STRETCH:
            gone = met[first][1]
            inside[gone] -= 1
            worth -= weights[gone] if not inside[gone] else 0.0
            first += 1
        best = max(best, worth)
    held = title | {word for _, word in met}
    return best / total, sum(weights[word] for word in held) / total


def _one_a_story(passages: Iterator[Passage]) -> Iterator[Passage]:
    """Of a story's reports the best placed; one with a text before one that is only a title, when both are there."""
    kept: dict[str, Passage] = {}
    for passage in passages:
        key = passage.story or passage.article
        if key not in kept or (kept[key].text == kept[key].title and passage.text != passage.title):
            kept[key] = passage
    return iter(kept.values())


def _passage(article: Article, score: float) -> Passage:
    return Passage(
        article=article.id,
        story=article.story,
        source=article.source_name,
        url=article.url,
        title=article.title,
        text=(article.words or article.title)[:_CHARACTERS],
        language=article.language,
        published=article.published,
        score=round(min(score, 1.0), 4),
    )
