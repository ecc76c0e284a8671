"""The page of `preview --html`: what a phone shows, with nothing in it that a browser would obey."""

import json

from hypothesis import given, settings
from lxml import html

from channels.line.channel import page_of, renderer
from news.model import Brief
from tests.fakes.briefs import brief
from tests.fakes.hostile import briefs


def test_the_page_shows_the_notification_and_every_bubble() -> None:
    """Headlines, buttons and taps, and links that lead where the message's lead."""
    tree = html.fromstring(page_of(renderer("https://news.example").brief(brief())))
    assert "1. Orbit opens its model s1" in tree.find_class("alt")[0].text_content()
    assert len(tree.find_class("bubble")) == 2
    assert [one.get("href") for one in tree.xpath("//a[@class='button']")] == [
        "https://news.example/stories/s1/orbit-opens-s1"
    ]
    assert next(tap.text_content() for tap in tree.xpath("//*[contains(@class,'quick')]/span")) == "More"


@settings(max_examples=40)
@given(briefs)
def test_nothing_from_a_source_becomes_markup(made: Brief) -> None:
    """No element, no attribute and no link that the messages do not have."""
    messages = renderer("").brief(made)
    tree = html.fromstring(page_of(messages))
    assert {element.tag for element in tree.iter()} <= {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "div",
        "span",
        "a",
        "hr",
    }
    assert {name for element in tree.iter() for name in element.attrib} <= {
        "charset",
        "name",
        "content",
        "class",
        "style",
        "href",
    }
    links = set(tree.xpath("//@href"))
    assert all(link.startswith("https://") and json.dumps(link)[1:-1] in messages[0].body for link in links)
