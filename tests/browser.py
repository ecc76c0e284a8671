"""A real browser for tests marked `browser`. Run as a script, it prints the Chromium that they will use."""

import os
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright
from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
]


class NoBrowser(Exception):
    pass


def find_chromium() -> str:
    """The path of AINEWS_TEST_CHROMIUM, else of a Chromium on PATH, else of Playwright's own. Raises NoBrowser."""
    named = os.environ.get("AINEWS_TEST_CHROMIUM")
    if named:
        if found := shutil.which(named):
            return found
        raise NoBrowser(f"AINEWS_TEST_CHROMIUM={named} is no program")
    for name in NAMES:
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        if Path(playwright.chromium.executable_path).exists():
            return playwright.chromium.executable_path
    raise NoBrowser("no Chromium on PATH and none of Playwright's own: make browser installs one")


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Where Chromium is. Without one the test is skipped, in CI it fails."""
    try:
        return find_chromium()
    except NoBrowser as missing:
        pytest.skip(str(missing))


@pytest.fixture
async def page(chromium_path: str) -> AsyncIterator[Page]:
    """An empty page of a fresh browser that knows only this machine; a script error on a page fails the test."""
    errors: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
        opened = await browser.new_page()
        opened.on("pageerror", lambda error: errors.append(str(error)))
        yield opened
        await browser.close()
    assert not errors, f"the page's scripts failed: {errors}"


def main() -> int:
    try:
        print(find_chromium())
    except NoBrowser as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
