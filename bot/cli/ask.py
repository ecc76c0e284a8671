"""`ainews ask`."""

import re
from typing import TYPE_CHECKING, Final

import click

from bot.cli.common import at_option, clock_at, json_option, print_json, run_async

if TYPE_CHECKING:
    from bot.house import House


class _Asking(click.Command):
    """A question may begin with a dash: what has a blank or no letter in it is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        at = args.index("--") if "--" in args else len(args)
        words = [one for one in args[:at] if _NO_OPTION.match(one)]
        options = [one for one in args[:at] if not _NO_OPTION.match(one)]
        said = [*words, *args[at + 1 :]]
        if at < len(args) and not said and not any(one[:1] != "-" for one in options):
            said = [""]
        return super().parse_args(ctx, [*options, "--", *said])


_NO_OPTION: Final = re.compile(r"-(?:\W*$|[^=]*\s)")


@click.command(cls=_Asking)
@click.argument("question")
@click.option("--story", metavar="ID", help="Ask under this story: its sources come first.")
@click.option("--thread", default="", metavar="NAME", help="Go on with the conversation of this name.")
@click.option("--language", metavar="TAG", help="Your language; by default the question's.")
@at_option
@json_option
@run_async
async def ask(
    question: str, story: str | None, thread: str, language: str | None, at: str | None, as_json: bool
) -> None:
    """Answer QUESTION from the archive with sources, or say that it is not there."""
    from bot.cli.gathering import progress_bar
    from bot.newsroom.answering.answering import answer_question
    from bot.newsroom.collecting.indexing import index_missing
    from bot.settings import known_language, load_settings
    from bot.wiring import open_house
    from channels.document.render import render_answer
    from news.errors import BadInput
    from news.payload import answer_payload

    if not question.strip():
        raise BadInput("question", "it is empty; ask something like: what did OpenAI announce this week?")
    settings = load_settings()
    async with open_house(settings, clock_at(at)) as house:
        with progress_bar() as progress:  # after an upgrade that made the index anew
            await index_missing(database=house.database, progress=lambda done, total: progress("index", done, total))
        await _known(story, house)
        answer = await answer_question(
            database=house.database,
            clock=house.clock,
            summariser=house.summariser,
            text=question,
            thread=thread,
            story=story,
            language=known_language(language) if language else None,
            zone=settings.timezone,
            seconds=settings.llm_answer_seconds,
        )
    if as_json:
        print_json(answer_payload(answer, base_url=settings.base_url))
    else:
        click.echo(render_answer(answer, "text", language=answer.language, base_url=settings.base_url))
        if answer.id:
            click.echo(f"Did it help? ainews feedback {answer.id} useful|wrong", err=True)


async def _known(story: str | None, house: "House") -> None:
    """Raises BadInput where there is no such story."""
    from news.errors import BadInput
    from news.model import PUBLIC

    if story is None:
        return
    async with house.database.read() as tx:
        if await tx.stories.get(story, tenant=PUBLIC) is None:
            raise BadInput("--story", f"no story {story[:64]!r}; take its id from the answer's stories (--json)")
