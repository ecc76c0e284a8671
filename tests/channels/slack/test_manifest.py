"""The manifest is what Slack takes, asks for no more than it needs, and names every event that we listen to."""

import json
import os
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from bot.cli.main import app
from channels.slack.manifest import EVENTS, SCOPES, manifest

SCHEMA = "AINEWS_TEST_SLACK_SCHEMA"
"""A file: schemas/manifest.schema.2.0.0.json of https://github.com/slackapi/manifest-schema."""


def text(most: int, least: int = 1) -> dict[str, object]:
    return {"type": "string", "minLength": least, "maxLength": most}


def only(**properties: object) -> dict[str, object]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


PROMPT = {"type": "array", "maxItems": 4, "items": only(title=text(75), message=text(2000))}
COMMANDS = only(
    command={**text(32, 2), "pattern": "^/"},
    url={**text(3000), "pattern": "^https?://"},
    description=text(2000),
    usage_hint=text(1000),
    should_escape={"type": "boolean"},
)
LIMITS = {
    "properties": {
        "display_information": only(
            name=text(35),
            description=text(140),
            long_description=text(4000, 175),
            background_color={"pattern": "^#[0-9a-f]{6}$"},
        ),
        "features": only(
            app_home={},
            bot_user=only(display_name=text(80), always_online={}),
            slash_commands={"type": "array", "minItems": 1, "maxItems": 50, "items": COMMANDS},
            agent_view=only(agent_description=text(300), suggested_prompts=PROMPT),
        ),
    }
}
"""What Slack's reference says of the parts that we use."""


def published() -> list[dict[str, object]]:
    return [json.loads(Path(os.environ[SCHEMA]).read_text())] if SCHEMA in os.environ else []


@pytest.mark.parametrize(
    "given",
    [
        {"base_url": "https://news.example.com"},
        {"base_url": "https://news.example.com/", "many": True},
        {"base_url": "", "socket_mode": True},
    ],
)
def test_slack_takes_the_manifest(given: dict[str, object]) -> None:
    """By its own published schema where AINEWS_TEST_SLACK_SCHEMA names it, and always by the limits that it has."""
    made = manifest(**given)  # type: ignore[arg-type]
    for schema in (LIMITS, *published()):
        jsonschema.Draft7Validator(schema).validate(made)
    assert ("request_url" in json.dumps(made)) is not bool(given.get("socket_mode"))
    assert set(made["settings"]["event_subscriptions"]["bot_events"]) == set(EVENTS)


def test_it_may_read_no_channel() -> None:
    """Least scopes: no history but that of a person's own messages with the app, and no event of channels."""
    assert not [scope for scope in SCOPES if "history" in scope and scope != "im:history"]
    assert not [event for event in EVENTS if event.startswith("message.") and event != "message.im"]


def test_the_command_prints_it_or_says_what_is_missing() -> None:
    """An address that Slack cannot reach is refused with the remedy."""
    printed = CliRunner().invoke(app, ["slack", "manifest", "--base-url", "https://news.example.com"])
    assert (
        json.loads(printed.output)["features"]["slash_commands"][0]["url"] == "https://news.example.com/webhooks/slack"
    )
    for wrong in ("", "news.example.com", "http://news.example.com"):
        refused = CliRunner().invoke(app, ["slack", "manifest", "--base-url", wrong])
        assert refused.exit_code == 1
        assert "https" in refused.output
