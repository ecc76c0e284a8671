"""`ainews line`: what the LINE channel needs from its operator."""

import click

from bot.cli.line_quota import quota
from bot.cli.line_setup import setup


@click.group()
def line() -> None:
    """Look after the LINE channel: set it up, and see the month's messages and who gets them."""


line.add_command(quota)
line.add_command(setup)
