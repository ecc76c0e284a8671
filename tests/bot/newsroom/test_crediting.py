"""Which sources stand under a story: those that tell its event, the same way round."""

import pytest

from bot.newsroom.making.crediting import source_links
from news.languages import Language
from news.model import SECTIONS, Summary
from tests.summariser.pieces import article


def credited(headline: str, title: str, language: Language = "en", of: Language = "en") -> bool:
    own = article(headline, source="Gazette", language=of)
    other = article(title, source="Herald", language=language)
    summary = Summary(
        story="s", language=of, headline=headline, lede=None, sections=dict.fromkeys(SECTIONS, ()),
        summariser="", articles=(own.id, other.id),
    )  # fmt: skip
    return "Herald" in {link.name for link in source_links([own, other], summary)}


@pytest.mark.parametrize(
    ("title", "tells"),
    [
        ("Nadella: AI has already removed a third of the desks at Brightloom", True),
        ("Brightloom has cut desks by a third because of AI, says Nadella", True),
        ("Nadella says that Anthropic's AI is a risk to Brightloom's lenders", False),
        ("Schools deserve AI that removes no teacher from the class", False),
    ],
)
def test_a_source_is_credited_for_the_event_and_no_name_alone(title: str, tells: bool) -> None:
    """One person speaks of several things a day; one word in common is chance."""
    assert credited("Nadella says AI already removed a third of desks in some Brightloom halls", title) is tells


def test_a_title_that_says_the_opposite_is_of_another_hour() -> None:
    headline = "Intel rides AI boom to its best growth in years, but shares sink"
    assert not credited(headline, "Intel beats estimates on AI boom; shares jump")
    assert credited(headline, "Intel beats estimates on AI boom; shares sink")


@pytest.mark.parametrize(
    ("title", "tells"),
    [("OpenAI旗艦模型GPT-6擅自刪除檔案", False), ("OpenAI、50億ドルで英偉達と提携", True)],
)
def test_across_languages_hard_facts_credit(title: str, tells: bool) -> None:
    """The company's name alone is in all of its stories."""
    assert credited("Nvidia and OpenAI agree on $5 billion for GPT-6", title, "ja") is tells


def test_a_report_on_another_company_does_not_stand_under_a_line() -> None:
    """Its title may name the line's company as the cause: who acts stands first."""
    line = "OpenAI、調査を広げ封じ込めの証拠を発見"
    assert not credited(line, "アンソロピック、AIが3社に侵入と公表 オープンAIの事案を受けた調査で発覚", "ja", "ja")
    assert credited(line, "オープンAI、侵入の調査で新たな事実", "ja", "ja")


def test_a_source_is_shown_by_the_name_that_the_reader_can_read() -> None:
    """A catalogue's gloss in brackets falls away; a name in Han alone is the name."""
    pages = [article("Looms sing", source="Gazette (織機日報)"), article("Looms sing", source="織機日報")]
    summary = Summary(
        story="s", language="en", headline="Looms sing", lede=None, sections=dict.fromkeys(SECTIONS, ()),
        summariser="", articles=(),
    )  # fmt: skip
    assert {link.name for link in source_links(pages, summary)} == {"Gazette", "織機日報"}
