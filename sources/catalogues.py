"""Lists of sources: the bundled one, and a person's own as CSV, TOML or OPML. A broken row costs that row alone."""

import asyncio
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

from news.errors import BadInput, SourceError
from news.model import Fetched, Source, Validators
from news.ports import Fetcher
from news.urls import is_http
from sources.decoding import decode
from sources.listing import KINDS, TOPICS, CatalogueResult, Gathering, Problem
from sources.opml import parse_opml
from sources.tables import csv_rows, toml_rows

__all__ = [
    "KINDS",
    "TOPICS",
    "CatalogueResult",
    "Problem",
    "load_bundled",
    "parse_catalogue",
    "parse_opml",
    "read_catalogue",
]

_LARGEST: Final = 8 * 2**20


@cache
def load_bundled() -> tuple[Source, ...]:
    """The catalogue that comes with the program. Raises BadInput if a file of it was damaged."""
    gathering = Gathering()
    for file in sorted(resources.files("sources").joinpath("catalogue").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for row in toml_rows(file.read_text("utf-8"), gathering):
                gathering.add(row)
    result = gathering.result("the bundled catalogue")
    if result.problems:
        raise BadInput("the bundled catalogue", f"is damaged ({result.problems[0]}); install AI News again")
    return result.sources


def parse_catalogue(text: str, *, name: str) -> CatalogueResult:
    """Sources from CSV with a header in any order (name, feed_url, site_url, kind, language, …) or from TOML tables.

    A file that turns out to be OPML is read as such. Raises BadInput when there is not one usable source in it.
    """
    text = text.lstrip("\ufeff").replace("\0", "")
    head = text.lstrip()[:2000].lower()
    if "<opml" in head:
        return parse_opml(text, name=name)
    if not head:
        raise BadInput(name, "the catalogue is empty; give a CSV file whose header has a column feed_url")
    if head.startswith("<"):
        raise BadInput(name, "is a web page or XML, not a catalogue; give a CSV, TOML or OPML file")
    gathering = Gathering()
    for row in toml_rows(text, gathering) if _is_toml(text, name) else csv_rows(text, gathering, name):
        gathering.add(row)
    return gathering.result(name)


def _is_toml(text: str, name: str) -> bool:
    first = next((line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    return name.lower().endswith(".toml") or first.startswith("[")


async def read_catalogue(location: str, fetcher: Fetcher, *, opml: bool = False) -> CatalogueResult:
    """The catalogue in a file or at an http(s) address. Raises BadInput naming what is wrong and the remedy."""
    text = await (_from_web(location, fetcher) if is_http(location) else _from_file(location))
    return parse_opml(text, name=location) if opml else parse_catalogue(text, name=location)


async def _from_web(location: str, fetcher: Fetcher) -> str:
    try:
        document = await fetcher.fetch(Source("catalogue", location, location), Validators())
    except SourceError as error:
        raise BadInput(location, f"the catalogue cannot be read: {error.reason}; check the address") from error
    if not isinstance(document, Fetched):
        raise BadInput(location, "the catalogue's server sent nothing; try again")
    return decode(document.body, document.content_type)


async def _from_file(location: str) -> str:
    if "://" in location:
        raise BadInput(location, "is neither a file nor an http address; give a path, or a link with http or https")
    try:
        body = await asyncio.to_thread(_read, location)
    except FileNotFoundError as error:
        raise BadInput(location, "there is no such file; check the path") from error
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(location, f"the file cannot be read ({reason}); check the path and its rights") from error
    if len(body) > _LARGEST:
        raise BadInput(location, "is larger than 8 MiB, which no list of feeds is; check the path")
    return decode(body)


def _read(location: str) -> bytes:
    with Path(location).expanduser().open("rb") as file:
        return file.read(_LARGEST + 1)
