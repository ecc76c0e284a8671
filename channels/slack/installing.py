"""Adding the app to a workspace: the page with the button, Slack's way back, and what is kept of it.

OAuth v2, https://docs.slack.dev/authentication/installing-with-oauth: the state is signed, bound to the browser by a
cookie, and good once, for ten minutes.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from html import escape
from http.cookies import CookieError, SimpleCookie
from typing import Any, Final
from urllib.parse import parse_qs, urlencode, urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from channels.slack.manifest import SCOPES
from channels.slack.settings import SlackSettings
from channels.slack.workspaces import exchange, tokens_of
from news.errors import WebhookRejected
from news.inbound import Inbound, WebhookRequest, WebhookResponse
from news.installations import Installation
from news.languages import Language, parse_language
from news.phrases import phrase
from news.ports import Clock, Inbox, Installations

INSTALLED: Final = "installed"
"""The kind of the job that welcomes the installer."""
_COOKIE: Final = "ainews_slack_state"
_MINUTES: Final = 10
_PATH: Final = "/webhooks/slack"


class InstallPages:
    """GET /webhooks/slack/install and /webhooks/slack/oauth."""

    def __init__(
        self,
        settings: SlackSettings,
        client: AsyncWebClient,
        installations: Installations,
        *,
        base_url: str,
        clock: Clock,
    ) -> None:
        self._settings, self._client, self._installations, self._clock = settings, client, installations, clock
        self._back = f"{base_url.rstrip('/')}{_PATH}/oauth"
        self._secure = base_url.startswith("https://")

    async def serve(self, request: WebhookRequest, inbox: Inbox) -> WebhookResponse:
        """Raises WebhookRejected for an address or a method that is not there."""
        pages = {"/install": self._offer, "/oauth": self._come_back}
        page = pages.get(request.path.rstrip("/"))
        if page is None:
            raise WebhookRejected("slack", "there is no such page", status=404)
        if request.method != "GET":
            raise WebhookRejected("slack", "only GET", status=405)
        return await page(request, inbox)

    async def _offer(self, request: WebhookRequest, _: Inbox) -> WebhookResponse:
        language = _reads(request.headers)
        state = self._new_state()
        query = {
            "client_id": self._settings.client_id,
            "scope": ",".join(SCOPES),
            "state": state,
            "redirect_uri": self._back,
        }
        link = f"{_authorize_url(self._settings.base_url)}?{urlencode(query)}"
        button = f'<p><a class="button" href="{escape(link)}">{_said(language, "add")}</a></p>'
        told = f"<p>{_said(language, 'offer')}</p>{button}<p><small>{_said(language, 'made')}</small></p>"
        return self._page(language, "offer_title", told, cookie=state)

    async def _come_back(self, request: WebhookRequest, inbox: Inbox) -> WebhookResponse:
        language, query = _reads(request.headers), parse_qs(request.query, max_num_fields=20)
        state, code = query.get("state", [""])[0], query.get("code", [""])[0]
        if not self._is_ours(state, request.headers.get("cookie", "")):
            return self._refused(language, "bad_state")
        nonce = state.partition(".")[0]
        if not await self._installations.spend("slack", nonce, until=self._clock.now() + timedelta(minutes=_MINUTES)):
            return self._refused(language, "used_state")
        if not code:
            return self._refused(language, "denied" if query.get("error") == ["access_denied"] else "failed")
        try:
            answer = await exchange(self._client, self._settings, code=code, redirect_uri=self._back)
        except SlackApiError:
            return self._refused(language, "failed")
        except (aiohttp.ClientError, TimeoutError, OSError):
            return self._refused(language, "away", status=502)
        return await self._install(answer, nonce, language, inbox)

    async def _install(self, answer: Any, nonce: str, language: Language, inbox: Inbox) -> WebhookResponse:
        team = answer.get("team") or {}
        if answer.get("is_enterprise_install") or not team.get("id"):
            return self._refused(language, "enterprise")
        one = Installation(
            channel="slack",
            tenant=f"slack:{team['id']}",
            installer=str((answer.get("authed_user") or {}).get("id", "")),
            bot=str(answer.get("bot_user_id", "")),
            name=str(team.get("name") or team["id"])[:200],
            scopes=tuple(filter(None, str(answer.get("scope", "")).split(","))),
            **tokens_of(answer, now=self._clock.now()),
        )
        now = self._clock.now()
        await self._installations.put(one, installed=now)
        body = json.dumps({"kind": INSTALLED, "payload": {"team_id": team["id"], "user_id": one.installer}})
        await inbox.put([Inbound(f"{INSTALLED}:{nonce}", "slack", one.tenant, workspace_place(team["id"]), body, now)])
        link = "https://slack.com/app_redirect?" + urlencode({"app": answer.get("app_id", ""), "team": team["id"]})
        told = (
            f'<p>{_said(language, "done", name=one.name)}</p><p><a class="button" href="{escape(link)}">Slack</a></p>'
        )
        return self._page(language, "done_title", told)

    def _new_state(self) -> str:
        until = int((self._clock.now() + timedelta(minutes=_MINUTES)).timestamp())
        said = f"{secrets.token_urlsafe(24)}.{until}"
        return f"{said}.{self._signed(said)}"

    def _signed(self, said: str) -> str:
        key = b"install state\0" + self._settings.client_secret.encode()
        return hmac.new(key, said.encode("utf-8", "replace"), hashlib.sha256).hexdigest()

    def _is_ours(self, state: str, cookies: str) -> bool:
        said, _, signature = state.rpartition(".")
        until = said.rpartition(".")[2]
        kept = _cookie(cookies)
        return (
            hmac.compare_digest(self._signed(said).encode(), signature.encode("utf-8", "replace"))
            and hmac.compare_digest(kept.encode("utf-8", "replace"), state.encode("utf-8", "replace"))
            and datetime.fromtimestamp(int(until), UTC) > self._clock.now()
        )

    def _refused(self, language: Language, key: str, *, status: int = 400) -> WebhookResponse:
        again = f'<p><a class="button" href="{_PATH}/install">{_said(language, "again")}</a></p>'
        return self._page(language, "refused_title", f"<p>{_said(language, key)}</p>{again}", status=status)

    def _page(
        self, language: Language, title: str, told: str, *, status: int = 200, cookie: str = ""
    ) -> WebhookResponse:
        head = _said(language, title)
        body = (
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{head}</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<link rel="stylesheet" href="/static/style.css"><link rel="icon" href="/static/icon.svg">'
            f'</head><body><header class="top"><p class="brand"><a href="/">AI News</a></p></header><div class="sheet">'
            f'<main><div class="heading"><h1>{head}</h1></div>{told}</main></div></body></html>'
        )
        life = f"Max-Age={_MINUTES * 60 if cookie else 0}; Path={_PATH}; HttpOnly; SameSite=Lax"
        secure = "; Secure" if self._secure else ""
        headers = {"Set-Cookie": f"{_COOKIE}={cookie}; {life}{secure}", "Cache-Control": "no-store"}
        return WebhookResponse(status, body.encode(), "text/html; charset=utf-8", headers)


def workspace_place(team: str) -> str:
    """The conversation of what is about a whole workspace: that it comes is worked on after that it left."""
    return f"{team}:"


def _authorize_url(api: str) -> str:
    """Beside the Web API: https://slack.com/api/ has https://slack.com/oauth/v2/authorize."""
    parts = urlsplit(api)
    return f"{parts.scheme}://{parts.netloc}/oauth/v2/authorize"


def _cookie(header: str) -> str:
    try:
        found = SimpleCookie(header).get(_COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _reads(headers: Mapping[str, str]) -> Language:
    """The first of the browser's languages that is one of ours."""
    for part in headers.get("accept-language", "").split(",")[:20]:
        tag = part.partition(";")[0].strip()
        language = parse_language(tag) or parse_language(tag.partition("-")[0])
        if language:
            return language
    return "en"


def _said(language: Language, key: str, **values: object) -> str:
    return escape(phrase(language, f"install.{key}", **values))
