"""A brief as JSON and back, losing nothing. `v` is the form's version: a brief frozen today is still read in years."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Final

from news.errors import StoreError
from news.model import (
    Brief,
    BriefStory,
    Citation,
    Edition,
    FirstTelling,
    Provenance,
    Score,
    Sentence,
    SourceLink,
    Watched,
)
from news.telling import Wrong

VERSION: Final = 1

Json = dict[str, Any]


def encode_brief(brief: Brief) -> Json:
    """JSON-ready: only dicts, lists, strings, numbers, booleans and None."""
    return {
        "v": VERSION,
        "id": brief.id,
        "edition": _encode_edition(brief.edition),
        "date": brief.date.isoformat(),
        "made": brief.made.isoformat(),
        "reading_seconds": brief.reading_seconds,
        "sample": brief.sample,
        "summariser": brief.summariser,
        "stories": [_encode_story(story) for story in brief.stories],
        "sources_read": brief.sources_read,
        "sources_total": brief.sources_total,
        "watched": [_encode_watched(one) for one in brief.watched],
        "cost": brief.cost,
        "priced": brief.priced,
        "left_out": list(brief.left_out),
    }


def decode_brief(data: Json) -> Brief:
    """Raises StoreError for a form that this program does not know."""
    if data.get("v") != VERSION:
        raise StoreError(
            str(data.get("id", "a brief")), f"is stored in form {data.get('v')!r}, made by a newer AI News"
        )
    return Brief(
        id=data["id"],
        edition=_decode_edition(data["edition"]),
        date=date.fromisoformat(data["date"]),
        made=datetime.fromisoformat(data["made"]),
        reading_seconds=data["reading_seconds"],
        sample=data["sample"],
        summariser=data["summariser"],
        stories=tuple(_decode_story(story) for story in data["stories"]),
        sources_read=data["sources_read"],
        sources_total=data["sources_total"],
        watched=tuple(_decode_watched(one) for one in data.get("watched", ())),
        cost=data.get("cost", 0.0),
        priced=data.get("priced", True),
        left_out=tuple(data.get("left_out", ())),
    )


def _encode_edition(edition: Edition) -> Json:
    return {
        "language": edition.language,
        "minutes": edition.minutes,
        "topics": list(edition.topics),
        "tenant": edition.tenant,
    }


def _decode_edition(data: Json) -> Edition:
    return Edition(
        language=data["language"], minutes=data["minutes"], topics=tuple(data["topics"]), tenant=data["tenant"]
    )


def _encode_story(story: BriefStory) -> Json:
    return {
        "id": story.id,
        "slug": story.slug,
        "headline": story.headline,
        "language": story.language,
        "lede": None if story.lede is None else encode_sentence(story.lede),
        "sections": {name: [encode_sentence(item) for item in told] for name, told in story.sections.items()},
        "topics": list(story.topics),
        "sources": [_encode_link(link) for link in story.sources],
        "articles": list(story.articles),
        "score": {"value": story.score.value, "parts": dict(story.score.parts)},
        "update": story.update,
        "watched": None if story.watched is None else _encode_watched(story.watched),
        "provenance": None if story.provenance is None else asdict(story.provenance),
        "first": None if story.first is None else asdict(story.first),
        "original": None if story.original is None else encode_sentence(story.original),
    }


def _decode_story(data: Json) -> BriefStory:
    return BriefStory(
        id=data["id"],
        slug=data["slug"],
        headline=data["headline"],
        language=data["language"],
        lede=None if data["lede"] is None else decode_sentence(data["lede"]),
        sections={name: tuple(decode_sentence(item) for item in told) for name, told in data["sections"].items()},
        topics=tuple(data["topics"]),
        sources=tuple(_decode_link(link) for link in data["sources"]),
        articles=tuple(data["articles"]),
        score=Score(data["score"]["value"], data["score"]["parts"]),
        update=data["update"],
        watched=_decode_watched(data["watched"]) if data.get("watched") else None,
        provenance=decode_provenance(data.get("provenance")),
        first=FirstTelling(**data["first"]) if data.get("first") else None,
        original=decode_sentence(data["original"]) if data.get("original") else None,
    )


def _encode_watched(watched: Watched) -> Json:
    return {
        "story": watched.story,
        "slug": watched.slug,
        "headline": watched.headline,
        "told": watched.told.isoformat(),
        "due": watched.due.isoformat(),
        "sentence": encode_sentence(watched.sentence),
        "came": None if watched.came is None else encode_sentence(watched.came),
    }


def _decode_watched(data: Json) -> Watched:
    return Watched(
        story=data["story"],
        slug=data["slug"],
        headline=data["headline"],
        told=date.fromisoformat(data["told"]),
        due=date.fromisoformat(data["due"]),
        sentence=decode_sentence(data["sentence"]),
        came=None if data["came"] is None else decode_sentence(data["came"]),
    )


def encode_sentence(sentence: Sentence) -> Json:
    citations = [
        {"url": item.url, "quote": item.quote, "source": item.source}
        | ({"day": item.day.isoformat()} if item.day else {})
        for item in sentence.citations
    ]
    return {"text": sentence.text, "citations": citations, **({} if sentence.checked else {"checked": False})}


def decode_sentence(data: Json) -> Sentence:
    citations = tuple(
        Citation(**{**item, "day": date.fromisoformat(item["day"]) if item.get("day") else None})
        for item in data["citations"]
    )
    return Sentence(data["text"], citations, data.get("checked", True))


def decode_provenance(data: Json | None) -> Provenance | None:
    if not data:
        return None
    wrong = tuple(Wrong(**one) for one in data.get("wrong", ()))
    return Provenance(**{**data, "faults": tuple(data.get("faults", ())), "wrong": wrong})


def _encode_link(link: SourceLink) -> Json:
    return {"name": link.name, "url": link.url, "published": link.published.isoformat()}


def _decode_link(data: Json) -> SourceLink:
    return SourceLink(data["name"], data["url"], datetime.fromisoformat(data["published"]))
