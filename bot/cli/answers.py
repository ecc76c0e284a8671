"""`ainews answers`."""

from collections.abc import Sequence
from typing import Any

import click

from bot.cli.common import at_option, clock_at, json_option, print_json, run_async
from news.asking import Exchange, Feedback

tenant_option = click.option("--tenant", metavar="ID", help="Only of this workspace or account; by default of all.")


@click.group(invoke_without_command=True)
@click.option("--wrong", is_flag=True, help="Only those that somebody called wrong.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@tenant_option
@json_option
@click.pass_context
@run_async
async def answers(context: click.Context, wrong: bool, limit: int, tenant: str | None, as_json: bool) -> None:
    """List what was asked and answered, the latest first; `export` it for evaluation, `correct` what is wrong."""
    if context.invoked_subcommand is not None:
        return
    kept = await _kept(tenant, limit, wrong=wrong)
    if as_json:
        print_json([_row(*one) for one in kept])
        return
    for one in kept:
        click.echo(_line(*one))
    if not kept:
        click.echo("No answer was called wrong." if wrong else "Nothing was asked yet.")


@answers.command("export")
@click.argument("file", type=click.Path(dir_okay=False, writable=True))
@click.option("--limit", type=click.IntRange(1), default=10_000, show_default=True)
@tenant_option
@run_async
async def export(file: str, limit: int, tenant: str | None) -> None:
    """Write FILE: JSON Lines with question, answer, passages with their texts, and what people said, without who said it."""
    import json

    from bot.newsroom.answering.evaluation import evaluation_rows
    from bot.settings import load_settings
    from bot.wiring import open_house

    async with open_house(load_settings(), clock_at(None)) as house:
        rows = await evaluation_rows(database=house.database, tenant=tenant, limit=limit)
    with click.open_file(file, "w", encoding="utf-8") as written:
        written.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    click.echo(f"{len(rows)} answers written to {file}")


@answers.command("correct")
@click.argument("id")
@click.option("--text", default="", help="What is right; by default what the archive says without the wrong sentences.")
@click.option("--url", default="", help="Where --text stands.")
@tenant_option
@at_option
@json_option
@run_async
async def correct(id: str, text: str, url: str, tenant: str | None, at: str | None, as_json: bool) -> None:
    """Replace the answer ID, which is known to be wrong; where it was posted, the engine corrects it."""
    from bot.newsroom.answering.replies import correct_answer, whose_answer
    from bot.settings import load_settings
    from bot.wiring import open_house
    from news.payload import answer_payload

    settings = load_settings()
    async with open_house(settings, clock_at(at)) as house:
        owner = tenant or await whose_answer(id, database=house.database)
        exchange = await correct_answer(
            database=house.database,
            clock=house.clock,
            summariser=house.summariser,
            answer=id,
            text=text,
            url=url,
            tenant=owner,
            seconds=settings.llm_answer_seconds,
        )
        async with house.database.read() as tx:
            posts = await tx.posts.of(id, tenant=owner)
    if as_json:
        print_json({**answer_payload(exchange.current, base_url=settings.base_url), "posts": len(posts)})
        return
    told = " ".join(sentence.text for sentence in exchange.current.sentences)
    click.echo(f"{exchange.current.note} {told}".strip())
    click.echo(f"Posted at {len(posts)} places; a running `ainews serve` or `ainews work` corrects them.")


async def _kept(tenant: str | None, limit: int, *, wrong: bool) -> Sequence[tuple[Exchange, list[Feedback]]]:
    from bot.newsroom.answering.evaluation import kept_answers
    from bot.settings import load_settings
    from bot.wiring import open_house

    async with open_house(load_settings(), clock_at(None)) as house:
        return await kept_answers(database=house.database, tenant=tenant, limit=limit, wrong=wrong)


def _line(one: Exchange, words: Sequence[Feedback]) -> str:
    said = ", ".join(word.verdict for word in words)
    state = "corrected" if one.correction else "abstained" if one.answer.abstained else f"{one.answer.confidence:.2f}"
    tail = f"  [{said}]" if said else ""
    return f"{one.id}  {one.question.asked:%m-%d %H:%M}  {state:<9}  {' '.join(one.question.text.split())[:100]}{tail}"


def _row(one: Exchange, words: Sequence[Feedback]) -> dict[str, Any]:
    from news.payload import answer_payload, moment

    payload = answer_payload(one.current)
    said = [word.verdict for word in words]
    return {
        "asked": moment(one.question.asked),
        "tenant": one.question.tenant,
        **payload,
        "corrected": one.correction is not None,
        "feedback": said,
    }
