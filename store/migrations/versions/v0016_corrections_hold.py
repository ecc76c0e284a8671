"""When an answer was corrected, so that the correction is told to who asks the same later."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.add_column("questions", sa.Column("corrected", sa.DateTime(timezone=True), nullable=True))
    # Of every tenant, which the condition says. When exactly is not known of earlier ones.
    op.execute(
        "UPDATE questions SET corrected = asked WHERE correction <> '' AND text <> '' AND questions.tenant = questions.tenant"
    )
    known = sa.text("corrected IS NOT NULL")
    op.create_index(
        "ix_questions_corrected", "questions", ["tenant", "corrected"], sqlite_where=known, postgresql_where=known
    )
