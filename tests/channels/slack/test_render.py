"""The daily message: what it says, what it links, and that no story gets out of its place or over a limit."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channels.slack import actions
from channels.slack.actions import parse_story_ref
from channels.slack.home import HomeTab, home_view
from channels.slack.limits import most
from channels.slack.render import SlackRenderer, brief_messages
from channels.slack.telling import saved_stories, story_link, story_sources, whole_story
from news.languages import LANGUAGES, Language
from news.model import Brief, BriefStory, Edition, FirstTelling, SourceLink, Watched
from tests.fakes.briefs import NOON, answer, brief, headline_only, said, told
from tests.fakes.hostile import stories, texts
from tests.fakes.slack_rules import message_problems, view_problems

RENDERER = SlackRenderer(base_url="https://news.example")
LONG = {
    "emoji": "👩‍👩‍👧‍👦🇯🇵" * 400,
    "cjk": "漢" * 10_000,
    "brackets": "<" * 10_000,
    "words": "word " * 2_000,
    "marks": "_*~" * 3_000,
}
"""Ten kilobytes, by name: a failing example stays readable."""
NASTY = st.sampled_from(
    (
        "<!channel> <!here|here> <!everyone>",
        "<@U1ANN> <#C1|general> <!subteam^S1>",
        "*bold* _it_ ~no~ `code` ```fence```",
        "a|b|c <https://evil.example|click>",
        "\u202egnp.exe\u2066 \u200f",
        "&lt;!channel&gt; &amp; AT&T",
        "> quoted\n# heading\n- list",
        ":tada: :rotating_light:",
        *LONG,
    )
)
hostile_texts = NASTY | texts | st.builds("{} {}".format, texts, NASTY)


def hostile(story: BriefStory, text: str, link: str) -> BriefStory:
    """A story whose every word was written by somebody who wants out."""
    text = LONG.get(text, text)
    sections = {name: (said(text, link, text), *told) for name, told in story.sections.items()}
    links = tuple(SourceLink(text, link + "x" * n, NOON) for n in range(40))
    watched = Watched("s0", "slug", text, date(2026, 7, 1), date(2026, 7, 9), said(text), said(text, link, text))
    first = FirstTelling("b0", text)
    return replace(
        story, headline=text, lede=said(text, link, text), sections=sections, sources=links, watched=watched,
        update=True, first=first,
    )  # fmt: skip


hostile_links = st.sampled_from(
    ("https://ok.example/a|b>c<d", "https://ok.example/" + "&x=1" * 500, "javascript:alert(1)", "https://ok.example/")
)
hostile_stories = st.tuples(stories, hostile_texts, hostile_links)


def bodies(brief: Brief) -> list[dict[str, Any]]:
    return [json.loads(message.body) for message in RENDERER.brief(brief)]


def all_text(body: dict[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    written=st.lists(hostile_stories, min_size=0, max_size=5),
    times=st.integers(1, 5),
    language=st.sampled_from(LANGUAGES),
    name=hostile_texts,
    sample=st.booleans(),
)
def test_no_story_breaks_a_limit_or_mentions_anybody(
    written: list[tuple[BriefStory, str, str]], times: int, language: Language, name: str, sample: bool
) -> None:
    """Every message, modal, Home tab and answer that is made of it is one that Slack takes, and nothing in it is obeyed."""
    some, name = [hostile(*one) for one in written], LONG.get(name, name)
    made = brief(headline_only(), edition=Edition(language, 5), summariser=name, sample=sample)
    made = replace(made, stories=tuple(some) * times)
    for body in bodies(made):
        assert message_problems(body) == []
    to = story_link("")
    for story in some:
        for blocks in (whole_story(story, language=language, to=to), story_sources(story, language=language, to=to)):
            assert view_problems({"type": "home", "blocks": blocks}) == []
    home = home_view(HomeTab(language, made, saved=some * times), base_url="https://news.example")
    assert view_problems(home) == []
    said_all = tuple(sentence for story in some for told in story.sections.values() for sentence in told)
    [reply] = RENDERER.answer(answer(sentences=said_all, id="q1", language=language, note=name))
    assert message_problems(json.loads(reply.body)) == []


def test_the_text_carries_the_news() -> None:
    """A notification and a screen reader say the day and every headline."""
    [message] = RENDERER.brief(brief(told("s1"), told("s2")))
    assert message.text.splitlines() == [
        "AI News, Friday 17 July 2026: 2 stories",
        "1. Orbit opens its model s1",
        "2. Orbit opens its model s2",
    ]


def test_nothing_unfurls() -> None:
    """Twelve links would bring twelve previews."""
    for body in bodies(brief(told(update=True, first=FirstTelling("b0", "Orbit plans a model")))):
        assert (body["unfurl_links"], body["unfurl_media"]) == (False, False)


def test_a_story_has_headline_lede_why_sources_and_six_buttons() -> None:
    """In this order, and a button knows its brief and its story."""
    [body] = bodies(brief(told("s1")))
    section, sources, buttons = body["blocks"][3:6]
    assert section["text"]["text"].splitlines() == [
        "*1. <https://news.example/stories/s1/orbit-opens-s1|Orbit opens its model s1>*",
        "Orbit published the weights of s1 on Thursday.",
        "*Why it matters:* Hospitals can run it themselves.",
    ]
    assert sources["elements"][0]["text"] == (
        "Sources: <https://tide.example/orbit|Tide>, <https://bench.example/1|Bench>"
    )
    made = buttons["elements"]
    assert [one["action_id"] for one in made] == [
        actions.STORY_MORE,
        actions.STORY_SOURCES,
        actions.STORY_ASK,
        actions.STORY_SAVE,
        actions.STORY_USEFUL,
        actions.STORY_NOT_USEFUL,
    ]
    assert {parse_story_ref(one["value"]) for one in made} == {("b1brief", "s1")}
    assert made[4]["accessibility_label"] == "Useful: Orbit opens its model s1"


def test_without_pages_a_headline_leads_to_the_source() -> None:
    """An install that shows no pages links what it read."""
    [message] = SlackRenderer().brief(brief(told("s1")))
    assert "<https://tide.example/orbit|Orbit opens its model s1>" in message.body


def test_the_context_line_says_day_length_language_and_how_it_was_made() -> None:
    """That a machine made it is never hidden."""
    [body] = bodies(brief(told(), edition=Edition("ja", 5)))
    assert body["blocks"][1]["elements"][0]["text"] == (
        "2026年7月17日(金) · 1件 · 約5分で読めます · 日本語 · AIが作成：情報源の文をそのまま組み合わせたものです"
    )


def test_a_page_is_linked_without_a_slug_that_no_eye_can_read() -> None:
    """Percent signs would take a tenth of the message; the id leads there all the same."""
    [message] = RENDERER.brief(brief(told("s1", slug="東京の朝")))
    assert "<https://news.example/stories/s1|" in message.body


def test_lines_stand_between_the_stories_while_there_is_room() -> None:
    """Rather one message without them than two with them."""
    kinds = [[block["type"] for block in bodies(brief(*[told(f"s{n}") for n in range(many)]))[0]["blocks"]]
             for many in (8, 13)]  # fmt: skip
    assert [found.count("divider") for found in kinds] == [8, 0]


def test_what_does_not_fit_goes_into_the_thread_whole() -> None:
    """No story is torn in two, none is lost, and the first message says where the rest is."""
    many = [told(f"s{n}", lede=said("word " * 90)) for n in range(30)]
    pages = bodies(brief(*many))
    assert len(pages) > 1
    assert all(len(page["blocks"]) <= most("message.blocks") for page in pages)
    assert "are in the thread" in all_text(pages[0])
    found = [f"s{n}" for n in range(30) for page in pages if f'b1brief/s{n}"' in all_text(page)]
    assert found == [f"s{n}" for n in range(30)]


def test_a_headline_alone_is_one_line_with_its_source() -> None:
    """It needs no buttons of its own."""
    [body] = bodies(brief(told("s1"), headline_only("s9")))
    assert body["blocks"][7]["text"]["text"] == (
        "*More in one line*\n•  <https://news.example/stories/s9/orbit-opens-s9|Orbit opens its model s9> — "
        "<https://tide.example/orbit|Tide> and 1 more"
    )


def test_a_day_without_news_says_so_in_one_message() -> None:
    """To those who asked to be told."""
    [body] = bodies(replace(brief(), stories=()))
    assert "A quiet day is news too" in body["text"]
    assert [block["type"] for block in body["blocks"]][:3] == ["header", "context", "section"]


def test_an_update_is_told_under_the_name_it_had() -> None:
    """In the thread of the brief that first carried it, besides the daily message."""
    one = told("s1", update=True, first=FirstTelling("b0", "Orbit plans <a> model"))
    daily, later = RENDERER.brief(brief(one, told("s2")))
    assert (daily.follows, later.follows) == ("", "b0")
    assert later.text == "Update on “Orbit plans &lt;a&gt; model”: Orbit opens its model s1"
    assert "*Update*" in daily.body
    assert "What happened" in later.body


def test_an_update_of_which_no_first_telling_is_known_has_no_message_of_its_own() -> None:
    """An edition from before that was remembered."""
    assert len(RENDERER.brief(brief(told(update=True)))) == 1


def test_sources_puts_each_sentence_beside_its_passage() -> None:
    """Word for word where it is; else the passage that it rests on."""
    wrote = told(
        lede=replace(said("Orbit's weights are out."), citations=said("The weights were published.").citations)
    )
    blocks = story_sources(wrote, language="en", to=story_link(""))
    said_and_shown = [block.get("text", {}).get("text") or block["elements"][0]["text"] for block in blocks[1:5]]
    assert said_and_shown == [
        "Orbit's weights are out.",
        "<https://tide.example/orbit|Tide>: “The weights were published.”",
        "*What happened*\nThe model has 7 billion parameters.",
        "Word for word in <https://tide.example/orbit|Tide>",
    ]


def test_the_saved_list_says_when_it_is_empty() -> None:
    """And how something comes onto it."""
    [block] = saved_stories([], language="en", to=story_link(""))
    assert "“Save” under a story" in block["text"]["text"]


def test_sharing_is_offered_to_the_asker_only() -> None:
    """The brief that one person asked for has the button; the one that everybody sees has not."""
    assert "brief_share" in brief_messages(brief(), share=True)[0].body
    assert "brief_share" not in RENDERER.brief(brief())[0].body


@pytest.mark.parametrize("sample", [True, False])
def test_the_sample_is_marked(sample: bool) -> None:
    """In the notification and in the message."""
    [message] = RENDERER.brief(brief(sample=sample))
    assert ("SAMPLE" in message.text) is sample
    assert (message.body.count("SAMPLE edition") == 2) is sample


def test_an_answer_has_numbered_sources_and_feedback() -> None:
    """And says that a machine made it."""
    [reply] = RENDERER.answer(answer(id="q7"))
    body = json.loads(reply.body)
    assert body["blocks"][0]["text"]["text"] == (
        "Orbit published the weights of s1 on Thursday. <https://tide.example/orbit|[1]>"
    )
    assert body["blocks"][-1]["elements"][0]["positive_button"]["value"] == "useful q7"
    assert "AI-made" in reply.body


def test_an_abstention_says_so_and_names_what_is_near() -> None:
    """Without feedback buttons: there is nothing to judge."""
    [reply] = RENDERER.answer(answer(sentences=(), abstained=True))
    assert "No answer to that was found" in reply.text
    assert "context_actions" not in reply.body
