"""Oversee: say of every source how it does, and why."""

from datetime import datetime, timedelta
from typing import Final

from news.history import Outcome, SourceHealth, SourceRecord, SourceState
from news.model import PUBLIC
from news.ports import Clock
from store.database import Database

SILENT: Final = timedelta(days=30)
GIVEN_UP: Final = 3
"""So many times "gone" in a row before a source counts as gone for good."""


async def source_health(*, database: Database, clock: Clock, tenant: str = PUBLIC) -> list[SourceHealth]:
    """Every active source with its state and the reason for it."""
    async with database.read() as tx:
        records = await tx.sources.records(tenant=tenant)
    return [health(record, clock.now()) for record in records]


def health(record: SourceRecord, now: datetime) -> SourceHealth:
    state, reason = _judged(record, now)
    return SourceHealth(record.source, state, reason)


def _judged(record: SourceRecord, now: datetime) -> tuple[SourceState, str]:
    if record.outcome is None:
        return SourceState.NEW, "not read yet"
    if record.outcome is Outcome.GONE:
        times = f", {record.failures} times in a row" if record.failures > 1 else ""
        return (SourceState.GONE if record.failures >= GIVEN_UP else SourceState.FAILING), f"{record.reason}{times}"
    if record.outcome in (Outcome.FAILED, Outcome.THROTTLED):
        times = f" ({record.failures} times in a row)" if record.failures > 1 else ""
        return SourceState.FAILING, f"{record.reason}{times}"
    if not record.entries:
        return SourceState.EMPTY, "the feed answers but has no entries"
    if record.newest and now - record.newest > SILENT:
        return SourceState.STALE, f"nothing new since {record.newest:%Y-%m-%d}"
    return (
        SourceState.OK,
        f"{record.entries} {'entry' if record.entries == 1 else 'entries'}, newest {record.newest:%Y-%m-%d %H:%M} UTC"
        if record.newest
        else "",
    )
