"""The machine-readable brief and answer keep the shape that other programs rely on."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from jsonschema import Draft202012Validator

from news.model import Score
from news.payload import answer_payload, brief_payload, moment
from tests.fakes.briefs import answer, brief, headline_only, told

SENTENCE: dict[str, Any] = {
    "type": "object",
    "required": ["text", "checked", "citations"],
    "properties": {
        "text": {"type": "string"},
        "citations": {"type": "array", "items": {"type": "object", "required": ["url", "quote"]}},
    },
}
SENTENCES = {"type": "array", "items": SENTENCE}
TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
SOURCE = {
    "type": "object",
    "required": ["name", "url", "published"],
    "properties": {"name": {"type": "string"}, "url": {"type": "string"}, "published": TIME},
}
STORY = {
    "type": "object",
    "required": ["id", "slug", "headline", "lede", "sections", "topics", "sources", "score", "why_ranked"],
    "properties": {
        "lede": {"anyOf": [SENTENCE, {"type": "null"}]},
        "sections": {
            "type": "object",
            "required": ["what_happened", "why_it_matters", "what_to_watch"],
            "additionalProperties": SENTENCES,
            "maxProperties": 3,
        },
        "topics": {"type": "array", "items": {"type": "string"}},
        "sources": {"type": "array", "items": SOURCE},
        "score": {"type": "number"},
        "why_ranked": {"type": "object", "additionalProperties": {"type": "number"}},
    },
}
BRIEF = {
    "type": "object",
    "required": ["id", "date", "language", "minutes", "reading_seconds", "sample", "summariser", "stories"],
    "properties": {
        "date": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        "language": {"enum": ["en", "ja", "zh-Hant", "zh-Hans", "ko", "th"]},
        "minutes": {"type": "integer"},
        "reading_seconds": {"type": "integer"},
        "sample": {"type": "boolean"},
        "stories": {"type": "array", "items": STORY},
    },
}
ANSWER = {
    "type": "object",
    "required": ["question", "answer", "confidence", "stories", "abstained"],
    "properties": {
        "answer": SENTENCES,
        "confidence": {"type": "number"},
        "stories": {"type": "array", "items": SOURCE},
        "abstained": {"type": "boolean"},
    },
}


def as_read(payload: dict[str, Any]) -> Any:
    """What another program gets: the payload through JSON."""
    return json.loads(json.dumps(payload))


def test_a_brief_has_the_published_shape() -> None:
    """Stories with and without a text, and a brief without stories."""
    check = Draft202012Validator(BRIEF)
    assert not list(check.iter_errors(as_read(brief_payload(brief()))))
    assert not list(check.iter_errors(as_read(brief_payload(brief(sample=True, stories=())))))
    assert list(check.iter_errors({}))


def test_a_story_without_a_lede_has_null_and_three_empty_sections() -> None:
    """A program can ask for every section without looking first."""
    story = as_read(brief_payload(brief(headline_only())))["stories"][0]
    assert story["lede"] is None
    assert story["sections"] == {"what_happened": [], "why_it_matters": [], "what_to_watch": []}
    assert story["one_line"] is True


def test_sentences_keep_their_citations_and_order() -> None:
    """The quote and the link of each citation come through unchanged."""
    story = as_read(brief_payload(brief(told())))["stories"][0]
    assert story["sections"]["why_it_matters"] == [
        {
            "text": "Hospitals can run it themselves.",
            "checked": True,
            "citations": [
                {"url": "https://bench.example/1", "quote": "Hospitals can run it themselves.", "source": "Bench"}
            ],
        }
    ]
    assert [source["name"] for source in story["sources"]] == ["Tide", "Bench"]


def test_the_reasons_for_a_rank_are_told() -> None:
    """Score and its parts, without the noise of floating point."""
    story = as_read(brief_payload(brief(told(score=Score(0.1 + 0.2, {"fresh": 0.1 + 0.2})))))["stories"][0]
    assert story["score"] == 0.3
    assert story["why_ranked"] == {"fresh": 0.3}


def test_pages_are_named_only_when_there_are_any() -> None:
    """Without a base URL there is no link to a page that nobody serves."""
    plain = as_read(brief_payload(brief()))
    assert "url" not in plain
    assert "url" not in plain["stories"][0]
    linked = as_read(brief_payload(brief(), base_url="https://news.example/"))
    assert linked["url"] == "https://news.example/briefs/b1brief"
    assert linked["stories"][0]["url"] == "https://news.example/stories/s1/orbit-opens-s1"


def test_the_link_of_a_story_is_plain_ascii() -> None:
    """A slug in Japanese is percent-encoded, so that the link survives every mail program."""
    story = as_read(brief_payload(brief(told(slug="重みを公開")), base_url="https://news.example"))["stories"][0]
    assert story["url"].isascii()
    assert story["slug"] == "重みを公開"


def test_moments_are_utc_whatever_their_zone() -> None:
    """07:00 in Tokyo is 22:00 of the day before; fractions of a second are dropped."""
    tokyo = timezone(timedelta(hours=9))
    assert moment(datetime(2026, 7, 17, 7, 0, 0, 999, tokyo)) == "2026-07-16T22:00:00Z"
    assert moment(datetime(2026, 7, 17, 6, tzinfo=UTC)) == "2026-07-17T06:00:00Z"


def test_an_answer_has_the_published_shape() -> None:
    """With sentences, and when nothing was found."""
    check = Draft202012Validator(ANSWER)
    check.validate(as_read(answer_payload(answer())))
    silent = as_read(answer_payload(answer(sentences=(), abstained=True, confidence=0.0, nearest=())))
    check.validate(silent)
    assert silent["answer"] == []
    assert silent["abstained"] is True
