"""Slack's limits as data, each with where it is said. Characters are counted in UTF-16 units, the cautious way."""

from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Final

_DOCS: Final = "https://docs.slack.dev/reference/block-kit/"
_BLOCKS: Final = _DOCS + "blocks/"
_ELEMENTS: Final = _DOCS + "block-elements/"
_OBJECTS: Final = _DOCS + "composition-objects/"


@dataclass(frozen=True, slots=True)
class Limit:
    """`most` are characters of a text, or items of a list."""

    most: int
    source: str


LIMITS: Final = MappingProxyType(
    {
        "message.blocks": Limit(50, "https://docs.slack.dev/block-kit"),
        "view.blocks": Limit(100, "https://docs.slack.dev/block-kit"),
        # Not in the documentation: `msg_blocks_too_long` comes near 13,200 characters over all blocks of a message.
        "message.characters": Limit(12_000, "https://github.com/slackapi/bolt-js/issues/2509"),
        "message.text": Limit(4_000, "https://docs.slack.dev/reference/methods/chat.postMessage#truncating"),
        "message.markdown": Limit(12_000, _BLOCKS + "markdown-block"),
        "header.text": Limit(150, _BLOCKS + "header-block"),
        "section.text": Limit(3_000, _BLOCKS + "section-block"),
        "section.fields": Limit(10, _BLOCKS + "section-block"),
        "section.fields.text": Limit(2_000, _BLOCKS + "section-block"),
        "context.elements": Limit(10, _BLOCKS + "context-block"),
        # The page gives no length; a section's is kept.
        "context.elements.text": Limit(3_000, _BLOCKS + "context-block"),
        "actions.elements": Limit(25, _BLOCKS + "actions-block"),
        "context_actions.elements": Limit(5, _BLOCKS + "context-actions-block"),
        "image.image_url": Limit(3_000, _BLOCKS + "image-block"),
        "image.alt_text": Limit(2_000, _BLOCKS + "image-block"),
        "image.title": Limit(2_000, _BLOCKS + "image-block"),
        "input.label": Limit(2_000, _BLOCKS + "input-block"),
        "input.hint": Limit(2_000, _BLOCKS + "input-block"),
        "block_id": Limit(255, _BLOCKS),
        "action_id": Limit(255, _ELEMENTS),
        "button.text": Limit(75, _ELEMENTS + "button-element"),
        "button.value": Limit(2_000, _ELEMENTS + "button-element"),
        "button.url": Limit(3_000, _ELEMENTS + "button-element"),
        "accessibility_label": Limit(75, _ELEMENTS + "button-element"),
        "feedback_buttons.text": Limit(75, _ELEMENTS + "feedback-buttons-element"),
        "feedback_buttons.value": Limit(2_000, _ELEMENTS + "feedback-buttons-element"),
        "overflow.options": Limit(5, _ELEMENTS + "overflow-menu-element"),
        "choices.options": Limit(10, _ELEMENTS + "checkboxes-element"),
        "select.options": Limit(100, _ELEMENTS + "select-menu-element"),
        "placeholder": Limit(150, _ELEMENTS + "plain-text-input-element"),
        "option.text": Limit(75, _OBJECTS + "option-object"),
        "option.description": Limit(75, _OBJECTS + "option-object"),
        "option.value": Limit(150, _OBJECTS + "option-object"),
        "confirm.title": Limit(100, _OBJECTS + "confirmation-dialog-object"),
        "confirm.text": Limit(300, _OBJECTS + "confirmation-dialog-object"),
        "confirm.button": Limit(30, _OBJECTS + "confirmation-dialog-object"),
        "modal.title": Limit(24, "https://docs.slack.dev/reference/views/modal-views"),
        "modal.submit": Limit(24, "https://docs.slack.dev/reference/views/modal-views"),
        "modal.close": Limit(24, "https://docs.slack.dev/reference/views/modal-views"),
        "view.private_metadata": Limit(3_000, "https://docs.slack.dev/reference/views/modal-views"),
        "view.callback_id": Limit(255, "https://docs.slack.dev/reference/views/modal-views"),
    }
)

BETWEEN_MESSAGES: Final = timedelta(seconds=1)
"""To one channel: https://docs.slack.dev/apis/web-api/rate-limits"""
ANSWER_SECONDS: Final = 10.0
"""The Web API has this long to answer; ours, Slack names none."""
CONNECT_SECONDS: Final = 5.0


def most(name: str) -> int:
    """The limit of that name."""
    return LIMITS[name].most


def size(text: str) -> int:
    """In UTF-16 units: an emoji counts two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
