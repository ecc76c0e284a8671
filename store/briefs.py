"""Briefs: frozen when made, one per edition and date; the first writer wins."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, select, update

from news.errors import StoreError
from news.languages import Language
from news.model import Brief, Edition
from store.codec import decode_brief, encode_brief
from store.statements import Repository, owned, public_first, visible
from store.tables import BRIEFS


class Briefs(Repository):
    async def get(self, edition: Edition, date: date) -> Brief | None:
        row = await self._first(select(BRIEFS.c.body).where(_of(edition), BRIEFS.c.date == date))
        return None if row is None else _brief(row.body)

    async def by_id(self, id: str, *, tenant: str) -> Brief | None:
        """A tenant's own before a public one."""
        statement = select(BRIEFS.c.body).where(visible(BRIEFS, tenant), BRIEFS.c.id == id)
        rows = await self._all(statement.order_by(public_first(BRIEFS)))
        return _brief(rows[-1].body) if rows else None

    async def put(self, brief: Brief) -> Brief:
        """Keeps the edition's first brief of the date and returns it: this one, or the one that was there before."""
        await self._connection.execute(self._insert_new(BRIEFS).values(_values(brief)))
        stored = await self.get(brief.edition, brief.date)
        if stored is None:
            raise StoreError(brief.id, "another edition's brief has this id")
        return stored

    async def replace(self, brief: Brief) -> Brief:
        """For an explicit rebuild: what the edition told on this date is forgotten."""
        await self._connection.execute(delete(BRIEFS).where(_of(brief.edition), BRIEFS.c.date == brief.date))
        return await self.put(brief)

    async def between(self, edition: Edition, *, since: date, before: date) -> Sequence[Brief]:
        """The edition's briefs of [since, before), oldest first."""
        period = and_(BRIEFS.c.date >= since, BRIEFS.c.date < before)
        rows = await self._all(select(BRIEFS.c.body).where(_of(edition), period).order_by(BRIEFS.c.date))
        return [_brief(row.body) for row in rows]

    async def unindexed(self, *, tenant: str) -> Sequence[str]:
        """Ids of the tenant's own whose tellings are not searched yet, the latest first."""
        mine = select(BRIEFS.c.id).where(owned(BRIEFS, tenant), BRIEFS.c.indexed.is_(False))
        return [row.id for row in await self._all(mine.order_by(BRIEFS.c.made.desc(), BRIEFS.c.id))]

    async def mark_indexed(self, brief: Brief) -> None:
        """As it was made: what was made again in the meantime is still to be indexed."""
        same = and_(owned(BRIEFS, brief.edition.tenant), BRIEFS.c.id == brief.id, BRIEFS.c.made == brief.made)
        await self._connection.execute(update(BRIEFS).where(same).values(indexed=True))

    async def list(self, *, tenant: str, limit: int, language: Language | None = None) -> Sequence[Brief]:
        """The latest date first."""
        statement = select(BRIEFS.c.body).where(visible(BRIEFS, tenant)).limit(limit)
        if language is not None:
            statement = statement.where(BRIEFS.c.language == language)
        latest = statement.order_by(BRIEFS.c.date.desc(), BRIEFS.c.made.desc(), BRIEFS.c.id)
        return [_brief(row.body) for row in await self._all(latest)]


def _of(edition: Edition) -> ColumnElement[bool]:
    return and_(
        owned(BRIEFS, edition.tenant),
        BRIEFS.c.language == edition.language,
        BRIEFS.c.minutes == edition.minutes,
        BRIEFS.c.topics == edition.topics,
    )


def _values(brief: Brief) -> dict[str, Any]:
    edition = brief.edition
    return {
        "tenant": edition.tenant,
        "id": brief.id,
        "language": edition.language,
        "minutes": edition.minutes,
        "topics": edition.topics,
        "date": brief.date,
        "made": brief.made,
        "body": json.dumps(encode_brief(brief)),
        "indexed": False,
    }


def _brief(body: str) -> Brief:
    return decode_brief(json.loads(body))
