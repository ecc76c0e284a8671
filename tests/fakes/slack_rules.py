"""What Slack refuses in blocks, messages and views: the limits of channels.slack.limits, applied to what is sent."""

import re
from collections.abc import Iterator
from typing import Any

from channels.slack.limits import LIMITS, most, size

Json = dict[str, Any]

MENTION = re.compile(r"<!|<@|<#(?![CG]\w+>)")
LINK = re.compile(r"<(https?://[^<>|\s]+)\|([^<>|\n]+)>")
UNWRITTEN = re.compile(r"<(?!#[CG]\w+>)(?!https?://[^<>|\s]+\|[^<>|\n]+>)|&(?!(?:amp|lt|gt);)")
"""What no text of ours has: an angle bracket that begins no labelled link, an ampersand that is no entity."""
UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08]")
BREAKS_AT = 13_200
"""Characters over all blocks at which Slack answered `msg_blocks_too_long` (bolt-js issue 2509)."""
MESSAGE_ONLY = {"markdown", "context_actions"}
ELEMENTS = {
    "actions": {"button", "overflow", "static_select", "timepicker", "checkboxes", "radio_buttons"},
    "context_actions": {"feedback_buttons", "icon_button"},
    "context": {"mrkdwn", "plain_text", "image"},
    "section": {"button", "overflow", "image", "static_select"},
    "input": {
        "plain_text_input", "static_select", "multi_static_select", "external_select", "timepicker", "checkboxes",
        "radio_buttons", "conversations_select", "channels_select", "number_input",
    },
}  # fmt: skip


def message_problems(message: Json) -> list[str]:
    """Of a chat.postMessage or a response: [] when Slack takes it and we are content with it."""
    blocks, text = message.get("blocks", []), message.get("text", "")
    found = list(_blocks(blocks, "message"))
    found += [] if text else ["no text: screen readers and notifications get nothing"]
    found += _over("message.text", text) + list(_written(text, "text"))
    if (letters := sum(size(one) for one in _texts(blocks))) > most("message.characters"):
        found.append(f"{letters} characters over all blocks")
    if message.get("unfurl_links") is not False or message.get("unfurl_media") is not False:
        found.append("it may unfurl")
    return found


def view_problems(view: Json) -> list[str]:
    """Of a modal or a Home tab."""
    found = list(_blocks(view.get("blocks", []), "view"))
    for key in ("private_metadata", "callback_id"):
        found += _over(f"view.{key}", view.get(key, ""))
    if view.get("type") == "modal":
        for key in ("title", "submit", "close"):
            found += _over(f"modal.{key}", (view.get(key) or {}).get("text", ""))
        inputs = any(block.get("type") == "input" for block in view.get("blocks", []))
        found += [] if view.get("title") and (view.get("submit") or not inputs) else ["a modal without title or submit"]
    return found


def _blocks(blocks: list[Json], surface: str) -> Iterator[str]:
    yield from _over(f"{surface}.blocks", blocks)
    named = [block["block_id"] for block in blocks if "block_id" in block]
    if len(named) != len(set(named)):
        yield "two blocks of one id"
    for number, block in enumerate(blocks):
        if surface == "view" and block["type"] in MESSAGE_ONLY:
            yield f"{block['type']} is for messages only"
        yield from (f"block {number}: {problem}" for problem in _block(block))


def _block(block: Json) -> Iterator[str]:
    kind = block["type"]
    yield from _over("block_id", block.get("block_id", ""))
    if kind == "header":
        yield from _text(block["text"], "header.text", only="plain_text")
    elif kind == "section":
        yield from _section(block)
    elif kind == "input":
        yield from _text(block["label"], "input.label", only="plain_text")
        if "hint" in block:
            yield from _text(block["hint"], "input.hint", only="plain_text")
        yield from _elements([block["element"]], "input")
    elif kind == "markdown":
        yield from _over("message.markdown", block["text"])
    elif kind in ("context", "actions", "context_actions"):
        yield from _over(f"{kind}.elements", block["elements"])
        yield from _elements(block["elements"], kind)
        if not block["elements"]:
            yield f"an empty {kind}"
    elif kind == "image":
        yield from _image(block)
    elif kind != "divider":
        yield f"a block of type {kind}"


def _section(block: Json) -> Iterator[str]:
    if "text" in block:
        yield from _text(block["text"], "section.text")
    for field in block.get("fields", ()):
        yield from _text(field, "section.fields.text")
    yield from _over("section.fields", block.get("fields", []))
    yield from _elements([block["accessory"]] if "accessory" in block else [], "section")
    if not block.get("text") and not block.get("fields"):
        yield "an empty section"


def _elements(elements: list[Json], place: str) -> Iterator[str]:
    ids = [one["action_id"] for one in elements if "action_id" in one]
    if len(ids) != len(set(ids)):
        yield "two elements of one action id"
    for one in elements:
        kind = one["type"]
        if kind not in ELEMENTS[place]:
            yield f"{kind} in {place}"
        yield from _over("action_id", one.get("action_id", ""))
        yield from _over("accessibility_label", one.get("accessibility_label", ""))
        if kind in ("mrkdwn", "plain_text"):
            yield from _text(one, "context.elements.text")
        elif kind == "image":
            yield from _image(one)
        elif kind == "button":
            yield from _text(one["text"], "button.text", only="plain_text")
            yield from _over("button.value", one.get("value", ""))
            yield from _over("button.url", one.get("url", ""))
        elif kind == "feedback_buttons":
            for key in ("positive_button", "negative_button"):
                yield from _text(one[key]["text"], "feedback_buttons.text", only="plain_text")
                yield from _over("feedback_buttons.value", one[key]["value"])
        yield from _options(one)


def _options(element: Json) -> Iterator[str]:
    options = element.get("options", [])
    limit = {"overflow": "overflow.options", "checkboxes": "choices.options", "radio_buttons": "choices.options"}
    yield from _over(limit.get(element["type"], "select.options"), options)
    for option in options:
        yield from _over("option.text", option["text"]["text"])
        yield from _over("option.value", option["value"])


def _image(image: Json) -> Iterator[str]:
    yield from _over("image.image_url", image.get("image_url", ""))
    yield from _over("image.alt_text", image.get("alt_text", ""))
    if not image.get("alt_text", "").strip():
        yield "an image without alt text"


def _text(text: Json, limit: str, only: str = "") -> Iterator[str]:
    if only and text["type"] != only:
        yield f"{limit} must be {only}"
    yield from _over(limit, text["text"])
    if not text["text"].strip():
        yield f"{limit} is empty"
    yield from _written(text["text"], limit)


def _written(text: str, where: str) -> Iterator[str]:
    """What a stranger could have put there."""
    if MENTION.search(text):
        yield f"{where} mentions somebody: {text[:80]!r}"
    if found := UNWRITTEN.search(text):
        yield f"{where} has an unescaped {found[0]!r}"
    if UNSEEN.search(text):
        yield f"{where} has unseen characters"


def _over(name: str, value: str | list[Any]) -> list[str]:
    length = size(value) if isinstance(value, str) else len(value)
    return [f"{name}: {length}, at most {LIMITS[name].most}"] if length > LIMITS[name].most else []


def _texts(part: Any) -> Iterator[str]:
    """Every text that counts towards a message's characters."""
    if isinstance(part, list):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, dict):
        if isinstance(part.get("text"), str):
            yield part["text"]
        for one in part.values():
            yield from _texts(one)
