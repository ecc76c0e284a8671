"""A Slack channel over a house of its own and a small Slack: what people do goes through the door and the handler."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.jobs.gate import aside
from bot.jobs.reception import Reach, Reception
from bot.newsroom.answering.limits import AskLimits
from bot.newsroom.delivering.claims import Claims
from bot.newsroom.frontdesk import NewsroomDesk
from channels.registry import open_channel
from channels.slack.saying import Pace
from news.asking import Answer
from news.inbound import Inbound, WebhookRequest, WebhookResponse
from news.model import Edition
from news.ports import Channel, ChannelContext, Inbox, SystemClock
from sources.language import asked_in
from store.keeper import KeptInstallations
from tests.bot.shelf import a_story, shelf
from tests.fakes.briefs import answer, brief
from tests.fakes.slack import slack_on_loopback
from tests.fakes.slack_events import SECRET, click, command, event_body, request, submitted
from tests.fakes.slack_people import PeopledSlack, peopled

FORM = "application/x-www-form-urlencoded"
KEY = "Zq3vN8_rT5wLx0bKpYd7GmUc2HsEaJ9f"
TODAY = brief()


class Desk(NewsroomDesk):
    """The newsroom's own desk; only its answers are ready made. `asked`: question, story, thread."""

    asked: list[tuple[str, str | None, str]]
    onces: list[str]
    model: asyncio.Event
    found: Answer = answer()

    async def answer(self, text: str, **given: Any) -> Answer:
        self.onces.append(given["once"])
        self.asked.append((text, given.get("story"), given.get("thread", "")))
        async with self._aside("answers"):
            await self.model.wait()
        return replace(self.found, id="q1", language=given.get("language") or asked_in(text, given["speaks"]))


@dataclass
class World:
    slack: PeopledSlack
    channel: Channel
    desk: Desk
    installations: KeptInstallations
    jobs: list[Inbound] = field(default_factory=list)

    async def put(self, jobs: Sequence[Inbound]) -> int:
        """An Inbox that works on what is new at once."""
        known = {(job.tenant, job.id) for job in self.jobs}
        fresh = [job for job in jobs if (job.tenant, job.id) not in known]
        self.jobs += fresh
        assert self.channel.handler
        for job in fresh:
            await self.channel.handler.handle(job, self.desk)
        return len(fresh)

    async def again(self) -> None:
        """The last job once more, as the inbox does with what failed."""
        assert self.channel.handler
        await self.channel.handler.handle(self.jobs[-1], self.desk)

    @asynccontextmanager
    async def inbox(self) -> AsyncIterator[Reception]:
        """The product's own, at work."""
        made = Reception(
            database=self.desk._database,
            clock=SystemClock(),
            claims=Claims("one"),
            reach=Reach({"slack": self.channel}, self.desk),
        )
        running = asyncio.ensure_future(made.run())
        try:
            yield made
        finally:
            # What was begun ends: one cancelled in the middle of opening a database would leave it to be collected.
            await made.close(grace=60)
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    async def post(self, body: bytes, kind: str = FORM, inbox: Inbox | None = None) -> WebhookResponse:
        assert self.channel.webhook
        return await self.channel.webhook.receive(request(body, datetime.now(UTC), kind), inbox or self)

    async def event(self, event: dict[str, Any], team: str = "T1") -> None:
        await self.post(event_body(event, team), "application/json")

    async def command(self, text: str, *, user: str = "U1ANN", channel: str = "C1NEWS", team: str = "T1") -> list[Any]:
        """What only that person saw of it."""
        seen = len(self.slack.whispers[user])
        await self.post(command(text, user=user, channel=channel, url=self.slack.response_url(user, text), team=team))
        return self.slack.whispers[user][seen:]

    async def click(
        self, action: str, value: str, *, message: Any = None, user: str = "U1ANN", hidden: bool = False
    ) -> None:
        """In a message of the channel, or in the Home tab without one."""
        where: dict[str, Any] = {"container": {"type": "view"}}
        if message:
            where = {"container": {"type": "message", "is_ephemeral": hidden}, "message": {"ts": message["ts"]}}
            where |= {"channel": {"id": message["channel"]}, "response_url": self.slack.response_url(user, action)}
        await self.post(click(action, value, user=user, **where))

    async def submit(self, values: dict[str, Any], *, user: str = "U1ANN") -> Any:
        """The window that was opened last, with some of its fields changed."""
        view = self.slack.modals[-1]
        filled = {block["block_id"]: initial(block["element"]) for block in view["blocks"] if block["type"] == "input"}
        answered = await self.post(submitted(view, filled | values, user=user))
        return json.loads(answered.body)

    async def page(self, path: str, **headers: str) -> WebhookResponse:
        assert self.channel.webhook
        parts = urlsplit(path)
        asked = WebhookRequest("GET", parts.path.removeprefix("/webhooks/slack"), parts.query, headers, b"")
        return await self.channel.webhook.receive(asked, self)

    async def install(self, team: str, user: str, token: str) -> WebhookResponse:
        """As a browser that follows the button and comes back from Slack."""
        offered = await self.page("/install")
        cookie = offered.headers["Set-Cookie"].partition(";")[0]
        self.slack.codes["code"] = {
            "access_token": token,
            "team": {"id": team, "name": f"Team {team}"},
            "authed_user": {"id": user},
            "bot_user_id": f"U{team[1:]}BOT",
            "scope": "chat:write",
            "app_id": "A1",
        }
        return await self.page(f"/oauth?code=code&state={cookie.partition('=')[2]}", cookie=cookie)


def state_in(page: WebhookResponse) -> str:
    link = page.body.decode().partition('class="button" href="')[2].partition('"')[0].replace("&amp;", "&")
    return parse_qs(urlsplit(link).query)["state"][0]


def initial(element: dict[str, Any]) -> dict[str, Any]:
    """What Slack sends of a field that nobody touched."""
    names = {
        "initial_time": "selected_time",
        "initial_option": "selected_option",
        "initial_options": "selected_options",
    }
    names |= {"initial_conversation": "selected_conversation", "initial_value": "value"}
    return {names[name]: value for name, value in element.items() if name in names}


@asynccontextmanager
async def world(
    folder: Path, patch: pytest.MonkeyPatch, *, many: bool = False, **settings: str
) -> AsyncIterator[World]:
    async with slack_on_loopback(peopled()) as slack:
        assert isinstance(slack, PeopledSlack)
        given = {"api_url": slack.url} | ({} if many else {"bot_token": "xoxb-one"})
        async with desk_and_channel(folder, patch, **(given | settings)) as (desk, channel, kept):
            yield World(slack, channel, desk, kept)
        assert slack.problems == []


@asynccontextmanager
async def desk_and_channel(
    folder: Path, patch: pytest.MonkeyPatch, **settings: str
) -> AsyncIterator[tuple[Desk, Channel, KeptInstallations]]:
    """Without a bot token any workspace may install it."""
    given = {"signing_secret": SECRET, **settings}
    if "bot_token" not in settings:
        given |= {"client_id": "client", "client_secret": "client-secret"}
    for name, value in given.items():
        patch.setenv(f"AINEWS_SLACK_{name.upper()}", value)
    async with shelf(folder, briefs=[TODAY], stories=[a_story("s1")]) as house:
        kept = KeptInstallations(house.database, key=KEY, clock=house.clock)
        async with open_channel("slack", ChannelContext("https://news.example", installations=kept)) as channel:
            channel.handler._pace = Pace(timedelta(0))  # type: ignore[union-attr]
            desk = Desk(
                database=house.database,
                clock=house.clock,
                summariser=house.summariser,
                channels={"slack": channel},
                make_brief=_nothing,
                nudge=_nobody,
                limits=AskLimits(),
                aside=aside,
            )
            desk.asked, desk.onces, desk.model = [], [], asyncio.Event()
            desk.model.set()
            yield desk, channel, kept


async def _nothing(edition: Edition, day: Any) -> None:
    return None


async def _nobody() -> None:
    return None


def action_ids(said: Any) -> set[str]:
    rows = [block["elements"] for block in said["blocks"] if block["type"] in ("actions", "context_actions")]
    return {element["action_id"] for row in rows for element in row}
