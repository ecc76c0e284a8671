"""Found articles to evidence: ranked by how well their best sentence, their whole and their date meet the question. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import exp
from typing import Final

from news.asking import Passage
from news.model import Article, Tier
from summariser.answering.uncut import whole
from summariser.reading.commanding import before_commands, commands_machines
from summariser.reading.formats import form_of
from summariser.reading.relevance import judge
from summariser.reading.voices import speaks_for_itself

_CHARACTERS: Final = 6000
_SENTENCE: Final = 0.3
_WHOLE: Final = 0.3
_FRESH: Final = 0.5
_FADES: Final = timedelta(days=30)
_A_FEW: Final = 3
_FULL: Final = 2.2
"""What BM25 gives a term that is all a document says, per unit of its weight."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article by its id, with its points; shares of the question's weight that its best sentence has, and that it has at all."""

    article: str
    published: datetime
    points: float
    nearest: float
    whole: float


def reports(found: Sequence[Article], *, of_ai: bool = True) -> list[Article]:
    """Those that tell news, no essay, list, deal, lesson or what anybody may write; of AI alone where there are a few, unless not `of_ai`."""
    if not of_ai:
        return [one for one in found if _is_report(one, _TELLING)]
    told = [one for one in found if _is_report(one)] or list(found)
    ours = [one for one in told if judge(one.title, one.words).is_ai]
    return ours if len(ours) >= _A_FEW else told


_TELLING: Final = ("news", "opinion")
"""Of these forms a headline that tells a deed is taken at its word."""


def _is_report(article: Article, forms: Sequence[str] = ("news",)) -> bool:
    return form_of(article) in forms and (article.tier is not Tier.COMMUNITY or speaks_for_itself(article))


def ranked(found: Sequence[Candidate], total: float, *, now: datetime, fresh: bool) -> dict[str, float]:
    """Article ids, the best first, with a score of 0 to about 1: how much of the question it meets, whatever the others do.

    `total`: how much the question's search tokens tell apart together. `fresh`: newer is better.
    """
    if not found or not total:
        return {}
    top = max(one.points for one in found)
    rows = []
    for one in found:
        age = abs(now - one.published)
        recency = 1 + (_FRESH * exp(-age / _FADES) if fresh else 0.0)
        rank = (one.points / top + _SENTENCE * one.nearest + _WHOLE * one.whole) * recency
        rows.append((rank, one, (one.points / (total * _FULL) + one.nearest + one.whole) / 2.5))
    rows.sort(key=lambda row: (-row[0], -row[1].published.timestamp(), row[1].article))
    return {one.article: score for _, one, score in rows}


def quotable(article: Article) -> Article | None:
    """As far as it may be quoted: without what stands in or behind a paragraph that tells machines what to say; None where its title does.

    A line that anybody can append to a good report costs that line, and neither the headline nor the story.
    """
    if commands_machines(article.title):
        return None
    text, summary = before_commands(article.text), before_commands(article.summary)
    return (
        article if (text, summary) == (article.text, article.summary) else replace(article, text=text, summary=summary)
    )


def passages(articles: Sequence[Article], scores: Mapping[str, float], *, of_story: int = 1) -> list[Passage]:
    """So many of a story, in the articles' order; each as far as it is `quotable`."""
    told = (_passage(own, scores[own.id]) for own in map(quotable, articles) if own)
    return list(_some_a_story(told, of_story))


def _some_a_story(passages: Iterator[Passage], most: int) -> Iterator[Passage]:
    """Of a story's reports the best placed; one with a text in place of one that is only a title, when both are there."""
    kept: dict[str, Passage] = {}
    stories: dict[str, list[str]] = {}
    for passage in passages:
        ours = stories.setdefault(passage.story or passage.article, [])
        bare = next((place for place in ours if kept[place].text == kept[place].title), None)
        if len(ours) < most:
            ours.append(passage.article)
            kept[passage.article] = passage
        elif bare is not None and passage.text != passage.title:
            kept[bare] = passage
    return iter(kept.values())


def _passage(article: Article, score: float) -> Passage:
    return Passage(
        article=article.id,
        story=article.story,
        source=article.source_name,
        url=article.url,
        title=article.title,
        text=whole(article.title, article.words, article.language)[:_CHARACTERS] or article.title,
        language=article.language,
        published=article.published,
        score=round(min(score, 1.0), 4),
    )
