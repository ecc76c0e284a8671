"""The front desk: what channels may ask of the newsroom, put together from its verbs (see news.frontdesk)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.newsroom import archive
from bot.newsroom.answering import replies
from bot.newsroom.answering.answering import SECONDS
from bot.newsroom.answering.helping import Helpers, answer_helped
from bot.newsroom.answering.limits import AskLimits
from bot.newsroom.delivering import subscriptions
from bot.newsroom.finding.catching_up import catch_up
from bot.newsroom.making.candidates import MEMORY
from news.asking import Answer
from news.languages import Language
from news.model import PUBLIC, Brief, BriefStory, Delivery, Edition, Reader, Subscription, Tenant
from news.ports import Channel, Clock, Summariser
from news.timetable import Due, local_date, parse_zone
from news.wishes import Subscribed, Wish
from store.database import Database

MakeBrief = Callable[[Edition, date], Awaitable[str | None]]
"""Makes the edition of a date where there is room for it; its id, None when there is no news."""
Aside = Callable[[str], AbstractAsyncContextManager[None]]
"""Around what may wait for a model, by what it is: whoever works on jobs does others meanwhile."""
_SAVED_AT_MOST = 50


class NewsroomDesk:
    """A FrontDesk. `nudge` tells the engine that the schedule has something new."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        summariser: Summariser,
        channels: Mapping[str, Channel],
        make_brief: MakeBrief,
        nudge: Callable[[], Awaitable[None]],
        limits: AskLimits,
        answer_seconds: float = SECONDS,
        aside: Aside = lambda _: nullcontext(),
        helpers: Helpers | None = None,
    ) -> None:
        self._database, self._clock, self._summariser = database, clock, summariser
        self._channels, self._make_brief, self._nudge = channels, make_brief, nudge
        self._limits, self._answer_seconds, self._aside = limits, answer_seconds, aside
        self._helpers = helpers

    def now(self) -> datetime:
        return self._clock.now()

    async def tenant(self, id: str, *, name: str) -> None:
        async with self._database.begin() as tx:
            await tx.tenants.put(Tenant(id, name, self._clock.now()))

    async def reader(
        self, id: str, *, tenant: str, name: str = "", language: Language | None = None, zone: str = ""
    ) -> Reader:
        async with self._database.read() as tx:
            known = await tx.readers.get(id, tenant=tenant)
        if known is not None:
            return known
        made = Reader(id, tenant, name, language or "en", parse_zone(zone or "UTC"), self._clock.now())
        async with self._database.begin() as tx:
            if await tx.tenants.get(tenant) is None:
                await tx.tenants.put(Tenant(tenant, tenant, self._clock.now()))
            await tx.readers.put(made, tenant=tenant)
        return made

    async def change_reader(self, reader: Reader) -> None:
        parse_zone(reader.zone)
        async with self._database.begin() as tx:
            await tx.readers.put(reader, tenant=reader.tenant)

    async def brief(self, edition: Edition, *, zone: str) -> Brief | None:
        day = local_date(zone, self._clock.now())
        async with self._database.read() as tx:
            kept = await tx.briefs.get(edition, day)
        if kept is not None:
            return kept
        async with self._aside("briefs"):
            made = await self._make_brief(edition, day)
        async with self._database.read() as tx:
            return await tx.briefs.get(edition, day) if made else None

    async def more(self, edition: Edition, *, minutes: int, zone: str) -> Brief | None:
        day = local_date(zone, self._clock.now())
        longer = await self.brief(replace(edition, minutes=minutes), zone=zone)
        if longer is None:
            return None
        async with self._database.read() as tx:
            told = await tx.briefs.between(edition, since=day - MEMORY, before=day + timedelta(days=1))
        known = {story.id for brief in told for story in brief.stories}
        return replace(longer, stories=tuple(story for story in longer.stories if story.id not in known))

    async def brief_of(self, id: str) -> Brief | None:
        return await archive.brief_by_id(database=self._database, id=id)

    async def story(self, id: str, *, brief: str = "", language: Language = "en") -> BriefStory | None:
        told = await self.brief_of(brief) if brief else None
        for story in told.stories if told else ():
            if story.id == id:
                return story
        view = await archive.story_view(
            database=self._database, clock=self._clock, summariser=self._summariser, id=id, language=language
        )
        return None if view is None else view.telling

    async def answer(
        self,
        text: str,
        *,
        reader: Reader,
        thread: str = "",
        story: str | None = None,
        of_brief: bool = False,
        language: Language | None = None,
        speaks: Language | None = None,
        once: str = "",
    ) -> Answer:
        async with self._aside("answers"):
            return await answer_helped(
                self._helpers,
                database=self._database,
                clock=self._clock,
                summariser=self._summariser,
                text=text,
                tenant=reader.tenant,
                reader=reader.id,
                thread=thread,
                story=story,
                of_brief=of_brief,
                language=language,
                speaks=speaks,
                zone=ZoneInfo(reader.zone),
                limits=self._limits,
                once=once,
                seconds=self._answer_seconds,
            )

    async def catch_up(self, since: datetime, *, reader: Reader, language: Language | None = None) -> Answer:
        return await catch_up(
            database=self._database,
            clock=self._clock,
            summariser=self._summariser,
            since=since,
            language=language or reader.language,
            tenant=reader.tenant,
            zone=ZoneInfo(reader.zone),
        )

    async def posted(self, answer: str, *, channel: str, address: str, platform_id: str, tenant: str) -> None:
        await replies.answer_posted(
            database=self._database,
            clock=self._clock,
            answer=answer,
            channel=channel,
            address=address,
            platform_id=platform_id,
            tenant=tenant,
        )

    async def feedback(self, answer: str, verdict: Literal["useful", "wrong"], *, reader: Reader) -> None:
        await replies.give_feedback(
            database=self._database,
            clock=self._clock,
            answer=answer,
            verdict=verdict,
            tenant=reader.tenant,
            reader=reader.id,
        )

    async def vote(
        self, story: str, verdict: Literal["useful", "not-useful"], *, reader: Reader, brief: str = ""
    ) -> None:
        await replies.vote_on_story(
            database=self._database,
            clock=self._clock,
            story=story,
            verdict=verdict,
            tenant=reader.tenant,
            reader=reader.id,
            brief=brief,
        )

    async def forget(self, answers: Sequence[str], *, tenant: str) -> None:
        async with self._database.begin() as tx:
            await tx.questions.remove(answers, tenant=tenant)
            await tx.posts.forget(answers, tenant=tenant)
            await tx.feedback.forget(answers, tenant=tenant)

    async def erase(self, reader: str, *, tenant: str) -> None:
        await replies.erase_reader(database=self._database, reader=reader, tenant=tenant)

    async def subscriptions(
        self, *, channel: str, address: str | None, tenant: str
    ) -> Sequence[tuple[Subscription, Due | None]]:
        found = await subscriptions.list_subscriptions(database=self._database, tenant=tenant)
        return [(one, due) for one, due in found if one.channel == channel and address in (None, one.address)]

    async def subscribe(self, wish: Wish, *, channel: str, tenant: str, reader: str | None) -> Subscribed:
        done = await subscriptions.subscribe_address(
            database=self._database,
            clock=self._clock,
            channel=self._channels[channel],
            wish=wish,
            tenant=tenant,
            reader=reader,
        )
        await self._nudge()
        return done

    async def pause(self, ids: Sequence[str], *, until: date | None, tenant: str) -> None:
        await subscriptions.pause(database=self._database, clock=self._clock, ids=ids, until=until, tenant=tenant)

    async def resume(self, ids: Sequence[str], *, tenant: str) -> None:
        await subscriptions.resume(database=self._database, clock=self._clock, ids=ids, tenant=tenant)

    async def remove(self, ids: Sequence[str], *, tenant: str) -> None:
        await subscriptions.remove(database=self._database, ids=ids, tenant=tenant)

    async def suspend(self, tenant: str, *, channel: str, address: str | None, reason: str) -> int:
        found = await subscriptions.list_subscriptions(database=self._database, tenant=tenant)
        on = [one for one, _ in found if not one.suspended]
        meant = [one.id for one in on if one.channel == channel and address in (None, one.address)]
        async with self._database.begin() as tx:
            await tx.subscriptions.suspend(dict.fromkeys(meant, reason), tenant=tenant)
        return len(meant)

    async def delivered(self, platform_id: str, *, channel: str, tenant: str) -> Delivery | None:
        async with self._database.read() as tx:
            return await tx.deliveries.known_as(platform_id, channel=channel, tenant=tenant)

    async def save(self, story: str, *, reader: Reader, on: bool = True) -> None:
        async with self._database.begin() as tx:
            if on:
                await tx.saved.put(story, reader=reader.id, tenant=reader.tenant, at=self._clock.now())
            else:
                await tx.saved.remove(story, reader=reader.id, tenant=reader.tenant)

    async def saved(self, reader: Reader) -> Sequence[BriefStory]:
        async with self._database.read() as tx:
            ids = await tx.saved.list(reader=reader.id, tenant=reader.tenant, limit=_SAVED_AT_MOST)
        found = [await self.story(id, language=reader.language) for id in ids]
        return [story for story in found if story is not None]

    async def note(self, key: str, *, channel: str, tenant: str) -> str | None:
        async with self._database.read() as tx:
            return await tx.notes.get(channel, key, tenant=tenant, now=self._clock.now())

    async def write_note(
        self, key: str, value: str | None, *, channel: str, tenant: str, until: datetime | None = None
    ) -> None:
        async with self._database.begin() as tx:
            if value is not None and tenant != PUBLIC and await tx.tenants.get(tenant) is None:
                await tx.tenants.put(Tenant(tenant, tenant, self._clock.now()))
            await tx.notes.put(channel, key, value, tenant=tenant, until=until)
