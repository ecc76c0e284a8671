"""Subscription lists of other feed readers (http://opml.org/spec2.opml)."""

import re
from collections.abc import Iterator
from typing import Any, Final

from news.errors import BadInput
from sources.listing import TOPICS, CatalogueResult, Gathering, Row, field_name

_ENTITY: Final = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")


def parse_opml(text: str, *, name: str) -> CatalogueResult:
    """The feeds of every outline, whatever the folder; a folder named like a topic gives its feeds that topic.

    Raises BadInput when the text is no OPML, declares entities, or holds no feed.
    """
    from lxml import etree  # type: ignore[import-untyped]

    text = _DECLARATION.sub("", text.lstrip("\ufeff").replace("\0", ""))
    if _ENTITY.search(text):
        raise BadInput(name, "declares entities of its own, which are not read; export the list again without them")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(text.strip().encode("utf-8", "replace"), parser=parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None or _local(root) != "opml":
        raise BadInput(name, "is no OPML; export the subscriptions of a feed reader as OPML")
    gathering = Gathering()
    for row in _rows(root):
        gathering.add(row)
    return gathering.result(name)


def _local(node: Any) -> str:
    return str(node.tag).rpartition("}")[2].lower()


def _rows(root: Any) -> Iterator[Row]:
    for outline in root.iter("{*}outline"):
        given = {key.lower(): str(value) for key, value in outline.attrib.items()}
        if "xmlurl" not in given:
            continue  # a folder or a note
        named = {"name": given.get("title") or given.get("text", "")}
        fields = {field_name(key): value for key, value in given.items() if field_name(key) not in ("", "name", "kind")}
        topics = " ".join([_folder(outline), *re.split(r"[,/]", given.get("category", ""))])
        known = " ".join(topic for topic in topics.lower().split() if topic in TOPICS)
        yield Row(f"line {outline.sourceline}", {**fields, **named, "topics": known})


def _folder(outline: Any) -> str:
    parent = outline.getparent()
    return str(parent.get("text") or "") if parent is not None and _local(parent) == "outline" else ""
