"""`ainews line setup`."""

from urllib.parse import urlsplit

import click

from bot.cli.common import json_option, load_settings, print_json, run_async
from news.errors import BadInput


@click.command()
@click.option(
    "--base-url", default="", metavar="URL", help="Where LINE reaches this server; AINEWS_BASE_URL when left out."
)
@json_option
@run_async
async def setup(base_url: str, as_json: bool) -> None:
    """Set the webhook's address, have LINE test it, upload the rich menus and say what is left to switch on.

    The server must be running. Can be done again at any time; what is there stays. Exit code 1 when a step failed.
    """
    from channels.line.api import open_api
    from channels.line.settings import demanded, missing
    from channels.line.settings import load_settings as line_settings
    from channels.line.setup import LEFT, Step, set_up

    line, house = line_settings(), load_settings()
    if lacking := missing(line):
        raise BadInput(lacking[0], f"is not set; {demanded()}")
    webhook = _webhook(base_url or house.base_url)
    steps: list[Step] = []
    async with open_api(line) as api:
        async for step in set_up(api, webhook=webhook, language=house.reading_language):
            steps.append(step)
            if not as_json:
                mark = click.style("ok  ", fg="green") if step.well else click.style("todo", fg="red")
                click.echo(f"{mark}  {step.name}: {step.detail}")
    if as_json:
        done = [{"step": step.name, "ok": step.well, "detail": step.detail} for step in steps]
        print_json({"steps": done, "left": list(LEFT)})
    else:
        click.echo("Left for you, because LINE has no call for it:")
        for text in LEFT:
            click.echo(f"  - {text}")
    if not all(step.well for step in steps):
        raise click.exceptions.Exit(1)


def _webhook(base_url: str) -> str:
    """Raises BadInput for an address that LINE cannot call."""
    parts = urlsplit(base_url)
    loopback = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost", "::1")
    if not parts.netloc or not (parts.scheme == "https" or loopback):
        raise BadInput(
            f"base URL {base_url!r}", "LINE calls https addresses only; give --base-url https://… or AINEWS_BASE_URL"
        )
    return f"{base_url.rstrip('/')}/webhooks/line"
