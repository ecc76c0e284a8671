"""What articles' titles mean, packed by who knows how: read in the order they were entered, so that a process keeps them and reads on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, func, select

from news.languages import Language
from store.statements import Repository, check_owner, owned
from store.tables import ARTICLES, MEANINGS


@dataclass(frozen=True, slots=True)
class Meaning:
    """Of one article's title; `number`: its place in the order of entry, 0 before it is entered."""

    article_id: str
    language: Language
    published: datetime
    packed: bytes
    tenant: str
    number: int = 0

    @property
    def id(self) -> str:
        return self.article_id


class Meanings(Repository):
    async def add(self, meanings: Sequence[Meaning], *, tenant: str) -> None:
        """Those that are there stay as they are: a title does not change."""
        check_owner(meanings, tenant)
        rows = [
            {
                "tenant": one.tenant,
                "article": one.article_id,
                "language": one.language,
                "published": one.published,
                "packed": one.packed,
            }
            for one in sorted(meanings, key=lambda one: one.article_id)
        ]
        await self._many(self._insert_new(MEANINGS), rows)

    async def missing(self, *, tenant: str, limit: int) -> list[str]:
        """Ids of the tenant's own articles whose meaning is not known, the newest first."""
        mine = _unread(tenant).order_by(ARTICLES.c.published.desc(), ARTICLES.c.id)
        return [row.id for row in await self._all(mine.limit(limit))]

    async def missing_count(self, *, tenant: str) -> int:
        row = await self._first(select(func.count().label("articles")).select_from(_unread(tenant).subquery()))
        return 0 if row is None else int(row.articles)

    async def after(self, number: int, *, tenant: str, limit: int) -> list[Meaning]:
        """The tenant's own that were entered after `number`; of more than `limit` the last."""
        own = select(MEANINGS).where(owned(MEANINGS, tenant), MEANINGS.c.number > number)
        rows = await self._all(own.order_by(MEANINGS.c.number.desc()).limit(limit))
        return [
            Meaning(row.article, row.language, _utc(row.published), bytes(row.packed), row.tenant, row.number)
            for row in reversed(rows)
        ]


def _unread(tenant: str) -> Select[Any]:
    there = owned(MEANINGS, tenant) & (MEANINGS.c.article == ARTICLES.c.id)
    return select(ARTICLES.c.id).where(owned(ARTICLES, tenant), ~select(MEANINGS.c.number).where(there).exists())


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
