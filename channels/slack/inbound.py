"""From what Slack says to a job of ours. The job is kept before Slack hears its yes, in both modes."""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from channels.slack import actions
from channels.slack.guard import Heard, hear
from channels.slack.installing import InstallPages, workspace_place
from channels.slack.reading import table, text
from channels.slack.settings import SlackSettings
from channels.slack.settings_view import submission_errors
from news.commands import Word, parse_command
from news.errors import WebhookRejected
from news.inbound import Inbound, WebhookRequest, WebhookResponse
from news.model import PUBLIC
from news.ports import Clock, Inbox

_JSON: Final = "application/json; charset=utf-8"
_LONGEST_TEXT: Final = 8000
_IN_A_MODAL: Final = frozenset(
    {actions.STORY_MORE, actions.STORY_SOURCES, actions.STORY_ASK, actions.HOME_SETTINGS, actions.HOME_SUBSCRIBE}
)
"""Clicks that open a modal within 3 s wait for nothing: not for others, not for what the person asked before."""
_WORDS_WITH_A_MODAL: Final = (Word.SETTINGS, Word.LANGUAGE, Word.TIME, Word.ASK)
_WITHOUT_US: Final = ("app_rate_limited",)
"""Of the Events API itself, not of people: acknowledged and left."""


class SlackWebhook:
    """A Webhook (see news.ports): /webhooks/slack for all that Slack sends, and below it the pages of the install."""

    def __init__(self, settings: SlackSettings, *, clock: Clock, pages: InstallPages | None) -> None:
        self._settings, self._clock, self._pages = settings, clock, pages

    async def receive(self, request: WebhookRequest, inbox: Inbox) -> WebhookResponse:
        if request.path.rstrip("/"):
            if self._pages is None:
                raise WebhookRejected("slack", "this install serves one workspace: there is nothing to add", status=404)
            return await self._pages.serve(request, inbox)
        if request.method != "POST":
            raise WebhookRejected("slack", "only POST", status=405)
        now = self._clock.now()
        heard = hear(request.headers, request.body, secret=self._settings.signing_secret, now=now)
        if heard.kind == "url_verification":
            return WebhookResponse(body=str(heard.payload.get("challenge", ""))[:500].encode())
        if heard.kind == "ssl_check":
            return WebhookResponse()
        answer = await take(heard, inbox, now=now, tenant_of=tenant_namer(self._settings))
        return WebhookResponse(body=json.dumps(answer).encode(), media_type=_JSON) if answer else WebhookResponse()


async def take(
    heard: Heard, inbox: Inbox, *, now: datetime, tenant_of: Callable[[str], str]
) -> Mapping[str, Any] | None:
    """Keeps what is to be done; what Slack is told at once, None for a mere yes. Raises WebhookRejected or StoreError."""
    if heard.payload.get("type") in _WITHOUT_US:
        return None
    wrong = submission_errors(heard.payload) if heard.kind == "interactive" else {}
    if wrong:
        return {"response_action": "errors", "errors": wrong}
    await inbox.put([_job(heard, now, tenant_of)])
    return {"response_action": "clear"} if heard.payload.get("type") == "view_submission" else None


def tenant_namer(settings: SlackSettings) -> Callable[[str], str]:
    """Whose a workspace's rows are: with an app for many its own, with one workspace's token the install's."""
    many = settings.serves_many
    return lambda team: f"slack:{team}" if many else PUBLIC


def _job(heard: Heard, now: datetime, tenant_of: Callable[[str], str]) -> Inbound:
    shape = {"events_api": _event, "slash_commands": _command, "interactive": _click}[heard.kind]
    team, id, conversation, payload = shape(heard.payload)
    if not all(one and one.isascii() and one.isprintable() and len(one) <= 240 for one in (team, id)):
        raise WebhookRejected("slack", "without a workspace or an id")
    body = json.dumps({"kind": heard.kind, "payload": payload}, ensure_ascii=False, separators=(",", ":"))
    place = "".join(filter(str.isprintable, conversation))[:250]
    kept = body.encode("utf-8", "replace").decode()
    return Inbound(id, "slack", tenant_of(team), place, kept, now, urgent=conversation == id)


def read_job(job: Inbound) -> tuple[str, dict[str, Any]]:
    """What `take` kept, or what we told ourselves."""
    said = json.loads(job.body)
    return said["kind"], said["payload"]


Shaped = tuple[str, str, str, Mapping[str, Any]]
"""Workspace, id, conversation, and what is kept."""


def _event(payload: Mapping[str, Any]) -> Shaped:
    event = table(payload.get("event"))
    if payload.get("type") != "event_callback" or not isinstance(event.get("type"), str):
        raise WebhookRejected("slack", "not an event")
    granted = payload.get("authorizations")
    first = table(granted[0]) if isinstance(granted, list) and granted else {}
    team = text(first, "team_id") or text(payload, "team_id")
    place = text(event, "channel") or text(event, "user") or team
    thread = text(event, "thread_ts") or ("" if place.startswith("D") else text(event, "ts"))
    kept = {name: value for name, value in event.items() if name not in ("blocks", "view", "attachments", "files")}
    if isinstance(kept.get("text"), str):
        kept["text"] = kept["text"][:_LONGEST_TEXT]
    outer = {name: payload.get(name) for name in ("type", "api_app_id", "event_id", "event_time")}
    where = f"{place}:{thread}" if place != team else workspace_place(team)
    return team, text(payload, "event_id"), where, {**outer, "team_id": team, "event": kept}


def _command(payload: Mapping[str, Any]) -> Shaped:
    team, trigger, user = (text(payload, name) for name in ("team_id", "trigger_id", "user_id"))
    at_once = parse_command(text(payload, "text")[:200]).word in _WORDS_WITH_A_MODAL
    kept = {name: value for name, value in payload.items() if name != "token"}
    return team, trigger, trigger if at_once else f"{user}:command", kept


def _click(payload: Mapping[str, Any]) -> Shaped:
    """Of a message or a view only what the click is about is kept: its blocks may be 200 kB."""
    user = table(payload.get("user"))
    team = text(table(payload.get("team")), "id") or text(user, "team_id")
    id = text(payload, "trigger_id") or _digest(payload)
    done = payload.get("actions")
    clicked = {text(table(one), "action_id") for one in done} if isinstance(done, list) else set()
    view = payload.get("callback_id") or table(payload.get("view")).get("callback_id")
    at_once = bool(clicked & _IN_A_MODAL) or payload.get("type") not in ("block_actions", "view_submission")
    kept = {name: value for name, value in payload.items() if name not in ("token", "message", "view", "state")}
    for name, inner in (("message", ("ts", "thread_ts", "metadata", "user", "bot_id")), ("view", _VIEW)):
        if isinstance(payload.get(name), Mapping):
            kept[name] = {key: payload[name][key] for key in inner if key in payload[name]}
    conversation = id if at_once else f"{text(user, 'id')}:{view or 'click'}"
    return team, id, conversation, kept


_VIEW: Final = ("id", "type", "callback_id", "private_metadata", "state", "hash", "root_view_id", "team_id")


def _digest(payload: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
