"""A receiver of webhooks in a process of its own: answers 204, remembers every id, checks every signature it is told to.

    python benchmarks/delivery/receiver.py [--secret whsec_…] [--answer-after SECONDS]

Prints its port. GET /stats: {"calls", "distinct", "bad", "first", "last", "bodies"}; POST /forget starts anew.
"""

import argparse
import asyncio
import base64
import hashlib
import hmac
import sys
import time
from collections import Counter

from aiohttp import web


class Memory:
    def __init__(self, secret: str, answer_after: float) -> None:
        self.key = base64.b64decode(secret.removeprefix("whsec_")) if secret else b""
        self.answer_after = answer_after
        self.forget()

    def forget(self) -> None:
        self.ids: Counter[str] = Counter()
        self.bodies: Counter[str] = Counter()
        self.bad, self.first, self.last = 0, 0.0, 0.0

    async def hook(self, request: web.Request) -> web.Response:
        body = await request.read()
        id, at = request.headers.get("webhook-id", ""), request.headers.get("webhook-timestamp", "")
        if self.key:
            digest = hmac.digest(self.key, f"{id}.{at}.".encode() + body, "sha256")
            self.bad += request.headers.get("webhook-signature") != f"v1,{base64.b64encode(digest).decode()}"
        self.last = time.time()
        self.first = self.first or self.last
        self.ids[f"{request.path} {id}"] += 1
        self.bodies[hashlib.sha256(body).hexdigest()[:12]] += 1
        if self.answer_after:
            await asyncio.sleep(self.answer_after)
        return web.Response(status=204)

    async def stats(self, _request: web.Request) -> web.Response:
        calls = sum(self.ids.values())
        paths = Counter(one.partition(" ")[0] for one in self.ids)
        return web.json_response(
            {
                "calls": calls,
                "distinct": len(self.ids),
                "paths": len(paths),
                "ids_per_path": max(paths.values(), default=0),
                "repeats": calls - len(self.ids),
                "bad": self.bad,
                "first": self.first,
                "last": self.last,
                "bodies": dict(self.bodies),
            }
        )

    async def forgotten(self, _request: web.Request) -> web.Response:
        self.forget()
        return web.Response(status=204)


async def serve(memory: Memory) -> None:
    app = web.Application(client_max_size=16 * 2**20)
    app.router.add_get("/stats", memory.stats)
    app.router.add_post("/forget", memory.forgotten)
    app.router.add_post("/{path:.*}", memory.hook)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, backlog=4096)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.read)  # until whoever started it is gone


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--secret", default="")
    parser.add_argument("--answer-after", type=float, default=0.0)
    given = parser.parse_args()
    asyncio.run(serve(Memory(given.secret, given.answer_after)))
