"""The command `ainews`: one file per noun, each imported only when it is called."""

from bot.cli.main import main

__all__ = ["main"]
