"""`ainews collect`."""

import sys

import click

from bot.cli.common import at_option, clock_at, json_option, print_json, run_async, with_sources


@click.command()
@with_sources
@at_option
@json_option
@run_async
async def collect(catalogue: str | None, opml: str | None, at: str | None, as_json: bool) -> None:
    """Read every source, keep what is new, group it into stories."""
    from bot.cli.gathering import gather, summary_line, unread_line
    from bot.settings import load_settings
    from bot.wiring import open_house

    async with open_house(load_settings(), clock_at(at)) as house:
        collected, grouped = await gather(house, catalogue=catalogue, opml=opml)
    if as_json:
        print_json(
            {
                "sources": collected.sources,
                "answered": collected.answered,
                "unchanged": collected.unchanged,
                "articles": collected.articles,
                "pages": collected.pages,
                "stories": grouped.stories,
                "unread": [{"name": name, "reason": reason} for name, reason in collected.unread],
            }
        )
    else:
        click.echo(summary_line(collected, grouped))
        for name, reason in collected.unread[:10]:
            click.echo(f"  not read: {name}: {reason}")
        if len(collected.unread) > 10:
            click.echo(f"  … and {len(collected.unread) - 10} more; `ainews sources list` shows all")
    if collected.sources and not collected.answered:
        click.echo(f"ainews: {unread_line(collected)}; `ainews sources list` says of each why", err=True)
        sys.exit(1)
