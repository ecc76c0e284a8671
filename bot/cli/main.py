"""The command group. Errors of the house become one line on stderr and exit code 1, never a traceback."""

import importlib
from typing import Any, Final

import click

from news.errors import NewsError

_COMMANDS: Final = {
    "answers": "Show, export and correct what was answered.",
    "ask": "Answer a question from the archive, with sources.",
    "brief": "Print the five-minute brief.",
    "collect": "Read every source and keep what is new.",
    "cost": "Show what the language model cost, by day, model and purpose.",
    "deliver": "Send what is due and count how it went.",
    "deliveries": "Show what was sent, what was not, and why.",
    "demo": "Show the bundled sample edition.",
    "doctor": "Check this install and say what to do.",
    "feedback": "Say whether an answer was useful or wrong.",
    "line": "Look after the LINE channel: messages left, who gets them.",
    "preview": "Print a brief as a channel would send it.",
    "erase": "Remove a person and everything kept of them.",
    "serve": "Show brief, stories and archive as pages.",
    "slack": "Print the manifest of the Slack app.",
    "sources": "List the sources and how they do.",
    "stories": "List the stories of the last days.",
    "subscribers": "Add, list, pause and remove who gets the brief.",
    "why": "Say why a story ranks where it does.",
    "work": "Add a worker on PostgreSQL.",
}


class _Group(click.Group):
    """Knows the names and one line each, so that --help imports no command."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(importlib.import_module(f"bot.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except NewsError as error:
            click.echo(f"ainews: {error}", err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            click.echo("ainews: interrupted; what was kept is kept, the next run completes it", err=True)
            ctx.exit(130)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ainews", message="%(version)s")
def app() -> None:
    """AI News: what happened in AI, why it matters, what to watch, with a source for every sentence."""


def main() -> None:
    """Entry point. Exit codes: 0 done, 1 an error that its message explains, 2 wrong usage, 130 interrupted."""
    app(prog_name="ainews")
