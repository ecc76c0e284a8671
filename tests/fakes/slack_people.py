"""The small Slack with people in it: who they are, what only they see, windows, response addresses, OAuth and a socket."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.slack import CHANNELS, PEOPLE, TOKENS, FakeSlack
from tests.fakes.slack_rules import Json, message_problems

LOCALES = {"U1ANN": ("en-US", "America/New_York"), "U1CHI": ("ja-JP", "Asia/Tokyo"), "U2BOB": ("ko-KR", "Asia/Seoul")}


class PeopledSlack(FakeSlack):
    """`whispers` are what only somebody sees, by person; `triggers` those that were spent; `codes` what OAuth gives out."""

    def __init__(self) -> None:
        super().__init__()
        self.whispers: dict[str, list[Json]] = defaultdict(list)
        self.statuses: list[str] = []
        self.triggers: set[str] = set()
        self.codes: dict[str, Json] = {}
        self.refreshes: dict[str, Json] = {}
        self.outside: set[str] = set()
        self.uses: dict[str, int] = defaultdict(int)
        self.response_faults: list[int] = []
        self.sockets: list[web.WebSocketResponse] = []
        self.acknowledged: dict[str, Any] = {}

    @property
    def base(self) -> str:
        return self.url.removesuffix("/api/")

    def response_url(self, user: str, id: str = "1") -> str:
        return f"{self.base}/response/{user}/{id}"

    def add_routes(self, app: web.Application) -> None:
        app.router.add_post("/response/{user}/{id}", self._respond)
        app.router.add_get("/link", self._link)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["method"] not in ("oauth.v2.access", "apps.connections.open"):
            return await super().answer(request)
        method, given = request.match_info["method"], dict(await request.post())
        self.calls.append((method, given))
        if method == "apps.connections.open":
            ok = request.headers.get("Authorization") == "Bearer xapp-one"
            return web.json_response(
                {"ok": True, "url": f"{self.base}/link"} if ok else {"ok": False, "error": "invalid_auth"}
            )
        kept = self.codes if "code" in given else self.refreshes
        made = kept.pop(str(given.get("code") or given.get("refresh_token")), None)
        return web.json_response({"ok": True, **made} if made else {"ok": False, "error": "invalid_code"})

    async def _respond(self, request: web.Request) -> web.Response:
        key, user = request.path, request.match_info["user"]
        self.uses[key] += 1
        given = await request.json()
        if self.response_faults:
            return web.Response(status=self.response_faults.pop(0))
        if self.uses[key] > 5:
            return web.json_response({"ok": False, "error": "used_url"}, status=404)
        problems = message_problems(given)
        self.problems += problems
        self.whispers[user].append(given)
        return web.Response(text="ok", status=400 if problems else 200)

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello"})
        self.sockets.append(socket)
        async for frame in socket:
            if frame.type == WSMsgType.TEXT and frame.data.startswith("{"):
                said = json.loads(frame.data)
                self.acknowledged[said["envelope_id"]] = said.get("payload")
        return socket

    async def push(self, kind: str, payload: Json, id: str) -> Any:
        """Sends an envelope on the newest socket and returns what came back with its acknowledgement."""
        async with asyncio.timeout(60):
            while not self.sockets:  # noqa: ASYNC110 - what is waited for has no event
                await asyncio.sleep(0.01)
            await self.sockets[-1].send_json({"envelope_id": id, "type": kind, "payload": payload})
            while id not in self.acknowledged:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        return self.acknowledged[id]

    def _auth_test(self, given: Json) -> Json:
        return {"team": "Acme", "user": "ainews", "team_id": "T1"}

    def _users_info(self, given: Json) -> Json:
        locale, zone = LOCALES.get(given["user"], ("en-GB", "Europe/London"))
        return {"user": {"id": given["user"], "name": given["user"].lower(), "locale": locale, "tz": zone}}

    def _chat_postMessage(self, given: Json) -> Json:
        if given["channel"] in self.outside:
            return {"error": "not_in_channel"}
        return super()._chat_postMessage(given)

    def _chat_postEphemeral(self, given: Json) -> Json:
        if given["channel"] in self.outside:
            return {"error": "channel_not_found"}
        self.problems += message_problems(given)
        self.whispers[given["user"]].append(given)
        return {"message_ts": "1700000000.1"}

    def _assistant_threads_setStatus(self, given: Json) -> Json:
        self.statuses.append(given["status"])
        return {}

    def _views_open(self, given: Json) -> Json:
        if given["trigger_id"] in self.triggers:
            return {"error": "exchanged_trigger_id"}
        self.triggers.add(given["trigger_id"])
        return super()._views_open(given)


async def until(seconds: float, true: Callable[[], bool]) -> None:
    """Waits for what comes by itself."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.05)


def peopled() -> PeopledSlack:
    """Two workspaces: T1 with Ann and Chi, T2 with Bob."""
    for user in ("U1CHI", "U2BOB"):
        PEOPLE[user] = f"D{user[1:]}"
        CHANNELS.add(PEOPLE[user])
    assert set(TOKENS.values()) == {"T1", "T2"}
    return PeopledSlack()
