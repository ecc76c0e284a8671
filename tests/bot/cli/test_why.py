"""`ainews why`: every rank explains itself."""

import asyncio
from pathlib import Path

import pytest

from news.model import PUBLIC, Tier
from store.database import Database
from tests.bot.cli.commands import Shell
from tests.store.samples import NOON, article, source, story

AT = NOON.isoformat()


@pytest.fixture
def ainews(tmp_path: Path) -> Shell:
    """Over one story of two voices, the second an hour in the future."""
    asyncio.run(_furnish(Shell(tmp_path).url))
    return Shell(tmp_path)


async def _furnish(url: str) -> None:
    database = await Database.open(url)
    late = article(
        "a2",
        url="https://herald.example/a2",
        source_name="Herald",
        tier=Tier.GENERAL,
        title="Letters and models",
        seen=NOON.replace(hour=13),
    )
    async with database.begin() as tx:
        await tx.sources.put([source()], tenant=PUBLIC)
        await tx.articles.add([article("a1"), late], tenant=PUBLIC)
        await tx.stories.put([story()], tenant=PUBLIC)
        await tx.articles.assign({"a1": "s1", "a2": "s1"}, tenant=PUBLIC)
    await database.close()


@pytest.mark.parametrize("name", ["s1", "slug-s1"])
def test_a_story_says_its_points_and_voices(ainews: Shell, name: str) -> None:
    """By id or slug; the points add up; what was not known yet does not count."""
    told = ainews("why", name, "--at", AT, "--json").json
    assert told["score"] == pytest.approx(sum(told["parts"].values()), abs=0.01)
    assert told["voices"] == ["orbit.example"]
    assert [one["name"] for one in told["articles"]] == ["Orbit Labs"]
    later = ainews("why", name, "--at", "2026-07-18T12:00Z", "--json").json
    assert len(later["voices"]) == 2


def test_it_reads_as_plain_words(ainews: Shell) -> None:
    """Each reason with its points, then who says it."""
    shown = ainews("why", "s1", "--at", AT).out
    assert "kind of source" in shown
    assert "Independent voices, 1: orbit.example" in shown


def test_a_story_that_is_not_there_or_not_yet_is_named(ainews: Shell) -> None:
    """With the remedy, and no traceback."""
    ainews("why", "nope").refused("nope", "ainews stories")
    ainews("why", "s1", "--at", "2026-07-01T12:00Z").refused("s1", "--at")
