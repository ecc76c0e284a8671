"""Markup to text: a feed's fields and an article's page. Pure; sentences come out as they stand on the page."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from news.scripts import words
from news.text import normalise_for_match, sanitise
from sources.decoding import decode

HtmlElement = Any  # lxml has no types

_DROPPED: Final = words(
    "script style noscript template iframe object embed svg math head title form button select textarea nav "
    "audio video canvas figcaption"
)
_BLOCKS: Final = words(
    "address article aside blockquote body br center dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 "
    "header hr li main ol p pre section summary table tbody td tfoot th thead tr ul"
)
_TAG: Final = re.compile(r"<(?=[a-zA-Z/!?])")
_NOT_A_TAG: Final = re.compile(
    r"<(?!/?(?:a|abbr|b|big|blockquote|br|cite|code|del|div|em|figure|font|h[1-6]|i|img|ins|kbd|li|mark|p|pre|q|s|small|"
    r"script|span|strike|strong|style|sub|sup|tt|u|ul|wbr)\b|!--)",
    re.IGNORECASE,
)
_UNREADABLE_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKER: Final = re.compile(r"^(?:[-*•·–] |\d+\. )", re.MULTILINE)
_TWICE: Final = re.compile(r"&(?:#0*3[49]|#x0*2[27]|quot|apos);", re.IGNORECASE)
"""A quotation mark that a page escaped twice."""
_WORD: Final = re.compile(r"\w")
_SPACES: Final = re.compile(r"\s+")
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_LONGEST_PAGE: Final = 4_000_000
_COMPARED: Final = 4000
_LEAST_ADDED: Final = 12
"""Letters: less is a stray word ("Comments", a site's name), no sentence."""


def html_to_text(markup: str) -> str:
    """Plain text of a fragment of HTML: a line per paragraph, entities decoded, scripts and the unseen dropped."""
    if "<" not in markup and "&" not in markup:
        return text_lines(markup)
    if not _TAG.search(markup):
        return text_lines(unescape(markup))
    tree = _tree(markup)
    return text_lines("".join(_pieces(tree))) if tree is not None else ""


def title_text(markup: str) -> str:
    """One line; "List<int>" and "a < b" in a title are words, not tags."""
    return " ".join(html_to_text(_NOT_A_TAG.sub("&lt;", markup)).split())


def plain_text(text: str) -> str:
    """One line of text that was never markup."""
    return " ".join(sanitise(text).split())


def extract_text(page: bytes, url: str, content_type: str = "") -> str:
    """The article on a page, a line per paragraph, without its title; "" when there is none. Never raises."""
    import trafilatura

    tree = _tree(decode(page, content_type)[:_LONGEST_PAGE])
    if tree is None:
        return ""
    titles = [" ".join(node.text_content().split()) for node in tree.iter("h1", "title")]
    try:
        found = trafilatura.extract(
            tree, url=url, fast=True, favor_precision=True, include_comments=False, include_tables=False
        )
    except Exception:  # an extractor's bug on somebody's page is no reason to lose a run; the page has no text then
        return ""
    read = _TWICE.sub(lambda one: unescape(one[0]), found or "")
    lines = text_lines(_MARKER.sub("", read)).split("\n")
    return _without_title(lines, titles)


def adds_to_title(title: str, text: str) -> bool:
    """True when `text` says more than `title`: a text that only repeats it is no article text."""
    said, head = _bare(text[:_COMPARED]), _bare(title)
    if head and head in said:
        said = said.replace(head, "")
    return len(said) >= _LEAST_ADDED and said not in head


def _bare(text: str) -> str:
    return "".join(_WORD.findall(normalise_for_match(text)))


def _without_title(lines: list[str], titles: list[str]) -> str:
    known = {_bare(title) for title in titles}
    while lines and _bare(lines[0]) in known:
        lines = lines[1:]
    return "\n".join(lines)


def text_lines(text: str) -> str:
    """Text that was never markup: sanitised, without blank lines."""
    return "\n".join(line for line in sanitise(text).split("\n") if line)


def _tree(markup: str) -> HtmlElement | None:
    from lxml import etree, html  # type: ignore[import-untyped]  # 5 MB: a server that parses elsewhere need not load it

    markup = _UNREADABLE_IN_XML.sub(" ", markup)
    # An XML declaration would make lxml refuse a str; by now it says nothing true about the encoding anyway.
    markup = _DECLARATION.sub("", markup)
    try:
        return html.document_fromstring(markup, parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _pieces(tree: HtmlElement) -> Iterator[str]:
    """The text in document order, a newline around every block; walked without recursion, for deep trees."""
    from lxml import etree

    skipped: HtmlElement | None = None
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        if event == "start" and skipped is None and node.tag in _DROPPED:
            skipped = node
        if skipped is None:
            yield "\n" if node.tag in _BLOCKS else ""
            yield _SPACES.sub(" ", (node.text if event == "start" else node.tail) or "")
        elif event == "end" and skipped is node:
            skipped = None
            yield f"\n{_SPACES.sub(' ', node.tail or '')}"
