"""Group: keep what is AI news, and give every article its story."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from news.errors import ModelUnavailable
from news.model import PUBLIC, Article, Source, Story
from news.ports import Clock, Embedder
from store.database import Database
from summariser.reading.relevance import judge
from summariser.stories.clustering import Grouping, KnownStory, group, remerge
from summariser.stories.nearness import Placed, face, near, sketch
from summariser.words.names import companies_in, numbers_in

WINDOW: Final = timedelta(days=4)
_LEAD_CHARACTERS: Final = 600
_OURS: Final = 1 / 3
"""So much of a story must say AI, before what does not may stand in it."""
_SEVERAL: Final = 2
"""And so many articles of it, unless both name the same sum."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """`articles` were looked at, `aside` of them are not AI news, `stories` are new."""

    articles: int
    aside: int
    stories: int


async def group_articles(
    *, database: Database, clock: Clock, tenant: str = PUBLIC, embedder: Embedder | None = None
) -> Grouped:
    """Groups what has no story yet with the stories of the last days. Doing it again changes nothing.

    With an `embedder`, stories that lie near each other by its vectors are then looked at once more; without it answering, they are not.
    """
    grouped = await _group(database=database, now=clock.now(), tenant=tenant)
    if embedder is not None and grouped.stories:
        with suppress(ModelUnavailable):
            await _merge_near(database=database, now=clock.now(), tenant=tenant, embedder=embedder)
    return grouped


async def _merge_near(*, database: Database, now: datetime, tenant: str, embedder: Embedder) -> None:
    async with database.read() as tx:
        active = await tx.stories.active(tenant=tenant, since=now - WINDOW)
        members = {a.id: a for a in await tx.articles.get([i for s in active for i in s.articles], tenant=tenant)}
    faces = [(story, face([members[i] for i in story.articles if i in members])) for story in active if story.articles]
    vectors = await embedder.embed([sketch(article) for _, article in faces], tenant=tenant)
    placed = [Placed(story, article, vector) for (story, article), vector in zip(faces, vectors, strict=True)]
    merged = near(placed, threshold=embedder.near)
    absorbed = [replace(story, merged_into=merged[story.id]) for story in active if story.id in merged]
    moved = {article: merged[story.id] for story in absorbed for article in story.articles}
    async with database.begin() as tx:
        await tx.stories.put(absorbed, tenant=tenant)
        await tx.articles.assign(moved, tenant=tenant)


async def _group(*, database: Database, now: datetime, tenant: str) -> Grouped:
    async with database.read() as tx:
        waiting = await tx.articles.ungrouped(tenant=tenant, since=now - WINDOW, seen_until=now)
        sources = {record.source.id: record.source for record in await tx.sources.records(tenant=tenant, retired=True)}
        active = await tx.stories.active(tenant=tenant, since=now - WINDOW)
        members = {a.id: a for a in await tx.articles.get([i for s in active for i in s.articles], tenant=tenant)}
    certain = {article.id for article in waiting if is_ai(article, sources.get(article.source))}
    maybe = [article for article in waiting if article.id in certain or _may_belong(article)]
    known = [KnownStory(story, [members[i] for i in story.articles if i in members]) for story in active]
    grouping = group(maybe, known) if maybe else Grouping({}, merged=remerge(known))
    grouping = _without_strangers(grouping, certain, known, {a.id: a.title for a in maybe})
    news = [article for article in maybe if article.id in grouping.assignments]
    kept = {article.id for article in news}
    latest = _latest(news, grouping.assignments)
    changed = [
        replace(
            story,
            merged_into=grouping.merged.get(story.id),
            updated=max(story.updated, latest.get(story.id, now - WINDOW)),
        )
        for story in active
        if story.id in grouping.merged or story.id in latest
    ]
    moved = {a: new for old, new in grouping.merged.items() for a in _articles_of(old, active)}
    async with database.begin() as tx:
        await tx.articles.set_aside([a.id for a in waiting if a.id not in kept], tenant=tenant)
        await tx.stories.put([*grouping.new, *changed], tenant=tenant)
        await tx.articles.assign({**moved, **grouping.assignments}, tenant=tenant)
    return Grouped(len(waiting), len(waiting) - len(news), len(grouping.new))


def is_ai(article: Article, source: Source | None) -> bool:
    return judge(article.title, article.words[:_LEAD_CHARACTERS], source).is_ai


def _may_belong(article: Article) -> bool:
    """Whether it could tell an AI story's event without saying AI: "TSMC Adds $100 Billion to Its U.S. Spending Plan"."""
    return bool(companies_in(article.title))


def _without_strangers(
    grouping: Grouping, certain: AbstractSet[str], stories: Sequence[KnownStory], titles: Mapping[str, str]
) -> Grouping:
    """Without what says nothing of AI and found no story of AI: such a piece joins one, it never makes or outweighs one."""
    known = {one.story.id: len(one.articles) for one in stories}
    sums: dict[str, frozenset[str]] = {}
    sure = Counter(known)
    for article, story in grouping.assignments.items():
        if article in certain:
            sure[story] += 1
            sums[story] = sums.get(story, frozenset()) | _sums(titles[article])
    every = Counter(known) + Counter(grouping.assignments.values())

    def belongs(article: str, story: str) -> bool:
        if article in certain:
            return True
        proven = sure[story] >= _SEVERAL or bool(_sums(titles[article]) & sums.get(story, frozenset()))
        return proven and sure[story] >= _OURS * every[story]

    assignments = {article: story for article, story in grouping.assignments.items() if belongs(article, story)}
    left = set(assignments.values())
    new = [_rid(story, assignments) for story in grouping.new if story.id in left]
    return Grouping(assignments, new, grouping.merged)


def _sums(title: str) -> frozenset[str]:
    return frozenset(number.key for number in numbers_in(title) if number.unit)


def _rid(story: Story, assignments: Mapping[str, str]) -> Story:
    return replace(story, articles=tuple(article for article in story.articles if article in assignments))


def _latest(articles: Sequence[Article], assignments: Mapping[str, str]) -> dict[str, datetime]:
    """When each story last got an article."""
    times: dict[str, datetime] = {}
    for article in articles:
        story = assignments[article.id]
        times[story] = max(times.get(story, article.published), article.published)
    return times


def _articles_of(story: str, stories: Sequence[Story]) -> tuple[str, ...]:
    return next((s.articles for s in stories if s.id == story), ())
