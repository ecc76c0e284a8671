"""A house with just what a test puts into it: no feeds, no reading, a database of its own."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from bot.app import create_app
from bot.house import House
from bot.settings import Settings
from bot.wiring import open_house
from news.model import PUBLIC, Article, Brief, Story, TextState, Tier
from news.ports import FixedClock
from tests.copies import migrated

NOON = datetime(2026, 7, 17, 12, tzinfo=UTC)


@asynccontextmanager
async def shelf(
    folder: Path,
    *,
    briefs: Sequence[Brief] = (),
    stories: Sequence[Story] = (),
    articles: Sequence[Article] = (),
    now: datetime = NOON,
) -> AsyncIterator[House]:
    """Each article's `story` says where it belongs."""
    settings = Settings(database_url=f"sqlite:///{migrated(folder / 'shelf.db')}", zone="UTC")
    async with open_house(settings, FixedClock(now)) as house:
        async with house.database.begin() as tx:
            await tx.stories.put(stories, tenant=PUBLIC)
            await tx.articles.add([replace(article, story=None) for article in articles], tenant=PUBLIC)
            await tx.articles.assign({a.id: a.story for a in articles if a.story}, tenant=PUBLIC)
            for brief in briefs:
                await tx.briefs.put(brief)
        yield house


@asynccontextmanager
async def visit(folder: Path, **things: Any) -> AsyncIterator[httpx.AsyncClient]:
    """A reader in front of a `shelf`."""
    async with shelf(folder, **things) as house, client_of(house) as client:
        yield client


def client_of(house: House) -> httpx.AsyncClient:
    """A reader's browser without a window. A fault is a page here, as it is for a reader."""
    transport = httpx.ASGITransport(create_app(house), raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://testserver")


def a_story(id: str = "s1", **changes: Any) -> Story:
    one = Story(id, f"about-{id}", f"About {id}", "en", (), ("models",), NOON, NOON)
    return replace(one, **changes)


def an_article(id: str, story: str, **changes: Any) -> Article:
    one = Article(
        id=id,
        key=f"https://tide.example/{id}",
        url=f"https://tide.example/{id}",
        source="tide",
        source_name="Tide",
        tier=Tier.SPECIALIST,
        title=f"Title of {id}",
        summary="",
        text="",
        text_state=TextState.NONE,
        language="en",
        published=NOON,
        dated=True,
        seen=NOON,
        story=story,
    )
    return replace(one, **changes)
