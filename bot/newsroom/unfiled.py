"""Articles that no story has taken in yet, or that were too old for one when they came: put together for one look at that time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Final

from news.languages import Language
from news.model import Article, Story
from store.database import Database
from summariser.relevance import judge

_READ: Final = 200
_AT_MOST: Final = 60
"""Each costs half a millisecond to compare."""


@dataclass(frozen=True, slots=True)
class _By:
    """Who publishes it, as far as the article itself says."""

    name: str
    kind: str = ""
    topics: tuple[str, ...] = ()


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
    from summariser.clustering import group  # numpy comes with the first look of this kind, not with every server

    since, until = span
    async with database.read() as tx:
        found = await tx.articles.ungrouped(
            tenant=tenant, since=since, until=until, seen_until=now, languages=languages, limit=_READ
        )
    likely = (one for one in found if wanted(one) and judge(one.title, one.words, _By(one.source_name)).is_ai)
    loose = list(islice(likely, _AT_MOST))
    known = {one.id: one for one in loose}
    stories = (replace(one, slug="") for one in group(loose).new)
    return [(story, [known[id] for id in story.articles]) for story in stories]
