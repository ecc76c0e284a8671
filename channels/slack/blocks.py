"""Block Kit's blocks as plain values, from text that is written already (see channels.slack.escaping)."""

from collections.abc import Iterable, Sequence
from typing import Any

from channels.slack.escaping import fit, plain
from channels.slack.limits import most, size
from news.languages import Language

Block = dict[str, Any]


def mrkdwn_text(written: str) -> Block:
    """`verbatim`: Slack makes no links and mentions of its own out of it."""
    return {"type": "mrkdwn", "text": written, "verbatim": True}


def plain_text(written: str) -> Block:
    return {"type": "plain_text", "text": written, "emoji": True}


def header(text: str, language: Language) -> Block:
    return {"type": "header", "text": plain_text(fit(text, most("header.text"), language, plain))}


def section(written: str, *, accessory: Block | None = None) -> Block:
    return {"type": "section", "text": mrkdwn_text(written)} | ({"accessory": accessory} if accessory else {})


def context(*written: str) -> Block:
    return {"type": "context", "elements": [mrkdwn_text(one) for one in written[: most("context.elements")]]}


def actions(*elements: Block) -> Block:
    return {"type": "actions", "elements": list(elements)}


def divider() -> Block:
    return {"type": "divider"}


def button(
    label: str, action: str, value: str, *, language: Language, spoken: str = "", style: str = "", url: str = ""
) -> Block:
    """`spoken` is what a screen reader says where the label alone does not tell, in plain words."""
    made: Block = {
        "type": "button",
        "action_id": action,
        "text": plain_text(fit(label, most("button.text"), language, plain)),
        "value": value[: most("button.value")],
    }
    if spoken:
        made["accessibility_label"] = fit(spoken, most("accessibility_label"), language, plain)
    return made | ({"style": style} if style else {}) | ({"url": url} if url else {})


def lines_as_sections(lines: Iterable[str]) -> list[Block]:
    """As many sections as the lines need, each line whole."""
    sections: list[list[str]] = [[]]
    for line in lines:
        if size("\n".join([*sections[-1], line])) > most("section.text"):
            sections.append([])
        sections[-1].append(line)
    return [section("\n".join(some)) for some in sections if some]


def without_empty(blocks: Iterable[Block]) -> list[Block]:
    """Slack refuses a whole message for one text without a letter: what has none is left out."""
    kept = []
    for block in blocks:
        if block["type"] == "section" and not block["text"]["text"].strip():
            continue
        if block["type"] == "context":
            block = block | {"elements": [one for one in block["elements"] if one["text"].strip()]}
        if block.get("elements") != []:
            kept.append(block)
    return kept


def characters(blocks: Sequence[Block]) -> int:
    """All texts of the blocks together, as a message's limit counts them."""
    return sum(_characters(block) for block in blocks)


def _characters(part: Any) -> int:
    if isinstance(part, list):
        return sum(map(_characters, part))
    if not isinstance(part, dict):
        return 0
    own = size(part["text"]) if isinstance(part.get("text"), str) else 0
    return own + sum(_characters(value) for value in part.values())
