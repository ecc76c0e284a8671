"""An answer and its evidence as JSON and back. `v` is the form's version, as in `store.codec`."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from news.asking import Answer, Evidence, Intent, StoryLink
from news.errors import StoreError
from news.model import SourceLink
from store.codec import decode_brief, decode_provenance, decode_sentence, encode_brief, encode_sentence

VERSION: Final = 1

Json = dict[str, Any]


def write_answer(answer: Answer) -> str:
    return _compact(
        {
            "v": VERSION,
            "id": answer.id,
            "question": answer.question,
            "sentences": [encode_sentence(one) for one in answer.sentences],
            "confidence": answer.confidence,
            "abstained": answer.abstained,
            "nearest": [_encode_link(link) for link in answer.nearest],
            "summariser": answer.summariser,
            "intent": answer.intent.value,
            "language": answer.language,
            "note": answer.note,
            "brief": None if answer.brief is None else encode_brief(answer.brief),
            "milliseconds": answer.milliseconds,
            "provenance": None if answer.provenance is None else asdict(answer.provenance),
        }
    )


def read_answer(text: str) -> Answer:
    """Raises StoreError for a form that this program does not know."""
    data: Json = json.loads(text)
    if data.pop("v") != VERSION:
        raise StoreError(str(data.get("id") or "an answer"), "is stored in a form made by a newer AI News")
    kept, made = data.pop("brief"), data.pop("provenance")
    return Answer(
        **{
            **data,
            "sentences": tuple(decode_sentence(one) for one in data["sentences"]),
            "nearest": tuple(_decode_link(link) for link in data["nearest"]),
            "intent": Intent(data["intent"]),
            "brief": None if kept is None else decode_brief(kept),
            "provenance": decode_provenance(made),
        }
    )


def write_evidence(evidence: tuple[Evidence, ...]) -> str:
    return _compact([[one.article, one.story, one.url, one.title, round(one.score, 4)] for one in evidence])


def read_evidence(text: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(*one) for one in json.loads(text))


def _encode_link(link: StoryLink) -> Json:
    source = {"name": link.source.name, "url": link.source.url, "published": link.source.published.isoformat()}
    return {"id": link.id, "slug": link.slug, "headline": link.headline, "language": link.language, "source": source}


def _decode_link(data: Json) -> StoryLink:
    source = data["source"]
    link = SourceLink(source["name"], source["url"], datetime.fromisoformat(source["published"]))
    return StoryLink(data["id"], data["slug"], data["headline"], data["language"], link)


def _compact(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
