"""Reports of a field by their titles: thousands are looked through, once while nothing is entered, and not again by the next who asks."""

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from weakref import WeakKeyDictionary

from store.articles import Titled
from store.database import Database, Transaction
from summariser.fields import Field
from summariser.understanding import Understood

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
    if understood.languages or understood.sources:
        return await _looked_through(asked, understood, since, until, limit=limit, tenant=tenant, tx=tx)
    changed = await tx.search.changes(tenant=tenant)
    of_tenants = _of.setdefault(database, OrderedDict())
    kept = of_tenants.get(tenant)
    if kept is None or kept.changed != changed or since < kept.since:
        titles = await tx.articles.titles(tenant=tenant, since=since, until=None, limit=_TITLES)
        kept = of_tenants[tenant] = _Kept(changed, since, titles, [_age(one.published) for one in titles])
    of_tenants.move_to_end(tenant)
    while len(of_tenants) > _TENANTS:
        of_tenants.popitem(last=False)
    if not kept.has(changed, since, until):
        return await _looked_through(asked, understood, since, until, limit=limit, tenant=tenant, tx=tx)
    return kept.of(asked, since, until, limit)


async def _looked_through(
    asked: Field,
    understood: Understood,
    since: datetime,
    until: datetime,
    *,
    limit: int,
    tenant: str,
    tx: Transaction,
) -> list[str]:
    titles = await tx.articles.titles(
        tenant=tenant,
        since=since,
        until=until,
        languages=understood.languages,
        sources=understood.sources,
        limit=_TITLES,
    )
    return [one.id for one in titles if asked.holds(one.title)][:limit]
