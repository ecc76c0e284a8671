"""`ainews work`."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from bot.cli.common import run_async
from bot.cli.ending import ending_by_signal
from bot.jobs.queues import NAMES
from news.errors import BadInput

if TYPE_CHECKING:
    from bot.settings import Settings


@click.command()
@click.option("--queues", default=",".join(NAMES), show_default=True, metavar="A,B", help="Take work from these only.")
@run_async
async def work(queues: str) -> None:
    """Add a worker on PostgreSQL: it shares the work with the server and takes over from workers that die."""
    from bot.cli.migrating import migrate_apart
    from bot.cli.receiving import open_reception
    from bot.cli.working import open_engine
    from bot.jobs.engine import Terms
    from bot.jobs.helpers import Helpers
    from bot.settings import load_settings
    from bot.wiring import open_house
    from news.ports import SystemClock

    terms = Terms(queues=_known(queues))
    ended, died = asyncio.Event(), asyncio.Event()

    def die() -> None:
        died.set()
        ended.set()

    settings = load_settings()
    _only_with_a_server(settings)
    await migrate_apart(settings.database)
    async with (
        open_house(settings, SystemClock()) as house,
        open_engine(house, terms, on_death=die) as desk,
        open_reception(house, desk, listening=False, helpers=Helpers(desk.crew, settings.most_helpers)),
    ):
        with ending_by_signal(ended.set):
            click.echo(f"Working on {', '.join(terms.queues)} (Ctrl-C ends it)", err=True)
            await ended.wait()
            click.echo("Ending: calls on their way may finish, nothing more is begun.", err=True)
    if died.is_set():
        raise click.exceptions.Exit(1)


def _only_with_a_server(settings: "Settings") -> None:
    """Raises BadInput on SQLite, which one process at a time works on: `ainews serve` is that one."""
    from bot.jobs.system import located

    location = located(settings.database)
    if location.file is not None:
        raise BadInput(
            f"the SQLite file {location.name}",
            "takes one working process, and that is `ainews serve`; for more, move to PostgreSQL and set "
            "AINEWS_DATABASE_URL=postgresql://user@host/name",
        )


def _known(queues: str) -> Sequence[str]:
    """Raises BadInput for a queue that there is not."""
    names = [name.strip() for name in queues.split(",") if name.strip()]
    for name in names:
        if name not in NAMES:
            raise BadInput(f"--queues {name}", f"there is no such queue; there are: {', '.join(NAMES)}")
    if not names:
        raise BadInput("--queues", f"name at least one of: {', '.join(NAMES)}")
    return names
