"""What titles mean, beside the token index: entered with the articles, kept in the process, asked for what lies nearest to a question."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from weakref import WeakKeyDictionary

from news.headline import Headline
from news.languages import Language
from news.model import PUBLIC, Article
from store.database import Database
from store.meanings import Meaning
from summariser.stories.matters import each_once
from summariser.stories.newslines import Event
from summariser.words.meaning import SIZE, meanings, remember, unpacked, unread

_KEPT: Final = 150_000
"""Of a tenant so many, the last entered: 77 MB."""
_BATCH: Final = 1_000
_STRETCH: Final = 10_000
"""Compared at once, so that what is copied for it stays small."""
_FINE: Final = 4_000
"""A question's numbers as whole ones: a sum of bytes by these takes a fifth of the time of one of fractions, and no second thread."""


def meanings_of(articles: Sequence[Article]) -> list[Meaning]:
    packed = meanings([one.title for one in articles])
    return [
        Meaning(one.id, one.language, one.published, each, one.tenant)
        for one, each in zip(articles, packed, strict=True)
    ]


@dataclass(slots=True)
class _Kept:
    """Of one tenant. `rows`: as packed, a row each; more than `count` of them are room."""

    number: int = 0
    count: int = 0
    places: dict[str, int] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    languages: list[Language] = field(default_factory=list)
    days: Any = None
    rows: Any = None
    lengths: Any = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    def add(self, more: Sequence[Meaning]) -> None:
        import numpy as np

        if self.count + len(more) > (0 if self.rows is None else len(self.rows)):
            room = min(_KEPT, max(1024, 2 * (self.count + len(more))))
            self.rows = _longer(self.rows, (room, SIZE), np.int8)
            self.days, self.lengths = _longer(self.days, (room,), float), _longer(self.lengths, (room,), np.float32)
        for one in more:
            self.rows[self.count] = packed = np.frombuffer(one.packed, np.int8)
            self.lengths[self.count] = max(1e-6, np.linalg.norm(packed.astype(np.float32)))
            self.days[self.count] = one.published.timestamp()
            self.places[one.article_id] = self.count
            self.ids.append(one.article_id)
            self.languages.append(one.language)
            self.count += 1
        self.number = more[-1].number

    def nearest(
        self, asked: Any, *, since: datetime, until: datetime, languages: Sequence[Language], limit: int
    ) -> list[tuple[str, float]]:
        import numpy as np

        if not self.count:
            return []
        days = self.days[: self.count]
        there = np.flatnonzero((days >= since.timestamp()) & (days <= until.timestamp()))
        if languages:
            there = there[[self.languages[at] in languages for at in there]]
        cosines = np.empty(len(there), np.float32)
        steps = np.rint(asked * _FINE).astype(np.int16)
        for start in range(0, len(there), _STRETCH):
            some = there[start : start + _STRETCH]
            dots = np.einsum("ij,j->i", self.rows[some], steps, dtype=np.int32)
            cosines[start : start + _STRETCH] = dots / (_FINE * self.lengths[some])
        first = np.argpartition(-cosines, limit)[:limit] if limit < len(cosines) else np.arange(len(cosines))
        best = first[np.argsort(-cosines[first], kind="stable")]
        return [(self.ids[there[at]], float(cosines[at])) for at in best]


def _longer(before: Any, shape: tuple[int, ...], kind: Any) -> Any:
    import numpy as np

    made = np.zeros(shape, kind)
    if before is not None:
        made[: len(before)] = before[: len(made)]
    return made


_of: WeakKeyDictionary[Database, dict[str, _Kept]] = WeakKeyDictionary()


async def nearest(
    asked: bytes,
    *,
    since: datetime,
    until: datetime,
    languages: Sequence[Language] = (),
    limit: int,
    tenant: str,
    database: Database,
) -> list[tuple[str, float]]:
    """The reports of that time, and of these languages where some are named, whose titles lie nearest to `asked` (a packed meaning): ids with
    cosines, the nearest first."""
    vector = unpacked([asked])[0]
    found: list[tuple[str, float]] = []
    for owner in dict.fromkeys((PUBLIC, tenant)):
        kept = await _kept(owner, database)
        found += kept.nearest(vector, since=since, until=until, languages=languages, limit=limit)
    return sorted(found, key=lambda one: -one[1])[:limit]


async def known(articles: Sequence[Article | Headline], *, tenant: str, database: Database) -> None:
    """What their titles mean is taken from what is kept, not read anew."""
    new = set(unread(one.title for one in articles))
    articles = [one for one in articles if one.title in new]
    if not articles:
        return
    for owner in dict.fromkeys((PUBLIC, tenant)):
        kept = await _kept(owner, database)
        there = [(one.title, at) for one in articles if (at := kept.places.get(one.id)) is not None]
        remember([title for title, _ in there], [kept.rows[at].tobytes() for _, at in there])


async def told_once(events: Sequence[Event], *, tenant: str, database: Database) -> list[Event]:
    """The weightiest of them, each matter once."""
    await known([line.article for event in events for line in event.lines], tenant=tenant, database=database)
    return each_once(events)


async def _kept(tenant: str, database: Database) -> _Kept:
    """With all that was entered since it was last asked for."""
    kept = _of.setdefault(database, {}).setdefault(tenant, _Kept())
    async with kept.lock:
        async with database.read() as tx:
            more = await tx.meanings.after(kept.number, tenant=tenant, limit=_KEPT)
        if kept.count + len(more) > _KEPT:
            kept = _of[database][tenant] = _Kept(lock=kept.lock)
            async with database.read() as tx:
                more = await tx.meanings.after(0, tenant=tenant, limit=_KEPT // 2)
        if more:
            await asyncio.to_thread(kept.add, more)
    return kept


async def enter_missing(tenant: str, *, database: Database, entered: Callable[[int], None]) -> None:
    """The meaning of each of the tenant's articles that has none yet, the newest first; ended in between, it goes on the next time."""
    while True:
        async with database.read() as tx:
            ids = await tx.meanings.missing(tenant=tenant, limit=_BATCH)
            articles = [one for one in await tx.articles.get(ids, tenant=tenant) if one.tenant == tenant]
        if not articles:
            return
        read = await asyncio.to_thread(meanings_of, articles)
        async with database.begin() as tx:
            await tx.meanings.add(read, tenant=tenant)
        entered(len(read))
