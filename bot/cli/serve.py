"""`ainews serve`: the pages and the durable engine in one process."""

import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Final

import click

from bot.cli.common import at_option, clock_at, run_async
from bot.house import House, collect_rarely
from news.errors import BadInput

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

_GRACE: Final = 5
"""Seconds that requests have to end in when the server stops."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--pages-only", is_flag=True, help="Show pages, read no sources and send nothing.")
@at_option
@run_async
async def serve(host: str, port: int, pages_only: bool, at: str | None) -> None:
    """Show brief, stories and archive as pages, read the sources and send each subscriber's brief when it is due.

    With --at it is a preview of that moment: pages only.
    """
    from bot.cli.migrating import migrate_apart
    from bot.settings import load_settings
    from bot.wiring import open_house

    settings = load_settings()
    await migrate_apart(settings.database)
    async with open_house(settings, clock_at(at)) as house:
        await serve_house(house, host=host, port=port, engine=not (pages_only or at))


async def serve_house(house: House, *, host: str, port: int, engine: bool) -> None:
    """Runs until SIGINT or SIGTERM, then ends in order: requests and calls on their way may finish.

    Raises BadInput when the port is taken, or when another process does this SQLite file's durable work.
    """
    from bot.app import create_app
    from bot.cli.ending import ending_by_signal

    collect_rarely()
    with _listening(host, port) as listening:
        app, died = create_app(house), False
        server = _server(app)

        def die() -> None:
            nonlocal died
            died = server.should_exit = True

        async with _worker(house, app, die) if engine else _nobody() as begin_nothing_more:

            def end() -> None:
                begin_nothing_more()
                server.should_exit = True

            with ending_by_signal(end):
                click.echo(_told(host, listening.getsockname()[1], engine), err=True)
                await server.serve(sockets=[listening])
    if died:
        raise click.exceptions.Exit(1)


def _server(app: "FastAPI") -> "uvicorn.Server":
    import uvicorn

    class Server(uvicorn.Server):
        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            """Left to us: uvicorn raises the signal again when it is done, which would end the engine's work halfway."""
            yield

    return Server(uvicorn.Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=_GRACE))


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
        except OSError as error:
            raise BadInput(
                f"{host}:{port}", f"cannot listen there ({error.strerror}); choose another --port"
            ) from error
        yield listening


@asynccontextmanager
async def _worker(house: House, app: "FastAPI", die: Callable[[], None]) -> AsyncIterator[Callable[[], None]]:
    """The engine at work, and the doors of the platforms open; what it gives makes it begin nothing more."""
    from bot.cli.receiving import open_reception
    from bot.cli.working import open_engine
    from bot.jobs.helpers import Helpers

    async with open_engine(house, on_death=die) as desk:
        helpers = Helpers(desk.crew, house.settings.most_helpers)
        async with open_reception(house, desk, listening=True, helpers=helpers) as inbox:
            app.state.channels, app.state.inbox, app.state.helpers = desk.channels, inbox, helpers
            yield desk.stop


@asynccontextmanager
async def _nobody() -> AsyncIterator[Callable[[], None]]:
    yield lambda: None


def _told(host: str, port: int, engine: bool) -> str:
    shown = f"[{host}]" if ":" in host else host
    work = "" if engine else ", pages only"
    return f"AI News is on http://{shown}:{port}{work} (Ctrl-C ends it)"
