"""Reports by their titles, of a field or telling what is asked for: thousands are looked through, once while nothing is entered, and not again by the
next who asks."""

import asyncio
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from weakref import WeakKeyDictionary

from store.articles import Titled
from store.database import Database, Transaction
from summariser.answering.headline_words import Headlines
from summariser.asking.asked_for import Asked
from summariser.asking.fields import Field
from summariser.asking.understanding import Understood

_TITLES: Final = 12_000
"""So many titles are looked through, the latest."""
_TENANTS: Final = 4
"""Of so many the titles are kept, some megabytes each, and of so many fields what is theirs."""
_FIELDS: Final = 32


@dataclass(slots=True)
class _Kept:
    """The latest titles of one tenant from `since` on, the newest first. `ages`: what they are in order by; `theirs`: of each field where its titles
    are, and how many were looked at."""

    changed: tuple[int, ...]
    since: datetime
    titles: Sequence[Titled]
    ages: list[float]
    theirs: "OrderedDict[Field, tuple[list[int], int]]" = field(default_factory=OrderedDict)
    words: Headlines | None = None

    def has(self, changed: tuple[int, ...], since: datetime, until: datetime) -> bool:
        """All that would be looked through of that time, as the archive is now."""
        newest = not self.titles or until >= self.titles[0].published
        return self.changed == changed and self.since <= since and (newest or len(self.titles) < _TITLES)

    def of(self, asked: Field, since: datetime, until: datetime, limit: int) -> list[str]:
        first, end = bisect_left(self.ages, _age(until)), bisect_right(self.ages, _age(since))
        found, looked = self.theirs.get(asked, ([], 0))
        found += [at for at in range(looked, end) if asked.holds(self.titles[at].title)]
        self.theirs[asked] = found, max(looked, end)
        self.theirs.move_to_end(asked)
        while len(self.theirs) > _FIELDS:
            self.theirs.popitem(last=False)
        return [self.titles[at].id for at in found[bisect_left(found, first) : bisect_left(found, end)][:limit]]


_of: WeakKeyDictionary[Database, "OrderedDict[str, _Kept]"] = WeakKeyDictionary()


def _age(moment: datetime) -> float:
    return -moment.timestamp()


async def of_field(
    asked: Field,
    understood: Understood,
    since: datetime,
    until: datetime,
    *,
    limit: int,
    tenant: str,
    tx: Transaction,
    database: Database,
) -> list[str]:
    """Ids of the reports of that time, of the languages and sources that the question names, whose titles are of the field, the newest first."""
    kept = await _kept(understood, since, until, tenant=tenant, tx=tx, database=database)
    if isinstance(kept, _Kept):
        return kept.of(asked, since, until, limit)
    return [one.id for one in kept if asked.holds(one.title)][:limit]


async def most_telling(
    asked: Asked,
    understood: Understood,
    since: datetime,
    until: datetime,
    *,
    limit: int,
    tenant: str,
    database: Database,
) -> tuple[list[str], bool]:
    """Ids of the reports of that time, of the languages and sources that the question names, whose titles tell most of it, the newest of equals first;
    and whether these are of all reports of that time."""
    async with database.read() as tx:
        kept = await _kept(understood, since, until, tenant=tenant, tx=tx, database=database)
    if not isinstance(kept, _Kept):
        words = await asyncio.to_thread(Headlines, [one.title for one in kept])
        return await asyncio.to_thread(_most_of, words, asked, kept, since, until, limit), len(kept) < _TITLES
    if kept.words is None:
        kept.words = await asyncio.to_thread(Headlines, [one.title for one in kept.titles])
    found = await asyncio.to_thread(_most_of, kept.words, asked, kept.titles, since, until, limit)
    return found, len(kept.titles) < _TITLES or kept.titles[-1].published <= since


def _most_of(
    words: Headlines, asked: Asked, titles: Sequence[Titled], since: datetime, until: datetime, limit: int
) -> list[str]:
    """The titles stand the newest first."""
    told = {at: worth for at, worth in words.telling(asked).items() if since <= titles[at].published <= until}
    return [titles[at].id for at in sorted(told, key=lambda at: (-told[at], at))[:limit]]


async def _kept(
    understood: Understood, since: datetime, until: datetime, *, tenant: str, tx: Transaction, database: Database
) -> _Kept | Sequence[Titled]:
    """The latest titles, at least from `since` on; where they are not all of that time, or others are not asked for, those of it alone."""
    if not (understood.languages or understood.sources):
        changed = await tx.search.changes(tenant=tenant)
        of_tenants = _of.setdefault(database, OrderedDict())
        kept = of_tenants.get(tenant)
        if kept is None or kept.changed != changed or since < kept.since:
            titles = await tx.articles.titles(tenant=tenant, since=since, until=None, limit=_TITLES)
            kept = of_tenants[tenant] = _Kept(changed, since, titles, [_age(one.published) for one in titles])
        of_tenants.move_to_end(tenant)
        while len(of_tenants) > _TENANTS:
            of_tenants.popitem(last=False)
        if kept.has(changed, since, until):
            return kept
    return await tx.articles.titles(
        tenant=tenant,
        since=since,
        until=until,
        languages=understood.languages,
        sources=understood.sources,
        limit=_TITLES,
    )
