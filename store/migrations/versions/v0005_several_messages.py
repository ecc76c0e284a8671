"""A brief of several messages, calls that many deliveries share, and attempts that nobody saw the end of."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("deliveries", sa.Column("parts", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("deliveries", sa.Column("uncertain", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("deliveries", sa.Column("key", sa.String(), nullable=False, server_default=""))
