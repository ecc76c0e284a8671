"""Briefs and answers as LINE takes them, whatever the stories hold."""

import json
import os
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.line.flex import plain
from channels.line.render import LineRenderer, answer_messages, brief_message, numbered, sources_message
from news.languages import LANGUAGES, Language
from news.model import BriefStory, Citation, Edition, Sentence, SourceLink, Watched
from news.phrases import phrase
from tests.fakes import line_rules
from tests.fakes.briefs import NOON, answer, brief, headline_only, said, told
from tests.fakes.hostile import briefs, links, texts

BASE = "https://news.example"
JAPANESE = "東京のスタートアップが大規模言語モデルを公開し、病院での利用が始まった👩‍⚕️。"
THAI = "สตาร์ทอัพในกรุงเทพเปิดตัวโมเดลภาษาขนาดใหญ่สำหรับโรงพยาบาลทั่วประเทศ "


def shown(node: Any) -> list[str]:
    """Every text of a message in order."""
    if isinstance(node, dict):
        own = [node["text"]] if node.get("type") == "text" else []
        return own + [text for value in node.values() for text in shown(value)]
    return [text for value in node for text in shown(value)] if isinstance(node, list) else []


def bubbles(message: dict[str, Any]) -> list[dict[str, Any]]:
    return list(message["contents"]["contents"])


def actions(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, dict):
        own = [node["action"]] if "action" in node else []
        return own + [one for name, value in node.items() if name != "action" for one in actions(value)]
    return [one for value in node for one in actions(value)] if isinstance(node, list) else []


def huge(language: Language, text: str, times: int) -> BriefStory:
    """A story with far too much of everything."""
    long = text * times
    sentence = Sentence(long, (Citation("https://a.example/" + "x" * 300, long, text * 3),) * 3)
    many = tuple(SourceLink(f"{text}{n}", f"https://a.example/{n}", NOON) for n in range(40))
    sections = dict.fromkeys(("what_happened", "why_it_matters", "what_to_watch"), (sentence,) * 3)
    return told("s1", headline=long, language=language, lede=sentence, sections=sections, sources=many)


def test_the_tests_are_given_lines_own_schema() -> None:
    """Without it only the limits that no schema has are checked."""
    if not os.environ.get(line_rules.SPEC):
        pytest.skip(f"{line_rules.SPEC} names no folder of line-openapi: bodies are not checked against LINE's schema")
    assert line_rules.refused([{"type": "nonsense"}])
    assert line_rules.refused([{"type": "text", "text": "hello", "colour": "red"}])
    assert not line_rules.refused([{"type": "text", "text": "hello"}])


def test_a_brief_is_one_bubble_a_story_and_a_last_one_for_the_rest() -> None:
    """Headline, lede, why it matters and the sources' names; what is only a headline stands in the last one."""
    [message] = json.loads(LineRenderer(base_url=BASE).brief(brief())[0].body)
    first, last = bubbles(message)
    texts = shown(first)
    assert texts[1:] == [
        "1 / 1", "Models", "Orbit opens its model s1", "Orbit published the weights of s1 on Thursday.",
        "Why it matters", "Hospitals can run it themselves.", "Tide, Bench",
    ]  # fmt: skip
    read, sources, ask = actions(first)
    assert read["uri"] == f"{BASE}/stories/s1/orbit-opens-s1"
    assert (ask["data"], ask["displayText"]) == ("do=ask&story=s1&brief=b1brief", "Ask 1")
    assert (sources["data"], sources["displayText"]) == ("do=sources&story=s1&brief=b1brief", "Sources 1")
    assert "2. Orbit opens its model s9 — Tide" in shown(last)
    assert not line_rules.refused([message])


def test_the_notification_carries_the_news() -> None:
    """The alt text is all that a locked screen shows."""
    message = brief_message(brief(edition=Edition("ja", 5)))
    assert message["altText"].split("\n") == [
        "AIニュース · 2026年7月17日(金)", "1. Orbit opens its model s1", "2. Orbit opens its model s9",
    ]  # fmt: skip


def test_twenty_stories_fit_one_carousel() -> None:
    """Ten in full; the others in one line each, five to a bubble so that none towers over the rest; none is lost."""
    message = brief_message(brief(*(told(f"s{n}") for n in range(20))))
    assert len(bubbles(message)) == 12
    last = [" ".join(shown(bubble)) for bubble in bubbles(message)[-2:]]
    assert [sum(f"model s{n}" in said for n in range(10, 20)) for said in last] == [5, 5]
    assert not line_rules.refused([message])


def test_what_follows_a_brief_is_a_tap() -> None:
    """More, topics, ask, pause, in the reader's language."""
    taps = brief_message(brief(edition=Edition("th", 5)))["quickReply"]["items"]
    assert [tap["action"]["label"] for tap in taps] == [
        phrase("th", f"line.{name}") for name in ("more", "topics", "ask", "pause")
    ]


def test_a_day_without_news_says_so() -> None:
    """One line of text, and no empty carousel, which LINE refuses."""
    message = brief_message(replace(brief(), stories=()))
    assert message["type"] == "text"
    assert phrase("en", "brief.nothing_new") in message["text"]
    assert not line_rules.refused([message])


@pytest.mark.parametrize("url", ["http://plain.example/a", "javascript:alert(1)", "https://long.example/" + "x" * 1000])
def test_a_link_that_line_refuses_costs_the_button_not_the_brief(url: str) -> None:
    """Without a page of ours that is https there is nothing to open; the sources can still be asked for."""
    story = told(sources=(SourceLink("Tide", url, NOON),))
    message = brief_message(brief(story), base_url="")
    assert [one["type"] for one in actions(bubbles(message)[0])] == ["postback", "postback"]
    assert not line_rules.refused([message])


def test_a_link_in_another_script_is_percent_encoded() -> None:
    """As LINE wants it; what is encoded already stays as it is."""
    story = told(sources=(SourceLink("Tide", "https://tide.example/記事?a=%20b", NOON),))
    read = actions(bubbles(brief_message(brief(story)))[0])[0]
    assert read["uri"] == "https://tide.example/%E8%A8%98%E4%BA%8B?a=%20b"


def test_sources_show_each_sentence_with_its_passage() -> None:
    """A passage that is the sentence itself is not said twice."""
    written = Sentence(
        "Orbit opened it.", (Citation("https://tide.example/o", "Orbit published the weights.", "Tide"),)
    )
    message = sources_message(told(lede=written), "en", base_url=BASE)
    texts = shown(message)
    assert texts[1:4] == ["Orbit opened it.", "“Orbit published the weights.”", "— Tide"]
    assert texts.count("The model has 7 billion parameters.") == 1
    assert "https://bench.example/1" in [action.get("uri") for action in actions(message["contents"])]
    assert not line_rules.refused([message])


def test_what_was_to_be_watched_is_told_with_what_came_of_it() -> None:
    """In the story's bubble; behind Sources with the passages of both. Without news since then it says that."""
    earlier, came = said("The court rules on 9 July."), said("The court ruled for Orbit.", "https://b.example/", "B")
    watched = Watched("s0", "s0", "Orbit in court", date(2026, 7, 1), date(2026, 7, 9), earlier, came)
    story = told(watched=watched)
    line = "To watch, said on 1 July: The court rules on 9 July. Reported since: The court ruled for Orbit."
    assert line in shown(bubbles(brief_message(brief(story)))[0])
    behind = shown(sources_message(story, "en"))
    assert behind.index("Reported since:") < behind.index("The court ruled for Orbit.") < behind.index("— B")
    silent = replace(story, watched=replace(watched, came=None))
    [heard] = [text for text in shown(bubbles(brief_message(brief(silent)))[0]) if "To watch" in text]
    assert heard.endswith("9 July has passed, and nothing read here reports it.")


@pytest.mark.parametrize("known", [8, 11, 14])
def test_the_number_of_a_line_is_the_one_that_can_be_typed(known: int) -> None:
    """Also where some of what is told has no bubble of its own."""
    made = brief(*(told(f"s{n}") for n in range(known)), *(headline_only(f"h{n}") for n in range(20)))
    said_of = dict(enumerate((plain(one.headline) for one in numbered(made)), start=1))
    lines = [text for card in bubbles(brief_message(made)) for text in shown(card) if re.match(r"\d+\. ", text)]
    assert lines
    for text in lines:
        number, _, rest = text.partition(". ")
        assert rest.startswith(said_of[int(number)])


def test_an_answer_numbers_its_sources() -> None:
    """And its alt text is the answer."""
    [message] = answer_messages(answer(sentences=(said("One."), said("Two.", "https://b.example/", "B"))))
    assert shown(message)[1:] == ["One. [1]", "Two. [2]", "[1] Tide", "[2] B"]
    assert message["altText"] == "One.\nTwo."
    assert not line_rules.refused([message])


def test_what_is_not_in_the_archive_is_said_with_the_nearest_stories() -> None:
    [message] = answer_messages(answer(sentences=(), abstained=True, language="ko"))
    assert phrase("ko", "answer.not_in_archive") in shown(message)
    assert phrase("ko", "answer.nearest") in shown(message)
    assert any(text.startswith("→ ") for text in shown(message))
    assert not line_rules.refused([message])


@pytest.mark.parametrize(
    ("language", "text"), [("ja", JAPANESE), ("th", THAI), ("zh-Hans", "龍" * 60), ("en", "word " * 20)]
)
def test_a_huge_story_fits(language: Language, text: str) -> None:
    """Twenty of them too; what was cut ends between two characters."""
    story = huge(language, text, 200)
    edition = Edition(language, 5)
    whole = brief_message(brief(*(replace(story, id=f"s{n}") for n in range(20)), edition=edition), base_url=BASE)
    assert len(bubbles(whole)) > 6
    for message in (whole, sources_message(story, language, base_url=BASE)):
        assert not line_rules.refused([message])
    assert not line_rules.refused(answer_messages(answer(sentences=(story.lede,) * 30, language=language)))


@settings(max_examples=60)
@given(briefs, st.sampled_from(LANGUAGES), texts, links)
def test_whatever_the_sources_say_line_takes_it(made: Any, language: Language, text: str, url: str) -> None:
    """Hostile headlines, names and links, in every language of the reader."""
    made = replace(made, edition=Edition(language, 5))
    replies = [sources_message(story, language, base_url=BASE) for story in made.stories]
    replies += answer_messages(answer(question=text, sentences=(said(text, url, text),), language=language))
    for message in (brief_message(made), brief_message(made, base_url=BASE), *replies):
        assert line_rules.refused([message]) == []


@settings(max_examples=25)
@given(st.text(alphabet="龍の👩‍⚕️ก็ำ่ー한국。 ", min_size=1, max_size=400), st.integers(1, 60), st.sampled_from(LANGUAGES))
def test_any_amount_of_any_script_fits(text: str, times: int, language: Language) -> None:
    """CJK, Thai marks, joined emoji, in any order and length."""
    story = huge(language, text, times)
    messages = [brief_message(brief(*[story] * 12, headline_only(headline=text * times))), sources_message(story, "ja")]
    for message in messages:
        assert line_rules.refused([message]) == []


def test_every_label_fits_in_every_language() -> None:
    """Twenty graphemes, of a quick reply or the rich menu."""
    labels = ["today", "ask", "topics", "settings", "more", "pause", "resume", "stop", "time", "zone", "language", "read", "sources", "subscribe", "done", "all_topics", "help", "week", "fetch", "example_1_label", "example_2_label"]  # fmt: skip
    for language in LANGUAGES:
        assert [name for name in labels if line_rules.graphemes(phrase(language, f"line.{name}")) > 20] == []
        assert line_rules.graphemes(phrase(language, "line.menu")) <= 14


def test_a_headline_alone_is_no_bubble_of_its_own() -> None:
    message = brief_message(brief(headline_only(), headline_only("s8")))
    assert len(bubbles(message)) == 1
    assert phrase("en", "brief.one_line") not in shown(bubbles(message)[0])
    assert not line_rules.refused([message])


def test_short_news_is_spread_over_bubbles() -> None:
    """All bubbles of a carousel are as high as the highest: a long list would leave the others empty."""
    cards = bubbles(brief_message(brief(told(), *(headline_only(f"h{n}") for n in range(12)))))
    lines = [sum(bool(re.match(r"\d+\. ", text)) for text in shown(card)) for card in cards]
    assert lines == [0, 4, 4, 4]
    assert ["footer" in card for card in cards] == [True, False, False, True]
