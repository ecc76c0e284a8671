"""Receivers of webhooks on loopback: each path answers as a test tells it to, and every attempt is written down."""

import asyncio
import base64
import hashlib
import hmac
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web

SECRET = "whsec_" + base64.b64encode(b"a secret of exactly 32 bytes....").decode()
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Attempt:
    """One call as it came."""

    path: str
    id: str
    body: bytes
    headers: dict[str, str]

    @property
    def json(self) -> dict[str, Any]:
        return dict(json.loads(self.body))

    def is_signed_with(self, secret: str) -> bool:
        """What a receiver checks, written from the specification and not with the sender's code."""
        sent = int(self.headers["webhook-timestamp"])
        text = f"{self.headers['webhook-id']}.{sent}.".encode() + self.body
        key = base64.b64decode(secret.removeprefix("whsec_"))
        expected = base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode()
        return f"v1,{expected}" in self.headers["webhook-signature"].split() and abs(time.time() - sent) < 300


class Receivers:
    """A path that no test spoke of answers 204."""

    def __init__(self) -> None:
        self.attempts: list[Attempt] = []
        self.port = 0
        self._answers: dict[str, Answer] = {}

    def url(self, path: str = "/hook", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def answer(self, path: str, *statuses: int, after: float = 0.0, **headers: str) -> str:
        """Makes the path answer with the statuses in turn, the last for good, each `after` seconds. Returns its URL."""
        left = list(statuses)

        async def handler(_request: web.Request) -> web.StreamResponse:
            await asyncio.sleep(after)
            status = left.pop(0) if len(left) > 1 else left[0]
            given = {name.replace("_", "-"): value for name, value in headers.items()}
            return web.Response(status=status, headers=given if status >= 300 else {})

        self._answers[path] = handler
        return self.url(path)

    def handle(self, path: str, handler: Answer) -> str:
        self._answers[path] = handler
        return self.url(path)

    def calls(self, path: str) -> list[Attempt]:
        return [attempt for attempt in self.attempts if attempt.path == path]

    @property
    def repeats(self) -> int:
        """Calls whose id came before."""
        return len(self.attempts) - len(Counter(attempt.id for attempt in self.attempts))

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        headers = {name.lower(): value for name, value in request.headers.items()}
        body = await request.read()
        self.attempts.append(Attempt(request.path, headers.get("webhook-id", ""), body, headers))
        handler = self._answers.get(request.path)
        return await handler(request) if handler else web.Response(status=204)


@asynccontextmanager
async def receiving() -> AsyncIterator[Receivers]:
    """Receivers that listen on a port of their own."""
    receivers = Receivers()
    app = web.Application(client_max_size=16 * 2**20)
    app.router.add_route("*", "/{path:.*}", receivers._handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receivers.port = runner.addresses[0][1]
    try:
        yield receivers
    finally:
        await runner.cleanup()
