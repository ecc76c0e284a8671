"""Collect and group with a progress bar: what `collect` and `brief --collect` share."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import click

from bot.house import House
from bot.newsroom.answering.replies import forget_old
from bot.newsroom.collecting.collecting import Collected, Progress, collect
from bot.newsroom.collecting.grouping import Grouped, group_articles
from bot.newsroom.collecting.indexing import index_missing
from bot.wiring import open_reading

_STAGES = {"index": "Indexing what is there", "sources": "Reading sources", "pages": "Reading articles"}


async def gather(house: House, *, catalogue: str | None, opml: str | None) -> tuple[Collected, Grouped]:
    """Reads the sources named (the bundled catalogue by default) and groups what is new; questions that were kept long enough go."""
    kept = timedelta(days=house.settings.questions_kept_days)
    await forget_old(database=house.database, clock=house.clock, kept=kept)
    async with open_reading(house.settings) as reading:
        sources = await reading.sources(catalogue=catalogue, opml=opml, problem=warn)
        with progress_bar() as progress:
            await index_missing(database=house.database, progress=lambda done, total: progress("index", done, total))
            collected = await collect(
                database=house.database,
                clock=house.clock,
                fetcher=reading.fetcher,
                parse=reading.parse,
                extract=reading.extract,
                sources=sources,
                progress=progress,
            )
    return collected, await group_articles(database=house.database, clock=house.clock, embedder=house.embedder)


def warn(problem: str) -> None:
    click.echo(f"ainews: {problem}", err=True)


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A bar on a terminal, nothing elsewhere; always on stderr."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:<22}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True)) as bars:
        tasks = {stage: bars.add_task(name, total=None, visible=False) for stage, name in _STAGES.items()}
        yield lambda stage, done, total: bars.update(tasks[stage], completed=done, total=total, visible=True)


def summary_line(collected: Collected, grouped: Grouped) -> str:
    return (
        f"{collected.answered} of {collected.sources} sources answered ({collected.unchanged} unchanged), "
        f"{collected.articles} new articles, {collected.pages} pages read, {grouped.stories} new stories."
    )


def unread_line(collected: Collected) -> str:
    """Why a run that read nothing did so: no network, answers that are no news, or no source that was due."""
    if collected.reached:
        name, reason = collected.unread[0]
        return f"not one source could be read ({name}: {reason})"
    if collected.tried:
        return "not one source could be reached; check the network"
    return "no source was due: each failed of late and is asked again later"
