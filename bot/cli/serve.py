"""`ainews serve`."""

import click

from bot.cli.common import at_option, clock_at, run_async
from bot.house import House
from news.errors import BadInput


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@at_option
@run_async
async def serve(host: str, port: int, at: str | None) -> None:
    """Show brief, stories and archive as pages."""
    from bot.settings import load_settings
    from bot.wiring import open_house

    async with open_house(load_settings(), clock_at(at)) as house:
        await serve_house(house, host=host, port=port)


async def serve_house(house: House, *, host: str, port: int) -> None:
    """Runs until SIGINT or SIGTERM. Raises BadInput when the port is taken."""
    import socket

    import uvicorn

    from bot.app import create_app

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
        except OSError as error:
            raise BadInput(
                f"{host}:{port}", f"cannot listen there ({error.strerror}); choose another --port"
            ) from error
        click.echo(f"AI News is on http://{host}:{listening.getsockname()[1]} (Ctrl-C ends it)", err=True)
        config = uvicorn.Config(create_app(house), log_level="warning", server_header=False)
        await uvicorn.Server(config).serve(sockets=[listening])
