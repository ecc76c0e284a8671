"""A small world on loopback: pages and feeds that answer as a test tells them to, and count who asks."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

FEED = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Norderwick Daily</title><link>https://daily.example/</link>
<item><title>Norderwick Labs opens its Heron model</title><link>https://daily.example/heron</link>
<description>The weights of Heron are free to use.</description><pubDate>Fri, 17 Jul 2026 05:00:00 GMT</pubDate></item>
</channel></rss>"""


class World:
    """Paths to handlers; `asked` holds every request's path, `peak` the most that were in flight at once."""

    def __init__(self) -> None:
        self.handlers: dict[str, Handler] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.peak: Counter[str] = Counter()
        self._flying: Counter[str] = Counter()
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def start(self) -> None:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._handle)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = self._runner.addresses[0][1]
        await web.TCPSite(self._runner, "127.0.0.2", self.port).start()

    async def stop(self) -> None:
        if self._runner:
            await self._runner.cleanup()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def answer(
        self,
        path: str,
        body: bytes | str = FEED,
        *,
        status: int = 200,
        headers: dict[str, str] | None = None,
        after: float = 0.0,
    ) -> str:
        """Makes `path` answer so, `after` seconds, and returns its URL."""

        async def handler(request: web.Request) -> web.StreamResponse:
            await asyncio.sleep(after)
            raw = body.encode() if isinstance(body, str) else body
            given = {"Content-Type": "application/rss+xml", **(headers or {})}
            return web.Response(body=raw, status=status, headers=given)

        self.handlers[path] = handler
        return self.url(path)

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.path)
        self.headers.append(dict(request.headers))
        host = request.host
        for name in (host, "all"):
            self._flying[name] += 1
            self.peak[name] = max(self.peak[name], self._flying[name])
        try:
            handler = self.handlers.get(request.path)
            return await handler(request) if handler else web.Response(status=404)
        finally:
            for name in (host, "all"):
                self._flying[name] -= 1
