"""A follower's phone before a strict LINE, answered by the real newsroom over the sample edition."""

import base64
import hashlib
import hmac
import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.house import House
from bot.newsroom.answering.limits import AskLimits
from bot.newsroom.frontdesk import NewsroomDesk
from bot.newsroom.making.briefing import make_brief
from news.inbound import Inbound, WebhookRequest
from news.model import Edition, Subscription
from news.ports import Channel, SystemClock
from news.timetable import Due
from tests.fakes.line import SECRET, Line

HANA, GROUP = "U" + "1" * 32, "C" + "2" * 32


class Phone:
    """One person's chat, or a group's: what is said and tapped there goes through the webhook, and the answers come back."""

    def __init__(self, line: Line, channel: Channel, desk: NewsroomDesk, chat: str = HANA) -> None:
        self.line, self.channel, self.desk, self.chat = line, channel, desk, chat
        self.events = 0
        self.clock = SystemClock()
        self.age = timedelta(0)
        self.again: list[Inbound] = []

    async def put(self, jobs: list[Inbound]) -> int:
        """The inbox: each job is worked on at once."""
        assert self.channel.handler is not None
        for job in jobs:
            self.again.append(replace(job, received=job.received - self.age))
            await self.channel.handler.handle(self.again[-1], self.desk)
        return len(jobs)

    async def send(self, kind: str, *, token: bool = True, **more: Any) -> list[dict[str, Any]]:
        """What the bot says in the chat because of an event."""
        before = len(self.line.chats[self.chat])
        await self.post(self.chat, kind, self, token=token, **more)
        assert self.line.problems == []
        return self.line.chats[self.chat][before:]

    async def post(self, chat: str, kind: str, inbox: Any, *, token: bool = True, **more: Any) -> None:
        self.events += 1
        place = {"U": "userId", "C": "groupId"}[chat[0]]
        source = {"type": "user" if place == "userId" else "group", place: chat}
        reply = {"replyToken": self.line.token(chat)} if token else {}
        event = {
            "type": kind,
            "source": source,
            "webhookEventId": f"e{self.events}",
            "timestamp": self.events,
            **reply,
            **more,
        }
        body = json.dumps({"destination": "U0", "events": [event]}).encode()
        signed = base64.b64encode(hmac.digest(SECRET.encode(), body, hashlib.sha256)).decode()
        assert self.channel.webhook is not None
        answer = await self.channel.webhook.receive(
            WebhookRequest("POST", "", "", {"x-line-signature": signed}, body), inbox
        )
        assert answer.status == 200

    async def say(self, text: str, **more: Any) -> list[dict[str, Any]]:
        return await self.send("message", message={"type": "text", "id": f"m{self.events}", "text": text}, **more)

    async def tap(self, data: str, **params: str) -> list[dict[str, Any]]:
        return await self.send("postback", postback={"data": data, "params": params})

    async def follow(self, language: str | None = "ja") -> list[dict[str, Any]]:
        self.line.profiles[self.chat] = {"language": language} if language else {}
        return await self.send("follow")

    async def subscription(self) -> tuple[Subscription, Due | None] | None:
        found = await self.desk.subscriptions(channel="line", address=self.chat, tenant="line")
        assert len(found) <= 1
        return found[0] if found else None


def desk_of(house: House, channels: dict[str, Channel]) -> NewsroomDesk:
    async def make(edition: Edition, day: date) -> str:
        made = await make_brief(
            database=house.database, clock=house.clock, summariser=house.summariser, edition=edition,
            zone=house.settings.timezone, day=day, sample=True,
        )  # fmt: skip
        return made.id

    async def nudge() -> None: ...

    return NewsroomDesk(
        database=house.database, clock=house.clock, summariser=house.summariser, channels=channels, make_brief=make,
        nudge=nudge, limits=AskLimits(),
    )  # fmt: skip


def taps(message: dict[str, Any]) -> list[str]:
    return [item["action"].get("data", "") for item in message["quickReply"]["items"]]
