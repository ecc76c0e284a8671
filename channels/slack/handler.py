"""Working on what was kept: Bolt finds the listener; each listener answers through a visit.

Bolt runs inside our own durable job (`process_before_response`), so a listener that fails is tried again, and behind our own
guard, so it checks no signature. Every event that the manifest names has a listener; anything else is acknowledged and left.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from slack_bolt.async_app import AsyncApp, AsyncBoltContext, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult

from channels.slack.clicks import press, submit
from channels.slack.home_tab import publish_home
from channels.slack.inbound import read_job
from channels.slack.installing import INSTALLED
from channels.slack.manifest import COMMAND
from channels.slack.reading import check_click, inner, needed, table, text
from channels.slack.saying import Pace, Said
from channels.slack.transport import Slack
from channels.slack.visiting import Visit, meet
from channels.slack.welcoming import say_goodbye, tell_stopped, welcome
from channels.slack.words import hear_words
from news.errors import BadInput
from news.frontdesk import FrontDesk
from news.inbound import STOPPED, Inbound
from news.phrases import refusal
from news.ports import Installations

Body = Mapping[str, Any]
_IN_TIME: Final = timedelta(seconds=2.5)
_LATEST: Final = 2**34
"""Seconds of the epoch that still are a date."""
_ANY: Final = re.compile(".*", re.DOTALL)


class SlackHandler:
    """A Handler (see news.ports)."""

    def __init__(self, slack: Slack, installations: Installations, *, base_url: str) -> None:
        self._slack, self._installations, self._base_url = slack, installations, base_url
        self._met: set[tuple[str, str]] = set()
        self._pace = Pace()
        self._bolt = self._listening()

    async def handle(self, job: Inbound, desk: FrontDesk) -> None:
        """Raises what a listener raised."""
        context = _context(job, desk)
        try:
            await self._work(job, context)
        except Exception:
            await context["said"].keep()
            raise

    async def _work(self, job: Inbound, context: dict[str, Any]) -> None:
        kind, payload = read_job(job)
        if kind == INSTALLED:
            await welcome(await self._visit(context, str(payload["user_id"])))
            return
        if kind == STOPPED:
            await self._tell_stopped(context, payload)
            return
        if kind == "interactive":
            check_click(payload)
        asked = AsyncBoltRequest(body=payload, mode="socket_mode", context=context)
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
            context,
            needed(body, "user_id"),
            channel=text(body, "channel_id"),
            response_url=text(body, "response_url"),
            trigger=text(body, "trigger_id") if context["in_time"] else "",
        )
        await _answered(visit, hear_words(visit, text(body, "text")))

    async def _mentioned(self, context: AsyncBoltContext, body: Body) -> None:
        """In a direct message the same comes as a message."""
        if not text(inner(body, "event"), "channel").startswith("D"):
            await self._hear(context, body)

    async def _written(self, context: AsyncBoltContext, body: Body) -> None:
        """Only what a person says to us alone: not edits, not bots, not what is said to others in a channel.

        Of a message with a file its words count; the file is not read.
        """
        event = inner(body, "event")
        said = not event.get("subtype") or (event["subtype"] == "file_share" and text(event, "text").strip())
        if event.get("channel_type") == "im" and said:
            await self._hear(context, body)

    async def _hear(self, context: AsyncBoltContext, body: Body) -> None:
        event = inner(body, "event")
        if event.get("bot_id"):
            return
        visit = await self._visit(
            context,
            needed(event, "user"),
            channel=needed(event, "channel"),
            thread=text(event, "thread_ts") or needed(event, "ts"),
            opens=not text(event, "thread_ts"),
            way="open",
            team=text(body, "team_id"),
        )
        await _answered(visit, hear_words(visit, text(event, "text")))

    async def _home_opened(self, context: AsyncBoltContext, body: Body) -> None:
        event = inner(body, "event")
        if event.get("tab") != "messages":  # there stand the prompts of the manifest
            await publish_home(await self._visit(context, needed(event, "user")))

    async def _left(self, context: AsyncBoltContext, body: Body) -> None:
        at = body.get("event_time")
        known = isinstance(at, int | float) and 0 < at < _LATEST
        await say_goodbye(
            inner(body, "event"),
            at=datetime.fromtimestamp(at, UTC) if known else None,  # type: ignore[arg-type]
            tenant=context["tenant"],
            desk=context["desk"],
            installations=self._installations,
        )

    async def _clicked(self, context: AsyncBoltContext, body: Body) -> None:
        box, message = inner(body, "container"), inner(body, "message")
        hidden = bool(box.get("is_ephemeral"))
        visit = await self._visit(
            context,
            needed(inner(body, "user"), "id"),
            channel=text(inner(body, "channel"), "id"),
            thread="" if hidden else text(message, "thread_ts") or text(message, "ts"),
            response_url=text(body, "response_url"),
            trigger=text(body, "trigger_id") if context["in_time"] else "",
            clicked=text(box, "message_ts") or text(message, "ts"),
        )
        done = body.get("actions")
        for action in map(table, done if isinstance(done, list) else ()):
            pressed = press(visit, text(action, "action_id"), text(action, "value"), home=box.get("type") == "view")
            await _answered(visit, pressed)

    async def _submitted(self, context: AsyncBoltContext, body: Body) -> None:
        visit = await self._visit(context, needed(inner(body, "user"), "id"))
        await _answered(visit, submit(visit, inner(body, "view")))

    async def _tell_stopped(self, context: Mapping[str, Any], payload: Mapping[str, Any]) -> None:
        """The installer; where a token was given by hand, whoever subscribed."""
        found = await self._installations.find("slack", context["tenant"])
        user = found.installer if found and found.installer else str(payload.get("reader") or "").removeprefix("slack:")
        if user:
            await tell_stopped(await self._visit(context, user), str(payload["address"]), str(payload["reason"]))

    async def _visit(self, context: Mapping[str, Any], user: str, **where: Any) -> Visit:
        """`where` are fields of Visit."""
        desk, tenant = context["desk"], context["tenant"]
        return Visit(
            slack=self._slack,
            desk=desk,
            tenant=tenant,
            reader=await meet(self._slack, desk, tenant=tenant, user=user, met=self._met),
            user=user,
            base_url=self._base_url,
            pace=self._pace,
            said=context["said"],
            **where,
        )


def _context(job: Inbound, desk: FrontDesk) -> dict[str, Any]:
    """`in_time`: what the click may open can still be opened. Slack allows 3 s."""
    return {
        "desk": desk,
        "tenant": job.tenant,
        "in_time": desk.now() - job.received < _IN_TIME,
        "said": Said(desk, tenant=job.tenant, job=job.id),
    }


async def _answered(visit: Visit, work: Awaitable[None]) -> None:
    """What cannot be done is said in the person's own language."""
    try:
        await work
    except BadInput as error:
        await visit.tell(visit.written(refusal(error, visit.language)))


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
