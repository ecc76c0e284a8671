"""Which token a workspace is called with: the install's own, or the one its installer left, exchanged before it ends."""

import asyncio
import logging
import time
from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from channels.slack.settings import SlackSettings
from news.installations import Installation
from news.ports import Clock, Installations

MARGIN: Final = timedelta(hours=2)
"""Before a token ends it is exchanged: Bolt's own default, https://docs.slack.dev/authentication/using-token-rotation"""
_REMEMBERED: Final = 5.0
"""Seconds. A workspace that leaves is off at once all the same: its subscriptions are, in the database."""
_log = logging.getLogger(__name__)


class FreshInstallations:
    """Installations (see news.ports) whose tokens work now: what ends soon is exchanged first, also outside any event."""

    def __init__(self, kept: Installations, client: AsyncWebClient, settings: SlackSettings, *, clock: Clock) -> None:
        self._kept, self._client, self._settings, self._clock = kept, client, settings, clock
        self._looked: dict[str, tuple[float, Installation | None]] = {}
        self._exchanging: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def find(self, channel: str, tenant: str) -> Installation | None:
        """Raises as the kept ones do. With Slack away, the token that is there."""
        if not self._settings.serves_many:
            return None
        looked, found = self._looked.get(tenant, (0.0, None))
        if time.monotonic() - looked > _REMEMBERED or (found and self._ends_soon(found)):
            found = await self._fresh(channel, tenant)
            self._looked[tenant] = time.monotonic(), found
        return found

    async def _fresh(self, channel: str, tenant: str) -> Installation | None:
        found = await self._kept.find(channel, tenant)
        if found is None or not self._ends_soon(found):
            return found
        async with self._exchanging[tenant]:
            found = await self._kept.find(channel, tenant)
            return await self._exchanged(found) if found is not None and self._ends_soon(found) else found

    async def renewed(self, tenant: str, token: str) -> str:
        """What goes in the place of a token that Slack says has ended, "" when nothing does."""
        async with self._exchanging[tenant]:
            found = await self._kept.find("slack", tenant) if self._settings.serves_many else None
            if found is not None and found.token == token and found.refresh:
                found = await self._exchanged(found)
            self._looked[tenant] = time.monotonic(), found
        return found.token if found is not None and found.token != token else ""

    async def put(self, one: Installation, *, installed: datetime | None = None) -> None:
        await self._kept.put(one, installed=installed)
        self._looked.pop(one.tenant, None)

    async def remove(self, channel: str, tenant: str, *, at: datetime | None = None) -> bool:
        gone = await self._kept.remove(channel, tenant, at=at)
        self._looked.pop(tenant, None)
        return gone

    async def spend(self, channel: str, state: str, *, until: datetime) -> bool:
        return await self._kept.spend(channel, state, until=until)

    def check(self) -> None:
        self._kept.check()

    def _ends_soon(self, one: Installation) -> bool:
        return bool(one.refresh and one.expires and one.expires - self._clock.now() < MARGIN)

    async def _exchanged(self, one: Installation) -> Installation | None:
        """A refresh token is good once: when another process was quicker, what it kept is ours too."""
        try:
            answer = await exchange(self._client, self._settings, grant_type="refresh_token", refresh_token=one.refresh)
        except (SlackApiError, aiohttp.ClientError, TimeoutError, OSError) as error:
            _log.warning("the token of %s could not be exchanged: %s", one.tenant, _told(error))
            return await self._kept.find(one.channel, one.tenant)
        fresh = replace(one, **tokens_of(answer, now=self._clock.now()))
        await self._kept.put(fresh)
        return fresh


async def exchange(client: AsyncWebClient, settings: SlackSettings, **given: str) -> dict[str, Any]:
    """What oauth.v2.access gives for a code or a refresh token. Raises SlackApiError, or what the connection does."""
    secrets = {"client_id": settings.client_id, "client_secret": settings.client_secret}
    answer = await client.api_call("oauth.v2.access", data={**secrets, **given})
    return answer.data if isinstance(answer.data, dict) else {}


def tokens_of(answer: Any, *, now: datetime) -> dict[str, Any]:
    """Of an answer of oauth.v2.access: `token`, `refresh`, `expires`."""
    seconds = answer.get("expires_in")
    return {
        "token": str(answer["access_token"]),
        "refresh": str(answer.get("refresh_token") or ""),
        "expires": now + timedelta(seconds=int(seconds)) if seconds else None,
    }


def _told(error: Exception) -> str:
    return str(error.response["error"]) if isinstance(error, SlackApiError) else type(error).__name__
