"""The channel, put together."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from channels.line.admitting import admit
from channels.line.settings import TENANT, demanded, load_settings, missing
from news.errors import BadInput, Undelivered
from news.model import Message
from news.ports import Channel, ChannelContext, Records, SystemClock

if TYPE_CHECKING:
    from channels.line.account import Account
    from channels.line.policy import LinePolicy
    from channels.line.quota import Share
    from channels.line.render import LineRenderer


def is_configured() -> bool:
    """With one of the two secrets only, it is meant to be, and `open_channel` says what is missing."""
    return len(missing(load_settings())) < 2


def renderer(base_url: str) -> "LineRenderer":
    """To look at messages without an account."""
    from channels.line.render import LineRenderer

    return LineRenderer(base_url=base_url)


def page_of(messages: Sequence[Message]) -> str:
    """What a phone shows of the messages, as a page."""
    from channels.line.page import page

    return page(json.loads(messages[0].body))


@asynccontextmanager
async def open_channel(context: ChannelContext) -> AsyncIterator[Channel]:
    """The LINE channel with its connections, closed at the end. Raises BadInput naming the setting that is missing."""
    from channels.line.account import Account
    from channels.line.api import open_api
    from channels.line.handler import LineHandler
    from channels.line.inbound import LineWebhook
    from channels.line.menus import RichMenus
    from channels.line.policy import LinePolicy
    from channels.line.transport import LineTransport
    from channels.line.visits import Place

    settings = load_settings()
    if lacking := missing(settings):
        raise BadInput(lacking[0], f"is not set; {demanded()}")
    # Not the house's clock: reply tokens and the month's messages run in the platform's time.
    clock = SystemClock()
    async with open_api(settings) as api:
        account = Account(api.messaging)
        rendering = renderer(context.base_url)
        transport = LineTransport(api, clock=clock)
        policy = LinePolicy(account=account, records=context.records, clock=clock) if context.records else None
        may_push, share = _may_push(account, context.records), _share(policy)
        place = Place(api, clock, context.language, context.zone, may_push, share)
        yield Channel(
            name="line",
            label="LINE",
            renderer=rendering,
            transport=transport,
            admit=admit,
            keyed=True,
            multicast=transport,
            policy=policy,
            webhook=LineWebhook(settings.channel_secret.get_secret_value(), clock=clock),
            handler=LineHandler(place, RichMenus(api), base_url=rendering.base_url),
        )


def _may_push(account: "Account", records: Records | None) -> Callable[[str], Awaitable[bool]]:
    """Late answers are what the plan's reserve is for; an operator who wants no pushes gets none."""
    from channels.line.policy import stored_policy
    from channels.line.quota import Mode

    async def allowed(address: str) -> bool:
        try:
            if records is None or (await stored_policy(records, TENANT)).mode is Mode.PULL:
                return False
            left = (await account.standing()).left
            return left is None or left >= await account.people(address)
        except Undelivered:
            return False

    return allowed


def _share(policy: "LinePolicy | None") -> Callable[[str], Awaitable["Share"]]:
    """Where LINE does not say, what the subscriber asked for."""
    from channels.line.quota import Share

    async def expected(subscription: str) -> Share:
        try:
            return await policy.share(subscription, TENANT) if policy else Share.PUSH
        except Undelivered:
            return Share.PUSH

    return expected
