"""The building blocks of Flex messages: plain dictionaries, as LINE's schema has them."""

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import quote, urlencode

from channels.line.limits import DISPLAY_TEXT, LABEL, POSTBACK_DATA, URI, URI_SCHEMES, utf16
from news.text import sanitise

Json = dict[str, Any]

INK: Final = "#1d1b18"
QUIET: Final = "#5d584e"
ACCENT: Final = "#8f1d10"
LINE_COLOR: Final = "#d8d2c4"
_URI_SAFE: Final = "!#$%&'()*+,-./:;=?@_~[]"


def plain(text: str) -> str:
    """One line without anything unseen."""
    return " ".join(sanitise(text).split())


def words(text: str, *, size: str = "sm", color: str = INK, **more: Any) -> Json:
    """A wrapped text; never empty, which LINE refuses."""
    return {"type": "text", "text": text or "—", "wrap": True, "size": size, "color": color, **more}


def box(*contents: Json, layout: str = "vertical", **more: Any) -> Json:
    return {"type": "box", "layout": layout, "contents": list(contents), **more}


def line(margin: str = "md") -> Json:
    return {"type": "separator", "margin": margin, "color": LINE_COLOR}


def button(action: Json, *, primary: bool = False, **more: Any) -> Json:
    look: Json = {"style": "primary", "color": ACCENT} if primary else {"style": "link", "color": ACCENT}
    return {"type": "button", "height": "sm", "action": action, **look, **more}


def bubble(
    body: Sequence[Json], footer: Sequence[Json] = (), *, layout: str = "horizontal", size: str = "mega"
) -> Json:
    made: Json = {"type": "bubble", "size": size, "body": box(*body, spacing="sm", paddingAll="16px")}
    if footer:
        made["footer"] = box(*footer, layout=layout, spacing="sm", paddingAll="8px")
    return made


def flex(alt: str, contents: Json) -> Json:
    return {"type": "flex", "altText": alt, "contents": contents}


def text_message(text: str) -> Json:
    return {"type": "text", "text": text}


def postback(label: str, *, show: str = "", **data: str) -> Json:
    """A tap that comes back to us; `show` is what the chat then shows as said by the person."""
    return {"type": "postback", "label": label, "data": written(**data), "displayText": (show or label)[:DISPLAY_TEXT]}


def written(**data: str) -> str:
    """Postback data as a query string. What does not fit is a fault of ours: ids are short."""
    text = urlencode(data)
    assert len(text) <= POSTBACK_DATA, text
    return text


def say(label: str, text: str = "") -> Json:
    """A tap that says something in the person's name."""
    return {"type": "message", "label": label, "text": text or label}


def open_link(label: str, url: str) -> Json | None:
    """None for a link that LINE does not take: not https, too long, or not in one piece."""
    uri = link(url)
    return {"type": "uri", "label": label, "uri": uri} if uri else None


def link(url: str) -> str:
    """The link percent-encoded, "" when LINE would refuse the whole message for it."""
    clean = url.strip()
    if clean != plain(clean) or " " in clean or not clean.lower().startswith(URI_SCHEMES):
        return ""
    scheme, _, rest = clean.partition(":")
    encoded = f"{scheme.lower()}:{quote(rest, safe=_URI_SAFE)}"
    host = rest.removeprefix("//").split("/")[0].split("?")[0].split("#")[0]
    return encoded if host and utf16(encoded) <= URI else ""


def pick_time(label: str, initial: str, **data: str) -> Json:
    """LINE's own time picker."""
    return {"type": "datetimepicker", "label": label, "data": written(**data), "mode": "time", "initial": initial}


def ask_with_keyboard(label: str, *, show: str = "", **data: str) -> Json:
    """A tap that opens the keyboard."""
    return {**postback(label, show=show, **data), "inputOption": "openKeyboard"}


def quick(message: Json, actions: Sequence[Json]) -> Json:
    """The message with taps below it. They are gone once anybody speaks, so each is a typed word too."""
    if not actions:
        return message
    return {**message, "quickReply": {"items": [{"type": "action", "action": action} for action in actions]}}


def fits_label(text: str) -> bool:
    """LINE counts graphemes; code units are never fewer."""
    return 0 < utf16(text) <= LABEL
