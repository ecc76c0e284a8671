"""The archive: what pages read. Nothing here changes anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.newsroom.making.crediting import source_links
from bot.newsroom.making.writing import plain
from news.errors import Ungrounded
from news.languages import LANGUAGES, Language
from news.model import PUBLIC, SECTIONS, Article, Brief, BriefStory, Edition, Score, Story, Summary
from news.ports import Clock, Summariser
from store.database import Database

_LOOKED_THROUGH: Final = 60
"""So many of the last editions are looked through for a story's telling."""
_USUAL_MINUTES: Final = (5, 3, 10)


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story with its telling: as the brief `told_in` carried it, or told for this page when None did.

    `reports` are all its articles, newest first.
    """

    story: Story
    telling: BriefStory
    reports: tuple[Article, ...]
    told_in: Brief | None


async def brief_of_day(*, database: Database, language: Language, day: date, tenant: str = PUBLIC) -> Brief | None:
    """The usual edition of a date in `language`, else in another language that has one."""
    async with database.read() as tx:
        for tongue in (language, *(other for other in LANGUAGES if other != language)):
            for minutes in _USUAL_MINUTES:
                brief = await tx.briefs.get(Edition(tongue, minutes, tenant=tenant), day)
                if brief is not None:
                    return brief
    latest = await latest_brief(database=database, language=language, until=day, tenant=tenant)
    return latest if latest and latest.date == day else None


async def brief_by_id(*, database: Database, id: str, tenant: str = PUBLIC) -> Brief | None:
    async with database.read() as tx:
        return await tx.briefs.by_id(id, tenant=tenant)


async def latest_brief(*, database: Database, language: Language, until: date, tenant: str = PUBLIC) -> Brief | None:
    """The newest edition in `language`, else in any; with all topics before others, five minutes before others."""
    for tongue in (language, None):
        briefs = await editions(database=database, language=tongue, until=until, limit=20, tenant=tenant)
        newest = [brief for brief in briefs if brief.date == briefs[0].date]
        if newest:
            return min(newest, key=lambda b: (bool(b.edition.topics), abs(b.edition.minutes - 5), b.id))
    return None


async def is_sample(*, database: Database, tenant: str = PUBLIC) -> bool:
    """Whether the news in this database is the invented sample."""
    async with database.read() as tx:
        latest = await tx.briefs.list(tenant=tenant, limit=1)
    return any(brief.sample for brief in latest)


async def editions(
    *, database: Database, language: Language | None, until: date, limit: int, tenant: str = PUBLIC
) -> Sequence[Brief]:
    """The latest first; `language` None means every language."""
    async with database.read() as tx:
        found = await tx.briefs.list(tenant=tenant, limit=limit, language=language)
    return [brief for brief in found if brief.date <= until]


async def stories(
    *, database: Database, until: datetime, limit: int, topic: str | None = None, tenant: str = PUBLIC
) -> Sequence[Story]:
    """The latest first."""
    async with database.read() as tx:
        return await tx.stories.latest(tenant=tenant, limit=limit, until=until, topic=topic)


async def story_view(
    *, database: Database, clock: Clock, summariser: Summariser, id: str, language: Language, tenant: str = PUBLIC
) -> StoryView | None:
    """None for an id that no story has; the view of a merged story is that of the one it is now part of."""
    async with database.read() as tx:
        story = await tx.stories.get(id, tenant=tenant)
        if story is None:
            return None
        articles = [a for a in await tx.articles.get(story.articles, tenant=tenant) if a.seen <= clock.now()]
        briefs = await tx.briefs.list(tenant=tenant, limit=_LOOKED_THROUGH)
    reports = tuple(sorted(articles, key=lambda article: article.published, reverse=True))
    carried = [(told, brief) for brief in briefs for told in brief.stories if told.id in (id, story.id)]
    if carried:
        told, brief = _in_language(carried, language)
        return StoryView(story, told, reports, brief)
    try:
        summary = await plain(summariser).summarise(story, articles, language=language)
    except Ungrounded:
        summary = _headline_only(story)
    return StoryView(story, _telling(story, summary, articles), reports, None)


def _in_language(carried: Sequence[tuple[BriefStory, Brief]], language: Language) -> tuple[BriefStory, Brief]:
    """That language's own edition; else the newest telling with sentences, for an edition whose model failed may hold a headline alone."""
    own = [pair for pair in carried if pair[1].edition.language == language]
    whole = [pair for pair in carried if pair[0].lede or any(pair[0].sections.values())]
    return (own or [pair for pair in whole if pair[0].language == language] or whole or carried)[0]


def _telling(story: Story, summary: Summary, articles: Sequence[Article]) -> BriefStory:
    return BriefStory(
        id=story.id,
        slug=story.slug,
        headline=summary.headline,
        language=summary.language,
        lede=summary.lede,
        sections=summary.sections,
        topics=story.topics,
        sources=source_links(articles, summary),
        articles=story.articles,
        score=Score(0.0, {}),
        provenance=summary.provenance,
        original=summary.original,
    )


def _headline_only(story: Story) -> Summary:
    return Summary(story.id, story.language, story.headline, None, dict.fromkeys(SECTIONS, ()), "", story.articles)
