"""What a LINE event says to us, read tolerantly: what is not understood is None, never an error. Pure.

https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal
from urllib.parse import parse_qsl

from channels.line.labels import typed_tap
from news.commands import Word, parse_command

Kind = Literal["follow", "unfollow", "join", "leave", "text", "other", "postback", "unsend"]

CALL: Final = "/ai-news"
"""What a message in a group begins with that is meant for us."""
_CALLS: Final = (CALL, "/ainews", "/ai")
_AFTER_CALL: Final = " :：,，、。!！?？"
"""What may follow a call: “/ai-art” is none."""
_CHAT: Final = re.compile(r"[UCR][0-9A-Za-z._-]{1,63}")
_LONGEST_ID: Final = 100
_AT_ONCE: Final = (Word.STOP, Word.PAUSE)
_NOT_AFTER_OTHERS: Final = ("stop", "pause", "fetch")


@dataclass(frozen=True, slots=True)
class Heard:
    """One event that is for us. `chat` is where (a user, group or room), `user` who; `token` allows one reply; `at` is LINE's
    time in milliseconds. `text` is what was said, or a tap's data; `message` the id of what was said or unsent.
    """

    id: str
    kind: Kind
    chat: str
    user: str
    token: str
    at: int
    text: str = ""
    message: str = ""
    params: Mapping[str, str] = field(default_factory=dict)

    @property
    def alone(self) -> bool:
        """True between us and one person."""
        return self.chat.startswith("U")

    @property
    def data(self) -> dict[str, str]:
        """Of a tap: what we wrote into it."""
        return dict(parse_qsl(self.text)) if self.kind == "postback" else {}

    @property
    def conversation(self) -> str:
        """What ends something does not wait behind a question that takes long."""
        if self.kind in ("unfollow", "leave", "unsend") or self._at_once():
            return f"{self.chat} at once"
        return self.chat

    def _at_once(self) -> bool:
        if self.kind == "postback":
            return self.data.get("do") in _NOT_AFTER_OTHERS
        if self.kind != "text":
            return False
        return parse_command(self.text).word in _AT_ONCE or (typed_tap(self.text) or {}).get("do") in _NOT_AFTER_OTHERS

    def written(self) -> str:
        return json.dumps({**asdict(self), "params": dict(self.params)}, ensure_ascii=False)


def read_heard(text: str) -> Heard:
    return Heard(**json.loads(text))


def heard(event: object) -> Heard | None:
    """None for what is not for us: unknown kinds, standby, groups that talk among themselves, events without a chat."""
    if not isinstance(event, dict) or event.get("mode", "active") != "active":
        return None
    source = _table(event, "source")
    chat = next((_text(source, name) for name in ("groupId", "roomId", "userId") if _text(source, name)), "")
    if not _CHAT.fullmatch(chat):
        return None
    said = _said(event, chat)
    if said is None:
        return None
    at = event.get("timestamp")
    return Heard(
        id=_text(event, "webhookEventId")[:_LONGEST_ID] or _digest(event),
        chat=chat,
        user=_text(source, "userId"),
        token=_text(event, "replyToken")[:_LONGEST_ID],
        at=at if isinstance(at, int) and not isinstance(at, bool) and 0 <= at < 2**53 else 0,
        **said,
    )


def _said(event: Mapping[str, Any], chat: str) -> dict[str, Any] | None:
    kind = event.get("type")
    if kind in ("follow", "unfollow", "join", "leave"):
        return {"kind": kind}
    if kind == "unsend":
        return {"kind": kind, "message": _text(_table(event, "unsend"), "messageId")[:_LONGEST_ID]}
    if kind == "postback":
        tap = _table(event, "postback")
        params = {str(name): value for name, value in _table(tap, "params").items() if isinstance(value, str)}
        return {"kind": kind, "text": _text(tap, "data")[:300], "params": params}
    return _message(_table(event, "message"), chat) if kind == "message" else None


def _message(message: Mapping[str, Any], chat: str) -> dict[str, Any] | None:
    id = _text(message, "id")[:_LONGEST_ID]
    if message.get("type") == "text":
        text = _text(message, "text")
        meant = text.strip() if chat.startswith("U") else _for_us(text, _table(message, "mention"))
        return None if meant is None else {"kind": "text", "text": meant[:5000], "message": id}
    return {"kind": "other", "message": id} if chat.startswith("U") else None


def _for_us(text: str, mention: Mapping[str, Any]) -> str | None:
    """Of what is said in a group: the rest after our name or a call, None when we were not called."""
    mentioned = False
    named = mention.get("mentionees")
    for one in named if isinstance(named, list) else ():
        if isinstance(one, dict) and one.get("isSelf") is True:
            mentioned = True
            text = _without(text, one.get("index"), one.get("length"))
            break  # the places of later ones are no longer true
    folded = " ".join(text.split())
    for call in _CALLS:
        rest = folded[len(call) :]
        if folded.casefold().startswith(call) and (not rest or rest[0] in _AFTER_CALL):
            return rest.lstrip(_AFTER_CALL)
    return folded if mentioned else None


def _without(text: str, start: object, length: object) -> str:
    """Positions are UTF-16 code units."""
    if not isinstance(start, int) or not isinstance(length, int) or start < 0 or length < 0:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    kept = units[: 2 * start] + units[2 * (start + length) :]
    return kept.decode("utf-16-le", "ignore")


def _table(holder: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = holder.get(name)
    return found if isinstance(found, dict) else {}


def _text(holder: Mapping[str, Any], name: str) -> str:
    """Without halves of surrogate pairs, which no database takes."""
    found = holder.get(name)
    return found.encode("utf-8", "ignore").decode().replace("\x00", "") if isinstance(found, str) else ""


def _digest(event: Mapping[str, Any]) -> str:
    """For an event without an id: the same whether it is delivered again or not."""
    told = {name: value for name, value in event.items() if name not in ("deliveryContext", "replyToken")}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()[:32]
