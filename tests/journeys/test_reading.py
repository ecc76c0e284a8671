"""A reader opens the brief in a real browser."""

import asyncio
import socket
from pathlib import Path

import pytest
import uvicorn
from playwright.async_api import Page

from bot.app import create_app
from tests.bot.house import brief_in, sample_house


@pytest.mark.browser
async def test_a_reader_opens_the_brief_and_a_story(page: Page, tmp_path: Path) -> None:
    """Headline, sections and sources are there; the story's page opens; nothing overflows a phone."""
    async with sample_house(tmp_path) as house:
        brief = await brief_in(house)
        with socket.socket() as listening:
            listening.bind(("127.0.0.1", 0))
            server = uvicorn.Server(uvicorn.Config(create_app(house), log_level="warning"))
            running = asyncio.create_task(server.serve(sockets=[listening]))
            complaints: list[str] = []
            page.on("console", lambda message: complaints.append(message.text))
            try:
                await page.set_viewport_size({"width": 390, "height": 844})
                await page.goto(f"http://127.0.0.1:{listening.getsockname()[1]}/?language=en")
                assert await page.locator("h1").inner_text() == "The 5-minute brief"
                assert await page.locator("article h2").count() == sum(not s.one_line for s in brief.stories)
                assert await page.get_by_text("Why it matters").count() >= 1
                width = await page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
                assert width[0] <= width[1]
                await page.locator("article h2 a").first.click()
                assert await page.locator("h1").inner_text() == brief.stories[0].headline
                assert await page.get_by_role("heading", name="Sources").count() == 1
                assert not complaints
            finally:
                server.should_exit = True
                await running
