"""Whatever a stranger wrote, as Slack shows it and never obeys it. Pure.

Slack escapes three characters (https://docs.slack.dev/messaging/formatting-message-text#escaping) and has no escape for its
own marks of bold, italic, struck and code: those that could open or close one are given as a character that looks alike.
"""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import quote

from channels.slack.limits import size
from news.languages import Language
from news.text import cut, sanitise
from news.urls import is_http

_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ALIKE: Final = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
_MARKS: Final = re.compile(r"[~`]+|(?<!\w)[*_]+|[*_]+(?!\w)|\*+(?=_)|(?<=_)\*+")
"""A star or an underscore between two letters opens nothing: foo_bar stays as it is."""
_EMOJI_CODE: Final = re.compile(r":(?=[a-z0-9_+'-]+:)")
_OPENS_LINE: Final = {"#": "＃", ">": "›", "-": "–", "+": "＋", "=": "＝", "|": "¦"}
_IN_URL: Final = {ord(char): quote(char) for char in "<>|\"'`\\"}
_LONGEST_URL: Final = 700
"""Longer ones, as written, are not linked: they would use up the message."""


def clean(text: str) -> str:
    """One line without anything unseen: no controls, no bidirectional overrides."""
    return " ".join(sanitise(text).split())


def mrkdwn(text: str) -> str:
    """For a text object of type `mrkdwn` and for a message's `text`."""
    return _quiet(clean(text)).translate(_ENTITIES)


def plain(text: str) -> str:
    """For `plain_text`, in which Slack still reads entities and emoji codes."""
    return _EMOJI_CODE.sub("∶", clean(text)).translate(_ENTITIES)


def markdown(text: str) -> str:
    """For `markdown` blocks and streamed `markdown_text`: also no heading, list, table, quote or link of its own."""
    line = clean(text)
    line = _OPENS_LINE.get(line[:1], line[:1]) + line[1:]
    return _quiet(line).replace("](", "] (").replace("|", "¦").translate(_ENTITIES)


def _quiet(line: str) -> str:
    line = _MARKS.sub(lambda found: found[0].translate(_ALIKE), line)
    line = "›" + line[1:] if line.startswith(">") else line
    return _EMOJI_CODE.sub("∶", line)


Form = Callable[[str], str]


def fit(text: str, limit: int, language: Language, form: Form = mrkdwn) -> str:
    """Written in that form and cut so that what is sent is at most `limit` long: whole sentences, else up to a word."""
    text = clean(text[: 8 * limit + 400])[: 2 * limit + 200]
    room = limit
    while size(written := form(cut(text, room, language))) > limit:
        room = max(min(room - 1, room * limit // size(written)), 1)
    return written


def safe_url(url: str) -> str:
    """The address if it is http(s), in one piece and not too long, else ""; what could end a link is encoded."""
    url = url.strip()
    if not is_http(url) or url != clean(url) or " " in url:
        return ""
    url = url.translate(_IN_URL)
    return url if size(url.replace("&", "&amp;")) <= _LONGEST_URL else ""


def link(url: str, written: str) -> str:
    """A `mrkdwn` link around a label that is written already; only the label where there is no safe address."""
    label = written.replace("|", "¦")
    target = safe_url(url).replace("&", "&amp;")
    return f"<{target}|{label}>" if target and label else label
