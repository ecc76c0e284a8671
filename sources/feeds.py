"""Feeds to entries: RSS, Atom and JSON Feed in any encoding. Pure: bytes in, plain text out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, Final
from urllib.parse import urljoin

from news.errors import SourceError, Unreadable
from news.model import Entry, Fetched, Source
from news.urls import is_http
from sources.dates import parse_date
from sources.decoding import decode
from sources.jsonfeed import looks_like_json, parse_json_feed
from sources.pages import html_to_text, plain_text, title_text
from sources.wording import lead_and_text

_PROLOG: Final = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)
_SUBSET: Final = re.compile(r"""<!DOCTYPE(?:[^\[>"']++|"[^"]*+"|'[^']*+')*+\[""", re.IGNORECASE)
_ENTITY: Final = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_ROOT: Final = re.compile(r"<[A-Za-z]")
_HTML: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_CLOSED: Final = re.compile(r"</(?:\w+:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)
_ITEM: Final = re.compile(r"<(/?)(?:\w+:)?(?:item|entry)\b", re.IGNORECASE)
_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD: Final = 1024


def parse_feed(source: Source, document: Fetched) -> Sequence[Entry]:
    """The entries in the document's order, newest usually first; () for a valid feed without any.

    Raises Unreadable when the document is no feed, is empty, or declares entities.
    """
    try:
        return _parse(source, document)
    except SourceError:
        raise
    except Exception as error:  # feedparser and lxml raise all sorts on hostile bytes
        raise Unreadable(source.name, f"cannot be parsed ({type(error).__name__})") from error


def _parse(source: Source, document: Fetched) -> Sequence[Entry]:
    text = _UNSEEN.sub("", decode(document.body, document.content_type, source.language))
    if not text.strip():
        raise Unreadable(source.name, "the document is empty")
    if looks_like_json(text):
        return parse_json_feed(source, document.url, text)
    _refuse_entities(source, text)
    return _entries(source, document, text)


def _refuse_entities(source: Source, text: str) -> None:
    """No feed needs entities of its own; they are how a few bytes become gigabytes or read a local file."""
    prolog = _PROLOG.match(text)
    subset = _SUBSET.match(text, prolog.end() if prolog else 0)
    if subset and _ENTITY.search(text, subset.end()):
        raise Unreadable(source.name, "the document declares entities of its own, which no feed needs and attacks use")


def _entries(source: Source, document: Fetched, text: str) -> Sequence[Entry]:
    import feedparser

    utf8 = _DECLARATION.sub("", text).strip().encode("utf-8", "replace")
    parsed = feedparser.parse(
        BytesIO(utf8),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    items = list(parsed.entries)
    if not items and not parsed.version:
        raise Unreadable(source.name, _what_else(text))
    cut_off = bool(parsed.bozo) and not _CLOSED.search(text)
    if cut_off and items and not _last_is_whole(text):
        items.pop()
    if cut_off and not items:
        raise Unreadable(source.name, "the document breaks off before its first entry ends")
    is_atom = parsed.version.startswith("atom")
    base = document.url if is_atom else _joined(document.url, str(parsed.feed.get("link") or ""))
    return tuple(entry for item in items if (entry := _entry(source, item, base, is_atom)))


def _what_else(text: str) -> str:
    if _HTML.search(text[:_HEAD]):
        return "a web page, not a feed"
    return "not a feed" if _ROOT.search(text[:_HEAD]) else "neither XML nor JSON"


def _last_is_whole(text: str) -> bool:
    """Did the last entry of a document that breaks off still end?"""
    tags = _ITEM.findall(text)
    return bool(tags) and tags[-1] == "/"


def _entry(source: Source, item: Mapping[str, Any], base: str, is_atom: bool) -> Entry | None:
    """None for an item that leads nowhere or says nothing."""
    url = _link(item, base)
    words = lead_and_text(_lead(item), _contents(item))
    title = _title(item, is_atom) or words.stand_in
    if not url or not title:
        return None
    guid = str(item.get("id") or "").strip()
    return Entry(source.id, url, title, words.beside(title), words.text, _published(source, item), guid)


def _link(item: Mapping[str, Any], base: str) -> str:
    """The item's page: its link, else an id that is one."""
    base = _joined(base, str(item.get("title_detail", {}).get("base") or ""))  # xml:base, where it is given
    link = str(item.get("link") or "").strip()
    if link and is_http(url := _joined(base, link)):
        return url
    identity = str(item.get("id") or "").strip()
    return identity if is_http(identity) else ""


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:
        return base if not link else ""


def _title(item: Mapping[str, Any], is_atom: bool) -> str:
    title = str(item.get("title") or "")
    literal = is_atom and item.get("title_detail", {}).get("type") == "text/plain"
    return plain_text(title) if literal else title_text(title)


def _lead(item: Mapping[str, Any]) -> str:
    """The description, or the media:description of a video."""
    return html_to_text(str(item.get("summary") or item.get("media_description") or ""))


def _contents(item: Mapping[str, Any]) -> str:
    """The longest of the item's contents; a feed may carry it once as text and once as HTML."""
    parts: Iterable[Mapping[str, Any]] = item.get("content") or ()
    texts = [html_to_text(str(part.get("value") or "")) for part in parts]
    return max(texts, key=len, default="")


def _published(source: Source, item: Mapping[str, Any]) -> datetime | None:
    for name in ("published", "created", "updated"):
        said = str(item[name] or "") if name in item else ""  # .get() would warn of feedparser's own fallbacks
        if found := parse_date(said, language=source.language, region=source.region):
            return found
    return None
