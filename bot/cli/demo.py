"""`ainews demo`: the sample newsroom through the whole path, in a database of its own."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import click

from bot.cli.brief import edition_of
from bot.cli.common import at_option, clock_at, json_option, load_settings, run_async
from bot.house import House
from news.model import Brief, Edition
from news.ports import Clock

if TYPE_CHECKING:
    from bot.settings import Settings


@click.command()
@at_option
@click.option("--language", metavar="L", help="en or ja.")
@click.option("--minutes", type=int, default=5, show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "html", "json"]), default="text")
@click.option("--serve", "serving", is_flag=True, help="Show the sample as pages.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@json_option
@run_async
async def demo(
    at: str | None, language: str | None, minutes: int, form: str, serving: bool, port: int, as_json: bool
) -> None:
    """Show the bundled sample edition: invented news, the real path from feed to brief."""
    from channels.document.render import render_brief

    settings, clock = load_settings(), clock_at(at)
    edition = edition_of(settings, language, minutes, "")
    if not serving:
        click.echo(render_brief(await sample_brief(edition, clock, settings), "json" if as_json else form))
        return
    from bot.cli.serve import serve_house

    async with _sample_house(settings, clock) as house:
        await _brief(house, edition)
        await serve_house(house, host="127.0.0.1", port=port, engine=False)


async def sample_brief(edition: Edition, clock: Clock, settings: "Settings") -> Brief:
    """The sample edition, read from a loopback server into a database that is thrown away."""
    async with _sample_house(settings, clock) as house:
        return await _brief(house, edition)


async def _brief(house: House, edition: Edition) -> Brief:
    from bot.newsroom.making.briefing import make_brief

    return await make_brief(
        database=house.database,
        clock=house.clock,
        summariser=house.summariser,
        edition=edition,
        zone=house.settings.timezone,
        sample=True,
    )


@asynccontextmanager
async def _sample_house(settings: "Settings", clock: Clock) -> AsyncIterator[House]:
    from bot.cli.gathering import gather
    from bot.newsroom.collecting.sampling import SampleNewsroom
    from bot.wiring import open_house

    with tempfile.TemporaryDirectory(prefix="ainews-sample-") as folder:
        own = settings.model_copy(
            update={"database_url": f"sqlite:///{folder}/sample.db", "allow_private_hosts": True, "base_url": ""}
        )
        # The newsroom stays open until the end: its links must answer.
        async with open_house(own, clock) as house, SampleNewsroom(clock.now()) as newsroom:
            await gather(house, catalogue=newsroom.catalogue_url, opml=None)
            yield house
