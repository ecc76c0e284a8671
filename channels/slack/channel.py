"""The channel, put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from channels.slack.addressing import admit
from channels.slack.limits import BETWEEN_MESSAGES
from channels.slack.render import SlackRenderer
from channels.slack.settings import SlackSettings
from channels.slack.transport import SlackTransport, open_slack
from news.ports import Channel, ChannelContext, SystemClock


def is_configured() -> bool:
    """Whether the settings name a workspace, or how one may install the app."""
    return SlackSettings().is_configured


@asynccontextmanager
async def open_channel(context: ChannelContext) -> AsyncIterator[Channel]:
    """The Slack channel with its connections, closed at the end."""
    settings = SlackSettings()
    async with open_slack(settings, context.installations) as slack:
        transport = SlackTransport(slack, clock=SystemClock())
        yield Channel(
            name="slack",
            label="Slack",
            renderer=SlackRenderer(base_url=context.base_url),
            transport=transport,
            admit=admit,
            corrector=transport,
            lookup=transport,
            pace=BETWEEN_MESSAGES,
        )
