"""What titles mean, so that what says the same in other words or another language is found; filled as the index is."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "meanings",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("published", sa.DateTime(timezone=True), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("tenant", "article", name="uq_meanings_article"),
    )
    op.create_index("ix_meanings_number", "meanings", ["tenant", "number"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE meanings ALTER COLUMN packed SET STORAGE EXTERNAL")  # numbers do not press together
