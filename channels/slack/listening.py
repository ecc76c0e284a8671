"""Socket Mode: Slack reaches a server without a public address through a socket that the server opens."""

import asyncio
import logging
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from channels.slack.guard import Heard
from channels.slack.inbound import take, tenant_namer
from channels.slack.settings import SlackSettings
from news.errors import StoreError, WebhookRejected
from news.ports import Clock, Inbox

_KINDS: Final = ("events_api", "slash_commands", "interactive")
_PAUSE: Final = 60.0
"""Seconds after a token that Slack does not take."""
_log = logging.getLogger(__name__)


class SlackListener:
    """A Listener (see news.ports). What is not kept is not acknowledged, so that Slack sends it again."""

    def __init__(self, settings: SlackSettings, *, clock: Clock) -> None:
        self._settings, self._clock = settings, clock

    async def listen(self, inbox: Inbox) -> None:
        web = AsyncWebClient(base_url=self._settings.base_url)
        socket = SocketModeClient(app_token=self._settings.app_token, web_client=web, logger=_quiet())

        async def hear(client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
            await self._hear(client, request, inbox)

        socket.socket_mode_request_listeners.append(hear)
        try:
            await socket.connect()  # type: ignore[no-untyped-call]
            await asyncio.Event().wait()
        except SlackApiError as error:
            code = error.response["error"]
            _log.warning("slack: Socket Mode is refused (%s); is AINEWS_SLACK_APP_TOKEN the app's xapp- token?", code)
            await asyncio.sleep(_PAUSE)
        except (aiohttp.ClientError, OSError) as error:
            _log.warning("slack: no connection for Socket Mode (%s)", type(error).__name__)
        finally:
            await socket.close()  # type: ignore[no-untyped-call]

    async def _hear(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest, inbox: Inbox) -> None:
        answer: Any = None
        if request.type in _KINDS:
            heard = Heard(request.type, request.payload)  # type: ignore[arg-type]
            try:
                answer = await take(heard, inbox, now=self._clock.now(), tenant_of=tenant_namer(self._settings))
            except WebhookRejected as error:
                _log.info("slack: an envelope was left: %s", error.reason)
            except StoreError as error:
                _log.warning("slack: an envelope could not be kept: %s", error)
                return
        await client.send_socket_mode_response(
            SocketModeResponse(request.envelope_id, dict(answer) if answer else None)
        )


def _quiet() -> logging.Logger:
    """The client logs every refresh of its socket; only what is wrong is worth a line."""
    logger = logging.getLogger("slack_sdk.socket_mode")
    logger.setLevel(logging.ERROR)
    return logger
