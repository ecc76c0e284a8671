"""A brief and an answer as LINE messages. A Message of this channel is the JSON list that one call carries, 1 to 5 objects."""

import json
from collections.abc import Sequence
from typing import Final

from channels.line.cards import LINES, answer_card, answer_notes, closing_cards, sources_card, story_card
from channels.line.flex import Json, ask_with_keyboard, flex, plain, postback, quick, text_message
from channels.line.limits import BUBBLES, CAROUSEL_BYTES, weight
from channels.line.texts import alt_text, message_text
from news.asking import Answer
from news.languages import Language
from news.making import nothing_words
from news.model import Brief, BriefStory, Message
from news.phrases import format_date, phrase

_FULL_AT_MOST: Final = BUBBLES - 1
"""The last bubble tells the rest in one line each."""
_FULL_AT_LEAST: Final = 8
_SHORT_AT_MOST: Final = 30


class LineRenderer:
    """A Renderer (see news.ports). A page that LINE shall open must be https."""

    def __init__(self, *, base_url: str = "") -> None:
        self.base_url = base_url if base_url.startswith("https://") else ""

    def brief(self, brief: Brief) -> Sequence[Message]:
        return (packed([brief_message(brief, base_url=self.base_url)]),)

    def answer(self, answer: Answer) -> Sequence[Message]:
        return (packed(answer_messages(answer, base_url=self.base_url)),)


def packed(messages: Sequence[Json]) -> Message:
    """Message objects as the body of one call."""
    first = messages[0]
    told = first["altText"] if first["type"] == "flex" else first["text"]
    body = json.dumps(messages, ensure_ascii=False, separators=(",", ":"))
    return Message(text=told, body=body, media_type="application/json")


def brief_message(brief: Brief, *, base_url: str = "") -> Json:
    """A carousel with one bubble a story and one for the rest; a text on a day without news."""
    language = brief.edition.language
    if not brief.stories:
        return quick(text_message(f"{_title(brief)}\n{nothing_words(brief)}"), brief_taps(language))
    full = list(brief.headed[:_FULL_AT_MOST])
    while len(full) > _FULL_AT_LEAST and len(brief.stories) - len(full) > LINES * (BUBBLES - len(full)):
        full.pop()  # a carousel is as high as its highest bubble: one with a dozen lines leaves the others empty
    contents = _carousel(brief, full, base_url)
    while weight(contents) > CAROUSEL_BYTES and full:
        full.pop()
        contents = _carousel(brief, full, base_url)
    return quick(flex(_alt(brief), contents), brief_taps(language, brief.id))


def numbered(brief: Brief) -> list[BriefStory]:
    """The stories as the carousel numbers them: those with a bubble of their own, then the rest."""
    return list(brief.as_shown)


def brief_taps(language: Language, brief: str = "") -> list[Json]:
    """What one may want after reading: more, topics, ask, pause."""
    more = [postback(phrase(language, "line.more"), do="more", brief=brief)] if brief else []
    return [
        *more,
        postback(phrase(language, "line.topics"), do="topics"),
        ask_with_keyboard(phrase(language, "line.ask"), do="ask"),
        postback(phrase(language, "line.pause"), do="pause"),
    ]


def sources_message(story: BriefStory, language: Language, *, base_url: str = "") -> Json:
    told = [story.lede.text] if story.lede else []
    alt = alt_text([plain(story.headline), *map(plain, told)])
    taps = [postback(phrase(language, "line.save"), do="save", story=story.id), *reading_taps(language)]
    return quick(flex(alt, sources_card(story, language, base_url=base_url)), taps)


def answer_messages(answer: Answer, *, base_url: str = "") -> list[Json]:
    """The alt text is the answer itself. A catch-up is shown as the edition that it is."""
    if answer.brief and answer.brief.stories:
        notes = [text_message(message_text(answer_notes(answer)))] if answer.note else []
        return [*notes, brief_message(answer.brief, base_url=base_url)]
    alt = alt_text([*answer_notes(answer), *(plain(sentence.text) for sentence in answer.sentences)])
    taps = [*_verdict_taps(answer), *reading_taps(answer.language)]
    return [quick(flex(alt, answer_card(answer, base_url=base_url)), taps)]


def _verdict_taps(answer: Answer) -> list[Json]:
    if not answer.id or answer.abstained:
        return []
    return [
        postback(phrase(answer.language, f"answer.{verdict}"), do="verdict", answer=answer.id, verdict=verdict)
        for verdict in ("useful", "wrong")
    ]


def reading_taps(language: Language) -> list[Json]:
    return [
        postback(phrase(language, "line.today"), do="today"),
        ask_with_keyboard(phrase(language, "line.ask"), do="ask"),
        postback(phrase(language, "line.settings"), do="settings"),
    ]


def _carousel(brief: Brief, full: Sequence[BriefStory], base_url: str) -> Json:
    told = {story.id for story in full}
    stories = enumerate(numbered(brief), start=1)
    short = [(number, story) for number, story in stories if story.id not in told][:_SHORT_AT_MOST]
    cards = [
        story_card(story, brief, number=number, of=len(full), base_url=base_url)
        for number, story in enumerate(full, start=1)
    ]
    rest = closing_cards(brief, short, room=BUBBLES - len(full), base_url=base_url)
    return {"type": "carousel", "contents": [*cards, *rest]}


def _alt(brief: Brief) -> str:
    """The news itself: this is the notification, and all that some clients show."""
    lines = [f"{number}. {plain(story.headline)}" for number, story in enumerate(numbered(brief), start=1)]
    return alt_text([_title(brief), *lines])


def _title(brief: Brief) -> str:
    language = brief.edition.language
    mark = f"{phrase(language, 'brief.sample_mark')} · " if brief.sample else ""
    return f"{mark}{phrase(language, 'name.paper')} · {format_date(brief.date, language)}"
