"""Markdown shows a title exactly as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]
from markdown_it import MarkdownIt

from channels.document.markdown import escape
from channels.document.render import render_brief
from news.model import SourceLink
from tests.fakes.briefs import NOON, brief, told


def read(markdown: str) -> str:
    return " ".join(
        html.fromstring(f"<div>{MarkdownIt('gfm-like', {'linkify': False}).render(markdown)}</div>")
        .text_content()
        .split()
    )


@pytest.mark.parametrize(
    "title",
    [
        "GPT_5 *beats* `all` [models]",
        "# 1 in AI",
        "1. The first",
        "- minus",
        "a < b && c > d",
        "&copy; & &amp;",
        "back\\slash",
        "~~gone~~ | $x$",
        "===",
    ],
)
def test_a_title_reads_as_it_was_written(title: str) -> None:
    """In a heading with a link, and at the start of a line."""
    assert read(escape(title)) == title
    assert title in read(render_brief(brief(told(headline=title)), "markdown"))


@given(st.text(alphabet="ab*_`[]()<>#+-.!|~&$\\1= ", min_size=1, max_size=30).map(lambda text: " ".join(text.split())))
def test_escaping_keeps_every_character(text: str) -> None:
    """Whatever the punctuation, the reader sees the same."""
    assert read(escape(text)) == text


def test_a_link_with_brackets_stays_one_link() -> None:
    """The target cannot end early."""
    odd = "https://ok.example/a_(b)<c>?d=[e]"
    one = told(sources=(SourceLink("Odd", odd, NOON),), lede=None, sections={})
    document = render_brief(brief(one), "markdown")
    tree = html.fromstring(f"<div>{MarkdownIt('commonmark').render(document)}</div>")
    assert [node.get("href") for node in tree.iter("a")] == ["https://ok.example/a_%28b%29%3Cc%3E?d=%5Be%5D"]
