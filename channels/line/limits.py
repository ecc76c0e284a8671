"""What LINE takes, as data. Neither its SDK nor its schema knows these.

https://developers.line.biz/en/reference/messaging-api/ and /docs/messaging-api/text-character-count/.
"""

import json
from datetime import timedelta
from typing import Any, Final

TEXT: Final = 5000
"""UTF-16 code units of a text message: an emoji counts as two."""
ALT_TEXT: Final = 1500
"""UTF-16 code units; what a notification, a list of chats and a screen reader show instead of a Flex message."""
BUBBLES: Final = 12
BUBBLE_BYTES: Final = 30 * 1024
CAROUSEL_BYTES: Final = 50 * 1024
MESSAGES: Final = 5
"""Message objects per call; a push of five counts once per recipient."""
QUICK_REPLIES: Final = 13
LABEL: Final = 20
"""Graphemes of a quick reply's label; a button in a bubble may have twice as many, ours do not."""
DISPLAY_TEXT: Final = 300
POSTBACK_DATA: Final = 300
URI: Final = 1000
URI_SCHEMES: Final = ("https://", "tel:", "mailto:", "line://")
RECIPIENTS: Final = 500
"""User ids per multicast; groups and rooms cannot be in one."""
CHAT_BAR_TEXT: Final = 14
RICH_MENU_BYTES: Final = 1024 * 1024
LOADING_SECONDS: Final = 60
"""The longest that the loading indicator can be asked for, in steps of five."""

TOKEN_LIFE: Final = timedelta(seconds=60)
"""A reply token is good for one minute after the webhook came; it is good once."""
TOKEN_MARGIN: Final = timedelta(seconds=12)
"""Kept of it for the call itself: connecting and one repetition."""
CONNECT_SECONDS: Final = 5.0
ANSWER_SECONDS: Final = 10.0


def utf16(text: str) -> int:
    """Code units, as LINE counts text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def weight(value: Any) -> int:
    """Bytes of a bubble or carousel as it is sent."""
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
