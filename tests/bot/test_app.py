"""The app as a whole: what every answer carries, and what happens when something is wrong."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from bot.app import create_app
from bot.house import House
from news.errors import StoreError
from tests.bot.shelf import client_of, shelf
from tests.fakes.briefs import brief


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with shelf(tmp_path, briefs=[brief()]) as made:
        yield made


class Broken:
    """A database that fails in one way only."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def read(self) -> None:
        raise self._error


def broken(house: House, error: Exception) -> httpx.AsyncClient:
    return client_of(replace(house, database=Broken(error)))  # type: ignore[arg-type]


GUARDED = ("content-security-policy", "x-content-type-options", "referrer-policy")


@pytest.mark.parametrize(
    "path", ["/", "/b1", "/healthz", "/briefs/b1brief.json", "/static/style.css", "/stories?page=x"]
)
async def test_every_answer_forbids_scripts_frames_and_sniffing(house: House, path: str) -> None:
    """Pages, refusals, data and style alike."""
    async with client_of(house) as client:
        headers = (await client.get(path)).headers
    assert all(name in headers for name in GUARDED)
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy


async def test_a_fault_is_a_page_without_its_cause(house: House) -> None:
    """The reader gets an apology in their language, with the same guards, and nothing of the inside."""
    async with broken(house, RuntimeError("secret: hunter2")) as client:
        answer = await client.get("/", headers={"Accept-Language": "ja"})
    assert answer.status_code == 500
    assert "エラーが発生しました" in answer.text
    assert "hunter2" not in answer.text
    assert all(name in answer.headers for name in GUARDED)


async def test_a_silent_database_is_temporary(house: House) -> None:
    """503 tells a proxy and a reader to come back; the health check says what it is."""
    async with broken(house, StoreError("news.db", "is locked")) as client:
        assert (await client.get("/")).status_code == 503
        health = await client.get("/healthz")
    assert (health.status_code, health.text) == (503, "database: is locked\n")


@pytest.mark.parametrize(
    "path", ["/", "/stories", "/archive", "/sources", "/healthz", "/static/style.css", "/static/icon.svg"]
)
async def test_head_works_where_get_does(house: House, path: str) -> None:
    """Link checkers and monitors ask so."""
    async with client_of(house) as client:
        assert (await client.head(path)).status_code == (await client.get(path)).status_code == 200


async def test_nothing_can_be_posted(house: House) -> None:
    """Refused with what is allowed instead."""
    async with client_of(house) as client:
        answer = await client.post("/stories")
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) <= {"GET", "HEAD"}


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json"])
async def test_there_is_no_page_that_loads_from_elsewhere(house: House, path: str) -> None:
    """FastAPI's own documentation would fetch scripts from a network of others."""
    async with client_of(house) as client:
        assert (await client.get(path)).status_code == 404


async def test_style_and_icon_may_be_kept_for_ever(house: House) -> None:
    """Their address changes with their content."""
    async with client_of(house) as client:
        page = (await client.get("/")).text
        address = page.split('rel="stylesheet" href="')[1].split('"')[0]
        style = await client.get(address)
        icon = await client.get("/static/icon.svg")
    assert style.headers["content-type"].startswith("text/css")
    assert "immutable" in style.headers["cache-control"]
    assert icon.headers["content-type"].startswith("image/svg+xml")


def test_making_an_app_touches_nothing(house: House) -> None:
    """No connection, no file: a house whose every part would fail is good enough."""
    assert create_app(replace(house, database=Broken(RuntimeError())))  # type: ignore[arg-type]
