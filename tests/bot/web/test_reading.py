"""Every page can be read by everybody: by keyboard, by screen reader, in either light."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import html  # type: ignore[import-untyped]

from bot.web.assets import style
from tests.bot.house import brief_in, sample_house
from tests.bot.shelf import client_of

LEAST_CONTRAST = 4.5


@pytest.fixture
async def reader(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    async with sample_house(tmp_path) as house:
        await brief_in(house, "en")
        await brief_in(house, "ja")
        async with client_of(house) as client:
            yield client


async def walk(client: httpx.AsyncClient) -> dict[str, Any]:
    """Every page that links lead to from the first one, in the language of each link: path to tree."""
    found: dict[str, Any] = {}
    waiting = ["/", "/nothing-here"]
    while waiting:
        path = waiting.pop()
        answer = await client.get(path)
        assert answer.status_code == (404 if path == "/nothing-here" else 200), path
        found[path] = html.document_fromstring(answer.text) if "html" in answer.headers["content-type"] else None
        if found[path] is not None:
            links = {str(node.get("href")) for node in found[path].iter("a")}
            new = (link for link in links if link.startswith("/") and "language=" not in link)
            waiting += [link for link in new if link not in found and link not in waiting]
    return found


def texts(node: Any) -> str:
    return (node.text_content() or node.get("aria-label") or "").strip()


async def test_every_link_leads_to_a_page_that_everybody_can_read(reader: httpx.AsyncClient) -> None:
    """One h1, no heading level left out, unique ids, every link and list with words, a language, a way past the menu."""
    pages = {path: page for path, page in (await walk(reader)).items() if page is not None}
    assert len(pages) > 20
    for path, page in pages.items():
        levels = [int(node.tag[1]) for node in page.iter("h1", "h2", "h3", "h4")]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)
        ids = Counter(node.get("id") for node in page.iter() if node.get("id"))
        assert not [id for id, count in ids.items() if count > 1], path
        assert all(texts(node) for node in page.iter("a")), path
        assert page.get("lang")
        skip = next(page.iter("a"))
        assert skip.get("href") == "#content"
        assert page.get_element_by_id("content").tag == "main"
        for node in page.iter():
            if node.get("aria-labelledby"):
                assert page.get_element_by_id(node.get("aria-labelledby")) is not None, path
        assert all(node.get("aria-label") for node in page.iter("nav")), path


async def test_no_page_has_a_script_or_a_style_of_its_own(reader: httpx.AsyncClient) -> None:
    """The policy would block them, and the page would look broken."""
    for path, page in (await walk(reader)).items():
        if page is not None:
            assert not list(page.iter("script", "style", "iframe", "img")), path
            assert not [node for node in page.iter() if node.get("style")], path


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, after WCAG 2."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_words_stand_out_from_the_paper_by_day_and_by_night() -> None:
    """At least 4.5 to 1 for everything that is read, on the paper and on the tint."""
    palettes = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{([^}]*)\}", style())
    ]
    screens = [palette for palette in palettes if "tint" in palette]
    assert len(screens) == 2
    for palette in screens:
        for ground in ("paper", "tint"):
            for ink in ("ink", "quiet", "accent"):
                dark, light = sorted((luminance(palette[ink]), luminance(palette[ground])))
                assert (light + 0.05) / (dark + 0.05) >= LEAST_CONTRAST, (ink, ground, palette)
