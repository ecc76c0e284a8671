"""`ainews ask`."""

import time

import click

from bot.cli.common import at_option, clock_at, json_option, print_json, run_async


@click.command()
@click.argument("question")
@at_option
@json_option
@run_async
async def ask(question: str, at: str | None, as_json: bool) -> None:
    """Answer QUESTION from the archive with sources, or say that it is not there."""
    from bot.newsroom.answering import answer_question
    from bot.settings import load_settings
    from bot.wiring import open_house
    from channels.document.render import render_answer
    from news.payload import answer_payload

    settings = load_settings()
    async with open_house(settings, clock_at(at)) as house:
        started = time.perf_counter()
        answer = await answer_question(
            database=house.database, clock=house.clock, summariser=house.summariser, text=question
        )
        milliseconds = round((time.perf_counter() - started) * 1000, 1)
    if as_json:
        print_json({**answer_payload(answer), "cost": 0.0, "milliseconds": milliseconds})
    else:
        click.echo(render_answer(answer, "text", language=settings.reading_language))
