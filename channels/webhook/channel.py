"""The channel, put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from channels.webhook.addressing import admitting
from channels.webhook.render import WebhookRenderer
from channels.webhook.settings import WebhookSettings
from channels.webhook.transport import open_transport
from news.ports import Channel, ChannelContext, SystemClock


@asynccontextmanager
async def open_channel(context: ChannelContext) -> AsyncIterator[Channel]:
    """The webhook channel with its connections, closed at the end."""
    settings = WebhookSettings(context.base_url, context.allow_private_hosts)
    # Not the house's clock: `--at T` changes what is due, but a receiver compares the signature's time with its own.
    async with open_transport(settings, clock=SystemClock()) as transport:
        yield Channel(
            name="webhook",
            label="Webhook",
            renderer=WebhookRenderer(base_url=settings.base_url),
            transport=transport,
            admit=admitting(allow_private=settings.allow_private_hosts),
            keyed=True,
        )
