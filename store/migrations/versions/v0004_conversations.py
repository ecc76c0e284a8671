"""What platforms send us until it is worked on, what channels note, what people save."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _inbox()
    op.create_table(
        "notes",
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("tenant", "channel", "key"),
        sa.ForeignKeyConstraint(["tenant"], ["tenants.id"]),
    )
    op.create_table(
        "saved",
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("story", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "reader", "story"),
        sa.ForeignKeyConstraint(["tenant", "reader"], ["readers.tenant", "readers.id"]),
    )
    op.create_index("ix_deliveries_platform_id", "deliveries", ["tenant", "platform_id"])


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("received", sa.DateTime(timezone=True), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("retry_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "channel", "id"),
        sa.ForeignKeyConstraint(["tenant"], ["tenants.id"]),
    )
    some = sa.text("open")
    op.create_index("ix_inbox_open", "inbox", ["tenant", "received"], sqlite_where=some, postgresql_where=some)
