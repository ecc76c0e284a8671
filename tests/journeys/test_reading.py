"""A reader opens the brief in a real browser."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.async_api import Page

from bot.app import create_app
from bot.house import House
from tests.bot.house import brief_in, sample_house


@asynccontextmanager
async def serving(house: House) -> AsyncIterator[str]:
    """Its address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(house), log_level="warning"))
        running = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            await running


@pytest.mark.browser
async def test_a_reader_opens_the_brief_and_a_story(page: Page, tmp_path: Path) -> None:
    """Headline, sections and sources are there; the story's page opens; nothing overflows a phone."""
    async with sample_house(tmp_path) as house, serving(house) as address:
        brief = await brief_in(house)
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        await page.set_viewport_size({"width": 390, "height": 844})
        await page.goto(f"{address}/?language=en")
        assert await page.locator("h1").inner_text() == "The 5-minute brief"
        assert await page.locator("article h2").count() == sum(not s.one_line for s in brief.stories)
        assert await page.get_by_text("Why it matters").count() >= 1
        assert await fits(page)
        await page.locator("article h2 a").first.click()
        assert await page.locator("h1").inner_text() == brief.stories[0].headline
        assert await page.get_by_role("heading", name="Sources").count() == 1
        assert not complaints


@pytest.mark.browser
async def test_a_reader_asks_from_the_first_page_with_the_keyboard_alone(page: Page, tmp_path: Path) -> None:
    """On a phone's width: the labelled box, an answer, and the box below it once more."""
    async with sample_house(tmp_path) as house, serving(house) as address:
        brief = await brief_in(house)
        await page.set_viewport_size({"width": 360, "height": 640})
        await page.goto(f"{address}/?language=en")
        box = page.get_by_role("search").get_by_label("Ask the archive")
        for _ in range(9):
            if await box.evaluate("box => box === document.activeElement"):
                break
            await page.keyboard.press("Tab")
        await page.keyboard.type(f"What happened: {brief.stories[0].headline}?")
        await page.keyboard.press("Enter")
        await page.wait_for_url("**/ask?*")
        await page.get_by_role("heading", name="What happened", level=1).wait_for()
        assert await page.locator(".answer a[href^=http]").count() >= 1
        assert await page.get_by_label("Ask the archive").is_visible()
        assert await fits(page)


async def fits(page: Page) -> bool:
    """Nothing has to be moved sideways."""
    return bool(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
