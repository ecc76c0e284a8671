"""Packed term counts and term statistics: BM25 is the same on both engines."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.execute("DROP TABLE search_index")
    op.drop_table("search_documents")
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
        sa.PrimaryKeyConstraint("doc"),
        sa.UniqueConstraint("tenant", "article", name="uq_search_documents_article"),
    )
    op.create_table(
        "search_terms",
        sa.Column("term", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("documents", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("term"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE search_index USING fts5 (tokens, tokenize = 'ascii', detail = none)")
    else:
        op.execute(
            "CREATE TABLE search_index ("
            "doc BIGINT PRIMARY KEY REFERENCES search_documents (doc) ON DELETE CASCADE, tokens TSVECTOR NOT NULL)"
        )
        op.execute(
            "ALTER TABLE search_documents ALTER COLUMN counts SET STORAGE EXTERNAL"
        )  # read often, packed already
        op.execute("CREATE INDEX ix_search_index_tokens ON search_index USING gin (tokens)")
