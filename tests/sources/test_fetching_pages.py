"""Pages of articles are fetched as their hosts ask: robots.txt, crawl delays, and nothing but text."""

import asyncio
import time
from datetime import timedelta

import pytest

from news.errors import SourceForbidden, Throttled, Unreadable
from news.model import Source, Validators
from sources.fetcher import HttpFetcher
from tests.sources.serving import World

NOTHING = Validators()


def source(url: str) -> Source:
    return Source("daily", "Norderwick Daily", url)


async def test_pages_obey_robots_and_feeds_do_not(world: World, fetcher: HttpFetcher) -> None:
    """robots.txt is asked once for each host; feeds are made to be polled."""
    world.answer("/robots.txt", "User-agent: *\nDisallow: /private/\n", headers={"Content-Type": "text/plain"})
    allowed, private = world.answer("/news/1", "<p>Hello"), world.answer("/private/1", "<p>Hello")
    assert (await fetcher.page(allowed)).body == b"<p>Hello"
    with pytest.raises(SourceForbidden, match=r"robots\.txt does not allow it"):
        await fetcher.page(private)
    await fetcher.fetch(source(private), NOTHING)
    assert world.asked == ["/robots.txt", "/news/1", "/private/1"]


async def test_a_redirect_leads_around_no_robots(world: World, fetcher: HttpFetcher) -> None:
    """Every hop of a page is allowed, or the page is not read."""
    world.answer("/robots.txt", "User-agent: ainews\nDisallow: /private/\n")
    world.answer("/private/1")
    with pytest.raises(SourceForbidden):
        await fetcher.page(world.answer("/news/1", status=302, headers={"Location": "/private/1"}))


@pytest.mark.parametrize("status", [404, 500, 200])
async def test_unusable_robots_allow_everything(world: World, fetcher: HttpFetcher, status: int) -> None:
    """Missing, failing, or no robots.txt at all."""
    world.answer("/robots.txt", b"\xff\xfe\x00<html>", status=status)
    assert (await fetcher.page(world.answer("/news/1", "<p>Hello"))).body == b"<p>Hello"


async def test_a_crawl_delay_spaces_the_pages_of_its_host(world: World, fetcher: HttpFetcher) -> None:
    """Not its feeds, and nobody else's pages."""
    world.answer("/robots.txt", "User-agent: *\nCrawl-delay: 0.3\n")
    page = world.answer("/news", "<p>Hello")
    start = time.monotonic()
    await asyncio.gather(*(fetcher.page(page) for _ in range(3)))
    assert time.monotonic() - start > 0.5


async def test_a_page_that_would_wait_long_is_left_for_another_run(world: World, fetcher: HttpFetcher) -> None:
    """A host that wants minutes between two pages gives one a run."""
    world.answer("/robots.txt", "User-agent: *\nCrawl-delay: 120\n")
    page = world.answer("/news", "<p>Hello")
    await fetcher.page(page)
    with pytest.raises(Throttled, match="120 s between requests") as caught:
        await fetcher.page(page)
    assert caught.value.retry_after is not None
    assert caught.value.retry_after > timedelta(seconds=110)


async def test_a_page_that_is_a_film_is_not_read(world: World, fetcher: HttpFetcher) -> None:
    """The type decides, before the body comes."""
    with pytest.raises(Unreadable, match="video/mp4, not a page"):
        await fetcher.page(world.answer("/film", b"1234", headers={"Content-Type": "video/mp4"}))
