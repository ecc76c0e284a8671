"""What people type to a bot: one of a few words in any of the six languages, or else a question. Pure."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Final

from news.errors import BadInput
from news.languages import LANGUAGES
from news.phrases import wording
from news.timetable import parse_time

_END: Final = re.compile(r"[\s.!。！、,…]+$")
_PARTS: Final = re.compile(r"[\s,、，;]+")
_HOUR: Final = re.compile(r"(\d{1,2})(?:[:.時点时點시](\d{2})?(?:分|분)?)?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)


class Word(StrEnum):
    """`QUESTION` is everything that is no command."""

    TODAY = "today"
    ASK = "ask"
    HELP = "help"
    SUBSCRIBE = "subscribe"
    SETTINGS = "settings"
    LANGUAGE = "language"
    TIME = "time"
    TOPICS = "topics"
    MORE = "more"
    SOURCES = "sources"
    SAVED = "saved"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    QUESTION = "question"


WITH_WISHES: Final = (Word.SUBSCRIBE,)
"""Commands that more may follow; with any other, more words make it a question ("stop killer robots")."""


@dataclass(frozen=True, slots=True)
class Command:
    """`rest` is what followed the word: a wish, or the whole text of a question."""

    word: Word
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What "subscribe 7:30 chips, policy" asks for: `time` is "07:30" or "", `topics` are keys, sorted."""

    time: str
    topics: tuple[str, ...]


def parse_command(text: str) -> Command:
    """The command that the text is, whatever its case and width; else the question that it is, without spaces around it."""
    plain = _plain(text)
    word = _words().get(plain)
    if word is not None:
        return Command(word)
    for known, one in _words().items():
        if one in WITH_WISHES and plain.startswith(known + " "):
            rest = plain[len(known) :].strip()
            return Command(one, rest) if _is_wish(rest) else Command(Word.QUESTION, text.strip())
    return Command(Word.QUESTION, text.strip())


def parse_wish(text: str) -> Wanted:
    """A time and topics in any order and any of the six languages. Raises BadInput for a word that is neither."""
    time, topics = "", set[str]()
    rest = _plain(text)
    for name, key in _topic_names():
        pattern = rf"(?<![^\W_]){re.escape(name)}(?![^\W_])"
        if re.search(pattern, rest):
            topics.add(key)
            rest = re.sub(pattern, " ", rest)
    found = _HOUR.search(rest)
    if found:
        time = _clock(found, text)
        rest = rest[: found.start()] + " " + rest[found.end() :]
    left = [part for part in _PARTS.split(rest) if part and part not in ("at", "and", "on", "&", "に", "和", "และ")]
    if left:
        known = ", ".join(sorted(key for _, key in _topic_names() if key.isascii()))
        reason = f"not a time such as 08:00 and not a topic; topics are: {_short(known)}"
        raise BadInput(f"{left[0]!r}", reason, wording="topic")
    return Wanted(time, tuple(sorted(topics)))


def parse_clock(text: str) -> str:
    """Of a bare time such as "7:30", "７：３０", "7:30 pm" or "7時30分": "07:30"; "" for anything else. Raises BadInput for 25:00."""
    plain = _plain(text)
    found = _HOUR.fullmatch(plain)
    is_time = found and (found[3] or any(mark in plain for mark in ":時点點时시"))
    return _clock(found, text) if found and is_time else ""


def _is_wish(text: str) -> bool:
    """True when it speaks of a time or a topic first: what then is wrong with it is better said than searched for."""
    first = _PARTS.split(text)[0]
    return bool(_HOUR.fullmatch(first)) or any(text.startswith(name) for name, _ in _topic_names()) or first == "at"


def _clock(found: re.Match[str], text: str) -> str:
    hour, half = int(found[1]), (found[3] or "").lower().replace(".", "")
    if half and not 1 <= hour <= 12:
        raise BadInput(f"time {text!r}", "write it like 08:00 or 8 pm", wording="time")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return parse_time(f"{hour}:{int(found[2] or 0):02}")


def _short(topics: str) -> str:
    return ", ".join(dict.fromkeys(topics.split(", ")))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").strip()
    return " ".join((_END.sub("", folded.removeprefix("/")) or folded).split())


@cache
def _words() -> dict[str, Word]:
    data = tomllib.loads(resources.files("news").joinpath("commands.toml").read_text("utf-8"))
    return {
        _plain(one): Word(name) for name, listed in data.items() for one in re.split(r",|\n", listed) if one.strip()
    }


@cache
def _topic_names() -> tuple[tuple[str, str], ...]:
    """A topic's key and its names in every language, the longest first."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for key, name in wording(language).items():
            if key.startswith("topics."):
                topic = key.removeprefix("topics.")
                found[_plain(name)] = found[topic] = found[topic.replace("-", " ")] = topic
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))
