"""A LINE on loopback that holds to the same rules: it refuses what LINE refuses, takes a key once and a reply token once."""

import asyncio
import base64
import hashlib
import hmac
import json
import time
import uuid
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientError, ClientSession, web

from channels.line.settings import LineSettings
from tests.fakes import line_rules

TOKEN, SECRET = "a token", "a channel secret"
RATE = "The API rate limit has been exceeded. Try again later."
MONTH = "You have reached your monthly limit."


class Line:
    """`faults` are answers to the next calls of an endpoint: a status, (status, message) or "drop", taken but unanswered."""

    def __init__(self) -> None:
        self.port = 0
        self.calls: list[tuple[str, Any]] = []
        self.chats: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self.faults: defaultdict[str, list[Any]] = defaultdict(list)
        self.keys: dict[str, str] = {}
        self.profiles: dict[str, dict[str, str]] = {}
        self.groups: dict[str, int] = {}
        self.quota: int | None = None
        self.used = 0
        self.tokens: dict[str, str] = {}
        self.webhook = ""
        self.menus: dict[str, dict[str, Any]] = {}
        self.images: dict[str, bytes] = {}
        self.aliases: dict[str, str] = {}
        self.default_menu = ""
        self.linked: dict[str, str] = {}
        self.problems: list[str] = []

    @property
    def settings(self) -> LineSettings:
        return LineSettings.model_validate(
            {"channel_secret": SECRET, "channel_access_token": TOKEN, "api_url": f"http://127.0.0.1:{self.port}"}
        )

    @property
    def env(self) -> dict[str, str]:
        return {
            "AINEWS_LINE_CHANNEL_SECRET": SECRET,
            "AINEWS_LINE_CHANNEL_ACCESS_TOKEN": TOKEN,
            "AINEWS_LINE_API_URL": f"http://127.0.0.1:{self.port}",
        }

    def token(self, chat: str) -> str:
        """A new reply token for a chat."""
        token = uuid.uuid4().hex
        self.tokens[token] = chat
        return token

    def bodies(self, endpoint: str) -> list[Any]:
        return [body for name, body in self.calls if name == endpoint]

    def routes(self) -> list[web.RouteDef]:
        one, many = "/v2/bot/richmenu/alias/{alias}", "/v2/bot/richmenu"
        return [
            web.post("/v2/bot/message/{kind}", self._send),
            web.post("/v2/bot/chat/loading/start", self._loading),
            web.get("/v2/bot/profile/{id}", self._profile),
            web.get("/v2/bot/group/{id}/summary", self._group),
            web.get("/v2/bot/{kind:group|room}/{id}/members/count", self._count),
            web.get("/v2/bot/message/quota", self._quota),
            web.get("/v2/bot/message/quota/consumption", self._consumption),
            web.get("/v2/bot/info", self._info),
            web.put("/v2/bot/channel/webhook/endpoint", self._set_webhook),
            web.post("/v2/bot/channel/webhook/test", self._test_webhook),
            web.get("/v2/bot/richmenu/list", self._menus),
            web.get(one, self._alias),
            web.post(one, self._point),
            web.post("/v2/bot/richmenu/alias", self._point),
            web.post(many, self._menu),
            web.post(many + "/{id}/content", self._image),
            web.get(many + "/{id}/content", self._has_image),
            web.delete(many + "/{id}", self._drop_menu),
            web.post("/v2/bot/user/all/richmenu/{id}", self._default),
            web.post("/v2/bot/user/{user}/richmenu/{id}", self._link),
        ]

    async def _send(self, request: web.Request) -> web.StreamResponse:
        kind, body = request.match_info["kind"], await request.json()
        self.calls.append((kind, body))
        if self.faults[kind] and self.faults[kind][0] != "drop":
            return _refusal(*_fault(self.faults[kind].pop(0)))
        found = line_rules.problems(kind, body)
        self.problems += found
        if found:
            return _refusal(400, found[0])
        key = request.headers.get("X-Line-Retry-Key", "")
        if key in self.keys:
            headers = {"x-line-accepted-request-id": self.keys[key]}
            return web.json_response({"message": "The retry key is already accepted"}, status=409, headers=headers)
        refusal = self._reply(body) if kind == "reply" else self._push(kind, body, key)
        if refusal is not None:
            return refusal
        if self.faults[kind]:
            self.faults[kind].pop(0)
            assert request.transport is not None
            request.transport.abort()
        return _yes(self.keys.get(key, ""))

    def _reply(self, body: dict[str, Any]) -> web.Response | None:
        chat = self.tokens.pop(body["replyToken"], None)
        if chat is None:
            return _refusal(400, "Invalid reply token")
        self.chats[chat] += body["messages"]
        return None

    def _push(self, kind: str, body: dict[str, Any], key: str) -> web.Response | None:
        to = body["to"] if kind == "multicast" else [body["to"]]
        if kind == "multicast" and not all(one.startswith("U") for one in to):
            return _refusal(400, "The property, 'to', in the request body is invalid")
        cost = sum(self.groups.get(one, 1) for one in to)
        if self.quota is not None and self.used + cost > self.quota:
            return _refusal(429, MONTH)
        self.used += cost
        self.keys[key or uuid.uuid4().hex] = str(uuid.uuid4())
        for one in to:
            self.chats[one] += body["messages"]
        return None

    async def _loading(self, request: web.Request) -> web.StreamResponse:
        self.calls.append(("loading", await request.json()))
        return _yes(status=202)

    async def _profile(self, request: web.Request) -> web.StreamResponse:
        user = request.match_info["id"]
        self.calls.append(("profile", user))
        if user not in self.profiles:
            return _refusal(404, "Not found")
        return web.json_response({"userId": user, "displayName": "Hana", **self.profiles[user]})

    async def _group(self, request: web.Request) -> web.StreamResponse:
        return web.json_response({"groupId": request.match_info["id"], "groupName": "Team"})

    async def _count(self, request: web.Request) -> web.StreamResponse:
        return web.json_response({"count": self.groups.get(request.match_info["id"], 1)})

    async def _quota(self, request: web.Request) -> web.StreamResponse:
        limited = {"type": "limited", "value": self.quota}
        return web.json_response({"type": "none"} if self.quota is None else limited)

    async def _consumption(self, request: web.Request) -> web.StreamResponse:
        return web.json_response({"totalUsage": self.used})

    async def _info(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return _refusal(401, "Authentication failed")
        about = {
            "userId": "U0",
            "basicId": "@216news",
            "displayName": "News",
            "chatMode": "bot",
            "markAsReadMode": "auto",
        }
        return web.json_response(about)

    async def _set_webhook(self, request: web.Request) -> web.StreamResponse:
        self.webhook = (await request.json())["endpoint"]
        return _yes()

    async def _test_webhook(self, request: web.Request) -> web.StreamResponse:
        """Calls it with no events, as the console's "Verify" does."""
        body = b'{"destination":"U0","events":[]}'
        signed = base64.b64encode(hmac.digest(SECRET.encode(), body, hashlib.sha256)).decode()
        url = (await request.json())["endpoint"]
        try:
            headers = {"x-line-signature": signed}
            async with ClientSession() as session, session.post(url, data=body, headers=headers) as answer:
                status = answer.status
        except ClientError:
            status = 0
        told = {"success": status == 200, "timestamp": "2026-07-17T06:00:00Z", "statusCode": status}
        return web.json_response({**told, "reason": "OK" if status == 200 else "FAILED", "detail": str(status)})

    async def _menus(self, request: web.Request) -> web.StreamResponse:
        return web.json_response({"richmenus": list(self.menus.values())})

    async def _menu(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        found = line_rules.problems("richmenu", body)
        self.problems += found
        if found:
            return _refusal(400, found[0])
        id = f"richmenu-{len(self.menus) + 1}-{uuid.uuid4().hex[:6]}"
        self.menus[id] = {**body, "richMenuId": id}
        return web.json_response({"richMenuId": id})

    async def _image(self, request: web.Request) -> web.StreamResponse:
        if self.faults["image"]:
            return _refusal(*_fault(self.faults["image"].pop(0)))
        assert request.content_type == "image/png"
        self.images[request.match_info["id"]] = await request.read()
        return _yes()

    async def _has_image(self, request: web.Request) -> web.StreamResponse:
        image = self.images.get(request.match_info["id"])
        return web.Response(body=image, content_type="image/png") if image else _refusal(404, "Not found")

    async def _drop_menu(self, request: web.Request) -> web.StreamResponse:
        self.menus.pop(request.match_info["id"], None)
        return _yes()

    async def _alias(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["alias"]
        if name not in self.aliases:
            return _refusal(404, "richmenu alias not found")
        return web.json_response({"richMenuAliasId": name, "richMenuId": self.aliases[name]})

    async def _point(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        self.aliases[request.match_info.get("alias") or body["richMenuAliasId"]] = body["richMenuId"]
        return _yes()

    async def _default(self, request: web.Request) -> web.StreamResponse:
        self.default_menu = request.match_info["id"]
        return _yes()

    async def _link(self, request: web.Request) -> web.StreamResponse:
        self.linked[request.match_info["user"]] = request.match_info["id"]
        return _yes()


def _fault(fault: Any) -> tuple[int, str]:
    return fault if isinstance(fault, tuple) else (fault, "Internal server error")


def _refusal(status: int, message: str) -> web.Response:
    return web.json_response({"message": message}, status=status, headers={"X-Line-Request-Id": str(uuid.uuid4())})


def _yes(id: str = "", status: int = 200) -> web.Response:
    headers = {"X-Line-Request-Id": id or str(uuid.uuid4())}
    sent = {"sentMessages": [{"id": "1", "quoteToken": "q"}]}
    return web.json_response(sent if id or status == 200 else {}, status=status, headers=headers)


@asynccontextmanager
async def line_platform(line: Line | None = None) -> AsyncIterator[Line]:
    """A LINE that listens on a port of its own."""
    line = line or Line()
    app = web.Application(client_max_size=4 * 2**20)
    app.add_routes(line.routes())
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    line.port = runner.addresses[0][1]
    try:
        yield line
    finally:
        await runner.cleanup()


async def until(seconds: float, true: Any) -> None:
    """Waits for something to be true that has no event."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        await asyncio.sleep(0.02)


def written(messages: list[dict[str, Any]]) -> str:
    return json.dumps(messages, ensure_ascii=False)
