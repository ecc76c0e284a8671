"""From rows of text to sources: every field checked, ids made, duplicates merged, problems kept with their remedy."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from news.errors import BadInput
from news.languages import parse_language
from news.model import Source, Tier
from news.scripts import words
from news.urls import canonical, is_http
from sources.pages import plain_text
from sources.publishers import known_tier

TOPICS: Final = words(
    "models research products business policy safety chips robotics open-source tools applications science society"
)
KINDS: Final[Mapping[str, Tier]] = {
    "lab": Tier.OFFICIAL,
    "tooling": Tier.OFFICIAL,
    "policy": Tier.OFFICIAL,
    "research": Tier.RESEARCH,
    "press": Tier.GENERAL,
    "newsletter": Tier.ANALYST,
    "blog": Tier.ANALYST,
    "video": Tier.COMMUNITY,
    "community": Tier.COMMUNITY,
    "aggregator": Tier.AGGREGATOR,
}
"""The kinds of source, each with the tier that it has unless the row says otherwise."""

_ALIASES: Final = {
    "title": "name", "text": "name", "feed_url": "feed", "url": "feed", "rss": "feed", "xmlurl": "feed", "feedurl": "feed",
    "site_url": "site", "htmlurl": "site", "homepage": "site", "siteurl": "site", "type": "kind", "lang": "language",
    "country": "region", "topic": "topics", "tags": "topics",
}  # fmt: skip
FIELDS: Final = frozenset({"id", "name", "feed", "site", "kind", "language", "region", "tier", "topics"})
_ID: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?")
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_REGION: Final = re.compile(r"[A-Za-z]{2}")
_LONGEST_NAME: Final = 120
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that could not be used as it stands: where, what, and what to do."""

    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class CatalogueResult:
    """What a list gave: its usable sources, and the rows that need a hand."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a list: where it stands, and its fields as text (topics separated by spaces, commas or semicolons)."""

    where: str
    fields: Mapping[str, str]


def field_name(heading: str) -> str:
    """What a column, key or attribute is called here; "" for one that means nothing to us."""
    name = heading.strip().lower().replace(" ", "_").replace("-", "_")
    name = _ALIASES.get(name, name)
    return name if name in FIELDS else ""


class Gathering:
    """Collects the rows of one list, or of several into one."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}
        self._ids: set[str] = set()
        self._problems: list[Problem] = []

    def problem(self, where: str, what: str, remedy: str) -> None:
        self._problems.append(Problem(where, what, remedy))

    def add(self, row: Row) -> None:
        """Keeps the row's source unless its feed is there already; a wrong detail is noted and its default taken."""
        given = {name: value.strip() for name, value in row.fields.items()}
        feed = given.get("feed", "")
        if not is_http(feed):
            said = f"“{feed[:_SHOWN]}” is no http address" if feed else "there is no feed address"
            self.problem(row.where, said, "give the feed's full link, with http:// or https://")
            return
        key = canonical(feed)
        if key in self._sources:
            return
        kind = self._choice(row, "kind", given, KINDS, "press")
        name = plain_text(given.get("name", ""))[:_LONGEST_NAME] or (urlsplit(feed).hostname or feed)
        self._sources[key] = Source(
            id=self._id(given.get("id", ""), name, key),
            name=name,
            feed=feed,
            site=given.get("site", "") if is_http(given.get("site", "")) else "",
            kind=kind,
            language=self._language(row, given.get("language", "")),
            region=given.get("region", "").upper() if _REGION.fullmatch(given.get("region", "")) else "",
            tier=Tier(self._choice(row, "tier", given, [tier.value for tier in Tier], _usual(name, kind).value)),
            topics=self._topics(row, given.get("topics", "")),
        )

    def result(self, name: str) -> CatalogueResult:
        """Raises BadInput when nothing usable came together."""
        if not self._sources:
            first = f" ({self._problems[0]})" if self._problems else ""
            raise BadInput(name, f"has not one usable source{first}; give at least one row with a feed's http address")
        return CatalogueResult(tuple(self._sources.values()), tuple(self._problems))

    def _id(self, given: str, name: str, key: str) -> str:
        """The id that the row gives, else name and address as a slug: the same each time the list is read."""
        if not _ID.fullmatch(given) or given in self._ids:
            slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40].strip("-")
            slug = (
                slug or re.sub(r"[^a-z0-9]+", "-", urlsplit(key).hostname or "").strip("-")[:40].strip("-") or "source"
            )
            given = f"{slug}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
        self._ids.add(given)
        return given

    def _choice(
        self, row: Row, field: str, given: Mapping[str, str], known: "Mapping[str, Tier] | list[str]", default: str
    ) -> str:
        value = given.get(field, "").lower()
        if value in known:
            return value
        if value:
            self.problem(row.where, f"the {field} “{value[:_SHOWN]}” is unknown", f"use one of {', '.join(known)}")
        return default

    def _language(self, row: Row, given: str) -> str:
        if given and not _TAG.fullmatch(given):
            self.problem(row.where, f"“{given[:_SHOWN]}” is no language tag", "use one like en, ja or zh-Hant")
            return "en"
        return parse_language(given) or given.replace("_", "-") or "en"

    def _topics(self, row: Row, given: str) -> tuple[str, ...]:
        said = [topic for topic in re.split(r"[\s,;|/]+", given.lower()) if topic]
        if unknown := [topic for topic in said if topic not in TOPICS]:
            what = f"the topic “{unknown[0][:_SHOWN]}” is unknown"
            self.problem(row.where, what, f"use some of {', '.join(sorted(TOPICS))}")
        return tuple(dict.fromkeys(topic for topic in said if topic in TOPICS))


def _usual(name: str, kind: str) -> Tier:
    """What "press" means nobody knows, so there the publisher's name counts; any other kind speaks for itself."""
    return (known_tier(name) if kind == "press" else None) or KINDS[kind]
