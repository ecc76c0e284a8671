"""Group: keep what is AI news, and give every article its story."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from news.errors import ModelUnavailable
from news.model import PUBLIC, Article, Source, Story
from news.ports import Clock, Embedder
from store.database import Database
from summariser.clustering import Grouping, KnownStory, group, remerge
from summariser.nearness import Placed, face, near, sketch
from summariser.relevance import judge

WINDOW: Final = timedelta(days=4)
_LEAD_CHARACTERS: Final = 600


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
    merged = near(placed)
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
    news = [article for article in waiting if _is_ai(article, sources.get(article.source))]
    kept = {article.id for article in news}
    known = [KnownStory(story, [members[i] for i in story.articles if i in members]) for story in active]
    grouping = group(news, known) if news else Grouping({}, merged=remerge(known))
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


def _is_ai(article: Article, source: Source | None) -> bool:
    return judge(article.title, article.words[:_LEAD_CHARACTERS], source).is_ai


def _latest(articles: Sequence[Article], assignments: Mapping[str, str]) -> dict[str, datetime]:
    """When each story last got an article."""
    times: dict[str, datetime] = {}
    for article in articles:
        story = assignments[article.id]
        times[story] = max(times.get(story, article.published), article.published)
    return times


def _articles_of(story: str, stories: Sequence[Story]) -> tuple[str, ...]:
    return next((s.articles for s in stories if s.id == story), ())
