"""A small strict Slack on loopback: it keeps what it takes, refuses what Slack refuses, and fails as a test tells it to.

Held to channels.slack.limits by tests.fakes.slack_rules: what breaks a rule is refused and written down in `problems`.
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from tests.fakes.slack_rules import Json, message_problems, view_problems

TOKENS = {"xoxb-one": "T1", "xoxb-two": "T2"}
CHANNELS = {"C1NEWS", "C1GEN", "D1ANN", "C2NEWS"}
PEOPLE = {"U1ANN": "D1ANN"}
FAULTS = ("silent", "dropped")
"""Beside error codes and HTTP statuses: it takes the message and never answers, or closes the connection."""


class FakeSlack:
    """`faults` are taken one per call of a method: an error code, a status with headers, or one of FAULTS."""

    def __init__(self) -> None:
        self.messages: dict[str, list[Json]] = defaultdict(list)
        self.homes: dict[str, Json] = {}
        self.modals: list[Json] = []
        self.calls: list[tuple[str, Json]] = []
        self.problems: list[str] = []
        self.faults: dict[str, list[Any]] = defaultdict(list)
        self.archived: set[str] = set()
        self.revoked: set[str] = set()
        self.url = ""
        self._count = 0

    def add_routes(self, app: web.Application) -> None:
        """What a test's own Slack has beside the Web API."""

    def posted(self, channel: str) -> list[Json]:
        """What stands in the channel outside of threads."""
        return [one for one in self.messages[channel] if "thread_ts" not in one]

    def replies(self, channel: str, ts: str) -> list[Json]:
        return [one for one in self.messages[channel] if one.get("thread_ts") == ts]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        given = await request.json() if request.can_read_body else dict(request.query)
        self.calls.append((method, given))
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        fault = self.faults[method].pop(0) if self.faults[method] else None
        if isinstance(fault, tuple):
            status, headers = fault
            if status != 429:
                return web.Response(status=status, headers=headers, text="<h1>oops</h1>", content_type="text/html")
            return web.json_response({"ok": False, "error": "ratelimited"}, status=status, headers=headers)
        if isinstance(fault, str) and fault not in FAULTS:
            return web.json_response({"ok": False, "error": fault})
        body = self._call(method, given, token)
        if fault == "silent":
            await asyncio.sleep(30)
        if fault == "dropped" and request.transport:
            request.transport.close()
        return web.json_response(body)

    def _call(self, method: str, given: Json, token: str) -> Json:
        if token not in TOKENS:
            return {"ok": False, "error": "invalid_auth"}
        if token in self.revoked:
            return {"ok": False, "error": "token_revoked"}
        handler = getattr(self, "_" + method.replace(".", "_"), None)
        if handler is None:
            return {"ok": False, "error": "unknown_method"}
        made: Json = handler(given)
        return {"ok": "error" not in made, **made}

    def _chat_postMessage(self, given: Json) -> Json:
        channel = PEOPLE.get(given["channel"], given["channel"])
        if channel not in CHANNELS:
            return {"error": "channel_not_found"}
        if channel in self.archived:
            return {"error": "is_archived"}
        if problems := message_problems(given):
            self.problems += problems
            return {"error": "invalid_blocks", "response_metadata": {"messages": problems}}
        self._count += 1
        kept = {**given, "channel": channel, "ts": f"1700000000.{self._count:06}"}
        self.messages[channel].append(kept)
        return {"channel": channel, "ts": kept["ts"], "message": kept}

    def _chat_update(self, given: Json) -> Json:
        for one in self.messages[given["channel"]]:
            if one["ts"] == given["ts"] and one.get("streaming"):
                return {"error": "streaming_state_conflict"}
            if one["ts"] == given["ts"]:
                one.update(text=given["text"], blocks=given["blocks"])
                return {"channel": given["channel"], "ts": given["ts"]}
        return {"error": "message_not_found"}

    def _auth_test(self, given: Json) -> Json:
        return {"team_id": "T1", "user_id": "U1BOT"}

    def _chat_startStream(self, given: Json) -> Json:
        if not given.get("thread_ts"):
            return {"error": "invalid_thread_ts"}
        if not given["channel"].startswith("D") and not (
            given.get("recipient_team_id") and given.get("recipient_user_id")
        ):
            return {"error": "missing_recipient_team_id"}
        self._count += 1
        kept = {
            **given,
            "ts": f"1700000000.{self._count:06}",
            "text": given.get("markdown_text", ""),
            "streaming": True,
        }
        self.messages[given["channel"]].append(kept)
        return {"channel": given["channel"], "ts": kept["ts"]}

    def _chat_appendStream(self, given: Json) -> Json:
        for one in self.messages[given["channel"]]:
            if one["ts"] == given["ts"] and one.get("streaming"):
                one["text"] += given.get("markdown_text", "")
                return {"channel": given["channel"], "ts": given["ts"]}
        return {"error": "message_not_in_streaming_state"}

    def _chat_stopStream(self, given: Json) -> Json:
        made = self._chat_appendStream(given)
        for one in self.messages[given["channel"]]:
            if one["ts"] == given["ts"] and one.get("streaming"):
                one.update(streaming=False, blocks=given.get("blocks", []))
        return made

    def _conversations_open(self, given: Json) -> Json:
        direct = PEOPLE.get(given["users"])
        return {"channel": {"id": direct}} if direct else {"error": "user_not_found"}

    def _conversations_history(self, given: Json) -> Json:
        if not given["channel"].startswith("D"):
            return {"error": "missing_scope"}
        return {"messages": self.posted(given["channel"])[::-1][: int(given["limit"])]}

    def _conversations_replies(self, given: Json) -> Json:
        if not given["channel"].startswith("D"):
            return {"error": "missing_scope"}
        return {"messages": self.replies(given["channel"], given["ts"])}

    def _views_open(self, given: Json) -> Json:
        return self._view(given["view"], self.modals.append)

    def _views_publish(self, given: Json) -> Json:
        return self._view(given["view"], lambda view: self.homes.update({given["user_id"]: view}))

    def _view(self, view: Any, keep: Any) -> Json:
        view = json.loads(view) if isinstance(view, str) else view
        if problems := view_problems(view):
            self.problems += problems
            return {"error": "invalid_arguments"}
        keep(view)
        return {"view": view | {"id": f"V{len(self.modals)}"}}


@asynccontextmanager
async def slack_on_loopback(slack: FakeSlack | None = None) -> AsyncIterator[FakeSlack]:
    """`url` is for AINEWS_SLACK_API_URL."""
    slack = slack or FakeSlack()
    app = web.Application()
    slack.add_routes(app)
    app.router.add_route("*", "/api/{method}", slack.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    slack.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    try:
        yield slack
    finally:
        await runner.cleanup()
