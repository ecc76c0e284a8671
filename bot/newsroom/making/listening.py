"""Listen: what an edition's readers said of its stories, as signals for the rank of the next ones."""

from datetime import datetime, timedelta
from typing import Final

from news.model import PUBLIC, Edition
from store.database import Transaction
from summariser.reading.voices import owner
from summariser.stories.signals import SILENCE, Signals, Vote, signals

KEPT: Final = timedelta(days=60)
"""Votes older than this have no say: tastes change."""
_MOST: Final = 2_000


async def readers_signals(tx: Transaction, edition: Edition, now: datetime) -> Signals:
    """From the votes of the edition's tenant; the public edition listens to all tenants, for all of them read it."""
    tenants = [edition.tenant]
    if edition.tenant == PUBLIC:
        tenants = [tenant.id for tenant in await tx.tenants.list()]
    said = await tx.feedback.on_stories(tenant=tenants, since=now - KEPT, limit=_MOST)
    if not said:
        return SILENCE
    stories = await tx.stories.some({word.subject for word in said}, tenant=edition.tenant)
    ids = {id for story in stories.values() for id in story.articles}
    owners = {a.id: owner(a) for a in await tx.articles.get(sorted(ids), tenant=edition.tenant)}
    return signals(
        Vote(word.verdict == "useful", story.topics, [owners[id] for id in story.articles if id in owners])
        for word in said
        if (story := stories.get(word.subject))
    )
