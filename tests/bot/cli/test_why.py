"""`ainews why`: every rank explains itself."""

import json
from pathlib import Path

import pytest

from news.model import PUBLIC, Tier
from store.database import Database
from tests.bot.cli.test_commands import ainews, refused
from tests.store.samples import NOON, article, source, story

AT = NOON.isoformat()


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """A database with one story of two voices, the second an hour in the future."""
    database = await Database.open(f"sqlite:///{tmp_path}/cli.db")
    await database.migrate()
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
    return tmp_path


@pytest.mark.parametrize("name", ["s1", "slug-s1"])
async def test_a_story_says_its_points_and_voices(folder: Path, name: str) -> None:
    """By id or slug; the points add up; what was not known yet does not count."""
    told = json.loads(ainews(folder, "why", name, "--at", AT, "--json").stdout)
    assert told["score"] == pytest.approx(sum(told["parts"].values()), abs=0.01)
    assert told["voices"] == ["orbit.example"]
    assert [one["name"] for one in told["articles"]] == ["Orbit Labs"]
    later = json.loads(ainews(folder, "why", name, "--at", "2026-07-18T12:00Z", "--json").stdout)
    assert len(later["voices"]) == 2


async def test_it_reads_as_plain_words(folder: Path) -> None:
    """Each reason with its points, then who says it."""
    shown = ainews(folder, "why", "s1", "--at", AT).stdout
    assert "kind of source" in shown
    assert "Independent voices, 1: orbit.example" in shown


async def test_a_story_that_is_not_there_or_not_yet_is_named(folder: Path) -> None:
    """With the remedy, and no traceback."""
    refused(ainews(folder, "why", "nope"), "nope", "ainews stories")
    refused(ainews(folder, "why", "s1", "--at", "2026-07-01T12:00Z"), "s1", "--at")
