"""The archive: what pages read. Nothing here changes anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.newsroom.briefing import source_links
from news.errors import Ungrounded
from news.languages import Language
from news.model import PUBLIC, SECTIONS, Brief, BriefStory, Edition, Score, Story, Summary
from news.ports import Clock, Summariser
from store.database import Database

_LOOKED_THROUGH: Final = 60
"""So many of the last editions are looked through for a story's telling."""


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story with its telling: as the brief `told_in` carried it, or told for this page when None did."""

    story: Story
    telling: BriefStory
    told_in: Brief | None


async def brief_of_day(*, database: Database, edition: Edition, day: date) -> Brief | None:
    async with database.read() as tx:
        return await tx.briefs.get(edition, day)


async def brief_by_id(*, database: Database, id: str, tenant: str = PUBLIC) -> Brief | None:
    async with database.read() as tx:
        return await tx.briefs.by_id(id, tenant=tenant)


async def latest_brief(*, database: Database, language: Language, until: date, tenant: str = PUBLIC) -> Brief | None:
    """The newest edition of a language: the one with all topics before others, five minutes before others."""
    briefs = await editions(database=database, language=language, until=until, limit=20, tenant=tenant)
    if not briefs:
        return None
    newest = [brief for brief in briefs if brief.date == briefs[0].date]
    return min(newest, key=lambda b: (bool(b.edition.topics), abs(b.edition.minutes - 5), b.id))


async def editions(
    *, database: Database, language: Language | None, until: date, limit: int, tenant: str = PUBLIC
) -> Sequence[Brief]:
    async with database.read() as tx:
        found = await tx.briefs.list(tenant=tenant, limit=limit, language=language)
    return [brief for brief in found if brief.date <= until]


async def stories(
    *, database: Database, until: datetime, limit: int, topic: str | None = None, tenant: str = PUBLIC
) -> Sequence[Story]:
    async with database.read() as tx:
        return await tx.stories.latest(tenant=tenant, limit=limit, until=until, topic=topic)


async def story_view(
    *, database: Database, clock: Clock, summariser: Summariser, id: str, tenant: str = PUBLIC
) -> StoryView | None:
    """None for an id that no story has; the view of a merged story is that of the one it is now part of."""
    async with database.read() as tx:
        story = await tx.stories.get(id, tenant=tenant)
        if story is None:
            return None
        articles = [a for a in await tx.articles.get(story.articles, tenant=tenant) if a.seen <= clock.now()]
        briefs = await tx.briefs.list(tenant=tenant, limit=_LOOKED_THROUGH)
    for brief in briefs:
        told = next((s for s in brief.stories if s.id in (id, story.id)), None)
        if told:
            return StoryView(story, told, brief)
    try:
        summary = await summariser.summarise(story, articles, language=story.language)
    except Ungrounded:
        summary = _headline_only(story)
    telling = BriefStory(
        id=story.id,
        slug=story.slug,
        headline=summary.headline,
        language=summary.language,
        lede=summary.lede,
        sections=summary.sections,
        topics=story.topics,
        sources=source_links(articles),
        articles=story.articles,
        score=Score(0.0, {}),
    )
    return StoryView(story, telling, None)


def _headline_only(story: Story) -> Summary:
    return Summary(story.id, story.language, story.headline, None, dict.fromkeys(SECTIONS, ()), "", story.articles)
