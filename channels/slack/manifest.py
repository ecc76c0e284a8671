"""The app's manifest, as https://api.slack.com/apps takes it: https://docs.slack.dev/reference/app-manifest. Pure."""

from typing import Any, Final

from news.phrases import phrase

SCOPES: Final = (
    "app_mentions:read",
    "assistant:write",
    "chat:write",
    "commands",
    "im:history",
    "im:write",
    "users:read",
)
"""The least: mentions, status in a thread, posting, /ai-news, direct messages, a person's language and time zone.
Never the history of a channel."""
EVENTS: Final = ("app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked")
COMMAND: Final = "/ai-news"
_LONGEST_HINT: Final = "[question | subscribe 08:00 topics | settings | pause | stop | topics | saved | help]"
_COLOUR: Final = "#1d3557"


def manifest(base_url: str, *, socket_mode: bool = False, many: bool = False) -> dict[str, Any]:
    """`base_url`: the public address of the server, "" with Socket Mode. `many`: workspaces may add the app by OAuth."""
    door = {} if socket_mode else {"request_url": f"{base_url.rstrip('/')}/webhooks/slack"}
    oauth: dict[str, Any] = {"scopes": {"bot": list(SCOPES)}}
    if many:
        oauth = {"redirect_urls": [f"{base_url.rstrip('/')}/webhooks/slack/oauth"], **oauth}
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "AI News",
            "description": phrase("en", "slack.short"),
            "long_description": phrase("en", "slack.long"),
            "background_color": _COLOUR,
        },
        "features": _features(door),
        "oauth_config": oauth,
        "settings": {
            "event_subscriptions": {**door, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **door},
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket_mode,
            "token_rotation_enabled": many,
        },
    }


def _features(door: dict[str, str]) -> dict[str, Any]:
    command = {
        "command": COMMAND,
        "description": phrase("en", "slack.command"),
        "usage_hint": _LONGEST_HINT,
        "should_escape": False,
    }
    url = {"url": door["request_url"]} if door else {}
    return {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": "AI News", "always_online": True},
        "slash_commands": [{**command, **url}],
        "agent_view": {
            "agent_description": phrase("en", "slack.agent"),
            "suggested_prompts": [{"title": one, "message": one} for one in _prompts()],
        },
    }


def _prompts() -> list[str]:
    """What somebody may ask first."""
    return [phrase("en", f"slack.prompt_{number}") for number in ("one", "two", "three")]
