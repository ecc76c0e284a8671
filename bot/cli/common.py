"""What the commands share: the clock of --at, the house, printing JSON."""

import asyncio
import json
import re
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from news.errors import BadInput
from news.ports import Clock, FixedClock, SystemClock

if TYPE_CHECKING:
    from bot.settings import Settings

T = TypeVar("T")
_CREDENTIALS: Final = re.compile(r"(?<=://)[^/?#\\]*@")
_YEARS: Final = range(1990, 2201)
_FORM: Final = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?")


def parse_moment(text: str) -> datetime:
    """An ISO 8601 moment; without an offset it is UTC. Raises BadInput."""
    try:
        if not _FORM.fullmatch(text.strip()):
            raise ValueError(text)
        moment = datetime.fromisoformat(text.strip())
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadInput(f"--at {text!r}", "not a moment; write it like 2026-07-17T06:00Z") from error
    if moment.year not in _YEARS:
        raise BadInput(f"--at {text!r}", f"no feed is of that time; choose a year from {_YEARS[0]} to {_YEARS[-1]}")
    return moment


def load_settings() -> "Settings":
    """Raises BadInput naming the variable that cannot be read. Imported late: --help needs no settings."""
    from bot import settings

    return settings.load_settings()


def clock_at(at: str | None) -> Clock:
    return SystemClock() if at is None else FixedClock(parse_moment(at))


at_option = click.option("--at", metavar="T", help="Take T (ISO 8601) as now.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
source_options = [
    click.option(
        "--catalogue", metavar="FILE|URL", help="Sources from a CSV or TOML catalogue instead of the bundled one."
    ),
    click.option("--opml", metavar="FILE|URL", help="Sources from an OPML file."),
]


def with_sources(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --catalogue and --opml."""
    for option in source_options:
        command = option(command)
    return command


def run_async(function: Callable[..., Coroutine[Any, Any, T]]) -> Callable[..., T]:
    """Runs a coroutine command to its end."""

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> T:
        return asyncio.run(function(*args, **kwargs))

    return run


def masked(address: str) -> str:
    """Without the user and password of a URL."""
    return _CREDENTIALS.sub("***@", address)


def print_json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
