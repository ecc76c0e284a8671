"""Stories: their id and slug stay for life; which articles they tell is kept with the articles."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Row,
    Select,
    Text,
    bindparam,
    select,
    type_coerce,
    update,
)

from news.errors import StoreError
from news.languages import Language
from news.model import Story
from store.columns import quoted
from store.statements import Repository, check_owner, chunks, for_tenant, owned, public_first, readable, visible
from store.tables import ARTICLES, STORIES

_LAST_UPDATED: Final = (STORIES.c.updated.desc(), STORIES.c.id)
_SLUGS_TRIED: Final = 1000
_IDS: Final[BindParameter[str]] = bindparam("ids", expanding=True)
_NAMED: Final = select(STORIES).where(for_tenant(STORIES), STORIES.c.id.in_(_IDS)).order_by(public_first(STORIES))
_MEMBERS: Final = select(ARTICLES.c.published, ARTICLES.c.id, ARTICLES.c.story).where(
    for_tenant(ARTICLES), ARTICLES.c.story.in_(_IDS)
)
"""Put in order where they are needed: asked for an order, SQLite goes through all articles in that order."""


class Stories(Repository):
    async def put(self, stories: Sequence[Story], *, tenant: str) -> None:
        """Adds or updates by id. A stored story keeps its slug and `created`; a new one's slug gets -2, -3 … when taken.

        `Story.articles` is not written: `Articles.assign` says which article belongs to which story.
        """
        check_owner(stories, tenant)
        there = await self._stored({story.id for story in stories}, tenant)
        changes = [_changes(story) for story in stories if story.id in there]
        statement = update(STORIES).where(owned(STORIES, tenant), STORIES.c.id == bindparam("story"))
        await self._many(statement.values({name: bindparam(f"new_{name}") for name in _CHANGING}), changes)
        new = {story.id: story for story in stories if story.id not in there}
        await self._add(sorted(new.values(), key=attrgetter("id")), tenant)

    async def get(self, id: str, *, tenant: str) -> Story | None:
        """The story, or the one that it was merged into; None when it was never stored."""
        return (await self._resolved({id}, tenant)).get(id)

    async def some(self, ids: Collection[str], *, tenant: str) -> dict[str, Story]:
        """As `get` for several: asked id to story; one that was never stored is left out."""
        return await self._resolved(ids, tenant)

    async def by_slug(self, slug: str, *, tenant: str) -> Story | None:
        """As `get`, for a link."""
        row = await self._first(select(STORIES.c.id).where(visible(STORIES, tenant), STORIES.c.slug == slug))
        return None if row is None else await self.get(row.id, tenant=tenant)

    async def active(self, *, tenant: str, since: datetime) -> list[Story]:
        """Updated since then and not merged into another, last updated first."""
        return await self._stories(_living(tenant).where(STORIES.c.updated >= since), tenant)

    async def latest(
        self, *, tenant: str, limit: int, until: datetime, topic: str | None = None, language: Language | None = None
    ) -> list[Story]:
        """Updated at `until` or before and not merged into another, last updated first."""
        statement = _living(tenant).where(STORIES.c.updated <= until).limit(limit)
        if topic is not None:
            statement = statement.where(_about(topic))
        if language is not None:
            statement = statement.where(STORIES.c.language == language)
        return await self._stories(statement, tenant)

    async def _stored(self, ids: Collection[str], tenant: str) -> set[str]:
        found: set[str] = set()
        for chunk in chunks(ids):
            statement = select(STORIES.c.id).where(owned(STORIES, tenant), STORIES.c.id.in_(chunk))
            found.update(row.id for row in await self._all(statement))
        return found

    async def _add(self, stories: Sequence[Story], tenant: str) -> None:
        """A slug is unique in the whole install, so the index decides, not a look at other tenants' rows."""
        statement = self._insert_new(STORIES).returning(STORIES.c.id)
        for attempt in range(1, _SLUGS_TRIED):
            if not stories:
                return
            rows = [_values(story, attempt) for story in stories]
            added = {row.id for row in (await self._connection.execute(statement, rows)).all()}
            refused = [story for story in stories if story.id not in added]
            there = await self._stored({story.id for story in refused}, tenant)
            stories = [story for story in refused if story.id not in there]
        raise StoreError(stories[0].slug, f"{_SLUGS_TRIED} stories have this slug already")

    async def _resolved(self, ids: Collection[str], tenant: str) -> dict[str, Story]:
        """Each id with the living story at the end of its chain of merges."""
        rows = await self._chains(ids, tenant)
        ends = {id: end for id in ids if (end := _end(rows, id)) is not None}
        stories = await self._with_articles(list({end.id: end for end in ends.values()}.values()), tenant)
        living = {story.id: story for story in stories}
        return {id: living[end.id] for id, end in ends.items()}

    async def _chains(self, ids: Collection[str], tenant: str) -> dict[str, Row[Any]]:
        """The stories and whatever they were merged into, step by step."""
        found: dict[str, Row[Any]] = {}
        wanted = set(ids)
        while wanted:
            rows: list[Row[Any]] = []
            for chunk in chunks(wanted):
                rows.extend(await self._all(_NAMED, **readable(tenant), ids=chunk))
            found.update((row.id, row) for row in rows)
            wanted = {row.merged_into for row in rows if row.merged_into} - found.keys()
        return found

    async def _stories(self, statement: Select[Any], tenant: str) -> list[Story]:
        return await self._with_articles(await self._all(statement), tenant)

    async def _with_articles(self, rows: Sequence[Row[Any]], tenant: str) -> list[Story]:
        articles: defaultdict[str, list[str]] = defaultdict(list)
        for chunk in chunks({row.id for row in rows}):
            for _, article, story in sorted(map(tuple, await self._all(_MEMBERS, **readable(tenant), ids=chunk))):
                articles[story].append(article)
        return [_story(row, articles[row.id]) for row in rows]


def _end(rows: Mapping[str, Row[Any]], id: str) -> Row[Any] | None:
    """The last of a chain of merges. A ring, which only a fault can make, ends where it comes round."""
    passed: set[str] = set()
    while id in rows and rows[id].merged_into and id not in passed:
        passed.add(id)
        id = rows[id].merged_into
    return rows.get(id)


def _living(tenant: str) -> Select[Any]:
    living = select(STORIES).where(visible(STORIES, tenant), STORIES.c.merged_into.is_(None))
    return living.order_by(*_LAST_UPDATED)


def _about(topic: str) -> ColumnElement[bool]:
    return type_coerce(STORIES.c.topics, Text()).contains(quoted(topic), autoescape=True)


_CHANGING: Final = ("headline", "language", "topics", "updated", "merged_into")


def _changes(story: Story) -> dict[str, Any]:
    return {"story": story.id} | {f"new_{name}": getattr(story, name) for name in _CHANGING}


def _values(story: Story, attempt: int) -> dict[str, Any]:
    return {
        "tenant": story.tenant,
        "id": story.id,
        "slug": story.slug if attempt == 1 else f"{story.slug}-{attempt}",
        "headline": story.headline,
        "language": story.language,
        "topics": story.topics,
        "created": story.created,
        "updated": story.updated,
        "merged_into": story.merged_into,
    }


def _story(row: Row[Any], articles: Sequence[str]) -> Story:
    return Story(articles=tuple(articles), **row._mapping)
