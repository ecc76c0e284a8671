"""Indexing: what is searched of an article and of a story as it was told, and what the index has not: all from before it was made anew."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

from bot.newsroom.collecting.meanings import enter_missing
from news.model import PUBLIC, Article, Brief
from news.searching import FINE
from news.text import index_tokens
from store.database import Database
from store.search import IndexedText, telling
from summariser.words.names import companies_in

CHARACTERS: Final = 6000
"""Of a text so many are searched."""
_LEAD: Final = 400
"""Of a text so many characters say whose news it is."""
_BATCH: Final = 1_000
"""Articles entered at once: the engine then touches what many of them share once."""
_AHEAD: Final = 5_000


def company_token(company: str) -> str:
    """What news of a company holds, though it name only what the company makes; in every language the same."""
    return f"{FINE}@{company}"


def _companies(text: str) -> list[str]:
    return [company_token(company) for company in companies_in(text)]


def indexed(article: Article) -> IndexedText:
    return IndexedText(
        article_id=article.id,
        title_tokens=[*index_tokens(article.title), *_companies(article.title)],
        body_tokens=[*index_tokens(article.words[:CHARACTERS]), *_companies(article.words[:_LEAD])],
        source=article.source,
        published=article.published,
        language=article.language,
        tenant=article.tenant,
    )


def tellings(brief: Brief) -> list[IndexedText]:
    """Its stories, each by the headline and the lede that it has there."""
    return [
        IndexedText(
            article_id=telling(story.id, story.language),
            title_tokens=[*index_tokens(story.headline), *_companies(story.headline)],
            body_tokens=index_tokens(story.lede.text if story.lede else ""),
            published=brief.made,
            language=story.language,
            tenant=brief.edition.tenant,
        )
        for story in brief.stories
    ]


async def index_brief(brief: Brief, *, database: Database) -> None:
    """Its stories are found as it tells them; where a later brief tells one, as that does."""
    texts = await asyncio.to_thread(tellings, brief)
    async with database.begin() as tx:
        await tx.search.index_told(texts, tenant=brief.edition.tenant)
        await tx.briefs.mark_indexed(brief)


async def index_missing(*, database: Database, progress: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Indexes every article and brief that the index has not, and what titles mean where that is not known, the newest first, everybody's before
    each tenant's own; how many there were.

    Any number of processes may do so at once: on each batch works one. Ended in between, it goes on the next time.
    """
    async with database.read() as tx:
        tenants = [PUBLIC, *(tenant.id for tenant in await tx.tenants.list() if tenant.id != PUBLIC)]
        total = sum([await tx.search.missing_count(tenant=tenant) for tenant in tenants])
        total += sum([await tx.meanings.missing_count(tenant=tenant) for tenant in tenants])
        briefs = {tenant: await tx.briefs.unindexed(tenant=tenant) for tenant in tenants}
        total += sum(map(len, briefs.values()))
    done = 0

    def entered(count: int) -> None:
        nonlocal done
        done += count
        progress(min(done, total), total)

    for tenant in tenants:
        while ids := await _missing(tenant, database=database):
            await _index(ids, tenant, database=database, entered=entered)
        await enter_missing(tenant, database=database, entered=entered)
        for id in briefs[tenant]:
            async with database.read() as tx:
                brief = await tx.briefs.by_id(id, tenant=tenant)
            if brief is not None:
                await index_brief(brief, database=database)
            entered(1)
    return done


async def _missing(tenant: str, *, database: Database) -> Sequence[str]:
    async with database.read() as tx:
        return await tx.search.missing(tenant=tenant, limit=_AHEAD)


async def _index(ids: Sequence[str], tenant: str, *, database: Database, entered: Callable[[int], None]) -> None:
    """The next batch is cut into tokens while the database enters one."""
    batches = [ids[at : at + _BATCH] for at in range(0, len(ids), _BATCH)]
    coming = asyncio.ensure_future(_texts(batches[0], tenant, database=database))
    try:
        for batch, following in zip(batches, [*batches[1:], []], strict=True):
            texts = await coming
            coming = asyncio.ensure_future(_texts(following, tenant, database=database))
            async with database.begin() as tx:
                await tx.search.index_new(texts, tenant=tenant)
            entered(len(batch))
    finally:
        coming.cancel()
        await asyncio.gather(coming, return_exceptions=True)


async def _texts(ids: Sequence[str], tenant: str, *, database: Database) -> list[IndexedText]:
    if not ids:
        return []
    async with database.read() as tx:
        articles = [one for one in await tx.articles.get(ids, tenant=tenant) if one.tenant == tenant]
    return await asyncio.to_thread(lambda: [indexed(one) for one in articles])
