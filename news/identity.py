"""Which article is a feed's entry? Its page's canonical address; of several on one page, the address and the entry's own mark."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import quote

from news.model import Entry
from news.urls import canonical

_LONGEST_MARK = 40
_UNDATED = datetime.min.replace(tzinfo=UTC)


def keys(entries: Sequence[Entry]) -> list[tuple[str, bool]]:
    """For each of one feed's entries its article's key, and whether other articles stand on the same page.

    Entries share a page as articles of their own when titles and marks (fragment of the link or guid, else the guid) both differ.
    The oldest of them has the page's own key, so that one which was alone at first stays the article that it was.
    """
    pages: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        pages[canonical(entry.url)].append(entry)
    named = {page: _marks(sharing) for page, sharing in pages.items()}
    found = []
    for entry in entries:
        page = canonical(entry.url)
        marks = named[page]
        mark = marks[_title(entry)]
        found.append((f"{page}#{mark}" if mark else page, len(set(marks.values())) > 1))
    return found


def _marks(sharing: Sequence[Entry]) -> dict[str, str]:
    """Title → mark; "" for the oldest, and for all when nothing but the title tells them apart."""
    ordered = sorted(sharing, key=lambda entry: (entry.published or _UNDATED, _mark(entry)))
    marks: dict[str, str] = {}
    for entry in ordered:
        marks.setdefault(_title(entry), _mark(entry))
    if len(set(marks.values())) < len(marks) or "" in marks.values():
        return dict.fromkeys(marks, "")
    first = next(iter(marks))
    return {**marks, first: ""}


def _title(entry: Entry) -> str:
    return "".join(char for char in entry.title.casefold() if char.isalnum())


def _mark(entry: Entry) -> str:
    for address in (entry.url, entry.guid):
        _, _, fragment = address.partition("#")
        if fragment:
            return _short(fragment)
    return _short(entry.guid) if entry.guid and canonical(entry.guid) != canonical(entry.url) else ""


def _short(mark: str) -> str:
    escaped = quote(mark, safe="")
    return escaped if len(escaped) <= _LONGEST_MARK else hashlib.sha256(mark.encode()).hexdigest()[:16]
