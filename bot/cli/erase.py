"""`ainews erase READER`."""

import click

from bot.cli.common import clock_at, json_option, print_json, run_async


@click.command()
@click.argument("reader")
@click.option("--tenant", metavar="ID", help="Only in this workspace or account; by default in all.")
@json_option
@run_async
async def erase(reader: str, tenant: str | None, as_json: bool) -> None:
    """Remove a person for good: what READER (an id or an address) asked, said, saved and subscribed to."""
    from dataclasses import asdict

    from bot.newsroom.answering.replies import erase_reader
    from bot.settings import load_settings
    from bot.wiring import open_house

    async with open_house(load_settings(), clock_at(None)) as house:
        gone = await erase_reader(database=house.database, reader=reader, tenant=tenant)
    if as_json:
        print_json(asdict(gone))
    elif gone.anything:
        parts = (f"{number} {name}" for name, number in asdict(gone).items() if number)
        click.echo(f"Removed of {reader}: {', '.join(parts)}.")
    else:
        click.echo(f"Nothing is kept of {reader}.")
