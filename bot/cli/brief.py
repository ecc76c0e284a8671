"""`ainews brief`."""

from typing import TYPE_CHECKING

import click

from bot.cli.common import at_option, clock_at, json_option, load_settings, run_async, with_sources
from news.errors import BadInput
from news.model import Brief, Edition
from news.ports import Clock

if TYPE_CHECKING:
    from bot.house import House
    from bot.settings import Settings

_MOST_MINUTES = 60
_TOPICS = (
    "models research products business policy safety chips robotics open-source tools applications science society"
)


def edition_of(settings: "Settings", language: str | None, minutes: int, topics: str) -> Edition:
    """Raises BadInput naming what is wrong."""
    from bot.settings import known_language

    if not 1 <= minutes <= _MOST_MINUTES:
        raise BadInput(f"--minutes {minutes}", f"choose 1 to {_MOST_MINUTES}; the usual brief has 5")
    wanted = tuple(sorted({topic.strip().lower() for topic in topics.split(",") if topic.strip()}))
    unknown = [topic for topic in wanted if topic not in _TOPICS.split()]
    if unknown:
        raise BadInput(f"--topics {unknown[0]}", f"no such topic; there are: {_TOPICS.replace(' ', ', ')}")
    return Edition(known_language(language or settings.language), minutes, wanted)


@click.command()
@click.option("--collect", "collecting", is_flag=True, help="Read the sources first.")
@with_sources
@at_option
@click.option("--language", metavar="L", help="en, ja, zh-Hant, zh-Hans, ko or th.")
@click.option("--minutes", type=int, default=5, show_default=True, help="Reading time.")
@click.option("--topics", default="", metavar="A,B", help="Only these topics.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "html", "json"]), default="text")
@click.option("--rebuild", is_flag=True, help="Make today's edition again.")
@json_option
@run_async
async def brief(
    collecting: bool, catalogue: str | None, opml: str | None, at: str | None,
    language: str | None, minutes: int, topics: str, form: str, rebuild: bool, as_json: bool,
) -> None:  # fmt: skip
    """Print today's brief: made once a day per language, minutes and topics, then frozen."""
    from channels.document.render import render_brief

    form = "json" if as_json else form
    settings = load_settings()
    edition = edition_of(settings, language, minutes, topics)
    made = await _make(settings, clock_at(at), edition, collecting, catalogue, opml, rebuild)
    click.echo(render_brief(made, form, base_url=settings.base_url))
    if form == "text":
        where = "ainews demo --serve" if made.sample else "ainews serve"
        click.echo(f"Open it as a page: .venv/bin/{where} --port 8000, then http://127.0.0.1:8000")


async def _say_why(made: Brief, house: "House") -> None:
    """What the self-hoster can do about a model that did not write; the brief itself tells its reader only that."""
    from datetime import timedelta

    from bot.cli.cost import PRICES
    from bot.cli.model_faults import last_fault, told
    from bot.cli.model_pace import SLOW
    from bot.newsroom.making.metering import calls_of
    from news.ports import SystemClock

    if made.why_not == "price":
        click.echo(f"ainews: no model wrote this, for its price is not known: {PRICES}", err=True)
    if made.why_not == "unsettled":
        click.echo(
            "ainews: most of what the model wrote needs the second look: set AINEWS_LLM_ENTAILMENT=auto", err=True
        )
    if made.why_not in ("unavailable", "time", "unlooked"):
        now = SystemClock().now()
        calls = await calls_of(database=house.database, since=now - timedelta(days=1), until=now + timedelta(minutes=1))
        fault = last_fault(calls)
        if fault is not None:
            click.echo(
                f"ainews: not all of this was written by the model: {told(fault, house.settings.timezone)}", err=True
            )
    if any(story.provenance and story.provenance.note == "time" for story in made.stories):
        click.echo(f"ainews: the model had no time for all of it: {SLOW}", err=True)


async def _make(
    settings: "Settings", clock: Clock, edition: Edition,
    collecting: bool, catalogue: str | None, opml: str | None, rebuild: bool,
) -> Brief:  # fmt: skip
    """The brief; when the sources were asked and not one answered and nothing is kept, the sample edition."""
    from bot.cli.gathering import gather, summary_line, unread_line
    from bot.newsroom.making.briefing import make_brief
    from bot.wiring import open_house

    collected = None
    async with open_house(settings, clock) as house:
        if collecting:
            collected, grouped = await gather(house, catalogue=catalogue, opml=opml)
            click.echo(summary_line(collected, grouped), err=True)
        made = await make_brief(
            database=house.database,
            clock=clock,
            summariser=house.summariser,
            edition=edition,
            zone=settings.timezone,
            rebuild=rebuild,
            writing_seconds=settings.llm_brief_seconds,
        )
        await _say_why(made, house)
    if collected is None or collected.answered:
        if not made.sources_read and not made.stories:
            click.echo("ainews: no source has been read; `ainews brief --collect` reads them first", err=True)
        return made
    why = unread_line(collected)
    if made.stories:
        click.echo(f"ainews: {why}; this brief is made from what was read before.", err=True)
        return made
    from bot.cli.demo import sample_brief

    click.echo(f"ainews: {why}. Here is the bundled SAMPLE edition instead:", err=True)
    return await sample_brief(edition, clock, settings)
