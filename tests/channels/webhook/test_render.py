"""A brief as the JSON that is posted."""

import json
from dataclasses import replace

from channels.webhook.render import WebhookRenderer
from news.model import Edition
from news.payload import brief_payload
from news.phrases import phrase
from tests.fakes.briefs import answer, brief, told


def test_a_brief_is_one_message_in_the_machine_readable_shape() -> None:
    """The shape of `ainews brief --format json`, with type, timestamp and text before it."""
    one = brief()
    [message] = WebhookRenderer(base_url="https://news.example").brief(one)
    sent = json.loads(message.body)
    assert message.media_type == "application/json"
    assert sent == brief_payload(one, base_url="https://news.example") | {
        "type": "brief",
        "timestamp": "2026-07-17T12:00:00Z",
        "text": message.text,
    }


def test_the_text_is_what_a_simple_bridge_shows() -> None:
    """The paper, the date and the headlines."""
    [message] = WebhookRenderer().brief(brief(told("s1"), told("s2")))
    assert message.text.splitlines() == [
        "AI News · Friday 17 July 2026",
        "1. Orbit opens its model s1",
        "2. Orbit opens its model s2",
    ]


def test_the_text_ends_with_a_whole_line() -> None:
    """A bridge that takes 2,000 characters gets all of them or fewer."""
    stories = [told(f"s{n}", headline="x" * 300) for n in range(9)]
    [message] = WebhookRenderer().brief(brief(*stories))
    assert len(message.text) <= 2000
    assert message.text.endswith("6. " + "x" * 300)


def test_a_day_without_news_says_so() -> None:
    """In the reader's language, with an empty list."""
    quiet = replace(brief(edition=Edition("ja", 5)), stories=())
    [message] = WebhookRenderer().brief(quiet)
    assert json.loads(message.body)["stories"] == []
    assert message.text.splitlines()[1:] == [phrase("ja", "brief.nothing_new")]


def test_a_sample_says_so() -> None:
    """Wherever it appears."""
    [message] = WebhookRenderer().brief(brief(sample=True))
    assert "SAMPLE" in message.text
    assert json.loads(message.body)["sample"] is True


def test_an_answer_has_its_sentences_as_text() -> None:
    """And the machine-readable answer."""
    [message] = WebhookRenderer().answer(answer())
    assert message.text == "Orbit published the weights of s1 on Thursday."
    assert json.loads(message.body)["type"] == "answer"


def test_a_brief_of_no_source_says_that_none_was_read() -> None:
    """Nothing new is what somebody can say who has read something."""
    [message] = WebhookRenderer().brief(replace(brief(), stories=(), sources_read=0))
    assert phrase("en", "brief.nothing_read") in message.text
