"""`ainews preview`: the messages of a channel, exactly as they would be sent."""

import json
from pathlib import Path

import pytest

from channels.slack.render import SlackRenderer
from news.model import Edition
from store.database import Database
from tests.bot.cli.test_commands import ainews, refused
from tests.fakes.briefs import brief, told

NOON = "2026-07-17T12:00Z"
JAPANESE = brief(told("s1"), edition=Edition("ja", 5))


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """A database with the day's Japanese edition."""
    database = await Database.open(f"sqlite:///{tmp_path}/cli.db")
    await database.migrate()
    async with database.begin() as tx:
        await tx.briefs.put(JAPANESE)
    await database.close()
    return tmp_path


async def test_what_is_printed_is_what_the_channel_would_send(folder: Path) -> None:
    """A list of messages, ready to be pasted where the platform shows them; no token is needed."""
    shown = json.loads(ainews(folder, "preview", "--channel", "slack", "--language", "ja", "--at", NOON).stdout)
    assert shown == [json.loads(message.body) for message in SlackRenderer().brief(JAPANESE)]
    assert set(shown[0]) == {"text", "blocks", "unfurl_links", "unfurl_media"}


async def test_a_day_without_news_is_shown_too(folder: Path) -> None:
    """As those read it who asked for a line on quiet days."""
    [quiet] = json.loads(ainews(folder, "preview", "--channel", "slack", "--at", NOON).stdout)
    assert "A quiet day is news too" in quiet["text"]


async def test_what_cannot_be_shown_is_refused_by_name(folder: Path) -> None:
    """A channel that does not exist, and a page where there is none."""
    refused(ainews(folder, "preview", "--channel", "pigeon", "--at", NOON), "pigeon", "slack")
    refused(ainews(folder, "preview", "--channel", "webhook", "--html", "--at", NOON), "--html", "JSON")
