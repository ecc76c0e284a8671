"""One event as it is worked on: who writes, how they stand, and the one reply that the event allows."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final, TypeVar

from channels.line.api import LineApi
from channels.line.events import Heard
from channels.line.flex import Json
from channels.line.limits import MESSAGES, TOKEN_LIFE, TOKEN_MARGIN
from channels.line.quota import Share
from channels.line.replies import HOME, Standing
from channels.line.settings import TENANT
from news.errors import DeliveryError, Refused, Unanswered
from news.frontdesk import FrontDesk
from news.languages import Language, parse_language
from news.model import Edition, Reader, Subscription
from news.ports import Clock
from news.timetable import EVERY_DAY, parse_zone
from news.wishes import Wish

CHANNEL: Final = "line"
MINUTES: Final = 5
_MORNING: Final = "08:00"
_A_DAY: Final = timedelta(days=1)
_SEEN_FOR: Final = timedelta(seconds=30)
"""So long one process does not look a person up again; another process may have changed their language meanwhile."""
_SEEN_AT_MOST: Final = 5000
_log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """What every visit has: LINE, what to assume of whom LINE tells nothing, and whether the plan allows a push.

    `may_push(address)` is asked before an answer that came too late for its reply is pushed; `share(subscription)` says what
    the plan's messages allow a subscriber.
    """

    api: LineApi
    clock: Clock
    language: Language
    zone: str
    may_push: Callable[[str], Awaitable[bool]]
    share: Callable[[str], Awaitable[Share]]
    patience: timedelta = TOKEN_LIFE - TOKEN_MARGIN
    seen: dict[str, tuple[Reader, bool, datetime]] = field(default_factory=dict)


class Visit:
    """`received` is when the webhook came: the reply's minute runs from then."""

    def __init__(self, heard: Heard, received: datetime, desk: FrontDesk, place: Place) -> None:
        self.heard, self.desk, self.place = heard, desk, place
        self._received = received
        self.reader: Reader
        self.known_language, self.looked_up = True, False

    @property
    def language(self) -> Language:
        return self.reader.language

    @property
    def patience(self) -> float:
        """Seconds in which a reply can still be made ready."""
        return max(0.0, (self._received + self.place.patience - self.place.clock.now()).total_seconds())

    async def meet(self) -> None:
        """Finds out who it is; asks LINE at first sight only. `known_language` is False when it told no language of ours."""
        reader, known, at = self.place.seen.get(self.heard.chat, (None, True, self._received))
        if reader is not None and self.place.clock.now() - at < _SEEN_FOR:
            self.reader, self.known_language = reader, known
            return
        await self._look_up()
        self.looked_up = True
        self._remember()

    async def change(self, reader: Reader) -> None:
        """From now on the person has this language and zone."""
        self.reader, self.known_language = reader, True
        await self.desk.change_reader(reader)
        await self.write_note("met", "yes")
        self._remember()

    def _remember(self) -> None:
        seen = self.place.seen
        while len(seen) >= _SEEN_AT_MOST:
            del seen[next(iter(seen))]
        seen[self.heard.chat] = (self.reader, self.known_language, self.place.clock.now())

    async def _look_up(self) -> None:
        id, heard = f"{CHANNEL}:{self.heard.chat}", self.heard
        met = await self.note("met")
        name, language = "", None if heard.alone else self.place.language
        if met is None and heard.kind != "unfollow":
            name, language = await self._told(language)
        home = HOME.get(language, self.place.zone) if language else self.place.zone
        self.reader = await self.desk.reader(id, tenant=TENANT, name=name, language=language, zone=home)
        if met is None:
            await self.write_note("met", "yes" if language else "no")
        self.known_language = language is not None if met is None else met == "yes"

    async def _told(self, language: Language | None) -> tuple[str, Language | None]:
        """LINE tells a language only with consent, and nothing of people who are no followers."""
        heard, api = self.heard, self.place.api
        try:
            if not heard.alone:
                return await api.group_name(heard.chat), language
            profile = await api.profile(heard.chat)
        except DeliveryError as error:
            _log.info("LINE says nothing of %s: %s", heard.chat, error)
            return "", language
        return profile["name"], parse_language(profile["language"])

    async def subscription(self) -> Subscription | None:
        return (await self._subscribed())[0]

    async def _subscribed(self) -> tuple[Subscription | None, datetime | None]:
        found = await self.desk.subscriptions(channel=CHANNEL, address=self.heard.chat, tenant=TENANT)
        for one, due in found:
            return one, due.at if due else None
        return None, None

    async def standing(self) -> Standing:
        one, due = await self._subscribed()
        if one is None:
            return Standing(self.language, self.reader.zone, _MORNING, (), subscribed=False)
        paused = one.paused_until if one.paused_until and one.paused_until > self.today(one.zone) else None
        on = not one.suspended
        return Standing(self.language, one.zone, one.time, one.edition.topics, on, paused, due)

    async def prospect(self) -> Standing:
        """The standing with what the plan's messages allow, which LINE must be asked for."""
        standing, one = await self.standing(), await self.subscription()
        share = await self.place.share(one.id) if one and standing.subscribed else Share.PUSH
        return replace(standing, share=share)

    async def edition(self) -> Edition:
        one = await self.subscription()
        return Edition(self.language, MINUTES, one.edition.topics if one else ())

    def today(self, zone: str) -> date:
        from zoneinfo import ZoneInfo

        return self.desk.now().astimezone(ZoneInfo(zone)).date()

    async def subscribe(
        self, *, topics: Sequence[str] | None = None, time: str | None = None, zone: str | None = None
    ) -> Standing:
        """Makes the chat's subscription or changes it; a pause stays. What was said before a "stop" changes nothing."""
        before = await self.subscription()
        if not await self._stopped_since():
            chosen = topics if topics is not None else before.edition.topics if before else ()
            wish = Wish(
                to=self.heard.chat,
                zone=parse_zone(zone or (before.zone if before else self.reader.zone)),
                time=time or (before.time if before else _MORNING),
                edition=Edition(self.language, before.edition.minutes if before else MINUTES, tuple(sorted(chosen))),
                weekdays=before.weekdays if before else EVERY_DAY,
                at_once=False,
            )
            done = await self.desk.subscribe(wish, channel=CHANNEL, tenant=TENANT, reader=self.reader.id)
            if before and before.paused_until and not before.suspended:
                until = None if before.paused_until == date.max else before.paused_until
                await self.desk.pause([done.subscription.id], until=until, tenant=TENANT)
            if await self._stopped_since():
                await self._remove()
        return await self.standing()

    async def stop(self) -> None:
        """Takes effect before it returns, also against what is still being worked on."""
        await self.write_note("stop", str(self.heard.at), keep=_A_DAY)
        await self._remove()

    async def _remove(self) -> None:
        found = await self.desk.subscriptions(channel=CHANNEL, address=self.heard.chat, tenant=TENANT)
        if found:
            await self.desk.remove([one.id for one, _ in found], tenant=TENANT)

    async def _stopped_since(self) -> bool:
        return int(await self.note("stop") or -1) > self.heard.at

    async def note(self, what: str) -> str | None:
        return await self.desk.note(f"{what}:{self.heard.chat}", channel=CHANNEL, tenant=TENANT)

    async def write_note(self, what: str, value: str | None, *, keep: timedelta | None = None) -> None:
        until = self.desk.now().astimezone(UTC) + keep if keep else None
        await self.desk.write_note(f"{what}:{self.heard.chat}", value, channel=CHANNEL, tenant=TENANT, until=until)

    async def show_loading(self) -> None:
        if self.heard.alone:
            await self.place.api.show_loading(self.heard.chat)

    async def in_time(self, work: "asyncio.Task[T]") -> bool:
        """True when it ends while a reply can still be made. The work goes on either way."""
        done, _ = await asyncio.wait({work}, timeout=self.patience)
        return bool(done)

    async def reply(self, messages: Sequence[Json], *, owed: bool = False) -> bool:
        """Free, once per event; an answer that waits comes with it. False when it is too late for a reply.

        `owed`: the caller brings it another way when it is False, so it is kept what this event was answered.
        """
        if not self.heard.token:
            return False
        late = self.place.clock.now() - self._received > TOKEN_LIFE
        waiting = [] if late else await self.waiting_answer()
        told = [*waiting, *messages][:MESSAGES]
        if not told:
            return False
        kept, said = f"replied:{self.heard.id}", _digest(messages)
        before = (owed or bool(waiting)) and await self.was_told(messages)
        if late:
            return before
        if (owed or waiting) and not before:
            await self.write_note(kept, said, keep=_A_DAY)
        if not await self._replied(told, before=before, kept=kept):
            return False
        if waiting:
            await self.write_note("answer", None)
        return True

    async def was_told(self, messages: Sequence[Json]) -> bool:
        """They were this event's reply, or began to be, when it was worked on before."""
        return await self.note(f"replied:{self.heard.id}") == _digest(messages)

    async def _replied(self, told: Sequence[Json], *, before: bool, kept: str) -> bool:
        """`before`: the same was replied, or began to be, when the event was worked on before: then a token that LINE does
        not take was used up by that. Else it has expired, as that of an event which LINE delivers again."""
        try:
            await self.place.api.reply(self.heard.token, told, to=self.heard.chat)
        except Unanswered:
            raise  # perhaps it was taken: `kept` tells so when it is worked on again
        except DeliveryError as error:
            used = isinstance(error, Refused) and "reply token" in error.reason
            if not (used and before):
                await self.write_note(kept, None)
            if not used:
                raise
            _log.info("%s: %s", "a reply was made already" if before else "the reply token has expired", error)
            return before
        return True

    async def keep_answer(self, messages: Sequence[Json]) -> None:
        """For the next tap or word: then it is told for free."""
        value = json.dumps({"message": self.heard.message, "messages": list(messages)}, ensure_ascii=False)
        await self.write_note("answer", value, keep=_A_DAY)

    async def waiting_answer(self) -> list[Json]:
        kept = await self.note("answer")
        return list(json.loads(kept)["messages"]) if kept else []


def _digest(messages: Sequence[Json]) -> str:
    return hashlib.sha256(json.dumps(list(messages), sort_keys=True).encode()).hexdigest()[:16]
