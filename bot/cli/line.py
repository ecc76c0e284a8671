"""`ainews line`: what the LINE channel needs from its operator."""

import click

from bot.cli.line_quota import quota


@click.group()
def line() -> None:
    """Look after the LINE channel: the month's messages, and who gets them."""


line.add_command(quota)
