"""Questions with their answers, what people said of them, and where they were posted."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.drop_table("questions")  # it kept questions without answers, of which nothing can be made
    _questions()
    _feedback()
    _posts()


def _questions() -> None:
    op.create_table(
        "questions",
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=True),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("story", sa.String(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("asked", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("correction", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id"),
    )
    op.create_index("ix_questions_asked", "questions", ["tenant", "asked"])
    op.create_index("ix_questions_reader", "questions", ["tenant", "reader", "asked"])
    some = sa.text("thread <> ''")
    op.create_index(
        "ix_questions_thread", "questions", ["tenant", "thread", "asked"], sqlite_where=some, postgresql_where=some
    )


def _feedback() -> None:
    op.create_table(
        "feedback",
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("brief", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "about", "subject", "reader"),
    )
    op.create_index("ix_feedback_at", "feedback", ["tenant", "at"])
    op.create_index("ix_feedback_reader", "feedback", ["tenant", "reader"])


def _posts() -> None:
    op.create_table(
        "posts",
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("platform_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "answer", "channel", "address", "platform_id"),
    )
    some = sa.text("state IN ('due', 'to-tell')")
    op.create_index("ix_posts_open", "posts", ["tenant", "state"], sqlite_where=some, postgresql_where=some)
