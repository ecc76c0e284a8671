"""Stories to look at beside an answer, or instead of one, under their own headlines."""

from collections.abc import Sequence
from dataclasses import replace

from news.asking import StoryLink
from news.model import Article, SourceLink, Story
from store.database import Database
from summariser.commanding import is_command


def link_to(story: Story, report: Article) -> StoryLink:
    source = SourceLink(report.source_name, report.url, report.published)
    return StoryLink(story.id, story.slug, story.headline, story.language, source)


async def known_links(links: Sequence[StoryLink], tenant: str, *, database: Database) -> tuple[StoryLink, ...]:
    """The links under the headlines and addresses of their stories."""
    if not links:
        return ()
    named: dict[str, StoryLink] = {}
    async with database.read() as tx:
        stories = await tx.stories.some({link.id for link in links if link.id}, tenant=tenant)
    for link in links:
        story, told = stories.get(link.id), link
        if is_command(story.headline if story else link.headline):
            continue
        if story is not None:
            told = replace(link, id=story.id, slug=story.slug, headline=story.headline, language=story.language)
        named.setdefault(told.id or told.source.url, told)
    return tuple(named.values())
