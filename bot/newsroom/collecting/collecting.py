"""Collect: read every source once, keep what is new, and get the text of what matters from its page."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Final

from bot.newsroom.collecting.indexing import indexed
from bot.newsroom.collecting.meanings import meanings_of
from news.errors import NewsError, SourceGone, Throttled, Unreached
from news.history import Attempt, Outcome, SourceRecord
from news.identity import keys
from news.model import PUBLIC, Article, Entry, Fetched, NotModified, Source, TextState, Tier
from news.ports import Clock, Fetcher
from sources.language import detect
from sources.pages import adds_to_title
from store.articles import ArticleText
from store.database import Database, Transaction
from summariser.reading.relevance import judge

PAGE_WINDOW: Final = timedelta(days=5)
"""Pages older than this are not worth a visit: no brief looks further back. What a brief quotes must stand on the page."""
PAGES_AT_MOST: Final = 2500
TRIES: Final = 3
_BATCH: Final = 24
_TIERS: Final = tuple(Tier)
_RETRY_STEPS: Final = (timedelta(0), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=12))

Parse = Callable[[Source, Fetched], Awaitable[Sequence[Entry]]]
Extract = Callable[[Fetched], Awaitable[str]]
Progress = Callable[[str, int, int], None]
"""Told (stage, done, total) after each step; stages are "sources" and "pages"."""


@dataclass(frozen=True, slots=True)
class Collected:
    """Counts of one run. `unread` are (source name, reason) of the sources that failed.

    `tried` are those that were due, `reached` those of which a server answered, whatever it said.
    """

    sources: int
    tried: int
    reached: int
    read: int
    unchanged: int
    articles: int
    pages: int
    unread: tuple[tuple[str, str], ...]

    @property
    def answered(self) -> int:
        return self.read + self.unchanged


@dataclass(frozen=True, slots=True)
class _Reading:
    attempt: Attempt
    articles: tuple[Article, ...] = ()


async def collect(
    *,
    database: Database,
    clock: Clock,
    fetcher: Fetcher,
    parse: Parse,
    extract: Extract,
    sources: Sequence[Source],
    progress: Progress = lambda stage, done, total: None,
    tenant: str = PUBLIC,
) -> Collected:
    """Reads `sources`, which become the active ones. What was committed before an interruption stays, the rest comes next time."""
    now = clock.now()
    async with database.begin() as tx:
        await tx.sources.put(sources, tenant=tenant)
        await tx.sources.retire([source.id for source in sources], tenant=tenant)
        records = [r for r in await tx.sources.records(tenant=tenant) if r.source.tenant == tenant]
    attempts, new = await read_sources(
        database=database, fetcher=fetcher, parse=parse, records=records, now=now, progress=progress, tenant=tenant
    )
    pages = await read_pages(
        database=database, fetcher=fetcher, extract=extract, now=now, progress=progress, tenant=tenant
    )
    return _counts(records, attempts, new, pages)


async def read_sources(
    *,
    database: Database,
    fetcher: Fetcher,
    parse: Parse,
    records: Sequence[SourceRecord],
    now: datetime,
    progress: Progress = lambda stage, done, total: None,
    tenant: str = PUBLIC,
) -> tuple[list[Attempt], int]:
    """Reads those of the sources that are due: how each attempt ended, and how many articles were new.

    They are read at once and kept in one order, so that the same feeds always give the same articles.
    """
    due = sorted((r for r in records if r.retry_at is None or r.retry_at <= now), key=_first_claim)
    attempts: list[Attempt] = []
    tasks = [asyncio.ensure_future(_read(record, fetcher=fetcher, parse=parse, now=now)) for record in due]
    _watch(tasks, lambda done: progress("sources", done, len(tasks)))
    new = 0
    try:
        while len(attempts) < len(tasks):
            batch = [await task for task in tasks[len(attempts) : len(attempts) + _BATCH]]
            new += await _keep(batch, database=database, tenant=tenant)
            attempts += [reading.attempt for reading in batch]
    except asyncio.CancelledError:
        ended = [task.result() for task in tasks[len(attempts) :] if _is_read(task)]
        await _keep(ended, database=database, tenant=tenant)
        raise
    finally:
        for pending in tasks:
            pending.cancel()
    return attempts, new


def _first_claim(record: SourceRecord) -> tuple[int, str]:
    """An article that several feeds name is credited to the source that is closest to it."""
    return _TIERS.index(record.source.tier), record.source.id


def _watch(tasks: Sequence[asyncio.Future[_Reading]], told: Callable[[int], None]) -> None:
    """`told` hears how many have ended, each time that one does."""
    number = count(1)
    for task in tasks:
        task.add_done_callback(lambda ended: told(next(number)) if not ended.cancelled() else None)


def _is_read(task: asyncio.Future[_Reading]) -> bool:
    return task.done() and not task.cancelled() and task.exception() is None


def _counts(records: Sequence[SourceRecord], attempts: Sequence[Attempt], new: int, pages: int) -> Collected:
    names = {record.source.id: record.source.name for record in records}
    bad = (Outcome.FAILED, Outcome.THROTTLED, Outcome.GONE)
    return Collected(
        sources=len(records),
        tried=len(attempts),
        reached=sum(a.reached for a in attempts),
        read=sum(a.outcome in (Outcome.READ, Outcome.EMPTY) for a in attempts),
        unchanged=sum(a.outcome is Outcome.UNCHANGED for a in attempts),
        articles=new,
        pages=pages,
        unread=tuple(sorted((names[a.source], a.reason) for a in attempts if a.outcome in bad)),
    )


async def _read(record: SourceRecord, *, fetcher: Fetcher, parse: Parse, now: datetime) -> _Reading:
    """One source. Every failure is a recorded outcome with its reason, never the end of a run."""
    source = record.source
    try:
        document = await fetcher.fetch(source, record.validators)
        if isinstance(document, NotModified):
            return _Reading(
                Attempt(source.id, now, Outcome.UNCHANGED, validators=document.validators, entries=record.entries)
            )
        entries = await parse(source, document)
    except NewsError as error:
        return _Reading(_failure(record, error, now))
    articles = tuple(_articles(source, entries, now))
    attempt = Attempt(
        source.id,
        now,
        Outcome.READ if entries else Outcome.EMPTY,
        reason="" if entries else "the feed has no entries",
        validators=document.validators,
        entries=len(entries),
        newest=max((a.published for a in articles), default=None),
    )
    return _Reading(attempt, articles)


def _failure(record: SourceRecord, error: NewsError, now: datetime) -> Attempt:
    kinds: dict[type[NewsError], Outcome] = {SourceGone: Outcome.GONE, Throttled: Outcome.THROTTLED}
    # Whom nobody reached is asked again at once: the fault may be our network's, and a morning must not wait for that.
    reached = not isinstance(error, Unreached)
    steps = _RETRY_STEPS[min(record.failures, len(_RETRY_STEPS) - 1)] if reached else timedelta(0)
    wait = error.retry_after or steps
    outcome = kinds.get(type(error), Outcome.FAILED)
    retry_at = now + wait if wait else None
    return Attempt(record.source.id, now, outcome, error.reason, retry_at=retry_at, reached=reached)


def _articles(source: Source, entries: Sequence[Entry], now: datetime) -> list[Article]:
    """The entries as articles; those in a language that nobody of ours reads are left out."""
    usable = [entry for entry in entries if entry.title and entry.url]
    found = (
        _article(source, entry, now, key, shared) for entry, (key, shared) in zip(usable, keys(usable), strict=True)
    )
    return [article for article in found if article is not None]


def _article(source: Source, entry: Entry, now: datetime, key: str, shared: bool) -> Article | None:
    """None in a language that nobody of ours reads. The page of one that shares it (`shared`) is another's text as well: it is not read."""
    language = detect(f"{entry.title}\n{entry.summary or entry.text[:400]}", source.language)
    if language is None:
        return None
    dated = entry.published is not None
    published = min(entry.published or now, now)
    text = entry.text if adds_to_title(entry.title, entry.text) else ""
    article = Article(
        id=hashlib.sha256(f"{source.tenant}\n{key}".encode()).hexdigest()[:16],
        key=key,
        url=entry.url,
        source=source.id,
        source_name=source.name,
        tier=source.tier,
        title=entry.title,
        summary=entry.summary if adds_to_title(entry.title, entry.summary) else "",
        text=text,
        text_state=TextState.HAD if text else TextState.NONE,
        language=language,
        published=published,
        dated=dated,
        seen=now,
        tenant=source.tenant,
    )
    recent = published >= now - PAGE_WINDOW
    wanted = not text and recent and not shared and judge(entry.title, entry.summary, source).is_ai
    return replace(article, text_state=TextState.PENDING) if wanted else article


async def _keep(readings: Sequence[_Reading], *, database: Database, tenant: str) -> int:
    """One commit for a few sources: their validators are never kept without their articles."""
    articles = [article for reading in readings for article in reading.articles]
    attempts: list[Attempt] = []
    async with database.begin() as tx:
        known = await tx.articles.known([article.key for article in articles], tenant=tenant)
        fresh = _once([article for article in articles if article.key not in known])
        added = await tx.articles.add(fresh, tenant=tenant)
        await tx.meanings.add(await asyncio.to_thread(meanings_of, fresh), tenant=tenant)
        full = await _with_text(_once([article for article in articles if article.key in known]), tx, tenant)
        await tx.search.index([indexed(article) for article in (*fresh, *full)], tenant=tenant)
        for reading in readings:
            count = sum(article.key not in known for article in reading.articles)
            attempts.append(replace(reading.attempt, new=count))
        await tx.sources.record(attempts, tenant=tenant)
    return added


def _once(articles: Sequence[Article]) -> list[Article]:
    """What several feeds name is the first one's, with the text of the first that carries it."""
    by_key: dict[str, Article] = {}
    for article in articles:
        first = by_key.setdefault(article.key, article)
        if _is_the_page_s(article) and not first.text:
            by_key[article.key] = replace(first, text=article.text, text_state=TextState.HAD)
    return list(by_key.values())


def _is_the_page_s(article: Article) -> bool:
    """It carries a text, and not one that who names the page wrote about it."""
    return bool(article.text) and article.tier not in (Tier.COMMUNITY, Tier.AGGREGATOR)


async def _with_text(articles: Sequence[Article], tx: Transaction, tenant: str) -> list[Article]:
    """Those that are kept without the text that another feed brings now; they are given it."""
    bringing = {article.id: article for article in articles if _is_the_page_s(article)}
    lacking = await tx.articles.textless(bringing, tenant=tenant)
    kept = await tx.articles.get(sorted(lacking), tenant=tenant)
    full = [replace(one, text=bringing[one.id].text, text_state=TextState.HAD) for one in kept]
    await tx.articles.set_texts([ArticleText(a.id, a.text, a.text_state, a.attempts) for a in full], tenant=tenant)
    return full


async def read_pages(
    *,
    database: Database,
    fetcher: Fetcher,
    extract: Extract,
    now: datetime,
    progress: Progress = lambda stage, done, total: None,
    tenant: str = PUBLIC,
) -> int:
    """The pages of recent articles that came without their text, newest first, so many and no more."""
    async with database.read() as tx:
        waiting = await tx.articles.pending(tenant=tenant, since=now - PAGE_WINDOW, seen_until=now, limit=PAGES_AT_MOST)
    tasks = [asyncio.ensure_future(_page(article, fetcher=fetcher, extract=extract)) for article in waiting]
    batch: list[Article] = []
    try:
        for done, task in enumerate(asyncio.as_completed(tasks), start=1):
            batch.append(await task)
            if len(batch) >= _BATCH * 4 or done == len(tasks):
                await _keep_texts(batch, database=database, tenant=tenant)
                batch = []
            progress("pages", done, len(tasks))
    finally:
        for pending in tasks:
            pending.cancel()
    return len(waiting)


async def _page(article: Article, *, fetcher: Fetcher, extract: Extract) -> Article:
    """The article with its page's text, or with what became of the try."""
    tries = article.attempts + 1
    try:
        page = await fetcher.page(article.url)
        text = await extract(page)
    except NewsError as error:
        over = error.permanent or tries >= TRIES
        return replace(article, attempts=tries, text_state=TextState.NONE if over else TextState.PENDING)
    if not adds_to_title(article.title, text):
        return replace(article, attempts=tries, text_state=TextState.NONE)
    return replace(article, attempts=tries, text=text, text_state=TextState.HAD)


async def _keep_texts(articles: Sequence[Article], *, database: Database, tenant: str) -> None:
    async with database.begin() as tx:
        await tx.articles.set_texts(
            [ArticleText(a.id, a.text, a.text_state, a.attempts) for a in articles], tenant=tenant
        )
        had = [indexed(a) for a in articles if a.text_state is TextState.HAD]
        await tx.search.index(had, tenant=tenant)
