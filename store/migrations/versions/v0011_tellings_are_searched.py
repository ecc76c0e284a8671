"""Which editions' stories are searched as told: none yet."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("briefs", sa.Column("indexed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("ix_briefs_indexed", "briefs", ["tenant", "indexed"])
