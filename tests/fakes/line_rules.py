"""What LINE refuses: its own schema (when the tests are told where it is) and the documented limits that no schema has."""

import copy
import json
import os
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

SPEC = "AINEWS_TEST_LINE_SPEC"
"""The folder of github.com/line/line-openapi. Without it only the limits are checked."""
URI = re.compile(r"(https://[^\s/?#]+|tel:[+\d]|mailto:\S+@|line://)[!-~]*", re.I)
PLACES = {"quick": 20, "button": 40, "flex": 40, "richmenu": 20}
NEEDED = {"postback": "data", "message": "text", "uri": "uri", "datetimepicker": "mode"}
INSIDE = {
    "vertical": {"box", "button", "image", "text", "separator"},
    "horizontal": {"box", "button", "image", "text", "separator"},
    "baseline": {"icon", "text"},
}


def problems(kind: str, body: Any) -> list[str]:
    """Why LINE would answer 400 to a body of `kind` ("push", "multicast", "reply", "richmenu" …); empty when it would not."""
    return [*_against_schema(kind, body), *(_menu(body) if kind == "richmenu" else _messages(body))]


def refused(messages: list[dict[str, Any]]) -> list[str]:
    """The same for what one push of these messages would hold."""
    return problems("push", {"to": "U" + "0" * 32, "messages": messages})


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def graphemes(text: str) -> int:
    """Close to UAX 29: marks, joiners, variation selectors and skin tones belong to what they follow."""
    count, joined = 0, False
    for char in text:
        code = ord(char)
        extends = unicodedata.category(char) in ("Mn", "Me", "Mc") or code in (0x200C, 0x200D, 0xE33)
        extends = extends or 0x1F3FB <= code <= 0x1F3FF or 0x1160 <= code <= 0x11FF
        count += not (extends or joined)
        joined = code == 0x200D
    return count


@cache
def _validators() -> dict[str, Draft202012Validator]:
    folder = os.environ.get(SPEC)
    if not folder:
        return {}
    document = yaml.load(
        (Path(folder) / "messaging-api.yml").read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    schemas = {"components": {"schemas": _strict(document["components"]["schemas"])}}
    found = {}
    for path, methods in document["paths"].items():
        content = methods.get("post", {}).get("requestBody", {}).get("content", {}).get("application/json")
        if content:
            name = path.removeprefix("/v2/bot/").removeprefix("message/")
            found[name] = Draft202012Validator({**schemas, **content["schema"]})
    return found


def _strict(schemas: dict[str, Any]) -> dict[str, Any]:
    """Subtypes are named by a discriminator on their base, which plain JSON Schema ignores: make it choose the branch.

    Each subtype gets the fields of its base and no others.
    """
    given, out = copy.deepcopy(schemas), {}
    for name, schema in given.items():
        if "discriminator" in schema:
            key, kinds = schema["discriminator"]["propertyName"], schema["discriminator"]["mapping"]
            chosen = [
                {"if": {"required": [key], "properties": {key: {"const": kind}}}, "then": {"$ref": ref}}
                for kind, ref in kinds.items()
            ]
            out[name] = {
                "type": "object",
                "required": [key],
                "properties": {key: {"enum": list(kinds)}},
                "allOf": chosen,
            }
            continue
        parts = [given[one["$ref"].split("/")[-1]] if "$ref" in one else one for one in schema.get("allOf", [])]
        if not parts and schema.get("type") != "object":
            out[name] = schema
            continue
        fields: dict[str, Any] = {}
        required: set[str] = set()
        for part in [*parts, schema]:
            fields |= part.get("properties", {})
            required |= set(part.get("required", []))
        out[name] = {
            "type": "object",
            "properties": fields,
            "required": sorted(required),
            "additionalProperties": False,
        }
    return out


def _against_schema(kind: str, body: Any) -> list[str]:
    validator = _validators().get(kind)
    errors = validator.iter_errors(body) if validator else ()
    return [f"{'.'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in errors]


def _messages(body: dict[str, Any]) -> Iterator[str]:
    messages = body.get("messages", [])
    if not 1 <= len(messages) <= 5:
        yield f"{len(messages)} messages"
    for message in messages:
        yield from _message(message)


def _message(message: dict[str, Any]) -> Iterator[str]:
    if message["type"] == "text" and not 1 <= utf16(message["text"]) <= 5000:
        yield f"text of {utf16(message['text'])}"
    if message["type"] == "flex":
        if not 1 <= utf16(message["altText"]) <= 1500:
            yield f"altText of {utf16(message['altText'])}"
        yield from _contents(message["contents"])
    items = message.get("quickReply", {"items": [None]})["items"]
    if not 1 <= len(items) <= 13:
        yield f"{len(items)} quick replies"
    for item in filter(None, items):
        yield from _action(item["action"], "quick")
    yield from _unicode(message)


def _contents(contents: dict[str, Any]) -> Iterator[str]:
    bubbles = contents["contents"] if contents["type"] == "carousel" else [contents]
    if not 1 <= len(bubbles) <= 12:
        yield f"{len(bubbles)} bubbles"
    if contents["type"] == "carousel" and _weight(contents) > 50 * 1024:
        yield f"carousel of {_weight(contents)} bytes"
    if len({one.get("size", "mega") for one in bubbles}) > 1:
        yield "bubbles of several sizes"
    for bubble in bubbles:
        if _weight(bubble) > 30 * 1024:
            yield f"bubble of {_weight(bubble)} bytes"
        for block in ("header", "body", "footer"):
            if block in bubble:
                yield from _part(bubble[block], "vertical")


def _part(part: dict[str, Any], parent: str) -> Iterator[str]:
    if part["type"] not in INSIDE[parent]:
        yield f"{part['type']} in a {parent} box"
    if part["type"] == "text" and not part.get("text"):
        yield "an empty text"
    if "action" in part:
        yield from _action(part["action"], "button" if part["type"] == "button" else "flex")
    for child in part.get("contents", []):
        yield from _part(child, part["layout"])


def _action(action: dict[str, Any], place: str) -> Iterator[str]:
    label = action.get("label", "")
    if not 1 <= graphemes(label) <= PLACES[place]:
        yield f"a label of {graphemes(label)} graphemes: {label!r}"
    needed = NEEDED.get(action["type"])
    if needed and not action.get(needed):
        yield f"{action['type']} without {needed}"
    if utf16(action.get("data", "x")) > 300:
        yield "postback data over 300"
    for name in ("text", "displayText"):
        if name in action and not 1 <= graphemes(action[name]) <= 300:
            yield f"{name} of {graphemes(action[name])}"
    if "uri" in action and not (utf16(action["uri"]) <= 1000 and URI.fullmatch(action["uri"])):
        yield f"uri {action['uri'][:80]!r}"


def _unicode(node: Any) -> Iterator[str]:
    if isinstance(node, str) and re.search("[\ud800-\udfff]", node):
        yield "half a surrogate pair"
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _unicode(child)


def _menu(menu: dict[str, Any]) -> Iterator[str]:
    width, height = menu["size"]["width"], menu["size"]["height"]
    if not 800 <= width <= 2500 or height < 250 or width / height < 1.45:
        yield f"a menu of {width} by {height}"
    if not 1 <= graphemes(menu["chatBarText"]) <= 14:
        yield f"chatBarText of {graphemes(menu['chatBarText'])}"
    for area in menu["areas"]:
        bounds = area["bounds"]
        if bounds["x"] + bounds["width"] > width or bounds["y"] + bounds["height"] > height:
            yield "an area outside the menu"
        yield from _action(area["action"], "richmenu")


def _weight(value: Any) -> int:
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))
