"""Ingest: the sources that are known, host by host, as a server reads them all day."""

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from bot.newsroom.collecting.collecting import Parse, read_sources
from news.history import SourceRecord
from news.model import PUBLIC, Source
from news.ports import Clock, Fetcher
from store.database import Database


def host_of(source: Source) -> str:
    return urlsplit(source.feed).netloc.lower() or source.id


async def hosts_to_read(
    *, database: Database, clock: Clock, bundled: Callable[[], Sequence[Source]], tenant: str = PUBLIC
) -> list[str]:
    """The hosts with a source that is due. An install that knows no source yet begins with the bundled ones."""
    async with database.read() as tx:
        records = await tx.sources.records(tenant=tenant)
    if not records:
        async with database.begin() as tx:
            await tx.sources.put(bundled(), tenant=tenant)
            records = await tx.sources.records(tenant=tenant)
    return sorted({host_of(record.source) for record in records if _is_due(record, clock)})


async def ingest_host(
    *, database: Database, clock: Clock, fetcher: Fetcher, parse: Parse, host: str, tenant: str = PUBLIC
) -> int:
    """Reads the due sources of one host; how many articles were new."""
    async with database.read() as tx:
        records = [r for r in await tx.sources.records(tenant=tenant) if host_of(r.source) == host]
    _, new = await read_sources(
        database=database, fetcher=fetcher, parse=parse, records=records, now=clock.now(), tenant=tenant
    )
    return new


def _is_due(record: SourceRecord, clock: Clock) -> bool:
    return record.retry_at is None or record.retry_at <= clock.now()
