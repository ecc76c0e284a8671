"""A model's reply, read strictly: one JSON object of the agreed form or an error that says what is wrong with it."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from news.model import SECTIONS, Section
from news.text import sanitise

LONGEST: Final = 40_000
"""Characters: a telling has some 3,000; what is longer is not read."""
_CLAIMS: Final = 6
_SUPPORTS: Final = 4
_BRACES: Final = 20
"""So many places are tried where an object may begin in a reply that is not JSON alone."""
_DECODER: Final = json.JSONDecoder()
_FENCE: Final = re.compile(r"^\s*```[a-zA-Z]*\s*\n(.*?)\n?\s*```\s*$", re.DOTALL)

_SUPPORT_SCHEMA: Final = {
    "type": "object",
    "properties": {"id": {"type": "string"}, "quote": {"type": "string"}},
    "required": ["id", "quote"],
    "additionalProperties": False,
}
_CLAIM_SCHEMA: Final = {
    "type": "object",
    "properties": {"text": {"type": "string"}, "sources": {"type": "array", "items": _SUPPORT_SCHEMA}},
    "required": ["text", "sources"],
    "additionalProperties": False,
}
_CLAIMS_SCHEMA: Final = {"type": "array", "items": _CLAIM_SCHEMA}


def _object(name: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    schema = {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
    return {"type": "json_schema", "json_schema": {"name": name, "strict": True, "schema": schema}}


TELLING_FORM: Final = _object(
    "telling", {"headline": _CLAIM_SCHEMA, "lede": _CLAIM_SCHEMA, **dict.fromkeys(SECTIONS, _CLAIMS_SCHEMA)}
)
ANSWER_FORM: Final = _object("answer", {"found": {"type": "boolean"}, "answer": _CLAIMS_SCHEMA})
HEADLINE_FORM: Final = _object("headline", {"headline": _CLAIM_SCHEMA})
TRIAL_FORM: Final = _object("trial", {"works": {"type": "boolean"}})
VERDICTS_FORM: Final = _object(
    "verdicts", {"verdicts": {"type": "array", "items": {"type": "array", "items": {"type": "boolean"}}}}
)


class Malformed(Exception):
    """The reply is not of the agreed form; the text says why, for the repair and the ledger."""


class Endless(Malformed):
    """Longer than any telling: sending it back would only be paid for again."""


@dataclass(frozen=True, slots=True)
class Support:
    """`id` of an article that was shown, `quote` copied from it: neither is believed before it is looked up."""

    id: str
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    text: str
    supports: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    headline: Claim
    lede: Claim
    sections: Mapping[Section, tuple[Claim, ...]]


def read_telling(text: str) -> Telling:
    """Raises Malformed."""
    data = _read(text)
    return Telling(
        _claim(data.get("headline"), "headline"),
        _claim(data.get("lede"), "lede"),
        {section: _claims(data.get(section, []), section) for section in SECTIONS},
    )


def read_headline(text: str) -> Claim:
    """Raises Malformed."""
    return _claim(_read(text).get("headline"), "headline")


def read_answer(text: str) -> tuple[Claim, ...]:
    """The sentences of an answer, none when the model did not find it. Raises Malformed."""
    data = _read(text)
    if not isinstance(data.get("found"), bool):
        raise Malformed('"found" is not true or false')
    claims = _claims(data.get("answer", []), "answer")
    if data["found"] and not claims:
        raise Malformed('"found" is true and "answer" is empty')
    return claims if data["found"] else ()


def read_verdicts(text: str, counts: Sequence[int]) -> tuple[tuple[bool | None, ...], ...]:
    """A list per item with one per sentence of it, None where the model would not say. Raises Malformed."""
    verdicts = _read(text).get("verdicts")
    if not isinstance(verdicts, list) or len(verdicts) != len(counts):
        raise Malformed(f'"verdicts" is not a list of {len(counts)} lists, one per item')
    for at, (given, count) in enumerate(zip(verdicts, counts, strict=True)):
        is_whole = isinstance(given, list) and len(given) == count
        if not is_whole or not all(one is None or isinstance(one, bool) for one in given):
            raise Malformed(f'"verdicts" of item {at + 1} is not a list of {count} times true or false')
    return tuple(map(tuple, verdicts))


def read_trial(text: str) -> None:
    """Raises Malformed."""
    if not isinstance(_read(text).get("works"), bool):
        raise Malformed('"works" is not true or false')


def _read(text: str) -> Mapping[str, Any]:
    if not text.strip():
        raise Malformed("the reply is empty")
    if len(text) > LONGEST:
        raise Endless(f"the reply has {len(text):,} characters; {LONGEST:,} are the most")
    fenced = _FENCE.match(text)
    try:
        data = json.loads(fenced[1] if fenced else text)
    except (ValueError, RecursionError):
        objects = _objects(text)
        if len(objects) != 1:
            raise Malformed("the reply is not one whole JSON object") from None
        data = objects[0]
    if not isinstance(data, dict):
        raise Malformed("the reply is JSON, but not an object")
    return data


def _objects(text: str) -> list[dict[str, Any]]:
    """The whole JSON objects that stand in prose or fences, none of them inside another."""
    found, at = [], text.find("{")
    for _ in range(_BRACES):
        if at < 0:
            break
        try:
            data, end = _DECODER.raw_decode(text, at)
            found.append(data)
        except (ValueError, RecursionError):
            end = at + 1
        at = text.find("{", end)
    return found


def _claims(data: Any, name: str) -> tuple[Claim, ...]:
    if not isinstance(data, list):
        raise Malformed(f'"{name}" is not a list')
    return tuple(_claim(one, name) for one in data[:_CLAIMS])


def _claim(data: Any, name: str) -> Claim:
    if not isinstance(data, dict) or not isinstance(data.get("text"), str) or not data["text"].strip():
        raise Malformed(f'"{name}" holds something that is not {{"text", "sources"}}')
    sources: Any = data.get("sources")
    if not isinstance(sources, Sequence) or isinstance(sources, str):
        raise Malformed(f'"{name}" holds a sentence without a list "sources"')
    return Claim(" ".join(sanitise(data["text"]).split()), tuple(_support(one, name) for one in sources[:_SUPPORTS]))


def _support(data: Any, name: str) -> Support:
    if not isinstance(data, dict) or not isinstance(data.get("id"), str) or not isinstance(data.get("quote"), str):
        raise Malformed(f'"{name}" holds a source that is not {{"id", "quote"}}')
    return Support(data["id"], sanitise(data["quote"]))
