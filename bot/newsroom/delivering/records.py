"""What channels may look up for their own decisions (see news.ports.Records)."""

from collections.abc import Sequence
from datetime import date

from news.model import Edition, Subscription
from news.ports import Clock
from store.database import Database

_LOOKED_THROUGH = 200
"""Editions of one language, of which those of the same minutes and topics are taken."""


class NewsroomRecords:
    def __init__(self, *, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    async def roster(self, *, channel: str, tenant: str) -> Sequence[Subscription]:
        async with self._database.read() as tx:
            found = await tx.subscriptions.list(tenant=tenant)
        today = self._clock.now().date()
        paused = {one.id for one in found if one.paused_until and one.paused_until > today}
        return [one for one in found if one.channel == channel and not one.suspended and one.id not in paused]

    async def leads(self, edition: Edition, *, before: date, limit: int) -> Sequence[float]:
        async with self._database.read() as tx:
            found = await tx.briefs.list(tenant=edition.tenant, limit=_LOOKED_THROUGH, language=edition.language)
        same = [one for one in found if one.edition == edition and one.date < before and one.stories]
        return [max(story.score.value for story in one.stories) for one in same[:limit]]

    async def note(self, key: str, *, channel: str, tenant: str) -> str | None:
        async with self._database.read() as tx:
            return await tx.notes.get(channel, key, tenant=tenant, now=self._clock.now())
