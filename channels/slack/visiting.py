"""Somebody who writes or clicks: who it is, where, in which language, and the ways to answer them."""

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, Final, Literal

from channels.slack.actions import message_id
from channels.slack.addressing import is_direct
from channels.slack.blocks import Block
from channels.slack.escaping import mrkdwn
from channels.slack.render import message
from channels.slack.saying import Pace, Said, mark
from channels.slack.transport import Slack, SlackTransport
from news.errors import BadInput, DeliveryError, Refused, Unanswered, Unreachable
from news.frontdesk import FrontDesk
from news.languages import Language, parse_language
from news.model import Address, Message, Reader
from news.phrases import phrase
from news.ports import SystemClock

Way = Literal["quiet", "open"]
"""`quiet`: what only the person sees; `open`: in the thread, for everybody there."""
_log = logging.getLogger(__name__)
_MOST_MET: Final = 50_000
_KNOWN_FOR: Final = timedelta(days=30)
"""After so long Slack is asked again in which zone somebody is."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One command, click or message. `channel` is "" in the Home tab; `thread` is the ts answers go under, "" for none.

    `response_url` answers for 30 minutes, five times; `trigger` opens one window within 3 s; `clicked` is the ts of the message whose button it was. `said` is what was said already
    when the same was worked on before. `opens`: the message begins its thread, so nothing was said there before.
    """

    slack: Slack
    desk: FrontDesk
    tenant: str
    reader: Reader
    user: str
    channel: str = ""
    thread: str = ""
    response_url: str = field(default="", repr=False)
    trigger: str = field(default="", repr=False)
    clicked: str = ""
    opens: bool = False
    way: Way = "quiet"
    team: str = ""
    base_url: str = ""
    pace: Pace = field(default_factory=Pace)
    said: Said = field(default_factory=Said)

    @property
    def language(self) -> Language:
        return self.reader.language

    @property
    def place(self) -> str:
        """Whose daily brief is meant: the channel's, or the person's own where it is said to the app alone."""
        return self.user if self.channel.startswith("D") else self.channel or self.user

    @property
    def conversation(self) -> str:
        """What the newsroom knows it by, so that a question may follow another."""
        return f"slack:{self.channel or self.user}:{self.thread or self.user}"

    def say(self, key: str, **values: object) -> str:
        """Fixed wording in the person's language; what is filled in must be written for mrkdwn already."""
        return phrase(self.language, f"slack.{key}", **values)

    @staticmethod
    def written(text: str) -> str:
        """What a stranger or another room wrote, for mrkdwn."""
        return mrkdwn(text)

    async def call(self, method: str, /, **given: Any) -> dict[str, Any]:
        return await self.slack.call(method, self.tenant, subject=self.place, **given)

    async def tell(self, text: str, blocks: Sequence[Block] = ()) -> None:
        """`text` is mrkdwn, written already."""
        await self.send(message(text, blocks or [_section(text)]))

    async def send(self, said: Message) -> str:
        """The message's id at the platform, "" where Slack gives none. What was said before is not said again."""
        return await self.said.once(mark(self.way, self.channel, self.thread, said.body), lambda: self._send(said))

    async def _send(self, said: Message) -> str:
        body = json.loads(said.body)
        if self.way == "open" or not (self.response_url or self.channel):
            return await self._post(body)
        if self.response_url and await self.slack.respond(
            self.response_url, {"response_type": "ephemeral", "replace_original": False, **body}
        ):
            return ""
        return await self._whisper(body)

    async def announce(self, where: str, said: Message) -> None:
        """To everybody in a channel, whatever this visit is about."""
        await self.said.once(mark("announced", where, said.body), lambda: self._post(json.loads(said.body), to=where))

    async def shout(self, said: Message) -> bool:
        """To the whole channel by the click's own address, where the bot is no member; False when that is used up."""
        body = {"response_type": "in_channel", "replace_original": False, **json.loads(said.body)}
        return bool(self.response_url) and await self.slack.respond(self.response_url, body)

    async def _whisper(self, body: dict[str, Any]) -> str:
        """Where the bot is no member, and after half an hour, it is said in the person's own messages."""
        if self.channel and not self.channel.startswith("D"):
            try:
                await self.call("chat.postEphemeral", channel=self.channel, user=self.user, **body)
            except Unanswered as error:
                _log.warning("slack: not said again in %s, it may stand there: %s", self.place, error.reason)
            except (Refused, Unreachable):
                return await self._post(body, to=self.user)
            return ""
        return await self._post(body, to=self.user)

    async def _post(self, body: dict[str, Any], *, to: str = "") -> str:
        """What may stand in a channel already is not said twice; the person's own messages are looked through first."""
        where, thread = to or self.channel or self.user, "" if to else self.thread
        message = Message(body["text"], json.dumps(body), "application/json")
        key = mark(self.said.job, where, thread, message.body)
        post, address = SlackTransport(self.slack, clock=SystemClock()), Address("slack", where, self.tenant)
        under = message_id(where, thread) if thread else ""
        perhaps = f"perhaps {key}"
        if await self.said.id_of(perhaps) is not None:
            if not is_direct(where):
                return await self._doubt(where)
            found = await post.find(address, message, key=key, thread=under)
            if found is not None:
                return found.id
        self.wait_for_turn(where)
        try:
            return (await post.deliver(address, message, key=key, thread=under)).id
        except Unanswered as error:
            if not is_direct(where):
                _log.warning("slack: not said again in %s, it may stand there: %s", where, error.reason)
            await self.said.add(perhaps)
            if not is_direct(where):
                return await self._doubt(where)
            found = await post.find(address, message, key=key, thread=under)
            if found is None:
                raise
            return found.id
        finally:
            self.turn_used(where)

    async def _doubt(self, where: str) -> str:
        """Whoever asked is told that it may not have arrived: no right that we have lets us look. Raises what can be retried."""
        body = message(self.say("unsure"), [_section(self.say("unsure"))]).body
        thread = {"thread_ts": self.thread} if self.thread and where == self.channel else {}
        try:
            await self.call("chat.postEphemeral", channel=where, user=self.user, **thread, **json.loads(body))
        except (Refused, Unreachable):
            await self._post(json.loads(body), to=self.user)
        return ""

    def wait_for_turn(self, where: str) -> None:
        """Raises Undelivered when another message has just gone there: the job comes again when it is its turn."""
        self.pace.check(self.tenant, self._at(where), self.said.job)

    def turn_used(self, where: str) -> None:
        self.pace.used(self.tenant, self._at(where), self.said.job)

    def _at(self, where: str) -> str:
        """Direct messages have two names, the conversation's and the person's."""
        return self.user if where == self.channel and where.startswith("D") else where

    async def open(self, view: Block) -> bool:
        """Opens a window; False when the click is too old for one, as after a crash."""
        if not self.trigger:
            return False
        try:
            await self.call("views.open", trigger_id=self.trigger, view=view)
        except Refused as error:
            if "trigger_id" not in error.reason:
                raise
            return False
        return True

    async def status(self, key: str = "") -> None:
        """That something is being done, as long as it is; a nicety, so nothing fails with it."""
        if not (self.channel and self.thread):
            return
        try:
            said = self.say(key) if key else ""
            await self.call("assistant.threads.setStatus", channel_id=self.channel, thread_ts=self.thread, status=said)
        except DeliveryError:
            return


def _section(text: str) -> Block:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text[:3000], "verbatim": False}}


async def meet(slack: Slack, desk: FrontDesk, *, tenant: str, user: str, met: set[tuple[str, str]]) -> Reader:
    """The person. At first sight, and once a month, Slack is asked for name, language and zone.

    `met`: whom this process has met, which saves a look at the database; it is kept small.
    """
    id, seen = f"slack:{user}", f"met:{user}"
    if (tenant, user) in met or await desk.note(seen, channel="slack", tenant=tenant):
        if len(met) >= _MOST_MET:
            met.clear()
        met.add((tenant, user))
        return await desk.reader(id, tenant=tenant)
    try:
        about = (await slack.call("users.info", tenant, subject=user, user=user, include_locale=True)).get("user") or {}
    except (Refused, Unreachable):
        return await desk.reader(id, tenant=tenant)
    language, zone = _language(str(about.get("locale") or "")), str(about.get("tz") or "")
    try:
        known = await desk.reader(id, tenant=tenant, name=_name(about), language=language, zone=zone)
    except BadInput:
        known = await desk.reader(id, tenant=tenant, name=_name(about), language=language)
    await desk.write_note(seen, "yes", channel="slack", tenant=tenant, until=desk.now() + _KNOWN_FOR)
    return known


async def change_language(visit: Visit, language: Language, zone: str) -> Visit:
    """What somebody chose for themselves goes before what Slack says."""
    if (visit.reader.language, visit.reader.zone) == (language, zone):
        return visit
    changed = replace(visit.reader, language=language, zone=zone)
    await visit.desk.change_reader(changed)
    return replace(visit, reader=changed)


def place_name(address: str, language: Language) -> str:
    """A channel, or the person's own messages, for mrkdwn. Nobody is named so that it calls them."""
    if address.startswith(("C", "G")) and address.isalnum():
        return f"<#{address}>"
    return mrkdwn(phrase(language, "slack.your_messages"))


def _language(locale: str) -> Language | None:
    return parse_language(locale) or parse_language(locale.partition("-")[0])


def _name(about: dict[str, Any]) -> str:
    profile = about.get("profile") or {}
    return str(profile.get("display_name") or about.get("real_name") or about.get("name") or "")[:200]
