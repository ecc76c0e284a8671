"""The first tables, on SQLite and on PostgreSQL.

Tenants and readers are here from the start: every row that belongs to somebody says to whom.
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _people()
    _sources()
    _articles()
    _stories()
    _briefs()
    _subscriptions()
    _search()


def _moment(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _string(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _people() -> None:
    tenants = op.create_table(
        "tenants",
        _string("id"),
        _text("name"),
        _moment("created"),
        sa.PrimaryKeyConstraint("id"),
    )
    # The install itself: what everybody shares is its own. It is as old as this schema.
    op.bulk_insert(tenants, [{"id": "public", "name": "This install", "created": datetime(2026, 11, 24, tzinfo=UTC)}])
    op.create_table(
        "readers",
        _string("tenant"),
        _string("id"),
        _text("name"),
        _string("language"),
        _string("zone"),
        _moment("created"),
        sa.PrimaryKeyConstraint("tenant", "id"),
        sa.ForeignKeyConstraint(["tenant"], ["tenants.id"]),
    )


def _sources() -> None:
    op.create_table(
        "sources",
        _string("tenant"),
        _string("id"),
        _flag("active"),
        _text("name"),
        _text("feed"),
        _text("site"),
        _string("kind"),
        _string("language"),
        _string("region"),
        _string("tier"),
        _text("topics"),
        _text("etag"),
        _text("modified"),
        _string("digest"),
        _moment("last_attempt", nullable=True),
        _moment("last_success", nullable=True),
        _string("outcome", nullable=True),
        _text("reason"),
        _number("failures"),
        _number("entries"),
        _moment("newest", nullable=True),
        _moment("retry_at", nullable=True),
        sa.PrimaryKeyConstraint("tenant", "id"),
    )


def _articles() -> None:
    op.create_table(
        "articles",
        _string("tenant"),
        _string("id"),
        _text("key"),
        _string("key_digest"),
        _text("url"),
        _string("source"),
        _text("source_name"),
        _string("tier"),
        _text("title"),
        _text("summary"),
        _text("text"),
        _string("text_state"),
        _string("language"),
        _moment("published"),
        _flag("dated"),
        _moment("seen"),
        _number("attempts"),
        _string("story", nullable=True),
        _flag("off_topic"),
        sa.PrimaryKeyConstraint("tenant", "id"),
        sa.UniqueConstraint("tenant", "key_digest", name="uq_articles_key"),
    )
    op.create_index("ix_articles_published", "articles", ["tenant", "published"])
    op.create_index("ix_articles_story", "articles", ["tenant", "story"])
    for name, condition in (
        ("ix_articles_pending", "text_state = 'pending' AND NOT off_topic"),
        ("ix_articles_ungrouped", "story IS NULL AND NOT off_topic"),
    ):
        where = sa.text(condition)
        op.create_index(name, "articles", ["tenant", "published"], sqlite_where=where, postgresql_where=where)


def _stories() -> None:
    op.create_table(
        "stories",
        _string("tenant"),
        _string("id"),
        _string("slug"),
        _text("headline"),
        _string("language"),
        _text("topics"),
        _moment("created"),
        _moment("updated"),
        _string("merged_into", nullable=True),
        sa.PrimaryKeyConstraint("tenant", "id"),
        sa.UniqueConstraint("slug", name="uq_stories_slug"),
    )
    op.create_index("ix_stories_updated", "stories", ["tenant", "updated"])


def _briefs() -> None:
    op.create_table(
        "briefs",
        _string("tenant"),
        _string("id"),
        _string("language"),
        _number("minutes"),
        _text("topics"),
        sa.Column("date", sa.Date(), nullable=False),
        _moment("made"),
        _text("body"),
        sa.PrimaryKeyConstraint("tenant", "id"),
        sa.UniqueConstraint("tenant", "language", "minutes", "topics", "date", name="uq_briefs_edition"),
    )
    op.create_index("ix_briefs_date", "briefs", ["tenant", "date"])


def _subscriptions() -> None:
    op.create_table(
        "subscriptions",
        _string("tenant"),
        _string("id"),
        _string("reader", nullable=True),
        _string("channel"),
        _text("address"),
        _string("edition_tenant"),
        _string("language"),
        _number("minutes"),
        _text("topics"),
        _string("zone"),
        _string("time"),
        _text("weekdays"),
        _moment("created"),
        sa.Column("paused_until", sa.Date(), nullable=True),
        _text("suspended"),
        _moment("next_due_at", nullable=True),
        sa.PrimaryKeyConstraint("tenant", "id"),
        sa.ForeignKeyConstraint(["tenant"], ["tenants.id"]),
        sa.ForeignKeyConstraint(["tenant", "reader"], ["readers.tenant", "readers.id"]),
    )
    op.create_index("ix_subscriptions_next_due_at", "subscriptions", ["next_due_at"])
    op.create_table(
        "questions",
        _string("tenant"),
        _string("id"),
        _string("reader", nullable=True),
        _text("text"),
        _string("language"),
        _moment("asked"),
        sa.PrimaryKeyConstraint("tenant", "id"),
        sa.ForeignKeyConstraint(["tenant"], ["tenants.id"]),
        sa.ForeignKeyConstraint(["tenant", "reader"], ["readers.tenant", "readers.id"]),
    )
    op.create_index("ix_questions_asked", "questions", ["tenant", "asked"])
    op.create_table(
        "deliveries",
        _string("tenant"),
        _string("id"),
        _string("brief"),
        _string("subscription"),
        _string("state"),
        _number("attempts"),
        _moment("due"),
        _moment("updated"),
        _text("platform_id"),
        _text("error"),
        sa.PrimaryKeyConstraint("tenant", "id"),
        sa.ForeignKeyConstraint(["tenant", "subscription"], ["subscriptions.tenant", "subscriptions.id"]),
        sa.UniqueConstraint("tenant", "brief", "subscription", name="uq_deliveries_brief_subscription"),
    )
    op.create_index("ix_deliveries_state", "deliveries", ["tenant", "state", "due"])


def _search() -> None:
    op.create_table(
        "search_documents",
        sa.Column("doc", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        _string("tenant"),
        _string("article"),
        _string("language"),
        _moment("published"),
        sa.PrimaryKeyConstraint("doc"),
        sa.UniqueConstraint("tenant", "article", name="uq_search_documents_article"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE search_index USING fts5 (title, body, tokenize = 'ascii')")
        return
    op.execute(
        "CREATE TABLE search_index ("
        "doc BIGINT PRIMARY KEY REFERENCES search_documents (doc) ON DELETE CASCADE, tokens TSVECTOR NOT NULL)"
    )
    op.execute("CREATE INDEX ix_search_index_tokens ON search_index USING gin (tokens)")
