"""Working on what was kept: Bolt finds the listener; each listener answers through a visit.

Bolt runs inside our own durable job (`process_before_response`), so a listener that fails is tried again, and behind our own
guard, so it checks no signature. Every event that the manifest names has a listener; anything else is acknowledged and left.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from slack_bolt.async_app import AsyncApp, AsyncBoltContext, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult

from channels.slack.clicks import press, submit
from channels.slack.home_tab import publish_home
from channels.slack.inbound import read_job
from channels.slack.installing import INSTALLED
from channels.slack.manifest import COMMAND
from channels.slack.transport import Slack
from channels.slack.visiting import Visit, Way, meet
from channels.slack.welcoming import say_goodbye, tell_stopped, welcome
from channels.slack.words import hear_words
from news.frontdesk import FrontDesk
from news.inbound import STOPPED, Inbound
from news.ports import Installations

Body = Mapping[str, Any]
_IN_TIME: Final = timedelta(seconds=2.5)
_ANY: Final = re.compile(".*", re.DOTALL)


class SlackHandler:
    """A Handler (see news.ports)."""

    def __init__(self, slack: Slack, installations: Installations, *, base_url: str) -> None:
        self._slack, self._installations, self._base_url = slack, installations, base_url
        self._met: set[tuple[str, str]] = set()
        self._bolt = self._listening()

    async def handle(self, job: Inbound, desk: FrontDesk) -> None:
        """Raises what a listener raised."""
        kind, payload = read_job(job)
        if kind == INSTALLED:
            visit = await self._visit(desk, job.tenant, str(payload["user_id"]))
            await welcome(visit, at=int(job.received.timestamp()))
            return
        if kind == STOPPED:
            await self._tell_stopped(desk, job.tenant, payload)
            return
        asked = AsyncBoltRequest(body=payload, mode="socket_mode", context=_context(job, desk))
        await self._bolt.async_dispatch(asked)
        failure = asked.context.get("failure")
        if isinstance(failure, Exception):
            raise failure

    def _listening(self) -> AsyncApp:
        async def authorize(context: AsyncBoltContext) -> AuthorizeResult:
            return await self._authorize(context)

        bolt = AsyncApp(
            name="ainews",
            authorize=authorize,
            process_before_response=True,
            request_verification_enabled=False,
            ssl_check_enabled=False,
            url_verification_enabled=False,
            attaching_function_token_enabled=False,
            attaching_conversation_kwargs_enabled=False,
        )
        bolt.error(_remember)
        bolt.command(COMMAND)(_listener(self._command))
        bolt.event("app_mention")(_listener(self._mentioned))
        bolt.event("message")(_listener(self._written))
        bolt.event("app_home_opened")(_listener(self._home_opened))
        bolt.event(re.compile("^(app_uninstalled|tokens_revoked)$"))(_listener(self._left))
        bolt.event(_ANY)(_leave)
        bolt.action(_ANY)(_listener(self._clicked))
        bolt.view(_ANY)(_listener(self._submitted))
        for other in (bolt.view_closed, bolt.shortcut, bolt.options, bolt.command):
            other(_ANY)(_leave)
        return bolt

    async def _authorize(self, context: AsyncBoltContext) -> AuthorizeResult:
        """Who we are in that workspace, so that Bolt leaves out what we said ourselves. Tokens are found call by call."""
        found = await self._installations.find("slack", str(context["tenant"]))
        return AuthorizeResult(
            enterprise_id=None, team_id=context.team_id, bot_user_id=found.bot if found and found.bot else None
        )

    async def _command(self, context: AsyncBoltContext, body: Body) -> None:
        visit = await self._visit(
            context["desk"],
            context["tenant"],
            body["user_id"],
            channel=body.get("channel_id", ""),
            response_url=body.get("response_url", ""),
            trigger=body.get("trigger_id", "") if context["in_time"] else "",
        )
        await hear_words(visit, body.get("text") or "")

    async def _mentioned(self, context: AsyncBoltContext, body: Body) -> None:
        """In a direct message the same comes as a message."""
        event = body["event"]
        if not str(event.get("channel", "")).startswith("D"):
            await self._hear(context, body)

    async def _written(self, context: AsyncBoltContext, body: Body) -> None:
        """Only what a person says to us alone: not edits, not bots, not what is said to others in a channel."""
        event = body["event"]
        if event.get("channel_type") == "im" and not event.get("subtype"):
            await self._hear(context, body)

    async def _hear(self, context: AsyncBoltContext, body: Body) -> None:
        event = body["event"]
        if event.get("bot_id") or not event.get("user"):
            return
        visit = await self._visit(
            context["desk"],
            context["tenant"],
            event["user"],
            channel=event["channel"],
            thread=event.get("thread_ts") or event["ts"],
            way="open",
            team=str(body.get("team_id") or ""),
        )
        await hear_words(visit, str(event.get("text") or ""))

    async def _home_opened(self, context: AsyncBoltContext, body: Body) -> None:
        event = body["event"]
        if event.get("tab") != "messages":  # there stand the prompts of the manifest
            await publish_home(await self._visit(context["desk"], context["tenant"], event["user"]))

    async def _left(self, context: AsyncBoltContext, body: Body) -> None:
        event = body["event"]
        await say_goodbye(
            event,
            at=float(body.get("event_time") or 0),
            tenant=context["tenant"],
            desk=context["desk"],
            installations=self._installations,
        )

    async def _clicked(self, context: AsyncBoltContext, body: Body) -> None:
        box, message = body.get("container") or {}, body.get("message") or {}
        hidden = bool(box.get("is_ephemeral"))
        visit = await self._visit(
            context["desk"],
            context["tenant"],
            body["user"]["id"],
            channel=(body.get("channel") or {}).get("id", ""),
            thread="" if hidden else message.get("thread_ts") or message.get("ts", ""),
            response_url=body.get("response_url", ""),
            trigger=body.get("trigger_id", "") if context["in_time"] else "",
        )
        for action in body.get("actions", ()):
            await press(visit, action["action_id"], str(action.get("value") or ""), home=box.get("type") == "view")

    async def _submitted(self, context: AsyncBoltContext, body: Body) -> None:
        visit = await self._visit(context["desk"], context["tenant"], body["user"]["id"])
        await submit(visit, body["view"])

    async def _tell_stopped(self, desk: FrontDesk, tenant: str, payload: Mapping[str, Any]) -> None:
        """The installer; where a token was given by hand, whoever subscribed."""
        found = await self._installations.find("slack", tenant)
        user = found.installer if found and found.installer else str(payload.get("reader") or "").removeprefix("slack:")
        if user:
            await tell_stopped(await self._visit(desk, tenant, user), str(payload["address"]), str(payload["reason"]))

    async def _visit(
        self,
        desk: FrontDesk,
        tenant: str,
        user: str,
        *,
        channel: str = "",
        thread: str = "",
        response_url: str = "",
        trigger: str = "",
        way: Way = "quiet",
        team: str = "",
    ) -> Visit:
        return Visit(
            slack=self._slack,
            desk=desk,
            tenant=tenant,
            reader=await meet(self._slack, desk, tenant=tenant, user=user, met=self._met),
            user=user,
            channel=channel,
            thread=thread,
            response_url=response_url,
            trigger=trigger,
            way=way,
            team=team,
            base_url=self._base_url,
        )


def _context(job: Inbound, desk: FrontDesk) -> dict[str, Any]:
    """`in_time`: what the click may open can still be opened. Slack allows 3 s."""
    return {"desk": desk, "tenant": job.tenant, "in_time": desk.now() - job.received < _IN_TIME}


async def _remember(error: Exception, context: AsyncBoltContext) -> None:
    """Bolt would log it and say yes; our inbox tries it again."""
    context["failure"] = error


def _listener(method: Callable[[AsyncBoltContext, Body], Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    """Bolt gives arguments by their names and takes no bound methods."""

    async def listen(ack: Any, context: AsyncBoltContext, body: dict[str, Any]) -> None:
        await ack()
        await method(context, body)

    return listen


async def _leave(ack: Any) -> None:
    await ack()
