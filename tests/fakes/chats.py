"""A chat platform for the tests of what all of them share: it takes JSON lines and notes what it handled."""

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from news.asking import Answer
from news.errors import Unreachable, WebhookRejected
from news.frontdesk import FrontDesk
from news.inbound import Inbound, WebhookRequest, WebhookResponse
from news.model import Address, Brief, Message, Receipt
from news.ports import Channel, Inbox, SystemClock


class Chat:
    """Renderer, transport, webhook and handler in one. `failing`: errors to raise, the next first, per event id."""

    def __init__(self) -> None:
        self.handled: list[str] = []
        self.tries: Counter[str] = Counter()
        self.failing: dict[str, list[Exception]] = {}
        self.waits: dict[str, asyncio.Event] = {}

    def brief(self, brief: Brief) -> Sequence[Message]:
        return (Message(brief.id, brief.id, "text/plain"),)

    def answer(self, answer: Answer) -> Sequence[Message]:
        return (Message(answer.question, answer.question, "text/plain"),)

    async def deliver(self, to: Address, message: Message, *, key: str) -> Receipt:
        raise Unreachable(to.value, "this chat takes nothing")

    async def receive(self, request: WebhookRequest, inbox: Inbox) -> WebhookResponse:
        if request.headers.get("x-secret") != "right":
            raise WebhookRejected("chat", "the signature is wrong", status=401)
        said: dict[str, Any] = json.loads(request.body)
        await inbox.put([event(said["id"], said.get("conversation", "c1"))])
        return WebhookResponse(body=b"taken")

    async def handle(self, job: Inbound, desk: FrontDesk) -> None:
        self.tries[job.id] += 1
        if job.id in self.waits:
            await self.waits[job.id].wait()
        if self.failing.get(job.id):
            raise self.failing[job.id].pop(0)
        self.handled.append(job.id)

    def channel(self) -> Channel:
        def admit(to: str, secret: str, tenant: str) -> Address:
            return Address("chat", to, tenant)

        return Channel("chat", "Chat", self, self, admit, webhook=self, handler=self)


def event(id: str, conversation: str = "c1", tenant: str = "chat:one") -> Inbound:
    return Inbound(id, "chat", tenant, conversation, json.dumps({"id": id}), SystemClock().now())
