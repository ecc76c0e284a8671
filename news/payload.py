"""The machine-readable brief and answer: one shape for the command line, the API and signed webhooks."""

from datetime import UTC, datetime
from typing import Any

from news.model import SECTIONS, Answer, Brief, BriefStory, Sentence, SourceLink

Json = dict[str, Any]


def brief_payload(brief: Brief, *, base_url: str = "") -> Json:
    """A brief as plain JSON values. With `base_url` each story also carries the link to its page."""
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
        "sources_read": brief.sources_read,
        "sources_total": brief.sources_total,
        "stories": [_story(story, base_url) for story in brief.stories],
    }


def answer_payload(answer: Answer) -> Json:
    """An answer as plain JSON values; `stories` are the nearest things to read."""
    return {
        "question": answer.question,
        "answer": [_sentence(sentence) for sentence in answer.sentences],
        "confidence": round(answer.confidence, 3),
        "stories": [_link(link) for link in answer.nearest],
        "abstained": answer.abstained,
        "summariser": answer.summariser,
    }


def story_path(story: BriefStory) -> str:
    """The path of a story's page, the same for its whole life."""
    return f"/stories/{story.id}/{story.slug}"


def moment(when: datetime) -> str:
    """ISO 8601 in UTC, to the second."""
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _story(story: BriefStory, base_url: str) -> Json:
    page = {"url": base_url.rstrip("/") + story_path(story)} if base_url else {}
    return {
        "id": story.id,
        "slug": story.slug,
        **page,
        "headline": story.headline,
        "language": story.language,
        "update": story.update,
        "one_line": story.one_line,
        "lede": _sentence(story.lede) if story.lede else None,
        "sections": {name: [_sentence(s) for s in story.sections.get(name, ())] for name in SECTIONS},
        "topics": list(story.topics),
        "sources": [_link(link) for link in story.sources],
        "score": story.score.value,
        "why_ranked": dict(story.score.parts),
    }


def _sentence(sentence: Sentence) -> Json:
    return {
        "text": sentence.text,
        "citations": [{"url": c.url, "quote": c.quote, "source": c.source} for c in sentence.citations],
    }


def _link(link: SourceLink) -> Json:
    return {"name": link.name, "url": link.url, "published": moment(link.published)}
