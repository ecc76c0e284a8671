"""Is Slack set up so that it works? Asked by `ainews doctor`; with a token Slack itself is asked who we are."""

from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from channels.slack.manifest import SCOPES
from channels.slack.settings import SlackSettings
from news.errors import BadInput
from news.ports import ChannelContext

Check = tuple[bool, str]
"""Is it well, and what was found or what to do."""


async def check_slack(settings: SlackSettings, context: ChannelContext) -> list[Check]:
    """Nothing when Slack is not used at all."""
    used = settings.is_configured or settings.signing_secret or settings.app_token or settings.client_id
    if not used:
        return []
    if not settings.is_configured:
        remedy = (
            "set AINEWS_SLACK_BOT_TOKEN, or AINEWS_SLACK_CLIENT_ID and AINEWS_SLACK_CLIENT_SECRET for many workspaces"
        )
        return [(False, f"no workspace; {remedy}")]
    found = [_heard(settings, context)]
    found += [_many(settings, context)] if settings.serves_many else [await _one(settings)]
    return found + ([await _socket(settings)] if settings.app_token else [])


def _heard(settings: SlackSettings, context: ChannelContext) -> Check:
    if settings.app_token:
        return True, "Slack reaches this server by Socket Mode"
    if not settings.signing_secret:
        remedy = (
            "set AINEWS_SLACK_SIGNING_SECRET (Basic Information of the app), or AINEWS_SLACK_APP_TOKEN for Socket Mode"
        )
        return False, f"nothing that people write is heard; {remedy}"
    where = f"{context.base_url.rstrip('/')}/webhooks/slack" if context.base_url else "https://…/webhooks/slack"
    return True, f"signed requests are taken at {where}"


def _many(settings: SlackSettings, context: ChannelContext) -> Check:
    try:
        context.installations.check()
    except BadInput as error:
        return False, str(error)
    if not context.base_url:
        return False, "AINEWS_BASE_URL is not set; workspaces that install the app come back to that address"
    if settings.bot_token:
        return (
            False,
            "AINEWS_SLACK_BOT_TOKEN serves one workspace and is not used beside AINEWS_SLACK_CLIENT_ID; unset one",
        )
    return True, f"any workspace may add it at {context.base_url.rstrip('/')}/webhooks/slack/install"


async def _one(settings: SlackSettings) -> Check:
    answer = await _ask(settings, "auth.test", settings.bot_token)
    if isinstance(answer, str):
        return False, f"Slack does not take AINEWS_SLACK_BOT_TOKEN ({answer}); give the app's xoxb- token"
    granted = set(filter(None, str(answer.get("scopes", "")).split(",")))
    missing = [scope for scope in SCOPES if granted and scope not in granted]
    if missing:
        return (
            False,
            f"the app lacks {', '.join(missing)}; paste the manifest of `ainews slack manifest` and install again",
        )
    return True, f"workspace {answer.get('team', '?')}, as {answer.get('user', '?')}"


async def _socket(settings: SlackSettings) -> Check:
    answer = await _ask(settings, "apps.connections.open", settings.app_token)
    if isinstance(answer, str):
        return False, f"Slack does not take AINEWS_SLACK_APP_TOKEN ({answer}); give the app's xapp- token"
    return True, "the token for Socket Mode is good"


async def _ask(settings: SlackSettings, method: str, token: str) -> dict[str, Any] | str:
    """The answer with the scopes that the token has, or why there is none."""
    client = AsyncWebClient(token=token, base_url=settings.base_url, timeout=10)
    try:
        answer = await client.api_call(method)
    except SlackApiError as error:
        return str(error.response["error"])
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return f"no connection: {type(error).__name__}"
    names = {name.lower(): value for name, value in answer.headers.items()}
    return {**answer.data, "scopes": names.get("x-oauth-scopes", "")} if isinstance(answer.data, dict) else {}
