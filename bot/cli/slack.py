"""`ainews slack`."""

from urllib.parse import urlsplit

import click

from bot.cli.common import print_json
from news.errors import BadInput


@click.group()
def slack() -> None:
    """Set up the Slack app."""


@slack.command()
@click.option("--base-url", default="", metavar="URL", help="Where this server is seen; AINEWS_BASE_URL when left out.")
@click.option("--socket-mode", is_flag=True, help="Needs no public address: the bot dials out.")
@click.option("--many", is_flag=True, help='With the address for "Add to Slack": any workspace may install it.')
def manifest(base_url: str, socket_mode: bool, many: bool) -> None:
    """Print the app manifest to paste at api.slack.com/apps."""
    from bot.settings import load_settings
    from channels.slack.manifest import manifest as made

    seen = base_url or load_settings().base_url
    if not socket_mode or many:
        parts = urlsplit(seen)
        if parts.scheme not in ("https", "http") or not parts.netloc:
            remedy = "give --base-url https://… where Slack reaches this server, or --socket-mode, which needs none"
            raise BadInput(f"base URL {seen!r}", remedy)
        if parts.scheme == "http" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
            raise BadInput(f"base URL {seen!r}", "Slack calls https addresses only")
    print_json(made(seen, socket_mode=socket_mode, many=many))
