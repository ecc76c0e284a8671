"""Sources, each with its history: what it said last time and how often it failed in a row."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Row, bindparam, case, func, or_, select, update

from news.errors import StoreError
from news.history import Attempt, Outcome, SourceRecord
from news.model import Source, Tier, Validators
from store.statements import Repository, check_owner, chunks, for_tenant, owned, readable, visible
from store.tables import SOURCES

_ANSWERED: Final = frozenset({Outcome.READ, Outcome.UNCHANGED, Outcome.EMPTY})
_DESCRIPTION: Final = ("active", "name", "feed", "site", "kind", "language", "region", "tier", "topics")
_NO_HISTORY: Final[dict[str, Any]] = {
    "etag": "", "modified": "", "digest": "", "last_attempt": None, "last_success": None, "outcome": None,
    "reason": "", "failures": 0, "entries": 0, "newest": None, "retry_at": None,
}  # fmt: skip

_BETWEEN, _BEHIND = "\x1f", "\x1e"
_ALL: Final = select(func.aggregate_strings(SOURCES.c.id + _BETWEEN + SOURCES.c.name, _BEHIND).label("all")).where(
    for_tenant(SOURCES)
)
_REPORTERS: Final = _ALL.where(SOURCES.c.tier.not_in((Tier.OFFICIAL.value, Tier.RESEARCH.value)))
_OWN_PAGES: Final = _ALL.where(SOURCES.c.tier == Tier.OFFICIAL.value)
"""One row, in any order: every question asks for them, and hundreds of rows take longer than all else that it reads."""


@lru_cache(maxsize=64)
def _named(told: str) -> Mapping[str, str]:
    """One mapping as long as nobody adds a source. By id: an engine that aggregates keeps no order, and each has its own of letters."""
    named = (one.partition(_BETWEEN) for one in sorted(told.split(_BEHIND)))
    return MappingProxyType({name: id for id, _, name in named if id})


class Sources(Repository):
    async def put(self, sources: Collection[Source], *, tenant: str) -> None:
        """Adds or describes anew, by id; makes them active. The history stays unless the feed's address changed."""
        check_owner(sources, tenant)
        await self._forget_moved(sources, tenant)
        statement = self._upsert(SOURCES, key=("tenant", "id"), change=_DESCRIPTION)
        await self._many(statement, [_values(source) for source in sources])

    async def retire(self, ids_kept: Collection[str], *, tenant: str) -> None:
        """Makes inactive what is not kept. Its history waits for the catalogue that names it again."""
        rows = await self._all(select(SOURCES.c.id).where(owned(SOURCES, tenant), SOURCES.c.active))
        gone = [row.id for row in rows if row.id not in set(ids_kept)]
        statement = update(SOURCES).where(owned(SOURCES, tenant), SOURCES.c.id == bindparam("source"))
        await self._many(statement.values(active=False), [{"source": id} for id in gone])

    async def records(self, *, tenant: str, retired: bool = False) -> list[SourceRecord]:
        """The active sources by id, with `retired` the inactive ones too."""
        statement = select(SOURCES).where(visible(SOURCES, tenant)).order_by(SOURCES.c.id)
        return [_record(row) for row in await self._all(statement if retired else statement.where(SOURCES.c.active))]

    async def overdue(self, *, tenant: str, since: datetime, now: datetime) -> float:
        """The share of the active sources that may be asked now and were not asked since then; 0.0 without sources."""
        unasked = or_(SOURCES.c.last_attempt.is_(None), SOURCES.c.last_attempt < since)
        free = or_(SOURCES.c.retry_at.is_(None), SOURCES.c.retry_at <= now)
        counts = select(func.count().label("active"), func.count(case((unasked & free, 1))).label("overdue"))
        row = await self._first(counts.where(visible(SOURCES, tenant), SOURCES.c.active))
        return row.overdue / row.active if row and row.active else 0.0

    async def names(self, *, tenant: str) -> Mapping[str, str]:
        """Name → id of those that report on others: who asks for news from a company does not ask for its blog."""
        row = await self._first(_REPORTERS, **readable(tenant))
        return _named(row.all or "") if row else {}

    async def own_pages(self, *, tenant: str) -> Mapping[str, str]:
        """Name → id of those that report on themselves: a company's blog."""
        row = await self._first(_OWN_PAGES, **readable(tenant))
        return _named(row.all or "") if row else {}

    async def record(self, attempts: Sequence[Attempt], *, tenant: str) -> None:
        """Adds attempts to the history, in the order given. Raises StoreError for a source that was never put."""
        histories = await self._histories({attempt.source for attempt in attempts}, tenant)
        for attempt in attempts:
            if attempt.source not in histories:
                raise StoreError(attempt.source, "an attempt cannot be recorded: this source is not in the database")
            histories[attempt.source] = after(histories[attempt.source], attempt)
        statement = update(SOURCES).where(owned(SOURCES, tenant), SOURCES.c.id == bindparam("source"))
        changes = statement.values({name: bindparam(f"new_{name}") for name in _NO_HISTORY})
        await self._many(changes, [_history_values(record) for record in histories.values()])

    async def _histories(self, ids: Collection[str], tenant: str) -> dict[str, SourceRecord]:
        found: dict[str, SourceRecord] = {}
        for chunk in chunks(ids):
            statement = select(SOURCES).where(owned(SOURCES, tenant), SOURCES.c.id.in_(chunk)).order_by(SOURCES.c.id)
            # Locked until the end: two runs may record the same source at once (SQLite locks the whole file anyway).
            found.update((row.id, _record(row)) for row in await self._all(statement.with_for_update()))
        return found

    async def _forget_moved(self, sources: Collection[Source], tenant: str) -> None:
        """Another address is another document: its validators and failures say nothing about the new one."""
        moved = update(SOURCES).where(
            owned(SOURCES, tenant), SOURCES.c.id == bindparam("source"), SOURCES.c.feed != bindparam("new_feed")
        )
        pairs = [{"source": source.id, "new_feed": source.feed} for source in sources]
        await self._many(moved.values(_NO_HISTORY), pairs)


def after(record: SourceRecord, attempt: Attempt) -> SourceRecord:
    """The history with one more attempt. A failure keeps what the source last said; a 304 keeps its entries too."""
    tried = replace(
        record, last_attempt=attempt.at, outcome=attempt.outcome, reason=attempt.reason, retry_at=attempt.retry_at
    )
    if attempt.outcome not in _ANSWERED:
        return replace(tried, failures=record.failures + 1)
    answered = replace(tried, failures=0, last_success=attempt.at, newest=attempt.newest or record.newest)
    if attempt.outcome is Outcome.UNCHANGED:
        return replace(answered, validators=_newer(record.validators, attempt.validators))
    return replace(answered, validators=attempt.validators, entries=attempt.entries)


def _newer(old: Validators, new: Validators) -> Validators:
    """A 304 need not repeat what it confirms."""
    return Validators(new.etag or old.etag, new.modified or old.modified, new.digest or old.digest)


def _values(source: Source) -> dict[str, Any]:
    return {
        "tenant": source.tenant,
        "id": source.id,
        "active": True,
        "name": source.name,
        "feed": source.feed,
        "site": source.site,
        "kind": source.kind,
        "language": source.language,
        "region": source.region,
        "tier": source.tier.value,
        "topics": source.topics,
        **_NO_HISTORY,
    }


def _history_values(record: SourceRecord) -> dict[str, Any]:
    return {
        "source": record.source.id,
        "new_etag": record.validators.etag,
        "new_modified": record.validators.modified,
        "new_digest": record.validators.digest,
        "new_last_attempt": record.last_attempt,
        "new_last_success": record.last_success,
        "new_outcome": None if record.outcome is None else record.outcome.value,
        "new_reason": record.reason,
        "new_failures": record.failures,
        "new_entries": record.entries,
        "new_newest": record.newest,
        "new_retry_at": record.retry_at,
    }


def _record(row: Row[Any]) -> SourceRecord:
    return SourceRecord(
        source=_source(row),
        validators=Validators(row.etag, row.modified, row.digest),
        last_attempt=row.last_attempt,
        last_success=row.last_success,
        outcome=None if row.outcome is None else Outcome(row.outcome),
        reason=row.reason,
        failures=row.failures,
        entries=row.entries,
        newest=row.newest,
        retry_at=row.retry_at,
    )


def _source(row: Row[Any]) -> Source:
    return Source(
        id=row.id,
        name=row.name,
        feed=row.feed,
        site=row.site,
        kind=row.kind,
        language=row.language,
        region=row.region,
        tier=Tier(row.tier),
        topics=row.topics,
        tenant=row.tenant,
    )
