"""The machine-readable shapes: a brief and an answer as plain JSON values. Moments are ISO 8601 in UTC."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from news.asking import Answer, StoryLink
from news.making import second_look_note
from news.model import SECTIONS, Brief, BriefStory, Provenance, Score, Sentence, SourceLink, Watched


def brief_payload(brief: Brief, *, base_url: str = "") -> dict[str, Any]:
    """One edition. With a `base_url` the brief and each story also say where their page is."""
    page = {"url": f"{base_url.rstrip('/')}/briefs/{brief.id}"} if base_url else {}
    return {
        "id": brief.id,
        "date": brief.date.isoformat(),
        "language": brief.edition.language,
        "minutes": brief.edition.minutes,
        "topics": list(brief.edition.topics),
        "made": moment(brief.made),
        "reading_seconds": brief.reading_seconds,
        "sample": brief.sample,
        "summariser": brief.summariser,
        "written_by_model": len(brief.stories) - brief.own_words,
        "why_not": brief.why_not,
        "left_out": len(brief.left_out),
        "left_out_why": {note: brief.left_out.count(note) for note in sorted(set(brief.left_out))},
        "second_looks_missed": brief.unlooked,
        "second_looks_missed_why": second_look_note(brief),
        "cost": round(brief.cost, 6),
        "price_known": brief.priced,
        "sources_read": brief.sources_read,
        "sources_total": brief.sources_total,
        **page,
        "stories": [story_payload(story, base_url=base_url) for story in brief.stories],
        "watched": [_watched(one) for one in brief.watched],
    }


def story_payload(story: BriefStory, *, base_url: str = "") -> dict[str, Any]:
    """One story of a brief; `lede` is null when there is nothing beyond the headline."""
    page = {"url": story_page(story.id, story.slug, base_url)} if base_url else {}
    return {
        "id": story.id,
        "slug": story.slug,
        "headline": story.headline,
        "language": story.language,
        "original": None if story.original is None else _sentence(story.original),
        "update": story.update,
        "one_line": story.one_line,
        "lede": None if story.lede is None else _sentence(story.lede),
        "sections": {name: _sentences(story.sections.get(name, ())) for name in SECTIONS},
        "watched": None if story.watched is None else _watched(story.watched),
        "topics": list(story.topics),
        "sources": [_source(source) for source in story.sources],
        "score": round(story.score.value, 4),
        "why_ranked": _parts(story.score),
        "provenance": None if story.provenance is None else _provenance(story.provenance),
        **page,
    }


def answer_payload(answer: Answer, *, base_url: str = "") -> dict[str, Any]:
    """`answer` is empty exactly when `abstained`; `stories` are the nearest to look at, or those of a catch-up."""
    return {
        "id": answer.id,
        "question": answer.question,
        "answer": _sentences(answer.sentences),
        "confidence": round(answer.confidence, 4),
        "abstained": answer.abstained,
        "intent": answer.intent.value,
        "language": answer.language,
        "note": answer.note,
        "stories": [_story_link(link, base_url) for link in answer.nearest],
        "summariser": answer.summariser,
        "provenance": None if answer.provenance is None else _provenance(answer.provenance),
        "cost": round(answer.cost, 6),
        "price_known": answer.provenance is None or answer.provenance.priced,
        "milliseconds": round(answer.milliseconds, 1),
    }


def moment(time: datetime) -> str:
    """ISO 8601, always in UTC: 2026-07-17T06:00:00Z."""
    return time.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def story_page(id: str, slug: str, base_url: str) -> str:
    """Where the story's own page is seen, under `base_url` or, with "", as a path."""
    return f"{base_url.rstrip('/')}/stories/{id}/{quote(slug)}"


def _sentences(sentences: Sequence[Sentence]) -> list[dict[str, Any]]:
    return [_sentence(sentence) for sentence in sentences]


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "checked": sentence.checked,
        "citations": [
            {"url": citation.url, "quote": citation.quote, "source": citation.source}
            | ({"day": citation.day.isoformat()} if citation.day else {})
            for citation in sentence.citations
        ],
    }


def _provenance(made: Provenance) -> dict[str, Any]:
    told = asdict(made)
    known = told.pop("priced")
    return {
        **told,
        "faults": list(made.faults),
        "wrong": list(told["wrong"]),
        "cost": round(made.cost, 6),
        "price_known": known,
    }


def _watched(watched: Watched) -> dict[str, Any]:
    return {
        "story": watched.story,
        "headline": watched.headline,
        "told": watched.told.isoformat(),
        "due": watched.due.isoformat(),
        "sentence": _sentence(watched.sentence),
        "came": None if watched.came is None else _sentence(watched.came),
    }


def _source(source: SourceLink) -> dict[str, str]:
    return {"name": source.name, "url": source.url, "published": moment(source.published)}


def _story_link(link: StoryLink, base_url: str) -> dict[str, Any]:
    page = {"page": story_page(link.id, link.slug, base_url)} if base_url and link.slug else {}
    named = {"id": link.id, "slug": link.slug, "headline": link.headline, "language": link.language}
    return {**named, **_source(link.source), **page}


def _parts(score: Score) -> dict[str, float]:
    return {name: round(points, 4) for name, points in score.parts.items()}
