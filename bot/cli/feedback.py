"""`ainews feedback ID useful|wrong`."""

from typing import Literal

import click

from bot.cli.common import clock_at, json_option, print_json, run_async


@click.command()
@click.argument("id")
@click.argument("verdict", type=click.Choice(["useful", "wrong"]))
@json_option
@run_async
async def feedback(id: str, verdict: Literal["useful", "wrong"], as_json: bool) -> None:
    """Say whether the answer ID was useful or wrong; the last word counts. `ainews ask` and every answer's page show the ID."""
    from bot.newsroom.answering.replies import give_feedback, whose_answer
    from bot.settings import load_settings
    from bot.wiring import open_house

    async with open_house(load_settings(), clock_at(None)) as house:
        owner = await whose_answer(id, database=house.database)
        await give_feedback(database=house.database, clock=house.clock, answer=id, verdict=verdict, tenant=owner)
    if as_json:
        print_json({"answer": id, "verdict": verdict})
    elif verdict == "wrong":
        click.echo(f"Noted. `ainews answers correct {id}` puts it right.")
    else:
        click.echo("Noted.")
