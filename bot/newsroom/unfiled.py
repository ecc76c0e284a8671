"""Articles that no story has taken in yet, or that were too old for one when they came: put together for one look at that time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from news.languages import Language
from news.model import Article, Story
from store.database import Database

_READ: Final = 400
_AT_MOST: Final = 120
"""Each costs half a millisecond to compare."""


async def unfiled(
    *,
    database: Database,
    tenant: str,
    span: tuple[datetime, datetime],
    now: datetime,
    languages: Sequence[Language],
    wanted: Callable[[Article], bool],
) -> list[tuple[Story, list[Article]]]:
    """AI news of that time in these languages, event by event. These stories have no page: their `slug` is empty, their `id` stored nowhere."""
    from bot.newsroom.grouping import is_ai  # numpy comes with the first look of this kind, not with every server
    from summariser.clustering import group

    since, until = span
    async with database.read() as tx:
        found = await tx.articles.ungrouped(
            tenant=tenant, since=since, until=until, seen_until=now, languages=languages, limit=_READ
        )
        found = [one for one in found if wanted(one)]
        records = await tx.sources.records(tenant=tenant, retired=True) if found else []
    sources = {record.source.id: record.source for record in records}
    loose = [one for one in found[:_AT_MOST] if is_ai(one, sources.get(one.source))]
    known = {one.id: one for one in loose}
    stories = (replace(one, slug="") for one in group(loose).new)
    return [(story, [known[id] for id in story.articles]) for story in stories]
