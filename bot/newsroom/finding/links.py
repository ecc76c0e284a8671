"""Stories to look at beside an answer, or instead of one, under their own headlines."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from news.asking import StoryLink
from news.model import Article, SourceLink, Story
from store.database import Database
from summariser.reading.commanding import is_command
from summariser.reading.traces import headline
from summariser.stories.slugs import story_id

_OF_A_STORY: Final = 60
"""So many of a story's reports, the latest, are looked through for the one that its headline is of."""


def link_to(story: Story, report: Article) -> StoryLink:
    source = SourceLink(report.source_name, report.url, report.published)
    return StoryLink(story.id if story.slug else "", story.slug, story.headline, story.language, source)


async def story_called(id: str, tenant: str, *, database: Database) -> Story | None:
    """The story of that id; of a report's, what it alone tells, which has no page: no `slug`."""
    async with database.read() as tx:
        story = await tx.stories.get(id, tenant=tenant)
        alone = await tx.articles.get([id], tenant=tenant) if story is None else []
    return story or next(map(_alone, alone), None)


def _alone(report: Article) -> Story:
    title, at = headline(report.title), report.published
    return Story(story_id(report.id), "", title, report.language, (report.id,), (), at, at, tenant=report.tenant)


async def known_links(links: Sequence[StoryLink], tenant: str, *, database: Database) -> tuple[StoryLink, ...]:
    """The links under the headlines and addresses of their stories; each with the very report whose headline it is, else under its own."""
    if not links:
        return ()
    named: dict[str, StoryLink] = {}
    async with database.read() as tx:
        stories = await tx.stories.some({link.id for link in links if link.id}, tenant=tenant)
        latest = [id for story in stories.values() for id in story.articles[-_OF_A_STORY:]]
        reports = {one.id: one for one in await tx.articles.get(latest, tenant=tenant)}
    for link in links:
        story, told = stories.get(link.id), link
        if is_command(story.headline if story else link.headline):
            continue
        if story is not None:
            theirs = (reports[id] for id in reversed(story.articles) if id in reports)
            headed = next((one for one in theirs if story.headline in (one.title, headline(one.title))), None)
            told = link_to(story, headed) if headed else replace(link, id=story.id, slug=story.slug)
        named.setdefault(told.id or told.source.url, told)
    return tuple(named.values())
