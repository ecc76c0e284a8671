"""`ainews sources`."""

from collections import Counter

import click

from bot.cli.common import at_option, clock_at, json_option, print_json, run_async


@click.group()
def sources() -> None:
    """The sources and how they do."""


@sources.command(name="list")
@at_option
@click.option("--state", type=click.Choice(["ok", "new", "empty", "failing", "stale", "gone"]), help="Only these.")
@json_option
@run_async
async def list_sources(at: str | None, state: str | None, as_json: bool) -> None:
    """Every source with its state and the reason."""
    from bot.newsroom.collecting.oversight import source_health
    from bot.settings import load_settings
    from bot.wiring import open_house

    async with open_house(load_settings(), clock_at(at)) as house:
        found = await source_health(database=house.database, clock=house.clock)
    rows = [health for health in found if state in (None, health.state.value)]
    if as_json:
        print_json([{"name": h.source.name, "state": h.state.value, "reason": h.reason, "feed": h.source.feed} for h in rows])  # fmt: skip
        return
    for h in sorted(rows, key=lambda h: (h.state.value, h.source.name.casefold())):
        click.echo(f"{h.state.value:<8} {h.source.name}  {h.reason}")
    counts = Counter(h.state.value for h in found)
    click.echo(", ".join(f"{n} {name}" for name, n in sorted(counts.items())) or "No sources yet. Run `ainews collect` first.")  # fmt: skip
