"""`ainews preview`: the messages of a channel, exactly as they would be sent."""

import asyncio
import json
from pathlib import Path

import pytest

from channels.slack.render import SlackRenderer
from news.model import Edition
from store.database import Database
from tests.bot.cli.commands import Shell
from tests.fakes.briefs import brief, told

NOON = "2026-07-17T12:00Z"
JAPANESE = brief(told("s1"), edition=Edition("ja", 5))


@pytest.fixture
def ainews(tmp_path: Path) -> Shell:
    """Over the day's Japanese edition."""
    asyncio.run(_furnish(Shell(tmp_path).url))
    return Shell(tmp_path)


async def _furnish(url: str) -> None:
    database = await Database.open(url)
    async with database.begin() as tx:
        await tx.briefs.put(JAPANESE)
    await database.close()


def test_what_is_printed_is_what_the_channel_would_send(ainews: Shell) -> None:
    """A list of messages, ready to be pasted where the platform shows them; no token is needed."""
    shown = ainews("preview", "--channel", "slack", "--language", "ja", "--at", NOON).json
    assert shown == [json.loads(message.body) for message in SlackRenderer().brief(JAPANESE)]
    assert set(shown[0]) == {"text", "blocks", "unfurl_links", "unfurl_media"}


def test_a_day_on_which_nothing_was_read_is_shown_too(ainews: Shell) -> None:
    """It is not called a quiet day: what hinders it is said, and what to do."""
    [unread] = ainews("preview", "--channel", "slack", "--at", NOON).json
    assert "No source could be read so far" in unread["text"]
    assert "ainews collect" in unread["text"]


def test_what_cannot_be_shown_is_refused_by_name(ainews: Shell) -> None:
    """A channel that does not exist, and a page where there is none."""
    ainews("preview", "--channel", "pigeon", "--at", NOON).refused("pigeon", "slack")
    ainews("preview", "--channel", "webhook", "--html", "--at", NOON).refused("--html", "JSON")
