"""Reading what Slack sends: what is missing, or of another kind than it should be, is empty. Pure."""

from collections.abc import Mapping
from typing import Any

from news.errors import BadInput


def table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def inner(holder: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    return table(holder.get(name))


def text(holder: Mapping[str, Any], name: str) -> str:
    value = holder.get(name)
    return value if isinstance(value, str) else ""


def needed(holder: Mapping[str, Any], name: str) -> str:
    """Raises BadInput for what cannot be worked on without it."""
    found = text(holder, name)
    if not found:
        raise BadInput("slack", f"what came has no {name}; it was left")
    return found


def check_click(payload: Mapping[str, Any]) -> None:
    """Bolt finds a listener by these. Raises BadInput for a click or a window without them."""
    kind, done = needed(payload, "type"), payload.get("actions")
    needed(inner(payload, "user"), "id")
    if kind == "view_submission":
        needed(inner(payload, "view"), "callback_id")
        needed(inner(payload, "view"), "type")
    elif kind == "block_actions":
        for action in done if isinstance(done, list) and done else [{}]:
            needed(table(action), "action_id")
