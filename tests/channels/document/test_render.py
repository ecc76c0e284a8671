"""Documents show the whole brief in every form, and nothing in a story can break out of one."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import html  # type: ignore[import-untyped]
from markdown_it import MarkdownIt

from channels.document.render import FORMS, render_answer, render_brief
from news.errors import BadInput
from news.languages import LANGUAGES, Language
from news.model import Edition, SourceLink, Watched
from news.phrases import format_date, phrase
from news.scripts import words
from tests.fakes.briefs import NOON, answer, brief, headline_only, said, told
from tests.fakes.hostile import briefs

ALLOWED = words("html head meta title style body div header main footer article section h1 h2 h3 p a span ul li time")
MARKDOWN_ALLOWED = words("html body div h1 h2 h3 p a em strong ul li blockquote hr")
READ_BY_PEOPLE = ("text", "markdown", "html")


def page(document: str) -> Any:
    return html.document_fromstring(document)


def shown(document: str, form: str) -> str:
    """What a reader sees: the text of the page, of the rendered Markdown or of the terminal; white space folded."""
    if form == "markdown":
        document = MarkdownIt("commonmark").render(document)
    if form != "text":
        document = page(document).text_content()
    return " ".join(document.split())


@pytest.mark.parametrize("form", READ_BY_PEOPLE)
def test_every_part_of_a_story_is_shown(form: str) -> None:
    """Headline, lede, the three sections with their names, and the sources."""
    text = shown(render_brief(brief(told()), form), form)
    for part in (
        "Orbit opens its model s1",
        "Orbit published the weights of s1 on Thursday.",
        "What happened",
        "The model has 7 billion parameters.",
        "Why it matters",
        "What to watch",
        "Tide",
        "Bench",
        "Friday 17 July 2026",
        "Made from the sources’ own sentences",
        "300 of 310 sources were read.",
    ):
        assert part in text, part


@pytest.mark.parametrize("form", READ_BY_PEOPLE)
def test_an_empty_section_has_no_heading(form: str) -> None:
    """Nothing honest to say is not announced."""
    document = render_brief(brief(told(sections={"what_happened": (said("It opened."),), "why_it_matters": ()})), form)
    assert "Why it matters" not in document
    assert "What to watch" not in document


@pytest.mark.parametrize("form", READ_BY_PEOPLE)
def test_what_is_only_a_headline_comes_last_in_one_line(form: str) -> None:
    """Below the stories that are told; only what everybody reports and ranks above them all stands above them."""
    text = shown(render_brief(brief(told(), headline_only()), form), form)
    assert text.index("Orbit opens its model s1") < text.index("More in one line") < text.index("model s9")
    everybody = told().sources * 3
    leading = shown(render_brief(brief(headline_only(sources=everybody), told()), form), form)
    assert leading.index("model s9") < leading.index("Orbit opens its model s1")
    assert "More in one line" not in leading


@pytest.mark.parametrize("form", READ_BY_PEOPLE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fixed_wording_is_the_readers(form: str, language: Language) -> None:
    """Date, section names and colophon are in the edition's language, whatever the stories are in."""
    text = shown(render_brief(brief(told(), headline_only(), edition=Edition(language, 5)), form), form)
    assert format_date(brief().date, language) in text
    for key in ("sections.what_happened", "sections.why_it_matters", "sections.what_to_watch", "brief.one_line"):
        assert phrase(language, key) in text


@pytest.mark.parametrize("form", READ_BY_PEOPLE)
def test_a_story_in_another_language_is_labelled(form: str) -> None:
    """A topped-up story says in which language it is; one in the reader's does not."""
    document = render_brief(brief(told(language="ja")), form)
    assert "in Japanese" in document
    assert "in English" not in document


def test_a_story_in_another_language_is_marked_for_screen_readers() -> None:
    """Its words carry their own lang, the section names the page's."""
    found = page(render_brief(brief(told(language="ja")), "html"))
    assert found.get("lang") == "en"
    assert {node.get("lang") for node in found.iterfind(".//article/h2")} == {"ja"}
    assert {node.get("lang") for node in found.iterfind(".//section/p")} == {"ja"}
    assert {node.get("lang") for node in found.iterfind(".//section/h3")} == {None}


@pytest.mark.parametrize("form", READ_BY_PEOPLE)
def test_an_update_is_called_one(form: str) -> None:
    """A story that returns says so, a new one does not."""
    assert "Update" in render_brief(brief(told(update=True)), form)
    assert "Update" not in render_brief(brief(told()), form)


@pytest.mark.parametrize("form", READ_BY_PEOPLE)
def test_what_was_watched_is_followed_up(form: str) -> None:
    """With its story where that is told again, else by itself: what was said, when, and what came of it."""
    waited = Watched(
        "s7", "tide", "Tide plans a fair", date(2026, 7, 3), date(2026, 7, 14), said("The fair opens on July 14.")
    )
    came = replace(waited, came=said("The fair opened <b>late</b>."))
    text = shown(render_brief(brief(told(watched=came), watched=(waited,)), form), form)
    before, after = text.split("Watched earlier")
    assert re.search(
        r"said on 3 July: The fair opens on July 14\..*Reported since: The fair opened <b>late</b>\.", before
    )
    assert "Tide plans a fair" in after
    assert "14 July has passed" in after
    alone = headline_only(watched=came)
    assert "More in one line" not in shown(render_brief(brief(alone), form), form)


@pytest.mark.parametrize("form", READ_BY_PEOPLE)
def test_a_sample_is_marked_and_a_real_brief_is_not(form: str) -> None:
    """In its first line or title, and above the stories."""
    sample = render_brief(brief(sample=True), form)
    assert sample.count("SAMPLE") >= 2
    assert "invented" in sample[: sample.index("Orbit opens")]
    assert "SAMPLE" not in render_brief(brief(), form)


def test_a_sample_is_marked_in_the_title_bar() -> None:
    """A bookmark or a tab says it too."""
    assert "SAMPLE" in page(render_brief(brief(sample=True), "html")).findtext(".//title")


@pytest.mark.parametrize("form", READ_BY_PEOPLE)
def test_a_brief_without_stories_says_so(form: str) -> None:
    """A quiet day is told, not shown as an empty page."""
    assert "Nothing new in AI today." in shown(render_brief(brief(stories=()), form), form)


@pytest.mark.parametrize("form", READ_BY_PEOPLE)
def test_a_model_is_named_as_the_writer(form: str) -> None:
    """The line on how it was made is true of the summariser that made it."""
    text = shown(render_brief(brief(summariser="small-model"), form), form)
    assert "Written by small-model" in text
    assert "word for word" not in text


def test_headlines_lead_to_the_source_without_pages_and_to_the_page_with_them() -> None:
    """A link never points at a page that nobody serves."""
    without = page(render_brief(brief(told()), "html"))
    assert without.find(".//article/h2/a").get("href") == "https://tide.example/orbit"
    with_pages = page(render_brief(brief(told()), "html", base_url="https://news.example/"))
    assert with_pages.find(".//article/h2/a").get("href") == "https://news.example/stories/s1/orbit-opens-s1"


def test_each_sentence_links_to_its_own_source_with_the_quote() -> None:
    """The number beside a sentence is that of the source below the story."""
    found = page(render_brief(brief(told()), "html"))
    matters = found.findall(".//section[@class='part']")[1]
    mark = matters.find(".//a[@class='mark']")
    assert mark.get("href") == "https://bench.example/1"
    assert mark.get("title") == "Hospitals can run it themselves."
    assert mark.text == "2"
    listed = {node.findtext("span"): node.findtext("a") for node in found.findall(".//ul[@class='credits']/li")}
    assert listed == {"1": "Tide", "2": "Bench"}


def test_a_source_that_is_only_cited_is_credited_too() -> None:
    """A quote from somebody who is not in the list of sources puts them into it."""
    text = render_brief(brief(told(lede=said("It is open.", "https://gull.example/x", "Gull"))), "text")
    assert "It is open. [2]" in text
    assert "[2] Gull  https://gull.example/x" in text


def test_a_long_list_of_sources_is_cut_in_text_but_never_what_is_quoted() -> None:
    """Twelve sources are named on the page; a terminal shows six, the headline's first and those quoted among them, and how many more."""
    many = tuple(SourceLink(f"Source {n}", f"https://s{n}.example/", NOON) for n in range(12))
    one = brief(told(sources=many))
    text = render_brief(one, "text")
    assert "[1] Source 0" in text
    assert "[2] Tide" in text
    assert "[3] Bench" in text
    assert "and 8 more" in text
    assert len(page(render_brief(one, "html")).findall(".//ul[@class='credits']/li")) == 14


def test_json_is_the_machine_readable_brief() -> None:
    """The same shape as everywhere, readable by people too: no escaped Japanese."""
    document = render_brief(brief(told(headline="重みを公開")), "json")
    assert json.loads(document)["stories"][0]["headline"] == "重みを公開"
    assert "重みを公開" in document


@pytest.mark.parametrize("form", FORMS)
def test_rendering_is_pure(form: str) -> None:
    """The same brief gives the same document."""
    assert render_brief(brief(), form) == render_brief(brief(), form)


def test_an_unknown_form_names_the_known_ones() -> None:
    """The message is the remedy."""
    with pytest.raises(BadInput, match="text, markdown, html, json"):
        render_brief(brief(), "pdf")
    with pytest.raises(BadInput):
        render_answer(answer(), "pdf")


def test_a_page_stands_alone() -> None:
    """No script, nothing loaded from anywhere, and a policy that would stop both."""
    document = render_brief(brief(), "html")
    found = page(document)
    assert not found.findall(".//script")
    assert not found.findall(".//link")
    assert not found.findall(".//img")
    assert "url(" not in document
    assert "default-src 'none'" in found.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")


@pytest.mark.parametrize("form", READ_BY_PEOPLE)
def test_an_answer_shows_its_sources(form: str) -> None:
    """Question, sentences, who said it, and what else is near."""
    text = shown(render_answer(answer(), form), form)
    for part in ("What did Orbit open?", "Orbit published the weights of s1 on Thursday.", "Tide", "Nearest stories"):
        assert part in text


@pytest.mark.parametrize("form", READ_BY_PEOPLE)
def test_two_pages_of_one_source_are_two_sources_of_an_answer(form: str) -> None:
    """Each sentence leads to the page that it stands in."""
    [one] = answer().sentences
    cited = replace(one.citations[0], url="https://tide.example/other")
    other = replace(one, text="Orbit sold its boats.", citations=(cited,))
    document = render_answer(answer(sentences=(one, other)), form)
    assert one.citations[0].url in document
    assert cited.url in document


@pytest.mark.parametrize("form", READ_BY_PEOPLE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_abstention_says_so_in_the_readers_language(form: str, language: Language) -> None:
    """Not in the archive is an answer; what is nearest is offered."""
    silent = answer(sentences=(), abstained=True)
    text = shown(render_answer(silent, form, language=language), form)
    assert phrase(language, "answer.not_in_archive") in text
    assert "Tide" in text
    assert phrase(language, "answer.sources") not in text.replace(phrase(language, "answer.nearest"), "")


def test_an_answer_as_json_has_the_published_shape() -> None:
    """As the command line prints it."""
    assert json.loads(render_answer(answer(), "json"))["abstained"] is False


def hrefs(document: str) -> list[str]:
    return [node.get("href") for node in page(document).iter("a", "link", "area") if node.get("href") is not None]


@settings(max_examples=60)
@given(briefs)
def test_no_story_breaks_out_of_a_page(one: Any) -> None:
    """No element, attribute or link that the templates did not write; every link is http(s)."""
    document = render_brief(one, "html")
    found = page(document)
    assert {node.tag for node in found.iter() if isinstance(node.tag, str)} <= ALLOWED
    assert not [name for node in found.iter() for name in node.attrib if name.startswith("on")]
    assert all(re.match(r"https?://[^\s<>\"]+$", href) for href in hrefs(document))


@settings(max_examples=60)
@given(briefs)
def test_no_story_breaks_out_of_markdown(one: Any) -> None:
    """Rendered with raw HTML allowed there is none, no image, and every link is http(s)."""
    rendered = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(render_brief(one, "markdown"))
    found = page(f"<div>{rendered}</div>")
    assert {node.tag for node in found.iter() if isinstance(node.tag, str)} <= MARKDOWN_ALLOWED
    assert all(re.match(r"https?://\S+$", href) for href in hrefs(f"<div>{rendered}</div>"))
    assert len(found.findall(".//h1")) == 1


@settings(max_examples=60)
@given(briefs)
def test_no_story_gives_a_terminal_orders(one: Any) -> None:
    """No control character but the line break, nothing that turns the direction of writing."""
    text = render_brief(one, "text")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]", text)
