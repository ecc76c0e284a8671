"""Schedules, the ledger of deliveries, and the workers that carry them out."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("subscriptions", sa.Column("secret", sa.Text(), nullable=False, server_default=""))
    op.add_column("subscriptions", sa.Column("quiet_line", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("subscriptions", sa.Column("next_day", sa.Date(), nullable=True))
    _ledger()
    _workers()


def _ledger() -> None:
    op.drop_table("deliveries")  # no program that wrote to it was ever in use
    op.create_table(
        "deliveries",
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("brief", sa.String(), nullable=False),
        sa.Column("subscription", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("platform_id", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("retry_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("chunk", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id"),
        sa.ForeignKeyConstraint(["tenant", "subscription"], ["subscriptions.tenant", "subscriptions.id"]),
        sa.UniqueConstraint("tenant", "brief", "subscription", name="uq_deliveries_brief_subscription"),
        sa.UniqueConstraint("tenant", "subscription", "day", name="uq_deliveries_subscription_day"),
    )
    _index("ix_deliveries_due", ["tenant", "due"])
    _index("ix_deliveries_chunk", ["tenant", "chunk"], "chunk <> ''")
    _index("ix_deliveries_open", ["tenant", "updated"], "state IN ('due', 'sending', 'retrying')")


def _index(name: str, columns: list[str], where: str = "") -> None:
    some = sa.text(where) if where else None
    op.create_index(name, "deliveries", columns, sqlite_where=some, postgresql_where=some)


def _workers() -> None:
    op.create_table(
        "workers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("heartbeat", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dead", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
