"""Terms in reading order beside the packed counts; the index begins anew, for what it held was cut into coarser tokens."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.execute("DROP TABLE search_index")
    op.drop_table("search_documents")
    op.execute("DELETE FROM search_terms")
    op.create_table(
        "search_documents",
        sa.Column("doc", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("published", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("counts", sa.LargeBinary(), nullable=False),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("doc"),
        sa.UniqueConstraint("tenant", "article", name="uq_search_documents_article"),
    )
    op.create_index("ix_search_documents_published", "search_documents", ["tenant", "published", "doc"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE search_index USING fts5 (tokens, tokenize = 'ascii', detail = none)")
    else:
        _on_postgres()


def _on_postgres() -> None:
    op.execute(
        "CREATE TABLE search_index ("
        "doc BIGINT PRIMARY KEY REFERENCES search_documents (doc) ON DELETE CASCADE, tokens TSVECTOR NOT NULL)"
    )
    for packed in ("counts", "reading"):  # read often, packed already
        op.execute(f"ALTER TABLE search_documents ALTER COLUMN {packed} SET STORAGE EXTERNAL")
    # Searching reads which documents there are, never their tokens: those stand apart, and the table stays small.
    op.execute("ALTER TABLE search_index ALTER COLUMN tokens SET STORAGE EXTERNAL")
    op.execute("ALTER TABLE search_index SET (toast_tuple_target = 128)")
    op.execute("CREATE INDEX ix_search_index_tokens ON search_index USING gin (tokens)")
