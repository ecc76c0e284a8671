"""LINE messages as an HTML page at phone width, for people without LINE. Everything in them is escaped."""

from collections.abc import Sequence
from html import escape
from typing import Any, Final

from channels.line.flex import Json

_SIZES: Final = {"xs": 13, "sm": 14, "md": 16, "lg": 19}
_GAPS: Final = {"none": 0, "xs": 2, "sm": 4, "md": 8, "lg": 12, "xl": 16}
_STYLE: Final = """
body { margin: 0; font: 14px/1.45 system-ui, "Noto Sans", "Noto Sans CJK JP", "Noto Sans Thai", sans-serif; background: #e9e5db; }
main { width: 375px; min-height: 100vh; margin: 0 auto; padding: 12px 0; background: #8cabd9; box-sizing: border-box; }
.row { display: flex; gap: 8px; overflow-x: auto; padding: 0 10px; align-items: stretch; }
.bubble { flex: none; width: 300px; background: #fff; border-radius: 16px; display: flex; flex-direction: column; overflow: hidden; }
.body { flex: 1; padding: 16px; display: flex; flex-direction: column; gap: 4px; }
.footer { padding: 8px; display: flex; gap: 4px; } .footer.vertical { flex-direction: column; }
.horizontal { display: flex; gap: 8px; } .horizontal > * { flex: 1; min-width: 0; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; } a { color: inherit; }
.button { flex: 1; text-align: center; border-radius: 8px; padding: 9px; font-size: 16px; text-decoration: none; }
.say { background: #fff; border-radius: 16px; margin: 6px 10px; padding: 10px 12px; white-space: pre-wrap; }
.quick span { background: #fff; border-radius: 16px; padding: 6px 12px; flex: none; } .quick { margin-top: 12px; }
.alt { margin: 12px 10px 4px; font-size: 12px; white-space: pre-wrap; } hr { width: 100%; border: 0; border-top: 1px solid #d8d2c4; }
"""


def page(messages: Sequence[Json]) -> str:
    """What a phone shows; above each Flex message the notification that comes with it."""
    shown = "".join(_message(message) for message in messages)
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>LINE</title>'
    return f"<!doctype html><html><head>{head}<style>{_STYLE}</style></head><body><main>{shown}</main></body></html>"


def _message(message: Json) -> str:
    if message["type"] == "text":
        shown = f'<div class="say">{escape(message["text"])}</div>'
    else:
        contents = message["contents"]
        bubbles = contents["contents"] if contents["type"] == "carousel" else [contents]
        alt = f'<div class="alt">{escape(message["altText"])}</div>'
        shown = f'{alt}<div class="row">{"".join(_bubble(one) for one in bubbles)}</div>'
    taps = "".join(
        f"<span>{escape(item['action']['label'])}</span>" for item in message.get("quickReply", {}).get("items", [])
    )
    return shown + (f'<div class="row quick">{taps}</div>' if taps else "")


def _bubble(bubble: Json) -> str:
    parts = "".join(_part(part) for part in bubble["body"]["contents"])
    shown = f'<div class="body">{parts}</div>'
    if "footer" in bubble:
        buttons = "".join(_button(part) for part in bubble["footer"]["contents"])
        shown += f'<div class="footer {escape(bubble["footer"]["layout"])}">{buttons}</div>'
    return f'<div class="bubble">{shown}</div>'


def _part(part: Json) -> str:
    style = f"margin-top:{_GAPS.get(part.get('margin', ''), 0)}px;"
    style += f"flex:{part['flex']};" if "flex" in part else ""
    if part["type"] == "separator":
        return f'<hr style="{style}">'
    if part["type"] == "box":
        look = "".join(f"{name}:{part[key]};" for key, name in _LOOKS.items() if key in part)
        inside = "".join(_part(child) for child in part["contents"])
        return f'<div class="{escape(part["layout"])}" style="{escape(style + look, quote=True)}">{inside}</div>'
    style += f"font-size:{_SIZES.get(part['size'], 14)}px;color:{part['color']};"
    style += "font-weight:700;" if part.get("weight") == "bold" else ""
    style += f"text-align:{part['align']};" if "align" in part else ""
    return f'<div class="text" style="{escape(style, quote=True)}">{_linked(part, escape(part["text"]))}</div>'


_LOOKS: Final = {
    "backgroundColor": "background",
    "borderColor": "outline:1px solid; outline-color",
    "cornerRadius": "border-radius",
}


def _button(part: Json) -> str:
    look = f"background:{part['color']};color:#fff" if part["style"] == "primary" else f"color:{part['color']}"
    label, url = escape(part["action"]["label"]), part["action"].get("uri", "")
    if url:
        return f'<a class="button" style="{look}" href="{escape(url, quote=True)}">{label}</a>'
    return f'<div class="button" style="{look}">{label}</div>'


def _linked(part: Json, text: str) -> str:
    action: dict[str, Any] = part.get("action", {})
    return f'<a href="{escape(action["uri"], quote=True)}">{text}</a>' if "uri" in action else text
