"""Parsing on other processes: the same results, and no document that takes the run down."""

import os
import time

import pytest

from news.errors import Unreadable
from news.model import Fetched, Source, Validators
from sources.feeds import parse_feed
from sources.pages import extract_text
from sources.workers import Workers
from tests.sources.serving import FEED

SOURCE = Source("daily", "Norderwick Daily", "https://daily.example/feed")
GOOD = Fetched("https://daily.example/feed", FEED, "application/xml", Validators())
PAGE = Fetched(
    "https://daily.example/heron",
    b"<html><body><article><p>The Heron model reads maps, and its weights may be used by anybody who likes.</p></article>",
    "text/html",
    Validators(),
)


async def test_workers_give_what_the_parsers_give() -> None:
    """Entries and text come home unchanged, an error with its source and reason."""
    async with Workers() as workers:
        assert await workers.parse(SOURCE, GOOD) == parse_feed(SOURCE, GOOD)
        text = await workers.extract(PAGE)
        assert text == extract_text(PAGE.body, PAGE.url, PAGE.content_type)
        assert text.startswith("The Heron model")
        with pytest.raises(Unreadable) as caught:
            await workers.parse(SOURCE, Fetched(GOOD.url, b"", "text/xml", Validators()))
    assert (caught.value.subject, caught.value.reason) == ("Norderwick Daily", "the document is empty")


async def test_a_document_that_kills_its_parser_is_unreadable_and_the_next_is_read() -> None:
    """As a crash in a C library would."""
    async with Workers(processes=1) as workers:
        with pytest.raises(Unreadable, match="breaks down"):
            await workers._run("Norderwick Daily", os._exit, 1)
        assert await workers.parse(SOURCE, GOOD)


async def test_a_document_that_stalls_its_parser_is_given_up() -> None:
    """Its process is ended, not waited for."""
    async with Workers(processes=1, seconds=3) as workers:
        start = time.monotonic()
        with pytest.raises(Unreadable, match="took longer than 3 s to parse"):
            await workers._run("Norderwick Daily", time.sleep, 60)
        assert time.monotonic() - start < 50
