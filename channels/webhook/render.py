"""Briefs and answers as JSON: the machine-readable shape with `type`, `timestamp` and a plain `text` for simple bridges."""

import json
from collections.abc import Sequence
from typing import Any

from channels.webhook.limits import LONGEST_TEXT
from news.asking import Answer
from news.making import nothing_words
from news.model import Brief, Message
from news.payload import answer_payload, brief_payload, moment
from news.phrases import format_date, phrase


class WebhookRenderer:
    """A Renderer (see news.ports): one message each."""

    def __init__(self, *, base_url: str = "") -> None:
        self._base_url = base_url

    def brief(self, brief: Brief) -> Sequence[Message]:
        """On a day without news the `text` says so and `stories` is empty."""
        text = _brief_text(brief)
        head = {"type": "brief", "timestamp": moment(brief.made), "text": text}
        return (_message(text, {**head, **brief_payload(brief, base_url=self._base_url)}),)

    def answer(self, answer: Answer) -> Sequence[Message]:
        told = ("\n" if answer.listed else " ").join(sentence.text for sentence in answer.sentences)
        text = _cut("\n".join(part for part in (answer.note, told) if part))
        return (_message(text, {"type": "answer", "text": text, **answer_payload(answer, base_url=self._base_url)}),)


def _brief_text(brief: Brief) -> str:
    language = brief.edition.language
    lines = [f"{phrase(language, 'name.paper')} · {format_date(brief.date, language)}"]
    if brief.sample:
        lines.append(phrase(language, "brief.sample"))
    if not brief.stories:
        lines.append(nothing_words(brief))
    lines += [f"{number}. {story.headline}" for number, story in enumerate(brief.stories, start=1)]
    return _cut("\n".join(lines))


def _cut(text: str) -> str:
    """Whole lines while they fit."""
    while len(text) > LONGEST_TEXT:
        text = text.rpartition("\n")[0] or text[: LONGEST_TEXT - 1] + "…"
    return text


def _message(text: str, payload: dict[str, Any]) -> Message:
    body = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    return Message(text=text, body=body, media_type="application/json")
