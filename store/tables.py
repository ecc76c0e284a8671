"""The rows. Private to this room: repositories turn them into the nouns of `news.model` and back.

Every table but `tenants`, `workers`, `model_replies` and the token index carries its tenant; `tests/store` fails on a statement that forgets it.
"""

from datetime import date, datetime
from typing import Final

from sqlalchemy import BigInteger, ForeignKeyConstraint, Index, Text, UniqueConstraint, text
from sqlmodel import Field

from store.asking_tables import FEEDBACK, POSTS, QUESTIONS
from store.columns import FreeText, Texts, UtcDateTime
from store.rows import METADATA, Row, table_of
from store.search_tables import MEANINGS, SEARCH_DOCUMENTS, SEARCH_TERMS

_PENDING = text("text_state = 'pending' AND NOT off_topic")
_UNGROUPED = text("story IS NULL AND NOT off_topic")
_IN_CHUNK = text("chunk <> ''")
_UNDONE = text("open")
_OPEN = text("state IN ('due', 'sending', 'retrying')")


class TenantRow(Row, table=True):
    __tablename__ = "tenants"

    id: str = Field(primary_key=True)
    name: str = Field(sa_type=FreeText)
    created: datetime = Field(sa_type=UtcDateTime)


class ReaderRow(Row, table=True):
    __tablename__ = "readers"
    __table_args__ = (ForeignKeyConstraint(["tenant"], ["tenants.id"]),)

    tenant: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    name: str = Field(sa_type=FreeText)
    language: str
    zone: str
    created: datetime = Field(sa_type=UtcDateTime)


class SourceRow(Row, table=True):
    """A source and what became of it; `active` is False once the catalogue in use no longer names it."""

    __tablename__ = "sources"

    tenant: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    active: bool
    name: str = Field(sa_type=FreeText)
    feed: str = Field(sa_type=FreeText)
    site: str = Field(sa_type=FreeText)
    kind: str
    language: str
    region: str
    tier: str
    topics: tuple[str, ...] = Field(sa_type=Texts)
    etag: str = Field(sa_type=FreeText)
    modified: str = Field(sa_type=FreeText)
    digest: str
    last_attempt: datetime | None = Field(sa_type=UtcDateTime)
    last_success: datetime | None = Field(sa_type=UtcDateTime)
    outcome: str | None
    reason: str = Field(sa_type=FreeText)
    failures: int
    entries: int
    newest: datetime | None = Field(sa_type=UtcDateTime)
    retry_at: datetime | None = Field(sa_type=UtcDateTime)


class ArticleRow(Row, table=True):
    """`off_topic` is the grouping's verdict "not AI": such an article is never asked about again.

    `key_digest` stands in for the key in the index: PostgreSQL refuses to index a URL of more than 2.7 kB.
    """

    __tablename__ = "articles"
    __table_args__ = (
        UniqueConstraint("tenant", "key_digest", name="uq_articles_key"),
        Index("ix_articles_published", "tenant", "published"),
        Index("ix_articles_story", "tenant", "story"),
        Index("ix_articles_pending", "tenant", "published", sqlite_where=_PENDING, postgresql_where=_PENDING),
        Index("ix_articles_ungrouped", "tenant", "published", sqlite_where=_UNGROUPED, postgresql_where=_UNGROUPED),
    )

    tenant: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    key: str = Field(sa_type=FreeText)
    key_digest: str
    url: str = Field(sa_type=FreeText)
    source: str
    source_name: str = Field(sa_type=FreeText)
    tier: str
    title: str = Field(sa_type=FreeText)
    summary: str = Field(sa_type=FreeText)
    text: str = Field(sa_type=FreeText)
    text_state: str
    language: str
    published: datetime = Field(sa_type=UtcDateTime)
    dated: bool
    seen: datetime = Field(sa_type=UtcDateTime)
    attempts: int
    story: str | None
    off_topic: bool


class StoryRow(Row, table=True):
    __tablename__ = "stories"
    __table_args__ = (
        UniqueConstraint("slug", name="uq_stories_slug"),
        Index("ix_stories_updated", "tenant", "updated"),
    )

    tenant: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    slug: str
    headline: str = Field(sa_type=FreeText)
    language: str
    topics: tuple[str, ...] = Field(sa_type=Texts)
    created: datetime = Field(sa_type=UtcDateTime)
    updated: datetime = Field(sa_type=UtcDateTime)
    merged_into: str | None


class BriefRow(Row, table=True):
    """`body` is the whole brief as `store.codec` writes it; the other columns are what it is found by.

    `indexed`: its stories are searched as told here. A migration that makes the index anew sets it back.
    """

    __tablename__ = "briefs"
    __table_args__ = (
        UniqueConstraint("tenant", "language", "minutes", "topics", "date", name="uq_briefs_edition"),
        Index("ix_briefs_date", "tenant", "date"),
        Index("ix_briefs_indexed", "tenant", "indexed"),
    )

    tenant: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    language: str
    minutes: int
    topics: tuple[str, ...] = Field(sa_type=Texts)
    date: date
    made: datetime = Field(sa_type=UtcDateTime)
    body: str = Field(sa_type=FreeText)
    indexed: bool


class SubscriptionRow(Row, table=True):
    """`next_due_at` and the local date `next_day` that is due then are for the schedule alone: no part of the noun."""

    __tablename__ = "subscriptions"
    __table_args__ = (
        ForeignKeyConstraint(["tenant"], ["tenants.id"]),
        ForeignKeyConstraint(["tenant", "reader"], ["readers.tenant", "readers.id"]),
        Index("ix_subscriptions_next_due_at", "next_due_at"),
    )

    tenant: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    reader: str | None
    channel: str
    address: str = Field(sa_type=FreeText)
    edition_tenant: str
    language: str
    minutes: int
    topics: tuple[str, ...] = Field(sa_type=Texts)
    zone: str
    time: str
    weekdays: tuple[str, ...] = Field(sa_type=Texts)
    created: datetime = Field(sa_type=UtcDateTime)
    paused_until: date | None
    suspended: str = Field(sa_type=FreeText)
    secret: str = Field(sa_type=FreeText)
    quiet_line: bool
    next_due_at: datetime | None = Field(sa_type=UtcDateTime)
    next_day: date | None


class DeliveryRow(Row, table=True):
    """`chunk` is the delivery's batch, "" until it is in one; `claim` is the process that last began to send it.

    `key` is the idempotency key of the call that it shares with others, "" where it has a call of its own.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        ForeignKeyConstraint(["tenant", "subscription"], ["subscriptions.tenant", "subscriptions.id"]),
        UniqueConstraint("tenant", "brief", "subscription", name="uq_deliveries_brief_subscription"),
        UniqueConstraint("tenant", "subscription", "day", name="uq_deliveries_subscription_day"),
        Index("ix_deliveries_due", "tenant", "due"),
        Index("ix_deliveries_platform_id", "tenant", "platform_id"),
        Index("ix_deliveries_chunk", "tenant", "chunk", sqlite_where=_IN_CHUNK, postgresql_where=_IN_CHUNK),
        Index("ix_deliveries_open", "tenant", "updated", sqlite_where=_OPEN, postgresql_where=_OPEN),
    )

    tenant: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    brief: str
    subscription: str
    state: str
    attempts: int
    day: date
    due: datetime = Field(sa_type=UtcDateTime)
    updated: datetime = Field(sa_type=UtcDateTime)
    platform_id: str = Field(sa_type=FreeText)
    error: str = Field(sa_type=FreeText)
    retry_at: datetime | None = Field(sa_type=UtcDateTime)
    chunk: str
    claim: str
    parts: tuple[str, ...] = Field(sa_type=Texts)
    uncertain: bool
    key: str


class InboxRow(Row, table=True):
    """`claim` is the process that works on it, "" when nobody does; `open` until it is done or given up."""

    __tablename__ = "inbox"
    __table_args__ = (
        ForeignKeyConstraint(["tenant"], ["tenants.id"]),
        Index("ix_inbox_open", "tenant", "received", sqlite_where=_UNDONE, postgresql_where=_UNDONE),
    )

    tenant: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    conversation: str
    body: str = Field(sa_type=FreeText)
    received: datetime = Field(sa_type=UtcDateTime)
    open: bool
    attempts: int
    claim: str
    retry_at: datetime | None = Field(sa_type=UtcDateTime)
    error: str = Field(sa_type=FreeText)


class NoteRow(Row, table=True):
    __tablename__ = "notes"
    __table_args__ = (ForeignKeyConstraint(["tenant"], ["tenants.id"]),)

    tenant: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    value: str = Field(sa_type=FreeText)
    until: datetime | None = Field(sa_type=UtcDateTime)


class SavedRow(Row, table=True):
    __tablename__ = "saved"
    __table_args__ = (ForeignKeyConstraint(["tenant", "reader"], ["readers.tenant", "readers.id"]),)

    tenant: str = Field(primary_key=True)
    reader: str = Field(primary_key=True)
    story: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)


class InstallationRow(Row, table=True):
    """`sealed` holds the tokens, encrypted; see `store.sealing`."""

    __tablename__ = "installations"
    __table_args__ = (ForeignKeyConstraint(["tenant"], ["tenants.id"]),)

    tenant: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    name: str = Field(sa_type=FreeText)
    bot: str
    installer: str
    scopes: tuple[str, ...] = Field(sa_type=Texts)
    expires: datetime | None = Field(sa_type=UtcDateTime)
    sealed: str = Field(sa_type=Text)


class WorkerRow(Row, table=True):
    """A process that does durable work; it has no tenant because it works for all of them. See `store.workers`."""

    __tablename__ = "workers"

    id: str = Field(primary_key=True)
    token: str
    place: str = Field(sa_type=FreeText)
    started: datetime = Field(sa_type=UtcDateTime)
    heartbeat: datetime = Field(sa_type=UtcDateTime)
    dead: bool


class ModelCallRow(Row, table=True):
    """A request to a language model, entered before it leaves; see `news.metering`."""

    __tablename__ = "model_calls"
    __table_args__ = (Index("ix_model_calls_at", "at"),)

    tenant: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    provider: str
    model: str = Field(sa_type=FreeText)
    purpose: str
    outcome: str
    input_tokens: int
    output_tokens: int
    cost: float
    priced: bool
    milliseconds: int
    detail: str = Field(sa_type=FreeText)


class ModelDayRow(Row, table=True):
    """What the calls of a day came to, once they are forgotten; see `news.metering.Spent`."""

    __tablename__ = "model_days"

    tenant: str = Field(primary_key=True)
    day: date = Field(primary_key=True)
    model: str = Field(primary_key=True, sa_type=FreeText)
    purpose: str = Field(primary_key=True)
    calls: int
    failed: int
    unpriced: int
    input_tokens: int = Field(sa_type=BigInteger)
    output_tokens: int = Field(sa_type=BigInteger)
    cost: float


class ModelReplyRow(Row, table=True):
    """What a model replied, under a hash of all that led to it: who has the same inputs has the reply, and nobody else finds it."""

    __tablename__ = "model_replies"
    __table_args__ = (Index("ix_model_replies_kept", "kept"),)

    key: str = Field(primary_key=True)
    kept: datetime = Field(sa_type=UtcDateTime)
    reply: str = Field(sa_type=FreeText)


TENANTS: Final = table_of(TenantRow)
READERS: Final = table_of(ReaderRow)
SOURCES: Final = table_of(SourceRow)
ARTICLES: Final = table_of(ArticleRow)
STORIES: Final = table_of(StoryRow)
BRIEFS: Final = table_of(BriefRow)
SUBSCRIPTIONS: Final = table_of(SubscriptionRow)
DELIVERIES: Final = table_of(DeliveryRow)
INBOX: Final = table_of(InboxRow)
NOTES: Final = table_of(NoteRow)
SAVED: Final = table_of(SavedRow)
INSTALLATIONS: Final = table_of(InstallationRow)
WORKERS: Final = table_of(WorkerRow)
MODEL_CALLS: Final = table_of(ModelCallRow)
MODEL_DAYS: Final = table_of(ModelDayRow)
MODEL_REPLIES: Final = table_of(ModelReplyRow)

__all__ = ["FEEDBACK", "MEANINGS", "METADATA", "POSTS", "QUESTIONS", "SEARCH_DOCUMENTS", "SEARCH_TERMS"]
