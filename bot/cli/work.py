"""`ainews work`."""

import asyncio
import signal
from collections.abc import Sequence

import click

from bot.cli.common import run_async
from bot.jobs.queues import NAMES


@click.command()
@click.option("--queues", default=",".join(NAMES), show_default=True, metavar="A,B", help="Take work from these only.")
@run_async
async def work(queues: str) -> None:
    """Add a worker on PostgreSQL: it shares the work with the server and takes over from workers that die."""
    from bot.cli.working import open_engine
    from bot.jobs.engine import Terms
    from bot.settings import load_settings
    from bot.wiring import open_house
    from news.ports import SystemClock

    terms = Terms(queues=_known(queues))
    ended, died = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)

    def die() -> None:
        died.set()
        ended.set()

    async with open_house(load_settings(), SystemClock()) as house, open_engine(house, terms, on_death=die):
        click.echo(f"Working on {', '.join(terms.queues)} (Ctrl-C ends it)", err=True)
        await ended.wait()
        click.echo("Ending: calls on their way may finish, nothing more is begun.", err=True)
    if died.is_set():
        raise click.exceptions.Exit(1)


def _known(queues: str) -> Sequence[str]:
    """Raises BadInput for a queue that there is not."""
    from news.errors import BadInput

    names = [name.strip() for name in queues.split(",") if name.strip()]
    for name in names:
        if name not in NAMES:
            raise BadInput(f"--queues {name}", f"there is no such queue; there are: {', '.join(NAMES)}")
    if not names:
        raise BadInput("--queues", f"name at least one of: {', '.join(NAMES)}")
    return names
