"""JSON Feed (https://www.jsonfeed.org/version/1.1/) to entries. Pure."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urljoin

from news.errors import Unreadable
from news.model import Entry, Source
from news.urls import is_http
from sources.dates import parse_date
from sources.pages import html_to_text, plain_text, text_lines
from sources.wording import lead_and_text


def looks_like_json(text: str) -> bool:
    return text.lstrip()[:1] in ("{", "[")


def parse_json_feed(source: Source, url: str, text: str) -> Sequence[Entry]:
    """The entries in the document's order. Raises Unreadable for JSON that is broken or no feed."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(source.name, "JSON that cannot be read to its end") from error
    items = document.get("items") if isinstance(document, dict) else None
    if not isinstance(items, list):
        raise Unreadable(source.name, "JSON, but not a JSON Feed")
    found = (_entry(source, url, item) for item in items if isinstance(item, dict))
    return tuple(entry for entry in found if entry)


def _entry(source: Source, base: str, item: Mapping[str, Any]) -> Entry | None:
    """None for an item that leads nowhere or says nothing."""
    url = next((link for name in ("url", "external_url", "id") if (link := _link(base, item.get(name), name))), "")
    content = html_to_text(_text(item, "content_html")) or text_lines(_text(item, "content_text"))
    words = lead_and_text(plain_text(_text(item, "summary")), content)
    title = plain_text(_text(item, "title")) or words.stand_in
    if not url or not title:
        return None
    dates = (parse_date(_text(item, name), language=source.language) for name in ("date_published", "date_modified"))
    published = next((date for date in dates if date), None)
    return Entry(source.id, url, title, words.beside(title), words.text, published, _text(item, "id").strip())


def _text(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _link(base: str, value: object, name: str) -> str:
    if not isinstance(value, str) or not value.strip() or (name == "id" and not is_http(value)):
        return ""
    try:
        url = urljoin(base, value.strip())
    except ValueError:
        return ""
    return url if is_http(url) else ""
