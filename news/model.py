"""The nouns. Frozen values only: what crosses rooms and durable steps is one of these."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from news.languages import Language
from news.telling import SECTIONS as SECTIONS
from news.telling import Citation as Citation
from news.telling import FirstTelling as FirstTelling
from news.telling import Provenance as Provenance
from news.telling import Section as Section
from news.telling import Sentence as Sentence
from news.telling import Watched as Watched

PUBLIC: Final = "public"
"""The tenant that owns what everybody shares: the catalogue's sources, their articles, the stories."""


@dataclass(frozen=True, slots=True)
class Tenant:
    """Who shares data and limits: a Slack workspace, a LINE account, or the install itself."""

    id: str
    name: str
    created: datetime


@dataclass(frozen=True, slots=True)
class Reader:
    """A person, whatever their channels. `zone` is an IANA name."""

    id: str
    tenant: str
    name: str
    language: Language
    zone: str
    created: datetime


class Tier(StrEnum):
    """How close a source is to the fact and how much it is edited."""

    OFFICIAL = "official"
    RESEARCH = "research"
    SPECIALIST = "specialist"
    GENERAL = "general"
    ANALYST = "analyst"
    COMMUNITY = "community"
    AGGREGATOR = "aggregator"


@dataclass(frozen=True, slots=True)
class Source:
    """One feed. `id` is a stable slug; `language` is a tag as the source states it (`zh` is decided per article)."""

    id: str
    name: str
    feed: str
    site: str = ""
    kind: str = "press"
    language: str = "en"
    region: str = ""
    tier: Tier = Tier.GENERAL
    topics: tuple[str, ...] = ()
    tenant: str = PUBLIC


@dataclass(frozen=True, slots=True)
class Validators:
    """What a source said last time, for a conditional GET. `digest` is a hash of the body."""

    etag: str = ""
    modified: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document as it came: final `url` after redirects, undecoded `body`, header `content_type`."""

    url: str
    body: bytes
    content_type: str
    validators: Validators


@dataclass(frozen=True, slots=True)
class NotModified:
    validators: Validators


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as the feed gave it, sanitised to plain text. `text` is the feed's own full text, paragraphs split by newlines.

    `guid`: the feed's own name for the item, "" when it gives none.
    """

    source: str
    url: str
    title: str
    summary: str = ""
    text: str = ""
    published: datetime | None = None
    guid: str = ""


class TextState(StrEnum):
    """Where an article's full text stands: waiting for its page, had, or not to be had."""

    PENDING = "pending"
    HAD = "had"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Article:
    """Canonical, stored once. `key` is the canonical URL (identity), `url` the link that answers.

    `published` never lies in the future of `seen`; `dated` is False when the feed gave no usable date.
    `summary` is the feed's own lead; `text` is the full text, "" unless `text_state` is HAD.
    """

    id: str
    key: str
    url: str
    source: str
    source_name: str
    tier: Tier
    title: str
    summary: str
    text: str
    text_state: TextState
    language: Language
    published: datetime
    dated: bool
    seen: datetime
    tenant: str = PUBLIC
    attempts: int = 0
    story: str | None = None

    @property
    def words(self) -> str:
        """What there is to read beyond the title: the full text, else the feed's lead, else nothing."""
        return self.text or self.summary


@dataclass(frozen=True, slots=True)
class Story:
    """The articles on one event. `id` and `slug` stay for the story's whole life; `articles` are ids, oldest first."""

    id: str
    slug: str
    headline: str
    language: Language
    articles: tuple[str, ...]
    topics: tuple[str, ...]
    created: datetime
    updated: datetime
    merged_into: str | None = None
    tenant: str = PUBLIC


@dataclass(frozen=True, slots=True)
class Summary:
    """A story told in one language, a citation per sentence. `lede` is None when there is no text beyond the titles.

    `original`: the title, in another language, of the report that the headline is from, and whether that could be `checked`.
    """

    story: str
    language: Language
    headline: str
    lede: Sentence | None
    sections: Mapping[Section, tuple[Sentence, ...]]
    summariser: str
    articles: tuple[str, ...]
    provenance: Provenance | None = None
    original: Sentence | None = None


@dataclass(frozen=True, slots=True)
class SourceLink:
    name: str
    url: str
    published: datetime


@dataclass(frozen=True, slots=True)
class Score:
    """`value` is the sum of `parts` (name → points), so that every rank explains itself."""

    value: float
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class BriefStory:
    """A story as one edition tells it. `language` differs from the brief's when it was topped up from another.

    `update`: told before, now with something new, or with what became of something `watched`; `first` is where, if known.
    `original`: the title, in another language, of the report that the headline is from, and whether that could be `checked`.
    """

    id: str
    slug: str
    headline: str
    language: Language
    lede: Sentence | None
    sections: Mapping[Section, tuple[Sentence, ...]]
    topics: tuple[str, ...]
    sources: tuple[SourceLink, ...]
    articles: tuple[str, ...]
    score: Score
    update: bool = False
    watched: Watched | None = None
    provenance: Provenance | None = None
    first: FirstTelling | None = None
    original: Sentence | None = None

    @property
    def one_line(self) -> bool:
        """True when there is nothing beyond the headline to tell."""
        return self.lede is None and not any(self.sections.values()) and self.watched is None

    @property
    def unchecked(self) -> int:
        """How many of its translations stand beside their original because words cannot tell whether they hold."""
        told = [self.lede, self.original, *(one for told in self.sections.values() for one in told)]
        return sum(not one.checked for one in told if one is not None)


@dataclass(frozen=True, slots=True)
class Edition:
    """What makes two readers' briefs the same one: tenant, language, topics (sorted; empty = all) and minutes."""

    language: Language
    minutes: int
    topics: tuple[str, ...] = ()
    tenant: str = PUBLIC


TOP: Final = 3
WIDELY: Final = 4
"""So many stories that stand above every told one, and that so many sources carry, keep their place with a headline alone."""


@dataclass(frozen=True, slots=True)
class Brief:
    """One dated edition inside the reading budget, frozen when made. `watched`: what came of earlier editions' stories not told today.

    `cost` in USD is what the model's calls for it came to, those for stories that found no room included;
    `priced` is False when a price was not known and a dear one was assumed. `left_out`: for each story that was chosen and could
    not be told in the edition's language, why (keys of the phrases `why_not`).
    """

    id: str
    edition: Edition
    date: date
    made: datetime
    reading_seconds: int
    sample: bool
    summariser: str
    stories: tuple[BriefStory, ...]
    sources_read: int
    sources_total: int
    watched: tuple[Watched, ...] = ()
    cost: float = 0.0
    priced: bool = True
    left_out: tuple[str, ...] = ()

    @property
    def own_words(self) -> int:
        """How many of its stories hold no checked sentence of a model's."""
        return sum(not (story.provenance and story.provenance.is_written) for story in self.stories)

    @property
    def unchecked(self) -> int:
        return sum(story.unchecked for story in self.stories)

    @property
    def unlooked(self) -> int:
        return sum(story.provenance.unlooked for story in self.stories if story.provenance)

    @property
    def why_not(self) -> str:
        """Why a model at work did not write all, as most have it: a key of the phrases `why_not`, "" for no reason."""
        made = [story.provenance for story in self.stories if story.provenance]
        notes = [one.note or "unlooked" for one in made if one.note or one.unlooked] + [*self.left_out]
        return max(notes, key=notes.count, default="")

    @property
    def headed(self) -> tuple[BriefStory, ...]:
        """Stories with a place of their own, as ranked: those that are told, and what everybody reports above all these,
        though only its headline is known.
        """
        first = next((at for at, story in enumerate(self.stories) if not story.one_line), 0)
        above = [story for story in self.stories[: min(first, TOP)] if len(story.sources) >= WIDELY]
        return tuple(story for story in self.stories if not story.one_line or story in above)

    @property
    def as_shown(self) -> tuple[BriefStory, ...]:
        """First what is headed, then the single lines: as every channel shows and numbers them."""
        headed = self.headed
        return headed + tuple(story for story in self.stories if story not in headed)


@dataclass(frozen=True, slots=True)
class Subscription:
    """Address + edition + local time. `zone` is an IANA name, `time` is local "HH:MM", `weekdays` 0 = Monday.

    `paused_until` is the first date that is on again; `suspended` is why nothing is sent, "" when something is;
    `quiet_line`: a day without news brings one line that says so, instead of nothing.
    """

    id: str
    tenant: str
    reader: str | None
    channel: str
    address: str
    edition: Edition
    zone: str
    time: str
    weekdays: frozenset[int]
    created: datetime
    paused_until: date | None = None
    suspended: str = ""
    secret: str = field(default="", repr=False)
    quiet_line: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """Where a channel delivers: a URL, a channel id, a user id. `secret` is what the two sides share, such as a signing key.

    `subscription` is the id of the one that is delivered to, for a link that ends it; "" when there is none.
    """

    channel: str
    value: str
    tenant: str
    secret: str = field(default="", repr=False)
    subscription: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """Rendered, inside the platform's limits: what one call to the platform carries. `body` is the platform's JSON, or text;
    `follows` is the brief in whose thread it is told: only who got that one gets this."""

    text: str
    body: str
    media_type: str
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The platform's yes, with its own id for what it took."""

    id: str
    at: datetime


class DeliveryState(StrEnum):
    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    RETRYING = "retrying"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One brief to one subscription, unique per pair, and one per subscription and local date `day`.

    `error` is what the platform last said, or why it was dropped or given up; `retry_at` is None unless it waits.
    `parts` are the platform's ids of the brief's messages that arrived, in order, `platform_id` the first of them;
    `attempts` counts those at the message that comes next. `uncertain`: that message may have arrived already.
    """

    id: str
    tenant: str
    brief: str
    subscription: str
    state: DeliveryState
    attempts: int
    day: date
    due: datetime
    updated: datetime
    platform_id: str = ""
    error: str = ""
    retry_at: datetime | None = None
    parts: tuple[str, ...] = ()
    uncertain: bool = False
