"""`ainews preview`."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from bot.cli.brief import edition_of
from bot.cli.common import at_option, clock_at, load_settings, print_json, run_async
from news.errors import BadInput
from news.model import Brief, Edition, Message
from news.ports import ChannelContext, Clock

if TYPE_CHECKING:
    from bot.settings import Settings


@click.command()
@click.option("--channel", required=True, metavar="NAME", help="Such as slack, line or webhook.")
@at_option
@click.option("--language", metavar="L", help="en, ja, zh-Hant, zh-Hans, ko or th.")
@click.option("--minutes", type=int, default=5, show_default=True, help="Reading time.")
@click.option("--topics", default="", metavar="A,B", help="Only these topics.")
@click.option("--json/--html", "as_json", default=True, help="The messages as JSON, or the page of one that has it.")
@run_async
async def preview(
    channel: str, at: str | None, language: str | None, minutes: int, topics: str, as_json: bool
) -> None:  # fmt: skip
    """Print the messages that a channel would send, exactly as they would be sent. Nothing is sent.

    The brief is today's, made when it is missing. What comes after the first message goes into its thread.
    """
    from channels.registry import channel_module, open_channel

    settings = load_settings()
    edition = edition_of(settings, language, minutes, topics)
    made = await _made(settings, clock_at(at), edition)
    if hasattr(channel_module(channel), "renderer"):  # to look at, nothing need be set up
        messages = channel_module(channel).renderer(settings.base_url).brief(made)
    else:
        async with open_channel(channel, ChannelContext(settings.base_url, settings.allow_private_hosts)) as opened:
            messages = opened.renderer.brief(made)
    if as_json:
        bodies = [_body(message) for message in messages]
        print_json(bodies[0] if isinstance(bodies[0], list) else bodies)
    else:
        click.echo(_page(channel, messages))


async def _made(settings: "Settings", clock: Clock, edition: Edition) -> Brief:
    from bot.newsroom.making.briefing import make_brief
    from bot.wiring import open_house

    async with open_house(settings, clock) as house:
        return await make_brief(
            database=house.database,
            clock=clock,
            summariser=house.summariser,
            edition=edition,
            zone=settings.timezone,
        )


def _body(message: Message) -> Any:
    return json.loads(message.body) if message.media_type == "application/json" else message.body


def _page(channel: str, messages: Sequence[Message]) -> str:
    """The channel's own page of its messages, else the first one's HTML. Raises BadInput where there is none."""
    from channels.registry import channel_module

    page_of = getattr(channel_module(channel), "page_of", None)
    if page_of is not None:
        return str(page_of(messages))
    for message in messages:
        body = _body(message)
        page = body.get("html") if isinstance(body, dict) else body if message.media_type == "text/html" else None
        if isinstance(page, str):
            return page
    raise BadInput("--html", f"{channel} sends no HTML; without it the messages are printed as JSON")
