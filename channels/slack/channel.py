"""The channel, put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from slack_sdk.web.async_client import AsyncWebClient

from channels.slack.addressing import admit
from channels.slack.handler import SlackHandler
from channels.slack.inbound import SlackWebhook
from channels.slack.installing import InstallPages
from channels.slack.limits import BETWEEN_MESSAGES
from channels.slack.listening import SlackListener
from channels.slack.render import SlackRenderer
from channels.slack.settings import SlackSettings, is_configured
from channels.slack.transport import SlackTransport, open_slack
from channels.slack.workspaces import FreshInstallations
from news.errors import BadInput
from news.ports import Channel, ChannelContext, NoInstallations, SystemClock


def renderer(base_url: str) -> SlackRenderer:
    """For a look at what would be sent; nothing need be set up."""
    return SlackRenderer(base_url=base_url)


@asynccontextmanager
async def open_channel(context: ChannelContext) -> AsyncIterator[Channel]:
    """The Slack channel with its connections, closed at the end. Raises BadInput for settings that cannot work."""
    settings, clock = SlackSettings(), SystemClock()
    web = AsyncWebClient(base_url=settings.base_url)
    installations = FreshInstallations(context.installations, web, settings, clock=clock)
    _check(settings, context)
    pages = InstallPages(settings, web, installations, base_url=context.base_url, clock=clock)
    async with open_slack(settings, installations, renewed=installations.renewed) as slack:
        transport = SlackTransport(slack, clock=clock)
        yield Channel(
            name="slack",
            label="Slack",
            renderer=SlackRenderer(base_url=context.base_url),
            transport=transport,
            admit=admit,
            corrector=transport,
            lookup=transport,
            pace=BETWEEN_MESSAGES,
            webhook=SlackWebhook(settings, clock=clock, pages=pages if settings.serves_many else None),
            listener=SlackListener(settings, clock=clock) if settings.app_token else None,
            tells_stopped=True,
            handler=SlackHandler(slack, installations, base_url=context.base_url),
        )


def _check(settings: SlackSettings, context: ChannelContext) -> None:
    """An install that any workspace may join needs an address to come back to and a key for the tokens."""
    if not settings.serves_many or isinstance(context.installations, NoInstallations):
        return
    if not context.base_url:
        raise BadInput("AINEWS_BASE_URL", "it is not set; workspaces that install the app come back to that address")
    context.installations.check()


__all__ = ["is_configured", "open_channel"]
